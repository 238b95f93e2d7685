import { describe, expect, test } from 'vitest'
import type { Claim } from '../../serve/api/contract.ts'
import { claimAt, spansOf, stands } from './spans.ts'

const said = (text: string, words: string) => {
  const from = text.indexOf(words)
  return { text: words, from, to: from + words.length }
}
const claim = (id: string, trigger: object, more: Partial<Claim> = {}): Claim => ({
  id,
  type: 'attack',
  trigger,
  perpetrators: [],
  targets: [],
  places: [],
  means: [],
  tolls: [],
  people: [],
  sources: [],
  status: 'asserted',
  background: false,
  rules: ['test'],
  ...more,
})

/** Letters drawn out, a pair of code units, a joiner of emoji, vowel marks, Latin and both kinds of digits before the words. */
const MIXED = 'عـــاجل 🚨👨‍👩‍👧 حيّ RT 2016/١٢: قَصَفَت طائرات Su-24 تـدمر، وقُتل 3 مدنيين 🕊️.'

describe('painting', () => {
  test.each(['قَصَفَت', 'Su-24', 'تـدمر', '🚨', 'قُتل', '🕊️'])('stands on the same characters: %s', (words) => {
    const trigger = said(MIXED, words)
    expect(stands(MIXED, trigger)).toBe(true)
    const [span] = spansOf(MIXED, [claim('a', trigger)], 'a')
    expect(MIXED.slice(span!.from, span!.to)).toBe(words)
  })

  test('paints nothing on words other than those said', () => {
    const { from, to } = said(MIXED, 'تـدمر')
    expect(stands(MIXED, { text: 'تدمر', from, to })).toBe(false)
    expect(stands(MIXED, { from: 3, to: MIXED.length + 1 })).toBe(false)
    expect(stands(MIXED, { text: 'x' })).toBe(false)
    expect(spansOf(MIXED, [claim('a', { text: 'تدمر', from, to })], 'a')).toEqual([])
  })

  test('shows all words of the selected claim and the triggers of the others', () => {
    const a = claim('a', said(MIXED, 'قَصَفَت'), {
      places: [{ ...said(MIXED, 'تـدمر'), role: 'site' }],
      time: { start: '2016-12', ...said(MIXED, '2016/١٢') },
    })
    const b = claim('b', said(MIXED, 'قُتل'), { tolls: [{ ...said(MIXED, '3 مدنيين'), outcome: 'killed', min: 3, max: 3 }] })
    expect(spansOf(MIXED, [a, b], 'a').map(({ layer }) => layer)).toEqual(['time', 'place', 'trigger', 'others'])
    expect(spansOf(MIXED, [a, b], null).map(({ layer }) => layer)).toEqual(['others', 'others'])
  })

  test('leaves out values that were inferred', () => {
    const a = claim('a', said(MIXED, 'قَصَفَت'), { perpetrators: [{ inferred: true, why: 'only one side flies' }] })
    expect(spansOf(MIXED, [a], 'a').map(({ layer }) => layer)).toEqual(['trigger'])
  })
})

describe('a click on painted words', () => {
  const shared = { ...said(MIXED, 'تـدمر'), role: 'site' as const }
  const a = claim('a', said(MIXED, 'قَصَفَت'), { places: [shared] })
  const b = claim('b', said(MIXED, 'قُتل'), { places: [shared] })
  const at = (words: string) => MIXED.indexOf(words) + 1

  test('selects the claim whose trigger it is', () => expect(claimAt(MIXED, [a, b], at('قُتل'), 'a')).toBe('b'))
  test('goes on to the next claim of shared words', () => {
    expect(claimAt(MIXED, [a, b], at('تـدمر'), null)).toBe('a')
    expect(claimAt(MIXED, [a, b], at('تـدمر'), 'a')).toBe('b')
  })
  test('selects nothing elsewhere', () => expect(claimAt(MIXED, [a, b], at('🚨'), 'a')).toBeNull())
})
