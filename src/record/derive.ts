import type { Claim } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import { type ReportEntry, textOf } from './journal.ts'
import { searchKey } from './search.ts'
import type { ClaimPlaceRow, ClaimRow, IncidentRow, ReportRow } from './tables.ts'

/** What a report comes to: a function of the report and of `data/` alone. The store is handed it, and calls it again to rebuild. */
export type Derive = (report: Report) => { readonly claims: readonly Claim[]; readonly incidents: readonly IncidentRow[] }

/** A date-time is shorter; an index takes no key of thousands of bytes. */
const KEY = 40

/** All rows of one report. */
export type Derived = {
  readonly report: ReportRow
  readonly claims: readonly ClaimRow[]
  readonly places: readonly ClaimPlaceRow[]
  readonly incidents: readonly IncidentRow[]
}

/**
 * The rows of one line of the journal. It never throws: a report that cannot be decoded, read or related keeps its row,
 * with the reason as its `gap`, and the record stays open for the rest.
 */
export function deriveRows(seq: number, entry: ReportEntry, derive: Derive): Derived {
  let text = ''
  let told: ReturnType<Derive> = { claims: [], incidents: [] }
  let gap: string | null = null
  try {
    text = textOf(entry)
    told = derive({ id: entry.id, text, published: entry.published, outlet: entry.outlet, url: entry.url })
    const ids = new Set(told.claims.map(({ id }) => id))
    if (ids.size < told.claims.length) throw new Error('two of its claims have one id')
  } catch (error) {
    told = { claims: [], incidents: [] }
    gap = error instanceof Error ? error.message : String(error)
  }
  return {
    report: {
      id: entry.id,
      seq,
      text_sha256: entry.textSha256,
      bytes_sha256: entry.bytesSha256,
      caller_id: entry.callerId,
      outlet: entry.outlet,
      published: entry.published,
      published_key: (entry.published ?? '').slice(0, KEY),
      url: entry.url,
      origin: entry.origin,
      encoding: entry.encoding,
      received_at: entry.receivedAt,
      text,
      search: searchKey(text),
      gap,
    },
    claims: told.claims.map((claim, ordinal) => claimRow(entry.id, claim, ordinal)),
    places: told.claims.flatMap((claim) => placeRows(entry.id, claim)),
    incidents: told.incidents,
  }
}

const claimRow = (report: string, claim: Claim, ordinal: number): ClaimRow => ({
  report_id: report,
  id: claim.id,
  ordinal,
  type: claim.type,
  status: claim.status,
  background: claim.background,
  trigger_from: claim.trigger.from ?? null,
  trigger_to: claim.trigger.to ?? null,
  sentence: claim.sentence?.text ?? null,
  body: claim,
})

const placeRows = (report: string, claim: Claim): ClaimPlaceRow[] =>
  claim.places.map((place, ordinal) => ({
    report_id: report,
    claim_id: claim.id,
    ordinal,
    role: place.role,
    name: place.text ?? null,
    place: place.place ?? null,
    precision: place.precision ?? null,
    lat: place.lat ?? null,
    lon: place.lon ?? null,
  }))
