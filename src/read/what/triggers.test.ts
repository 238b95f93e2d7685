import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())

/** The words that tell an act, before any is judged. */
function told(text: string): readonly string[] {
  const doc = layers({ id: 't', text, published: null, outlet: null, url: null })
  return doc.triggers.map(({ from, to }) => text.slice(from, to))
}

describe('what tells an act', () => {
  it.each([
    ['وفي بلدة الشرقاط، دمر طيران التحالف مستودع ذخيرة.', 'دمر'],
    ['اندلعت في حي النصر، معركة بين الفصيلين.', 'معركة'],
    ['جبهة النصرة «تقوم بمطاردة المقاتلين» في ريف حلب.', 'مطاردة'],
    ['لا يزال آلاف المدنيين محاصرين داخل المدينة.', 'محاصرين'],
    ['تعرضت القرية لقصف عنيف.', 'تعرضت'],
    ['خضعت البلدة لحصار دام عامين.', 'حصار'],
    ['سقطت على البلدة عشرات القذائف.', 'سقطت'],
    ['كمن مقاتلون لدورية عسكرية قرب الجسر.', 'كمن'],
    ['قضت قوات الجيش على تسعة مسلحين.', 'قضت'],
    ['تمكن الجنود من أسر عشرة من عناصر التنظيم.', 'أسر'],
  ])('%s', (text, word) => expect(told(text)).toContain(word))

  it.each([
    ['a possibility', 'قالت الحكومة إنها قد تقصف مواقع التنظيم.'],
    ['what is to come', 'سيقصف الجيش مواقع التنظيم في المدينة.'],
    ['none of its kind', 'دعت المنظمة إلى تجنيب المشافي أي هجوم.'],
    ['an attempt', 'فشلت محاولة اقتحام القرية.'],
    ['its end', 'دعا السكان إلى وقف القصف.'],
    ['its absence', 'مر اليوم دون قصف.'],
    ['what could not be done', 'لم تستطع قوات الحكومة التقدم نحو المدينة.'],
    ['a purpose that is a noun', 'شكلت الدول تحالفا لمواجهة التنظيم.'],
    ['a purpose joined to another', 'اجتمع القادة من أجل تعزيز الأمن وملاحقة عناصر التنظيم واعتقال قادته.'],
    ['a car', 'احترقت سيارة إسعاف في الحي.'],
    ['an officer', 'عقد قائد عمليات المحافظة اجتماعا.'],
    ['families', 'عادت مئات الأسر إلى القرى.'],
    ['sheep', 'باع المزارع أغنام القرية.'],
    ['heroes', 'كرمت المدينة الأبطال.'],
    ['a situation in hand', 'أصبح الوضع تحت السيطرة في المدينة.'],
  ])('but not %s: %s', (_, text) => expect(told(text)).toEqual([]))
})
