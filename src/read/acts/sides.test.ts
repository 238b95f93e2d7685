import { expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { framesOf, layersOf } from '../pipeline.ts'
import { mergeActs } from './merge.ts'
import { partSides } from './sides.ts'

const layers = layersOf(loadKnowledge())
/** "doers > those acted on" of the act that a word tells. */
const sides = (text: string, word: string): string => {
  const doc = layers({ id: 't', text, published: null, outlet: null, url: null })
  const act = partSides(doc, mergeActs(doc, framesOf(doc))).find(({ trigger, mentions }) =>
    [trigger, ...mentions].some(({ from, to }) => text.slice(from, to) === word),
  )
  const words = (list: readonly { from: number; to: number }[]) => list.map(({ from, to }) => text.slice(from, to)).join(' | ')
  return act ? `${words(act.perpetrators)} > ${words(act.targets)}` : 'no act'
}

it.each([
  [
    'the other side of a fight',
    'اندلعت اشتباكات بين الجيش الحر وقوات النظام في دوما. وتجددت الاشتباكات مساء.',
    'الاشتباكات',
    'الجيش الحر > قوات النظام',
  ],
  ['who fought did the rest', 'سيطر الجيش الحر على دوما بعد اشتباكات مع قوات النظام', 'اشتباكات', 'الجيش الحر > قوات النظام'],
  ['who lost in a fight', 'مقتل عشرة من قوات النظام في اشتباكات مع الجيش الحر', 'اشتباكات', 'الجيش الحر > قوات النظام'],
  ['both lost in a fight', 'مقتل عشرة من قوات النظام وخمسة من الجيش الحر في اشتباكات', 'اشتباكات', 'الجيش الحر > قوات النظام'],
  ['the dead beside what was struck', 'مقتل طفل في قصف مدفعي على مدرسة', 'قصف', ' > مدرسة'],
  ['the dead of a strike from the air', 'مقتل طفل في غارة جوية على دوما', 'غارة', ' > '],
  ['nobody against himself', 'قصفت قوات النظام رتلا لقوات النظام', 'قصفت', 'قوات النظام > رتلا لقوات النظام'],
])('%s', (_, text, word, expected) => expect(sides(text, word)).toBe(expected))
