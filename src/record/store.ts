import type { Decision } from './decision.ts'
import type { Derive } from './derive.ts'
import type { Db, Journal, ReportEntry } from './journal.ts'

/** An open record: journals, which last, and the database, which follows them. */
export type Store = {
  /** the folder's whole path, or the server's address */
  readonly target: string
  readonly kind: 'embedded' | 'server'
  readonly db: Db
  readonly derive: Derive
  readonly reports: Journal<ReportEntry>
  readonly decisions: Journal<Decision>
  /** what opening had to mend, one sentence each */
  readonly notes: readonly string[]
  readonly close: () => Promise<void>
}
