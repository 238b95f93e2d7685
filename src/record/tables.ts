import type { Insertable, JSONColumnType, Selectable } from 'kysely'
import type { Claim } from '../model/claim.ts'

/** How far the database has followed a journal; `place` is the byte in the file after the last line that it holds. */
type MarkTable = { journal: string; seq: number; digest: string; place: number }

/** A journal kept as a table (server stores): the same lines as the file, `entry` as the JSON text that was digested. */
type JournalTable = { seq: number; previous: string; digest: string; content: string; entry: string | null }

/** Derived: a report's text, ready to search. `gap` says why it could not be read; it then has no claims. */
type ReportTable = {
  id: string
  seq: number
  text_sha256: string
  bytes_sha256: string
  caller_id: string | null
  outlet: string | null
  published: string | null
  published_key: string
  url: string | null
  origin: string
  encoding: string
  received_at: string
  text: string
  search: string
  gap: string | null
}

/** Derived: one claim; `body` is the claim whole. */
type ClaimTable = {
  report_id: string
  id: string
  ordinal: number
  type: string
  status: string
  background: boolean
  trigger_from: number | null
  trigger_to: number | null
  sentence: string | null
  body: JSONColumnType<Claim>
}

/** Derived: one place of a claim; `place` is null when the gazetteer does not know the name. */
type ClaimPlaceTable = {
  report_id: string
  claim_id: string
  ordinal: number
  role: string
  name: string | null
  place: string | null
  precision: string | null
  lat: number | null
  lon: number | null
}

/** A party as the report names it; `actor` is the registry's id, null when the registry does not know the name. */
export type Party = { readonly text: string; readonly actor: string | null; readonly kind: string | null }

/**
 * Derived: one act at one place. `within` holds the place's id and those of the places around it, nearest first.
 * `start_date`, `end_date` are ISO dates cut to what is known; `first_day`, `last_day` the days that they span.
 */
type IncidentTable = {
  id: string
  report_id: string
  claim_id: string
  type: string
  status: string
  background: boolean
  place_id: string | null
  place_name: string | null
  place_name_en: string | null
  lat: number | null
  lon: number | null
  precision: string | null
  within: string[]
  bearing: string | null
  distance_km: number | null
  radius_km: number | null
  start_date: string | null
  end_date: string | null
  start_key: string
  first_day: string | null
  last_day: string | null
  date_inferred: boolean
  killed_min: number | null
  killed_max: number | null
  wounded_min: number | null
  wounded_max: number | null
  detained_min: number | null
  detained_max: number | null
  perpetrators: JSONColumnType<Party[]>
  targets: JSONColumnType<Party[]>
  quote_text: string
  quote_from: number
  quote_to: number
}

export type Tables = {
  mark: MarkTable
  report_journal: JournalTable
  decision: JournalTable
  report: ReportTable
  claim: ClaimTable
  claim_place: ClaimPlaceTable
  incident: IncidentTable
}

export type ReportRow = Selectable<ReportTable>
export type ClaimRow = Selectable<ClaimTable>
export type ClaimPlaceRow = Selectable<ClaimPlaceTable>
/** Rows are written whole, so what is inserted is what is read back. */
export type IncidentRow = Selectable<IncidentTable>
export type NewJournalLine = Insertable<JournalTable>
