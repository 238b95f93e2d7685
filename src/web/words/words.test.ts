import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateIn, spanIn } from './days.ts'
import { excerptOf } from './excerpt.ts'
import { numberIn, rangeIn } from './numbers.ts'

test('numbers have Latin digits in both languages', () => {
  expect(numberIn('ar', 1240)).toMatch(/^1.?240$/)
  expect(numberIn('en', 1240)).toBe('1,240')
})

test('a range is one number when its ends are one, and open when the report leaves it open', () => {
  expect(rangeIn('ar', { min: 3, max: 3 })).toBe('3')
  expect(rangeIn('ar', { min: 3, max: 5 })).toBe('3–5')
  expect(rangeIn('en', { min: 10, max: null })).toBe('10+')
})

test('dates say no more than is known, with the months of the Levant', () => {
  expect(dateIn('en', '2016-12-11')).toBe('11 December 2016')
  expect(dateIn('en', '2016-12')).toBe('December 2016')
  expect(dateIn('en', '2016')).toBe('2016')
  expect(dateIn('ar', '2016-12-11')).toContain('كانون الأول')
  expect(dateIn('en', 'winter')).toBe('winter')
})

test('a span of dates of unlike precision keeps both ends in full', () => {
  expect(spanIn('en', '2016-12-02', '2017-01-08').replace(/\s/g, ' ')).toBe('2 December 2016 – 8 January 2017')
  expect(spanIn('en', '2016', '2016-12-11')).toBe('2016 – 11 December 2016')
  expect(spanIn('en', '2016-12-02', null)).toBe('2 December 2016')
})

test('an excerpt keeps its trigger whole, wherever it stands', () => {
  const word = fc.constantFrom('قصف', 'تدمر', '🚨', 'على', 'Su-24', 'المدنيين')
  const sentence = fc.array(word, { minLength: 1, maxLength: 90 })
  fc.assert(
    fc.property(sentence, fc.nat(), (words, pick) => {
      const at = pick % words.length
      const from = words.slice(0, at).join(' ').length + (at > 0 ? 1 : 0)
      const text = words.join(' ')
      const trigger = words[at]!
      const cut = excerptOf({ text, from, to: from + trigger.length })
      expect(cut.text.slice(cut.from, cut.to)).toBe(trigger)
      expect(cut.text.length).toBeLessThan(170)
    }),
  )
})
