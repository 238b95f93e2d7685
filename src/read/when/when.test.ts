import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../../data/calendar.ts'
import { dataFolder } from '../../data/knowledge.ts'
import { readTable } from '../../data/table.ts'
import { fold, foldKey } from '../../model/fold.ts'
import { tokenize } from '../letters/tokens.ts'
import { datelineOf } from './dateline.ts'
import { fromHijri, isoDay } from './days.ts'
import { type TimeMention, timeFinder } from './when.ts'

const calendar = loadCalendar(join(dataFolder(), 'lexicon'), foldKey)
const findTimes = timeFinder(calendar)
const cases = readTable(join(dataFolder(), '..', 'gold', 'cases', 'dates.tsv'), ['id', 'text', 'published', 'expected', 'note'])

/** One cell of the corpus: "words = start..finish known+known kind past", "-" for what is not known, joined by " | ". */
const written = (text: string, published: string): string => {
  const tokens = tokenize(fold(text))
  const one = ({ first, end, start, finish, known, kind, past }: TimeMention) => {
    const words = text.slice(tokens[first]!.from, tokens[end - 1]!.to)
    const value = (start ?? '-') + (finish ? `..${finish}` : '')
    return [words, '=', value, known.join('+') || '-', kind, past ? 'past' : ''].filter(Boolean).join(' ')
  }
  return (
    findTimes(tokens, published || null)
      .map(one)
      .join(' | ') || 'none'
  )
}

describe('times', () => {
  it.each(cases)('$id $text', ({ text, published, expected }) => expect(written(text, published)).toBe(expected))

  it('takes a date-time of publication', () =>
    expect(written('أمس', '2015-07-21 02:51:40')).toBe('أمس = 2015-07-20 day relative'))

  it('turns Hijri dates as the calendar of Umm al-Qura does', () => {
    expect(isoDay(fromHijri(1436, 9, 1)!)).toBe('2015-06-18')
    expect(isoDay(fromHijri(1438, 3, 12)!)).toBe('2016-12-11')
    expect(fromHijri(1436, 13, 1)).toBe(null)
  })

  it.each([
    ['أخبار\nالأربعاء، 23 نوفمبر 2022، 19:12\nقصفت الطائرات القرية أمس', '2022-11-23'],
    ['تاريخ النشر: 11.12.2016\nسيطر المقاتلون على التلة', '2016-12-11'],
    ['سيطر المقاتلون على التلة في 11 كانون الأول 2016 بعد معارك', null],
  ])('finds the dateline of %s', (text, day) => {
    const tokens = tokenize(fold(text))
    expect(datelineOf(tokens, findTimes(tokens, null), calendar)?.day ?? null).toBe(day)
  })

  it('gives mentions in order that do not overlap and whose parts fit, whatever the words', () => {
    const words = [
      ...calendar.words.keys(),
      ...calendar.numerals.words.keys(),
      '12',
      '2016',
      '1436',
      '11/12/2016',
      '10:30',
      '-',
      '/',
      '(',
      ')',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 30 }),
        fc.constantFrom('2016-02-29', null),
        (list, published) => {
          const tokens = tokenize(fold(list.join(' ')))
          let last = 0
          for (const { first, end, start, finish } of findTimes(tokens, published)) {
            expect(first).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(first)
            expect(end).toBeLessThanOrEqual(tokens.length)
            if (start !== null) expect(start).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/)
            if (start !== null && finish !== null) expect(finish >= start || start.startsWith(finish)).toBe(true)
            last = end
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
