import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldKey, toFolded, toOriginal } from '../../model/fold.ts'
import { sentences } from './sentences.ts'
import { tokenize } from './tokens.ts'

const keys = (text: string) => tokenize(fold(text)).map((token) => token.key)

describe('fold', () => {
  it.each([
    ['إِدْلِب', 'ادلب'],
    ['مُسْتشْفى', 'مستشفي'],
    ['قريـــة', 'قريه'],
    ['مسؤول', 'مسوول'],
    ['١٢٣ و۴۵', '123 و45'],
    ['\uFEB3\uFEEE\uFEAD\uFEF3\uFE8E', 'سوريا'],
    ['\uFEFB', 'لا'],
    ['ال\u200Cتنف\u200F', 'التنف'],
    ['عااااجل', 'عاجل'],
    ['الاستـ.هدف', 'الاستهدف'],
  ])('folds %s', (text, key) => expect(foldKey(text)).toBe(key))

  it('keeps two equal letters, which are spelling', () => expect(foldKey('الليل يبلل')).toBe('الليل يبلل'))
  it('keeps the dot of a sentence whose space is missing', () => expect(keys('البلدة.وأضاف')).toEqual(['البلده', '.', 'واضاف']))
  it('joins a word whose letters are set apart', () => expect(keys('مواقع د.ا.ع.ش غربا')).toEqual(['مواقع', 'داعش', 'غربا']))

  it('finds the way back, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text)
        for (const token of tokenize(folded)) {
          expect(token.from).toBeLessThan(token.to)
          expect(token.to).toBeLessThanOrEqual(text.length)
          const there = toFolded(folded, token)
          const back = toOriginal(folded, there.from, there.to)
          expect(back.from).toBeLessThanOrEqual(token.from)
          expect(back.to).toBeGreaterThanOrEqual(token.to)
        }
      }),
    )
  })
  it('gives spans that are the words themselves', () => {
    const text = 'قصفٌ على «إدلـــب» فجرَ ١١/١٢'
    expect(tokenize(fold(text)).map((token) => text.slice(token.from, token.to))).toEqual([
      'قصفٌ',
      'على',
      '«',
      'إدلـــب',
      '»',
      'فجرَ',
      '١١/١٢',
    ])
  })
})

describe('sentences', () => {
  it('splits at stops and line ends, not inside numbers', () => {
    const tokens = tokenize(fold('قتل 2.5 ألف. ثم\nعنوان؟ نعم'))
    expect(
      sentences(tokens).map(({ first, end }) =>
        tokens
          .slice(first, end)
          .map((token) => token.key)
          .join(' '),
      ),
    ).toEqual(['قتل 2.5 الف', 'ثم', 'عنوان', 'نعم'])
  })
})
