import { createHash } from 'node:crypto'
import type { Gazetteer } from '../data/gazetteer.ts'
import type { ActorRef, Claim, PlaceRef } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import { PRECISIONS } from '../model/types.ts'
import type { IncidentRow, Party } from '../record/tables.ts'
import { dayOf, firstDay, lastDay } from './days.ts'
import { radiusOf } from './radius.ts'
import { countOf } from './tolls.ts'

/**
 * The incidents of one claim: one for each place where it happened, or one without a place. Incidents of several reports
 * are not merged. Pure: the same report, claim and gazetteer give the same rows.
 */
export function incidentsOf(report: Report, claim: Claim, gazetteer: Gazetteer): IncidentRow[] {
  const places = placesOf(claim)
  const common = { ...datesOf(report, claim), ...countsOf(claim), ...quoteOf(report, claim) }
  return (places.length ? places : [null]).map((place) => ({
    id: idOf(report, claim, place),
    report_id: report.id,
    claim_id: claim.id,
    type: claim.type,
    status: claim.status,
    background: claim.background,
    ...placeOf(place, gazetteer),
    ...common,
    perpetrators: claim.perpetrators.map(partyOf),
    targets: claim.targets.map(partyOf),
  }))
}

/** Sites and destinations; for want of them the reference of a relative place, or else the smallest area around. */
function placesOf(claim: Claim): readonly PlaceRef[] {
  const sites = claim.places.filter(({ role }) => role === 'site' || role === 'destination')
  const near = claim.places.filter(({ role }) => role === 'near')
  const within = claim.places.filter(({ role }) => role === 'within').sort((a, b) => size(a) - size(b))
  const chosen = sites.length ? sites : near.length ? near.slice(0, 1) : within.slice(0, 1)
  const seen = new Set<string>()
  return chosen.filter((place) => !seen.has(keyOf(place)) && seen.add(keyOf(place)))
}

const SIZES: readonly string[] = PRECISIONS
const size = (place: PlaceRef) => (place.precision ? SIZES.indexOf(place.precision) : PRECISIONS.length)

const keyOf = ({ place, text, relation }: PlaceRef): string =>
  [place ?? `"${text ?? ''}"`, relation?.bearing ?? '', relation?.distanceKm ?? ''].join(' ')

const idOf = (report: Report, claim: Claim, place: PlaceRef | null): string =>
  createHash('sha256')
    .update(JSON.stringify([report.id, claim.id, place && keyOf(place)]))
    .digest('hex')
    .slice(0, 24)

function placeOf(place: PlaceRef | null, gazetteer: Gazetteer) {
  const known = place?.place ? gazetteer.places.get(place.place) : undefined
  const relation = place?.relation?.bearing || place?.relation?.distanceKm ? place.relation : null
  const own = place?.precision ?? known?.precision ?? null
  const precision = relation || place?.role === 'near' ? 'relative' : own
  const lat = place?.lat ?? known?.lat ?? null
  const lon = place?.lon ?? known?.lon ?? null
  return {
    place_id: place?.place ?? null,
    place_name: place && (known?.name ?? place.text ?? place.nameEn ?? ''),
    place_name_en: known?.nameEn ?? place?.nameEn ?? null,
    lat: lon === null ? null : lat,
    lon: lat === null ? null : lon,
    precision,
    within: known ? [known.id, ...gazetteer.chain(known.id).map(({ id }) => id)] : [],
    bearing: relation?.bearing ?? null,
    distance_km: relation?.distanceKm ?? null,
    radius_km: place && radiusOf(precision, relation),
  }
}

/** The text's dates; else the report's own day, said to be inferred. What a report tells as background has no such day. */
function datesOf(report: Report, claim: Claim) {
  const said = dayOf(claim.time?.start) ?? dayOf(claim.time?.end)
  const start = said ?? (claim.background ? null : dayOf(report.published))
  const end = said ? dayOf(claim.time?.end) : null
  return {
    start_date: start,
    end_date: end,
    start_key: start ?? '',
    first_day: firstDay(start),
    last_day: lastDay(end ?? start),
    date_inferred: start !== null && said === null,
  }
}

function countsOf({ tolls }: Claim) {
  const killed = countOf(tolls, 'killed')
  const wounded = countOf(tolls, 'wounded')
  const detained = countOf(tolls, 'detained')
  return {
    killed_min: killed?.min ?? null,
    killed_max: killed?.max ?? null,
    wounded_min: wounded?.min ?? null,
    wounded_max: wounded?.max ?? null,
    detained_min: detained?.min ?? null,
    detained_max: detained?.max ?? null,
  }
}

/** The sentence and the trigger's place within it; positions count from the sentence's start. */
function quoteOf(report: Report, { sentence, trigger }: Claim) {
  const words = sentence?.from !== undefined && sentence.to !== undefined ? sentence : trigger
  if (words.from === undefined || words.to === undefined) return { quote_text: '', quote_from: 0, quote_to: 0 }
  const text = report.text.slice(words.from, words.to)
  const from = (trigger.from ?? words.from) - words.from
  const to = (trigger.to ?? words.from) - words.from
  const inside = from >= 0 && to <= text.length
  return { quote_text: text, quote_from: inside ? from : 0, quote_to: inside ? to : 0 }
}

const partyOf = ({ text, actor, kind }: ActorRef): Party => ({ text: text ?? '', actor: actor ?? null, kind: kind ?? null })
