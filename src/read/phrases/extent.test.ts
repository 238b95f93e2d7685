import { expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
/** The words of the phrase that a text begins with. */
const first = (text: string): string => {
  const { from, to } = layers({ id: 't', text, published: null, outlet: null, url: null }).phrases[0]!.mention
  return text.slice(from, to)
}

it.each([
  ['an adjective that agrees', 'شاحنة كبيرة محترقة في الطريق', 'شاحنة كبيرة محترقة'],
  ['an adjective of something else', 'شاحنة الكبير', 'شاحنة'],
  ['a definite noun is closed', 'الشاحنة سيارة', 'الشاحنة'],
  ['an accusative is closed', 'موكبا رتل الجيش', 'موكبا'],
  ['arms in a shipment', 'شحنة أسلحة قرب دوما', 'شحنة أسلحة'],
  ['whom a thing belongs to', 'رتل تابع للجيش في دوما', 'رتل تابع للجيش'],
  ['who backs a unit', 'القوات المدعومة من تركيا هاجمت', 'القوات المدعومة من تركيا'],
  ['not where it is', 'القوات الموالية في دوما', 'القوات الموالية'],
  ['a known name without its backers', 'حزب العمال الكردستاني المدعوم من إيران', 'حزب العمال الكردستاني'],
  ['of whom a unit is made', 'مجموعة من المتطوعين هاجمت', 'مجموعة من المتطوعين'],
  ['of which side people are', 'عناصر من الجيش في دوما', 'عناصر من الجيش'],
  ['whom one commands', 'قائد الكتيبة في دوما', 'قائد الكتيبة'],
  ['a name after a title', 'القوات الموالية للرئيس السابق أحمد المنصور هاجمت', 'القوات الموالية للرئيس السابق أحمد المنصور'],
  ['a name in quotation marks', 'كتيبة «سيوف الوادي» هاجمت', 'كتيبة «سيوف الوادي»'],
  ['the next quotation is no part of it', 'عناصر "الجيش" ومجموعة "النور"', 'عناصر "الجيش"'],
  ['a unit with a number', 'الفرقة 30 هاجمت', 'الفرقة 30'],
])('%s: %s', (_, text, expected) => expect(first(text)).toBe(expected))
