import type { Knowledge } from '../data/knowledge.ts'
import type { Claim } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import type { Trace } from '../model/trace.ts'

export type Reading = { readonly claims: readonly Claim[]; readonly trace: Trace }
export type Reader = { readonly read: (report: Report, options?: { trace?: boolean }) => Reading }

/** A reader over this knowledge. Reading is pure: no clock, no network, no disk; it never throws on text. */
export function createReader(_knowledge: Knowledge): Reader {
  return { read: () => ({ claims: [], trace: [] }) }
}
