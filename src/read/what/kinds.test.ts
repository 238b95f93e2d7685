import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { framesOf, layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())

/** The type of the act that this word tells. */
function typeOf(text: string, word: string): string | undefined {
  const doc = layers({ id: 't', text, published: null, outlet: null, url: null })
  return framesOf(doc).find(({ trigger: { from, to } }) => text.slice(from, to) === word)?.type
}

describe('types settled late', () => {
  it.each([
    ['اقتحم الجنود منزل الصحفي في المدينة.', 'اقتحم', 'raid/search'],
    ['اقتحمت قوات النظام حي الزهور.', 'اقتحمت', 'attack'],
    ['هاجم متظاهرون مقر الحزب.', 'هاجم', 'violent demonstration'],
    ['ألقت طائرات التحالف عشرين قنبلة على الحي.', 'ألقت', 'air/drone strike'],
    ['ألقى مجهول قنبلة على المقهى.', 'ألقى', 'grenade'],
    ['شنت تركيا عملية عسكرية جوية في العراق.', 'عملية', 'air/drone strike'],
    ['شنت تركيا عملية عسكرية برية في العراق.', 'عملية', 'armed clash'],
    ['احتجز مسلحون مجهولون معلما.', 'احتجز', 'abduction/forced disappearance'],
    ['احتجزت الشرطة معلما.', 'احتجزت', 'arrests'],
    ['حررت القوات مئتي مدني كان التنظيم يحتجزهم.', 'حررت', 'release'],
    ['حررت القوات مدينة الموصل من التنظيم.', 'حررت', 'government regains territory'],
    ['دخول دبابات للجيش إلى القرية.', 'دخول', 'change to group/activity'],
    ['دمر طيران التحالف عربة قرب مأرب. وقصف أمس موقعا في منطقة الحوبان.', 'قصف', 'air/drone strike'],
  ])('%s', (text, word, type) => expect(typeOf(text, word)).toBe(type))
})
