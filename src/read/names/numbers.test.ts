import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../data/knowledge.ts'
import { loadNumerals } from '../../data/numerals.ts'
import { readTable } from '../../data/table.ts'
import { fold, foldKey } from '../../model/fold.ts'
import { tokenize } from '../letters/tokens.ts'
import { findNumbers, type NumberMention } from './numbers.ts'

const numerals = loadNumerals(join(dataFolder(), 'lexicon'), foldKey)
const cases = readTable(join(dataFolder(), '..', 'gold', 'cases', 'numbers.tsv'), ['id', 'text', 'expected', 'note'])

/** Shares are told to four decimals. */
const rounded = (value: number): string => String(Number(value.toFixed(4)))

/** One cell of the corpus: "words = 12", "words = 20-99 vague", "words = 101- more-than", "words = end-1 ordinal", joined by " | ". */
const written = (text: string): string => {
  const tokens = tokenize(fold(text))
  const one = ({ first, end, min, max, bound, kind, anchor }: NumberMention) => {
    const words = text.slice(tokens[first]!.from, tokens[end - 1]!.to)
    const count = min === max ? rounded(min) : `${rounded(min)}-${max === null ? '' : rounded(max)}`
    const value = anchor === null || anchor === 'start' ? count : `${anchor}${min < 0 ? '' : '+'}${min}`
    return [words, '=', value, bound === 'exact' ? '' : bound, kind === 'count' ? '' : kind].filter(Boolean).join(' ')
  }
  return findNumbers(tokens, numerals, true).map(one).join(' | ') || 'none'
}

describe('numbers', () => {
  it.each(cases)('$id $text', ({ text, expected }) => expect(written(text)).toBe(expected))

  const read = (text: string) => findNumbers(tokenize(fold(text)), numerals)

  it('tells where the bound after what is counted stands', () =>
    expect(read('قتل 43 مدنيا على الأقل')).toMatchObject([{ first: 1, end: 2, tail: [3, 5] }]))

  it('leaves a number by itself that a verb bounds, and tells where the verb stands', () =>
    expect(read('حصيلة تصل إلى 35 قتيلا')).toMatchObject([
      { first: 3, end: 4, min: 35, max: 35, bound: 'exact', lead: [1, 3] },
    ]))

  it('gives the numbers within a range, and on which side each bounds it', () =>
    expect(read('أكثر من عشرين وأقل من 30 شخصا')).toMatchObject([
      {
        min: 21,
        max: 29,
        parts: [
          { first: 2, end: 3, value: 20, side: 'more-than' },
          { first: 5, end: 6, value: 30, side: 'less-than' },
        ],
      },
    ]))

  it('tells how many a share counts, and what it is worth', () =>
    expect(read('قتل 5 من 20 جنديا')).toMatchObject([{ kind: 'count', min: 5, max: 5, parts: [{ value: 0.25 }] }]))

  it('finds "the last" only if asked', () => expect(read('الهجوم الأخير')).toEqual([]))

  it('tells a number with the article from one without', () =>
    expect(read('الكتاب الثلاثون وعشرون كتابا').map(({ definite }) => definite)).toEqual([true, false]))

  it('gives mentions in order that do not overlap, whatever the words', () => {
    const words = [...numerals.words.keys(), '12', '1,200', '5-7', '3/4', '(', ')', '%', '،', '\n', '+', 'مدنيا']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (list) => {
        const tokens = tokenize(fold(list.join(' ')))
        let last = 0
        for (const { first, end, min, max } of findNumbers(tokens, numerals)) {
          expect(first).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(first)
          expect(end).toBeLessThanOrEqual(tokens.length)
          if (max !== null) expect(max).toBeGreaterThanOrEqual(min)
          last = end
        }
      }),
    )
  })
})
