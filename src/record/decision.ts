import type { Claim } from '../model/claim.ts'
import type { Span } from '../model/span.ts'

/** A claim as a person saw it: enough to find it again after the reader has changed. */
export type Seen = {
  readonly textSha256: string
  readonly trigger: Span
  readonly type: string
  readonly claim: Claim
}

/**
 * What a person decided, signed and dated; never edited: a later decision withdraws an earlier one by its seq.
 * `when` is an ISO date-time, UTC.
 */
export type Decision = { readonly who: string; readonly when: string; readonly why: string } & (
  | { readonly kind: 'accept' | 'reject'; readonly on: Seen }
  | { readonly kind: 'correct'; readonly on: Seen; readonly values: Partial<Claim> }
  | { readonly kind: 'same' | 'different' | 'unsure'; readonly on: Seen; readonly other: Seen }
  | { readonly kind: 'withdraw'; readonly seq: number }
)
