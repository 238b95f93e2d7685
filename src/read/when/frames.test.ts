import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { framesOf, layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())

/** The acts of a text, each by its trigger's words: the day given to it and, after a stroke, whether it is background. */
const told = (text: string, published: string | null = '2019-05-20'): Record<string, string> => {
  const doc = layers({ id: 't', text, published, outlet: null, url: null })
  return Object.fromEntries(
    framesOf(doc).map(({ trigger, time, background }) => [
      text.slice(trigger.from, trigger.to),
      `${time?.start ?? '-'}${background ? ' past' : ''}`,
    ]),
  )
}

describe('the day of an act', () => {
  it.each([
    ['قصفت المدفعية أمس قرية الدانا', 'قصفت', '2019-05-19'],
    ['أعلنت الوكالة السبت أن المدفعية قصفت قرية الدانا الخميس', 'قصفت', '2019-05-16'],
    ['قصفت المدفعية قرية الدانا أمس. وأضاف المصدر أن اشتباكات اندلعت في قرية سرمين', 'اشتباكات', '2019-05-19'],
    ['قصفت المدفعية قرية الدانا أمس. وفي قرية سرمين انفجر لغم فجرا', 'انفجر', '2019-05-19'],
    ['قصفت المدفعية قرية الدانا الجمعة. وفي اليوم التالي انفجر لغم في قرية سرمين', 'انفجر', '2019-05-18'],
    ['قصفت المدفعية قرية الدانا خلال الأسبوع الحالي', 'قصفت', '2019-05'],
    ['استهدف القصف بعد منتصف ليل الجمعة - السبت قرية الدانا', 'القصف', '2019-05-18'],
  ])('%s', (text, act, day) => expect(told(text)[act]?.split(' ')[0]).toBe(day))

  it.each([
    ['said by somebody on another day', 'أعلنت وزارة الدفاع السبت أن المدفعية قصفت قرية الدانا', 'قصفت'],
    ['of a statement', 'قصفت المدفعية قرية الدانا بحسب بيان نشر السبت', 'قصفت'],
    ['of another clause', 'سيطر المقاتلون على القرية التي زارها الوزير السبت', 'سيطر'],
    ['still to come', 'قصفت المدفعية قرية الدانا قبل زيارة الوفد الخميس المقبل', 'قصفت'],
  ])('is none that is %s', (_, text, act) => expect(told(text)[act]).toBe('-'))

  it('is counted back from the act beside it', () => {
    expect(told('قصفت الطائرات قرية الدانا أمس غداة اشتباكات في قرية سرمين')).toMatchObject({ اشتباكات: '2019-05-18 past' })
    expect(told('قصفت الطائرات قرية الدانا أمس بعد ثلاثة أيام على تفجير في قرية سرمين')).toMatchObject({
      تفجير: '2019-05-16 past',
    })
  })
})

describe('a report without a date of publication', () => {
  it.each([
    ['on a line of its own', 'أخبار\nالاثنين 20 أيار 2019\nقصفت المدفعية قرية الدانا أمس', '2019-05-19'],
    ['in its heading', 'حصاد يوم الاثنين 20/ أيار/ 2019 في ريف المدينة\nقصفت المدفعية قرية الدانا.', '2019-05-20'],
    ['in a stamp of Latin letters', 'قصفت المدفعية قرية الدانا أمس\n— المرصد (@m) May 20, 2019', '2019-05-19'],
    ['by a weekday and a date that fall together once', 'قصفت قسد اليوم الثلاثاء 15 شباط قرية الدانا', '2022-02-15'],
    ['the day after', 'قصفت قسد أمس الثلاثاء 15 شباط قرية الدانا', '2022-02-15'],
  ])('says its day %s', (_, text, day) => expect(told(text, null).قصفت).toBe(day))

  it.each([
    ['a weekday alone', 'قصفت المدفعية قرية الدانا اليوم الاثنين'],
    ['a date that falls on the weekday in several years', 'قصفت المدفعية اليوم الاثنين 20 أيار قرية الدانا'],
  ])('has none by %s', (_, text) => expect(told(text, null).قصفت).toBe('-'))
})

describe('what is background', () => {
  it.each([
    ['وكان المقاتلون قد سيطروا على قرية الدانا', 'سيطروا'],
    ['يذكر أن المدفعية قصفت قرية الدانا', 'قصفت'],
    ['قصفت المدفعية قرية الدانا في آذار الماضي', 'قصفت'],
    ['قصفت المدفعية قرية الدانا في 2 أيار', 'قصفت'],
    ['تقصف المدفعية قرية الدانا وتعيد قصفها', 'تقصف'],
    ['ويأتي التصعيد بعد هجوم على حاجز في قرية سرمين', 'هجوم'],
    ['قصفت المدفعية قرية الدانا ردا على هجوم على حاجز في قرية سرمين', 'هجوم'],
    ['وصل الوفد إلى القرية التي قصفتها المدفعية', 'قصفتها'],
    ['عاد السكان بعد أن سيطر المقاتلون على قرية الدانا', 'سيطر'],
    ['منذ سيطرة المقاتلين على قرية الدانا نزح السكان', 'سيطرة'],
  ])('%s', (text, act) => expect(told(text)[act]).toMatch(/ past$/))

  it.each([
    ['قصفت المدفعية قرية الدانا أمس', 'قصفت'],
    ['وكانت المدفعية قد قصفت قرية الدانا فجر اليوم', 'قصفت'],
    ['سيطر المقاتلون على قرية الدانا بعد اشتباكات عنيفة', 'اشتباكات'],
    ['شهدت قرية الدانا اشتباكات خلال اليومين الماضيين', 'اشتباكات'],
    ['وجاء في البيان أن المدفعية قصفت قرية الدانا', 'قصفت'],
    ['عقب ذلك قصفت المدفعية قرية الدانا', 'قصفت'],
  ])('and what is not: %s', (text, act) => expect(told(text)[act]).not.toMatch(/ past$/))
})
