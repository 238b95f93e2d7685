import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolder } from '../../data/knowledge.ts'
import { loadNumerals } from '../../data/numerals.ts'
import { foldKey } from '../../model/fold.ts'
import { numbersIn, ordinalsIn, rangesIn } from './numbers.ts'
import { agrees, type Entity, readLeftOut, readSpec, runSpec, specSummary } from './spec.ts'

const numerals = loadNumerals(join(dataFolder(), 'lexicon'), foldKey)
const brief = (entities: readonly Entity[]) => entities.map(({ text, value }) => `${text} = ${value}`)

describe('what the reader finds, as the specs write it', () => {
  test('numbers stand by themselves, whatever bounds them', () =>
    expect(brief(numbersIn('أكثر من نصف القرى وبين 20 و30 قتيلا وعشرات الجرحى في الغارة الثالثة', numerals))).toEqual([
      'نصف = 0.5',
      '20 = 20',
      '30 = 30',
    ]))
  test('a date is its figures; a figure that touches its unit is none', () => {
    expect(brief(numbersIn('في 5/6/2018 و7-9 دونمات', numerals))).toEqual(['5 = 5', '6 = 6', '2018 = 2018', '7 = 7', '9 = 9'])
    expect(brief(numbersIn('20كيلومترا', numerals))).toEqual([])
  })
  test('ordinals: with the article from twenty on, and relative ones unless suppressed', () => {
    const text = 'الهجوم الثالث والكتاب الثلاثون والباب قبل الأخير والرجال الثلاثة'
    expect(brief(ordinalsIn(text, numerals))).toEqual(['الثالث = 3', 'الثلاثون = 30', 'قبل الأخير = end-1'])
    expect(brief(ordinalsIn(text, numerals, false))).toEqual(['الثالث = 3', 'الثلاثون = 30'])
  })
  test.each([
    ['نحو 20 إلى 30 قتيلا', '20 إلى 30 = [20,30)'],
    ['أكثر من ربع وأقل من نصف', 'أكثر من ربع وأقل من نصف = (0.25,0.5)'],
    ['حصيلة تصل إلى 40', 'تصل إلى 40 = (,40]'],
    ['خمسة أشخاص على الأقل', 'خمسة أشخاص على الأقل = [5,)'],
    ['كان يساوي 12', 'يساوي 12 = [12,12]'],
  ])('ranges: %s', (text, expected) => expect(brief(rangesIn(text, numerals))).toEqual([expected]))
  test('no range where nothing is bounded', () => expect(rangesIn('نحو 20 قتيلا وعشرات الجرحى', numerals)).toEqual([]))
})

describe('agreement', () => {
  const entity = (value: string, from: number | null = 0): Entity => ({ text: '1', from, to: from && 1, type: 'number', value })
  const one = { index: 0, input: '1', supported: true, spansOnly: false }
  const against = (expected: Entity[], got: Entity[], values = true) => agrees({ ...one, expected }, got, values)
  test('to the fifteenth digit', () => {
    expect(against([entity('0.333333333333333')], [entity(String(1 / 3))])).toBe(true)
    expect(against([entity('[10,15)')], [entity('[10,15)')])).toBe(true)
    expect(against([entity('[10,15)')], [entity('[10,15]')])).toBe(false)
    expect(against([entity('(,15)')], [entity('[0,15)')])).toBe(false)
    expect(against([entity('12')], [entity('12.5')])).toBe(false)
  })
  test('in place and number', () => {
    expect(against([entity('1')], [entity('1', 5)])).toBe(false)
    expect(against([entity('1', null)], [entity('1', 5)])).toBe(true)
    expect(against([entity('1')], [])).toBe(false)
    expect(against([], [entity('1')])).toBe(false)
    expect(against([entity('1')], [entity('2')], false)).toBe(true)
  })
})

const shared = join(import.meta.dirname, '../../../../shared/evaluation/recognizers')
const gold = join(dataFolder(), '..', 'gold/conformance/numbers.tsv')
/** Share of cases in scope that must pass. */
const GATE = 0.95
/** Share of cases that may be left out by hand. */
const MOST_LEFT_OUT = 0.06

describe.skipIf(!existsSync(shared))('the published specs (skipped where ../shared is not there)', () => {
  test.each([
    ['Number-NumberModel', (text: string) => numbersIn(text, numerals)],
    ['Number-OrdinalModel', (text: string) => ordinalsIn(text, numerals)],
    ['Number-OrdinalModelSuppressExtendedTypes', (text: string) => ordinalsIn(text, numerals, false)],
    ['Number-NumberRangeModel', (text: string) => rangesIn(text, numerals)],
  ])('%s', (name, read) => {
    const cases = readSpec(join(shared, `${name}.json`))
    const leftOut = readLeftOut(gold, name)
    const result = runSpec(cases, leftOut, read)
    expect(result.passed / result.inScope, specSummary(name, result)).toBeGreaterThanOrEqual(GATE)
    // what is left out exists, would be in scope, and fails: no row excuses what is read well
    for (const index of leftOut.keys()) {
      const one = cases[index]!
      expect(one.supported, `${name} ${index} is out of scope already`).toBe(true)
      expect(agrees(one, read(one.input), !one.spansOnly), `${name} ${index} passes; take its row out`).toBe(false)
    }
    expect(leftOut.size / (result.inScope + leftOut.size)).toBeLessThanOrEqual(MOST_LEFT_OUT)
  })
})
