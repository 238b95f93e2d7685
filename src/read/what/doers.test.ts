import { expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
/** The doers of the act that a word tells. */
const doers = (text: string, word: string): string => {
  const { frames } = layers({ id: 't', text, published: null, outlet: null, url: null })
  const frame = frames.find(({ trigger: { from, to } }) => text.slice(from, to).includes(word))
  return frame?.perpetrators.map(({ from, to }) => text.slice(from, to)).join(' | ') ?? 'no act'
}

it.each([
  ['before its verb', 'قوات النظام قصفت القرية', 'قصفت', 'قوات النظام'],
  ['after "that"', 'أفاد مصدر بأن قوات النظام قصفت القرية', 'قصفت', 'قوات النظام'],
  ['never the speaker', 'قال الناطق إن القرية قصفت', 'قصفت', ''],
  ['the speaker where the pronoun is his', 'أعلن الجيش أنه قصف القرية', 'قصف', 'الجيش'],
  ['of a verb that carries the act', 'شن الطيران الروسي غارات على القرية', 'غارات', 'الطيران الروسي'],
  ['of a verb that carries it, behind it', 'تبنت الهجوم كتائب القسام', 'الهجوم', 'كتائب القسام'],
  ['of a noun that carries it', 'تنفيذ الجيش غارات على القرية', 'غارات', 'الجيش'],
  ['of a joined noun', 'تمكن الجيش من تطويق الحي والقبض على مسلحين', 'القبض', 'الجيش'],
  ['of whom a relative clause tells', 'هاجم المسلحون الذين خطفوا الطفل حاجزا', 'خطفوا', 'المسلحون'],
  ['two of them', 'قوات النظام والميليشيات الإيرانية قصفت القرية', 'قصفت', 'قوات النظام | الميليشيات الإيرانية'],
  ['not the object of the verb before', 'قتل جنديين وجرح أربعة', 'قتل', ''],
])('%s: %s', (_, text, word, expected) => expect(doers(text, word)).toBe(expected))
