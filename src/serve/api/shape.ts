import type { Knowledge } from '../../data/knowledge.ts'
import type { FoundIncident, PlacedIncident } from '../../record/find.ts'
import type { ReportHeadRow, WholeReport } from '../../record/reports.ts'
import type { Incident, IncidentPlace, MapPoint, Range, ReportAnswer, ReportHead } from './contract.ts'
import { type Shown, shownParties, shownPlace, type View } from './view.ts'

const OPENING = 160

/** A row of the record as the contract tells it, in this view. */
export function incidentOf(row: FoundIncident, view: View, { gazetteer, registry }: Knowledge): Incident {
  const shown = shownPlace(row, view, gazetteer)
  return {
    id: row.id,
    type: row.type,
    place: shown && placeOf(shown),
    start: row.start_date,
    end: row.end_date,
    dateInferred: row.date_inferred,
    killed: rangeOf(row.killed_min, row.killed_max),
    wounded: rangeOf(row.wounded_min, row.wounded_max),
    detained: rangeOf(row.detained_min, row.detained_max),
    perpetrators: shownParties(row.perpetrators, view, registry),
    targets: shownParties(row.targets, view, registry),
    status: row.status,
    background: row.background,
    report: row.report_id,
    outlet: row.outlet,
    published: row.published,
    claim: row.claim_id,
    quote: view === 'public' ? { text: '', from: 0, to: 0 } : { text: row.quote_text, from: row.quote_from, to: row.quote_to },
  }
}

const placeOf = ({ id, name, nameEn, lat, lon, precision, bearing, distanceKm, around }: Shown): IncidentPlace => ({
  id,
  name,
  nameEn,
  lat,
  lon,
  precision,
  within: around.map((place) => ({ id: place.id, name: place.name, nameEn: place.nameEn })),
  relation: bearing === null && distanceKm === null ? null : { bearing, distanceKm },
})

const rangeOf = (min: number | null, max: number | null): Range | null => (min === null ? null : { min, max })

/** An incident on the map; null when this view has no point for it. */
export function pointOf(row: PlacedIncident, view: View, { gazetteer, ontology }: Knowledge): MapPoint | null {
  const shown = shownPlace(row, view, gazetteer)
  if (!shown || shown.lat === null || shown.lon === null) return null
  const { name, nameEn, lat, lon, precision, radiusKm, bearing } = shown
  const group = ontology.types.get(row.type)?.group ?? 'other'
  return {
    id: row.id,
    type: row.type,
    group,
    lat,
    lon,
    name,
    nameEn,
    precision,
    status: row.status,
    start: row.start_date,
    radiusKm,
    bearing,
  }
}

/** In public neither the words of a report nor its address, whose last part often repeats its headline. */
export const headOf = (row: ReportHeadRow, view: View): ReportHead => ({
  id: row.id,
  outlet: row.outlet,
  published: row.published,
  url: view === 'public' ? null : row.url,
  opening: view === 'public' ? '' : openingOf(row.opening),
  claims: row.claims,
  // a reason may quote the text
  gap: view === 'public' && row.gap !== null ? 'could not be read' : row.gap,
})

/** The first words on one line, cut at a space. */
function openingOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= OPENING) return line
  const space = line.lastIndexOf(' ', OPENING)
  return `${line.slice(0, space > 0 ? space : OPENING)}…`
}

export const answerOf = ({ report, claims, previous, following }: WholeReport): ReportAnswer => ({
  id: report.id,
  outlet: report.outlet,
  published: report.published,
  url: report.url,
  textSha256: report.text_sha256,
  receivedAt: report.received_at,
  text: report.text,
  claims: [...claims],
  gap: report.gap,
  previous,
  following,
})
