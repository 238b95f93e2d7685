import type { Feature, FeatureCollection, Point, Polygon } from 'geojson'
import type { MapPoint, PlaceRow } from '../../serve/api/contract.ts'
import type { Lang } from '../state/view.ts'
import { groupNamed } from '../words/groups.ts'
import { mapLabel } from './label.ts'
import { middle, region } from './shapes.ts'

export type Pin = Pick<MapPoint, 'id' | 'group' | 'lat' | 'lon' | 'radiusKm' | 'bearing'>

/** `vague` pins stand for an area: they are drawn hollow, over their region. */
export function pinFeatures(pins: readonly Pin[]): FeatureCollection<Point> {
  return collection(
    pins.map(({ id, group, radiusKm, bearing, ...at }) => {
      const { lat, lon } = middle(at, radiusKm, bearing)
      return feature({ type: 'Point', coordinates: [lon, lat] }, { id, group: groupNamed(group), vague: radiusKm !== null })
    }),
  )
}

/** One polygon for each different area, however many incidents share it, the widest first so that small ones lie on top. */
export function regionFeatures(pins: readonly Pin[]): FeatureCollection<Polygon> {
  const areas = new Map<string, Pin & { radiusKm: number }>()
  for (const pin of pins) {
    const { lat, lon, radiusKm, bearing } = pin
    if (radiusKm !== null) areas.set([lat, lon, radiusKm, bearing].join(' '), { ...pin, radiusKm })
  }
  return collection(
    [...areas.values()]
      .sort((a, b) => b.radiusKm - a.radiusKm)
      .map(({ lat, lon, radiusKm, bearing }) => feature(region({ lat, lon }, radiusKm, bearing), { wide: radiusKm > 30 })),
  )
}

const RANK: Readonly<Record<string, number>> = { governorate: 0, city: 0, town: 1, village: 2, airbase: 2 }

/** Places that the map names; `rank` 0 is shown from afar, 2 from near. A town that shares its governorate's name is named once. */
export function townFeatures(places: readonly PlaceRow[], lang: Lang): FeatureCollection<Point> {
  const cities = new Set(places.filter(({ kind }) => kind === 'city').map(({ name }) => name))
  return collection(
    places
      .filter(({ kind, name }) => kind in RANK && !(kind === 'governorate' && cities.has(name)))
      .map(({ name, nameEn, kind, lat, lon }) =>
        feature(
          { type: 'Point', coordinates: [lon, lat] },
          { label: mapLabel(lang === 'en' ? nameEn || name : name), rank: RANK[kind] ?? 2 },
        ),
      ),
  )
}

/** South-west and north-east corners of all pins with their areas, null when there are none. */
export function extent(pins: readonly Pin[]): [[number, number], [number, number]] | null {
  if (pins.length === 0) return null
  const lats = pins.flatMap(({ lat, radiusKm }) => [lat - degrees(radiusKm), lat + degrees(radiusKm)])
  const lons = pins.flatMap(({ lon, radiusKm }) => [lon - degrees(radiusKm), lon + degrees(radiusKm)])
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ]
}

/** A country-wide area must not push the rest out of sight. */
const degrees = (km: number | null): number => (km === null || km > 100 ? 0 : km / 100)

const feature = <G extends Point | Polygon>(geometry: G, properties: Record<string, unknown>): Feature<G> => ({
  type: 'Feature',
  geometry,
  properties,
})
const collection = <G extends Point | Polygon>(features: Feature<G>[]): FeatureCollection<G> => ({
  type: 'FeatureCollection',
  features,
})
