import type { Span } from './span.ts'

/** One thing that a step saw and did: a value that the pipeline returns, never a print. */
export type TraceStep = {
  readonly step: string
  /** id of the rule, word or predicate at work */
  readonly rule: string
  readonly span: Span | null
  readonly gave: string
  readonly why: string
  /** set when a candidate was considered and not taken: the first condition that it lacked */
  readonly lacked?: string
}

export type Trace = readonly TraceStep[]
