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

/** One cell of the corpus: "words = 12", "words = 20-99 vague", "words = 101- more-than", joined by " | ". */
const written = (text: string): string => {
  const tokens = tokenize(fold(text))
  const one = ({ first, end, min, max, bound, kind }: NumberMention) => {
    const words = text.slice(tokens[first]!.from, tokens[end - 1]!.to)
    const value = min === max ? `${min}` : `${min}-${max ?? ''}`
    return [words, '=', value, bound === 'exact' ? '' : bound, kind === 'count' ? '' : kind].filter(Boolean).join(' ')
  }
  return findNumbers(tokens, numerals).map(one).join(' | ') || 'none'
}

describe('numbers', () => {
  it.each(cases)('$id $text', ({ text, expected }) => expect(written(text)).toBe(expected))

  it('tells where the bound after what is counted stands, and what is counted', () => {
    const tokens = tokenize(fold('قتل 43 مدنيا على الأقل'))
    expect(findNumbers(tokens, numerals)).toMatchObject([{ first: 1, end: 2, unit: 2, tail: [3, 5] }])
  })

  it('gives mentions in order that do not overlap, whatever the words', () => {
    const words = [...numerals.words.keys(), '12', '1,200', '5-7', '(', ')', '%', '،', '\n', 'مدنيا']
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
