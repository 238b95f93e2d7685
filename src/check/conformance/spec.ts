import { readFileSync } from 'node:fs'
import { readTable } from '../../data/table.ts'

/** One thing that a spec expects, or that we read: its words, where they stand (`to` after the last), and what they mean. */
export type Entity = {
  readonly text: string
  /** null: the spec does not say where */
  readonly from: number | null
  readonly to: number | null
  readonly type: string
  readonly value: string
}

/** A case of a spec. `supported`: the one published implementation of the language passes it. */
export type SpecCase = {
  readonly index: number
  readonly input: string
  readonly supported: boolean
  /** the spec itself asks that values be not compared */
  readonly spansOnly: boolean
  readonly expected: readonly Entity[]
}

type SpecResult = {
  readonly cases: number
  readonly unsupported: number
  /** reason → how many cases are left out for it */
  readonly leftOut: ReadonlyMap<string, number>
  readonly inScope: number
  readonly passed: number
  /** of the cases whose values the spec asks not to compare: how many there are, and in how many they agree all the same */
  readonly unasked: { readonly cases: number; readonly agree: number }
  /** of the cases that the published implementation does not pass */
  readonly beyond: { readonly cases: number; readonly passed: number }
  readonly failures: readonly string[]
}

type RawCase = {
  Input: string
  NotSupported?: string
  IgnoreResolution?: boolean
  Results: { Text: string; TypeName?: string; Start?: number; End?: number; Resolution?: { value?: string } }[]
}

/** The implementation of the specs that reads Arabic; the others are named as unsupported by design. */
const IMPLEMENTATION = 'dotnet'
const LEFT_OUT = ['id', 'suite', 'case', 'reason', 'note'] as const
/** Values are written in 15 digits. */
const TOLERANCE = 1e-14

/** The cases of a spec file. @throws when the file is none. */
export function readSpec(file: string): readonly SpecCase[] {
  const raw: RawCase[] = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  return raw.map((one, index) => ({
    index,
    input: one.Input,
    supported: !(one.NotSupported ?? '').includes(IMPLEMENTATION),
    spansOnly: one.IgnoreResolution === true,
    expected: one.Results.map((result) => {
      const placed = result.Start !== undefined && result.End !== undefined && result.Start >= 0
      return {
        text: result.Text,
        from: placed ? result.Start! : null,
        to: placed ? result.End! + 1 : null,
        type: result.TypeName ?? '',
        value: result.Resolution?.value ?? '',
      }
    }),
  }))
}

/** The cases that nobody would call right, by suite and index, each with its reason. */
export function readLeftOut(file: string, suite: string): ReadonlyMap<number, string> {
  const rows = readTable(file, LEFT_OUT).filter((row) => row.suite === suite)
  return new Map(rows.map((row) => [Number(row.case), row.reason]))
}

/** Runs the cases of a spec through a reading. */
export function runSpec(
  cases: readonly SpecCase[],
  leftOut: ReadonlyMap<number, string>,
  read: (text: string) => readonly Entity[],
): SpecResult {
  const tried = cases.map((one) => ({ one, got: read(one.input) }))
  const supported = tried.filter(({ one }) => one.supported)
  const scope = supported.filter(({ one }) => !leftOut.has(one.index))
  const failed = scope.filter(({ one, got }) => !agrees(one, got, !one.spansOnly))
  const unasked = scope.filter(({ one }) => one.spansOnly)
  const beyond = tried.filter(({ one }) => !one.supported)
  const reasons = new Map<string, number>()
  for (const { one } of supported) {
    const reason = leftOut.get(one.index)
    if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return {
    cases: cases.length,
    unsupported: beyond.length,
    leftOut: reasons,
    inScope: scope.length,
    passed: scope.length - failed.length,
    unasked: { cases: unasked.length, agree: unasked.filter(({ one, got }) => agrees(one, got, true)).length },
    beyond: { cases: beyond.length, passed: beyond.filter(({ one, got }) => agrees(one, got, !one.spansOnly)).length },
    failures: failed.map(
      ({ one, got }) => `${one.index} ${one.input}\n  expected ${told(one.expected)}\n  read     ${told(got)}`,
    ),
  }
}

/** The same things, in the same places, and, if asked, of the same worth. */
export function agrees(one: SpecCase, got: readonly Entity[], values: boolean): boolean {
  return (
    got.length === one.expected.length &&
    one.expected.every((expected, at) => {
      const read = got[at]!
      const placed = expected.from === null || (expected.from === read.from && expected.to === read.to)
      return (
        placed && expected.text === read.text && expected.type === read.type && (!values || equal(expected.value, read.value))
      )
    })
  )
}

/** The same but for the last digit of the numbers in them. */
function equal(a: string, b: string): boolean {
  const parts = (value: string) => value.split(/([[\](),])/)
  const [left, right] = [parts(a), parts(b)]
  return (
    left.length === right.length &&
    left.every((part, at) => {
      if (part === right[at]) return true
      const [x, y] = [Number(part || Number.NaN), Number(right[at] || Number.NaN)]
      return Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y))
    })
  )
}

/** The figures of a spec, then its failures, to be read by a person. */
export function specSummary(name: string, result: SpecResult): string {
  const { cases, inScope, passed, leftOut, unsupported, unasked, beyond, failures } = result
  const left = [...leftOut].map(([reason, count]) => `, ${reason} ${count}`).join('')
  return [
    `${name}: ${passed} of ${inScope} pass (${((100 * passed) / inScope).toFixed(1)} %)`,
    `  of ${cases} cases left out: not supported ${unsupported}${left}`,
    `  values that need not agree do in ${unasked.agree} of ${unasked.cases}; of the unsupported cases ${beyond.passed} pass`,
    ...failures,
  ].join('\n')
}

const told = (entities: readonly Entity[]): string =>
  entities.map(({ text, from, to, type, value }) => `${type} "${text}" [${from}, ${to}) ${value}`).join(' | ') || 'nothing'
