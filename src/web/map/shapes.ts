import type { Feature, Polygon } from 'geojson'

export type Point = { readonly lat: number; readonly lon: number }

const DEGREES: Readonly<Record<string, number>> = { n: 0, ne: 45, e: 90, se: 135, s: 180, sw: 225, w: 270, nw: 315 }
const EARTH_KM = 6371
const HALF_WIDTH = 30
const RAD = Math.PI / 180

/** The point `km` away from another in a direction, on the sphere. */
export function away({ lat, lon }: Point, km: number, degrees: number): Point {
  const [phi, turn, arc] = [lat * RAD, degrees * RAD, km / EARTH_KM]
  const to = Math.asin(Math.sin(phi) * Math.cos(arc) + Math.cos(phi) * Math.sin(arc) * Math.cos(turn))
  const shift = Math.atan2(Math.sin(turn) * Math.sin(arc) * Math.cos(phi), Math.cos(arc) - Math.sin(phi) * Math.sin(to))
  return { lat: to / RAD, lon: lon + shift / RAD }
}

/** The area meant by a place that is no point: a disc round it, or with a bearing the part of it on that side. */
export function region(at: Point, km: number, bearing: string | null): Feature<Polygon>['geometry'] {
  const towards = bearing === null ? undefined : DEGREES[bearing]
  const ring =
    towards === undefined
      ? arc(at, km, 0, 360, 48)
      : [
          ...arc(at, km * 1.15, towards - HALF_WIDTH, towards + HALF_WIDTH, 16),
          ...arc(at, km * 0.3, towards - HALF_WIDTH, towards + HALF_WIDTH, 8).reverse(),
        ]
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/** Where the mark of an incident sits: in the middle of its area, so that "west of the town" is not shown in the town. */
export function middle(at: Point, km: number | null, bearing: string | null): Point {
  const towards = bearing === null ? undefined : DEGREES[bearing]
  return km === null || towards === undefined ? at : away(at, km * 0.75, towards)
}

function arc(at: Point, km: number, from: number, to: number, steps: number): [number, number][] {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const { lat, lon } = away(at, km, from + ((to - from) * step) / steps)
    return [lon, lat]
  })
}
