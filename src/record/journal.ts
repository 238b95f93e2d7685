import type { Kysely } from 'kysely'
import type { Line, Mark } from './chain.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/**
 * What lasts: an append-only, chained list of entries. Two kinds keep the same promise: a file (embedded stores), whose
 * lines are on disk before the database hears of them, and a table (servers), written within the caller's transaction.
 */
export type Journal<E> = {
  readonly name: 'reports' | 'decisions'
  /** up to `limit` verified lines after `mark`, and where the reader then stands; @throws Fault at a damaged line */
  readonly read: (db: Db, mark: Mark, limit: number) => Promise<{ readonly lines: readonly Line<E>[]; readonly mark: Mark }>
  /** adds the entries after `mark`, which must be the journal's end; they last when this returns (server: on commit) */
  readonly append: (db: Db, mark: Mark, entries: readonly E[]) => Promise<void>
  readonly close: () => void
}

/** A report as it was received. `bytes` is base64; `text` stands only where decoding the bytes does not give it. */
export type ReportEntry = {
  readonly id: string
  readonly bytesSha256: string
  readonly bytes: string
  readonly encoding: string
  readonly text: string | null
  readonly textSha256: string
  readonly callerId: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
  readonly origin: string
  /** ISO date-time, UTC */
  readonly receivedAt: string
  readonly by: 'ingest'
}

/** The text that bytes say in an encoding, byte-order mark removed; null when no such encoding is known. */
export function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return null
  }
}

/** The text of an entry. @throws Error when the entry has neither a text nor an encoding that is known. */
export function textOf(entry: ReportEntry): string {
  const text = entry.text ?? decode(Buffer.from(entry.bytes, 'base64'), entry.encoding)
  if (text === null) throw new Error(`the encoding ${entry.encoding} is not known`)
  return text
}
