import type { Report } from '../model/report.ts'
import type { TraceStep } from '../model/trace.ts'
import type { EventType } from '../model/types.ts'
import type { Reading } from '../read/pipeline.ts'
import { summary } from './summary.ts'

export type ExplainOptions = {
  /** lists only what came near to giving this type, and what it lacked */
  readonly whyNot?: EventType | undefined
  /** paints the text with terminal colours */
  readonly colour?: boolean | undefined
}

type Paint = (text: string) => string
type Paints = { readonly head: Paint; readonly rule: Paint; readonly words: Paint; readonly lacked: Paint; readonly dim: Paint }

const paints = (colour: boolean): Paints => {
  const code = (number: number) => (text: string) => (colour ? `\u001b[${number}m${text}\u001b[0m` : text)
  return { head: code(1), rule: code(36), words: code(33), lacked: code(31), dim: code(2) }
}

/**
 * How a report was read, for a person: by step, each rule at work, its words, what it gave and why; what was considered and
 * not taken with the first condition it lacked; and the claims. The reading must have been made with its trace.
 */
export function explain(report: Report, reading: Reading, { whyNot, colour = false }: ExplainOptions = {}): string {
  const paint = paints(colour)
  if (whyNot) return nearMisses(report, reading, whyNot, paint)
  const steps = new Map<string, TraceStep[]>()
  for (const step of reading.trace) steps.set(step.step, [...(steps.get(step.step) ?? []), step])
  return [
    ...[...steps].flatMap(([name, found]) => [paint.head(name), ...found.map((step) => line(report, step, paint)), '']),
    paint.head(count(reading.claims.length, 'claim')),
    ...reading.claims.map((claim) => `  ${summary(claim)}\n      ${paint.dim(`by ${claim.rules.join(', ')}`)}`),
  ].join('\n')
}

function line(report: Report, step: TraceStep, paint: Paints): string {
  const words = step.span ? ` ${paint.words(quoted(report, step))}` : ''
  const end = step.lacked === undefined ? '' : `\n      ${paint.lacked(`not taken: lacks ${step.lacked}`)}`
  return `  ${paint.rule(step.rule)}${words} → ${step.gave}${step.why && ` ${paint.dim(`(${step.why})`)}`}${end}`
}

/**
 * The candidates of one type that fell, the nearest first: the later the step at which it fell, the nearer it came. A step that
 * considered a candidate names the type in `gave`, or its rule's id begins with it.
 */
function nearMisses(report: Report, reading: Reading, type: EventType, paint: Paints): string {
  const claims = reading.claims.filter((claim) => claim.type === type)
  const order = [...new Set(reading.trace.map((step) => step.step))]
  const fallen = reading.trace
    .filter((step) => step.lacked !== undefined && (step.gave.includes(type) || step.rule.startsWith(`${type}.`)))
    .sort((a, b) => order.indexOf(b.step) - order.indexOf(a.step) || (a.span?.from ?? 0) - (b.span?.from ?? 0))
  const read = claims.length
    ? [paint.head(`${count(claims.length, 'claim')} of ${type} read`), ...claims.map((claim) => `  ${summary(claim)}`), '']
    : [paint.head(`no claim of ${type}`)]
  if (!fallen.length) return [...read, `no rule of ${type} found its words in this report`].join('\n')
  return [
    ...read,
    paint.head(`${count(fallen.length, 'candidate')} not taken, the nearest first`),
    ...fallen.map((step) => line(report, step, paint)),
  ].join('\n')
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

const LONGEST = 80

function quoted(report: Report, step: TraceStep): string {
  const words = report.text.slice(step.span!.from, step.span!.to).replace(/\s+/g, ' ')
  return `«${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}»`
}
