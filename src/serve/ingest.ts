import { sha256 } from '../record/chain.ts'
import type { Derived } from '../record/derive.ts'
import { addReports } from '../record/follow.ts'
import { decode, type ReportEntry } from '../record/journal.ts'
import type { Store } from '../record/store.ts'
import type { Incoming } from './sources/incoming.ts'

/** What an ingest did. Claims, incidents and places are those of the added reports; `unread` counts reports with a gap. */
export type IngestCounts = {
  readonly added: number
  readonly known: number
  readonly unread: number
  readonly claims: number
  readonly incidents: number
  readonly placesFound: number
  readonly placesNotFound: number
}

export type IngestOptions = {
  readonly record: Store
  /** called after each batch with the counts so far */
  readonly onProgress?: (counts: IngestCounts) => void
  /** the moment of receipt, for tests; the clock if not given */
  readonly now?: () => Date
}

const BATCH = 50

/**
 * Adds reports to a record, which derives their claims and incidents. A report that it holds already (the same text, outlet
 * and date of publication) is counted as known. Each batch lasts once its `onProgress` is called.
 * @throws Fault when the journal cannot be written.
 */
export async function ingest(
  reports: AsyncIterable<Incoming> | Iterable<Incoming>,
  { record, onProgress, now = () => new Date() }: IngestOptions,
): Promise<IngestCounts> {
  let counts: IngestCounts = { added: 0, known: 0, unread: 0, claims: 0, incidents: 0, placesFound: 0, placesNotFound: 0 }
  let batch: ReportEntry[] = []
  const flush = async () => {
    const sent = batch.length
    if (sent === 0) return
    const derived = await addReports(record, batch)
    batch = []
    counts = total(counts, derived, sent)
    onProgress?.(counts)
  }
  for await (const incoming of reports) {
    batch.push(entryOf(incoming, now()))
    if (batch.length === BATCH) await flush()
  }
  await flush()
  return counts
}

/** The same text from the same outlet on the same date is one report, whatever file it came in and whoever sent it. */
export const reportId = (textSha256: string, outlet: string | null, published: string | null): string =>
  sha256(JSON.stringify([textSha256, outlet, published])).slice(0, 32)

function entryOf(incoming: Incoming, received: Date): ReportEntry {
  const { bytes, encoding, text, callerId, outlet, published, url, origin } = incoming
  const textSha256 = sha256(text)
  return {
    id: reportId(textSha256, outlet, published),
    bytesSha256: sha256(bytes),
    bytes: Buffer.from(bytes).toString('base64'),
    encoding,
    text: decode(bytes, encoding) === text ? null : text,
    textSha256,
    callerId,
    outlet,
    published,
    url,
    origin,
    receivedAt: received.toISOString(),
    by: 'ingest',
  }
}

const total = (before: IngestCounts, derived: readonly Derived[], sent: number): IngestCounts => {
  const places = derived.flatMap((rows) => rows.places)
  const found = places.filter(({ place }) => place !== null).length
  return {
    added: before.added + derived.length,
    known: before.known + sent - derived.length,
    unread: before.unread + derived.filter(({ report }) => report.gap !== null).length,
    claims: before.claims + derived.reduce((sum, { claims }) => sum + claims.length, 0),
    incidents: before.incidents + derived.reduce((sum, { incidents }) => sum + incidents.length, 0),
    placesFound: before.placesFound + found,
    placesNotFound: before.placesNotFound + places.length - found,
  }
}
