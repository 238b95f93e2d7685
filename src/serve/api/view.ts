import type { Gazetteer, Place } from '../../data/gazetteer.ts'
import type { Registry } from '../../data/registry.ts'
import type { Filter, PlacedIncident } from '../../record/find.ts'
import type { Party } from '../../record/tables.ts'
import { radiusOf } from '../../relate/radius.ts'
import { Refused } from './refusal.ts'

/** documenter: the person at this machine sees all. public: anybody else; what they see is worked out here, on the server. */
export type View = 'documenter' | 'public'

/** The view for a server bound to `host`: only this machine itself is the documenter's. */
export const viewOf = (host: string): View => (/^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host) ? 'documenter' : 'public')

/** Where forces are or go is published late, or not at all when its day is not known. */
const POSITIONS = ['change to group/activity', 'headquarters or base established']
const DELAY_DAYS = 30
const COARSE: ReadonlySet<string> = new Set(['subdistrict', 'district', 'governorate', 'country'])
const DAY_MS = 86_400_000

/** The filter narrowed to what the view may know. @throws Refused (403) for a question whose answer would tell more. */
export function narrowed(filter: Filter, view: View, gazetteer: Gazetteer, now: Date): Filter {
  if (view === 'documenter') return filter
  if (filter.q) throw new Refused(403, 'The words of reports cannot be searched here: their texts are not public.')
  const place = filter.place ? gazetteer.places.get(filter.place) : undefined
  if (place && !COARSE.has(place.precision))
    throw new Refused(
      403,
      'Places smaller than a sub-district are not public; ask for the sub-district, district or governorate.',
    )
  // the whole of the day must lie that far back
  const until = new Date(now.getTime() - (DELAY_DAYS + 1) * DAY_MS).toISOString().slice(0, 10)
  return { ...filter, delayed: { types: POSITIONS, until } }
}

/** Where an incident is shown; `around` are the enclosing places, nearest first. */
export type Shown = {
  readonly id: string | null
  readonly name: string
  readonly nameEn: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: string | null
  readonly bearing: string | null
  readonly distanceKm: number | null
  readonly radiusKm: number | null
  readonly around: readonly Place[]
}

/** The place of an incident as this view may see it: exact, or the sub-district or larger area that holds it. */
export function shownPlace(
  row: Omit<PlacedIncident, 'id' | 'type' | 'status' | 'start_date'>,
  view: View,
  gazetteer: Gazetteer,
): Shown | null {
  if (row.place_name === null) return null
  const chain = row.within.flatMap((id) => gazetteer.places.get(id) ?? [])
  if (view === 'public') return coarse(row.lat, row.lon, chain)
  return {
    id: row.place_id,
    name: row.place_name,
    nameEn: row.place_name_en,
    lat: row.lat,
    lon: row.lon,
    precision: row.precision,
    bearing: row.bearing,
    distanceKm: row.distance_km,
    radiusKm: row.radius_km,
    around: chain.filter(({ id }) => id !== row.place_id),
  }
}

function coarse(lat: number | null, lon: number | null, chain: readonly Place[]): Shown {
  const at = chain.findIndex(({ precision }) => COARSE.has(precision))
  const area = at < 0 ? undefined : chain[at]
  const centred = area !== undefined && area.lat !== null
  const precision = area?.precision ?? 'subdistrict'
  return {
    id: area?.id ?? null,
    name: area?.name ?? '',
    nameEn: area?.nameEn ?? null,
    lat: centred ? area.lat : tenth(lat),
    lon: centred ? area.lon : tenth(lon),
    precision,
    bearing: null,
    distanceKm: null,
    radiusKm: radiusOf(precision, null),
    around: area ? chain.slice(at + 1) : [],
  }
}

const tenth = (degrees: number | null): number | null => (degrees === null ? null : Math.round(degrees * 10) / 10)

/** The parties in the report's own words; in public the registry's name, or the kind of those that it does not know. */
export function shownParties(parties: readonly Party[], view: View, registry: Registry): string[] {
  const names = parties.map(({ text, actor, kind }) => {
    const known = actor === null ? undefined : registry.actors.get(actor)?.name
    return view === 'public' ? (known ?? kind ?? '') : text || (known ?? '')
  })
  return [...new Set(names.filter(Boolean))]
}
