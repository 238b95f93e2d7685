import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCalendar } from '../../data/calendar.ts'
import { dataFolder } from '../../data/knowledge.ts'
import { readTable } from '../../data/table.ts'
import { foldKey } from '../../model/fold.ts'
import { type Case, findIn } from './dates.ts'
import type { Wanted } from './timex.ts'

const suites = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'evaluation', 'recognizers')
const leftOut = readTable(join(dataFolder(), '..', 'gold', 'conformance', 'dates.tsv'), ['id', 'suite', 'case', 'reason'])
const calendar = loadCalendar(join(dataFolder(), 'lexicon'), foldKey)

const NAMES: readonly (readonly [string, Wanted])[] = [
  ['DateExtractor', 'date'],
  ['DateParser', 'date'],
  ['DatePeriodExtractor', 'daterange'],
  ['DatePeriodParser', 'daterange'],
]
/** The least part of the cases in scope that must agree. */
const LEAST = 0.8

const written = (text: string, start: number, ...values: readonly string[]) => [`${text}@${start}`, ...values].join(' ')

/** How a case and what was read of it differ: in the spans, in the values, or not. */
function difference(one: Case, wanted: Wanted): { kind: 'none' | 'span' | 'value'; theirs: string; ours: string } {
  const found = findIn(one, wanted, calendar)
  const theirs = one.Results.map(({ Text, Start }) => written(Text, Start)).join(', ')
  const ours = found.map(({ text, start }) => written(text, start)).join(', ')
  if (theirs !== ours) return { kind: 'span', theirs, ours }
  for (const [at, { Text, Start, Value }] of one.Results.entries()) {
    if (!Value) continue
    const { timex, future, past } = found[at]!.value
    const [ahead, back] = [Value.FutureResolution, Value.PastResolution].map((resolution) =>
      Object.values(resolution).join('..'),
    )
    const expected = written(Text, Start, Value.Timex, ahead!, back!)
    const read = written(Text, Start, timex, future.join('..'), past.join('..'))
    if (expected !== read) return { kind: 'value', theirs: expected, ours: read }
  }
  return { kind: 'none', theirs, ours }
}

describe.skipIf(!existsSync(suites))('dates of Recognizers-Text (skipped where ../shared is not there)', () => {
  test.each(NAMES)('%s', (name, wanted) => {
    const file = readFileSync(join(suites, `DateTime-${name}.json`), 'utf8').replace(/^\ufeff/, '')
    const cases = JSON.parse(file) as readonly Case[]
    const out = new Set(leftOut.filter(({ suite }) => suite === name).map((row) => Number(row.case)))
    const judged = cases.map((one, at) => ({ at, one, ...difference(one, wanted) }))
    // where its authors set the values aside, as the suite's own tests do, spans alone are compared
    const agrees = ({ kind, one }: (typeof judged)[number]) =>
      kind === 'none' || (kind === 'value' && one.IgnoreResolution === 'true')
    const inScope = judged.filter(({ at }) => !out.has(at))
    const share = inScope.filter(agrees).length / inScope.length
    const failures = inScope
      .filter((row) => !agrees(row))
      .map(({ at, one, theirs, ours }) => `  ${at} «${one.Input}»\n    theirs ${theirs}\n    ours   ${ours || 'nothing'}`)
    const figures = [
      `${name}: ${inScope.filter(agrees).length} of ${inScope.length} in scope (${share.toFixed(3)})`,
      `${judged.filter(agrees).length} of ${judged.length} in all`,
      `${judged.filter(({ kind }) => kind === 'none').length} with the values that its authors set aside`,
    ].join(', ')
    expect(share, [figures, ...failures].join('\n')).toBeGreaterThanOrEqual(LEAST)
    expect(
      [...out].filter((at) => at >= cases.length || agrees(judged[at]!)),
      'left out, but there or read well',
    ).toEqual([])
  })
})

describe('a case of a suite', () => {
  const read = (Input: string, wanted: Wanted, day = '2020-03-10') =>
    findIn({ Input, Context: { ReferenceDateTime: day }, Results: [] }, wanted, calendar).map(({ text, value }) =>
      [text, value.timex, value.future.join('..'), value.past.join('..')].join(' | '),
    )
  test.each([
    ['موعدنا يوم الخميس', 'date', ['الخميس | XXXX-WXX-4 | 2020-03-12 | 2020-03-05']],
    ['نلتقي في هذا اليوم', 'date', ['اليوم | 2020-03-10 | 2020-03-10 | 2020-03-10']],
    ['سافر بالأمس', 'date', ['الأمس | 2020-03-09 | 2020-03-09 | 2020-03-09']],
    ['تزوجا في 7 نيسان', 'date', ['7 نيسان | XXXX-04-07 | 2020-04-07 | 2019-04-07']],
    ['تزوجا قبل سنة', 'date', ['قبل سنة | 2019-03-10 | 2019-03-10 | 2019-03-10']],
    ['يعود الأسبوع المقبل', 'date', []],
    ['يعود الأسبوع المقبل', 'daterange', ['الأسبوع المقبل | 2020-W12 | 2020-03-16..2020-03-23 | 2020-03-16..2020-03-23']],
    ['يسافر في نيسان', 'daterange', ['نيسان | XXXX-04 | 2020-04-01..2020-05-01 | 2019-04-01..2019-05-01']],
    [
      'يسافر من الأحد إلى الثلاثاء',
      'daterange',
      ['الأحد إلى الثلاثاء | (XXXX-03-15,XXXX-03-17,P2D) | 2020-03-15..2020-03-17 | 2020-03-08..2020-03-10'],
    ],
    ['يسافر في الصيف المقبل', 'daterange', ['الصيف المقبل | 2020-SU |  | ']],
    [
      'انتظر في الأيام الثلاثة الماضية',
      'daterange',
      ['في الأيام الثلاثة الماضية | (2020-03-07,2020-03-10,P3D) | 2020-03-07..2020-03-10 | 2020-03-07..2020-03-10'],
    ],
    ['اجتماع مدته ساعتان', 'daterange', []],
  ] as const)('%s as %s', (input, wanted, expected) => expect(read(input, wanted)).toEqual(expected))
})
