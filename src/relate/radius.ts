import type { PlaceRef } from '../model/claim.ts'
import type { Precision } from '../model/types.ts'

/**
 * How far round its point a place is drawn, in km; null is a pin. The areas are about half the width of a Syrian
 * sub-district, district and governorate; they say "somewhere in here", not where a border runs.
 */
const AREA_KM = {
  exact: null,
  neighbourhood: null,
  village: null,
  town: null,
  city: null,
  landmark: null,
  relative: 10,
  subdistrict: 10,
  district: 20,
  governorate: 60,
  country: 300,
} as const satisfies Record<Precision, number | null>

/** A direction without a distance: «west of the town» reaches about this far. */
const BEARING_KM = 15

/** The radius of the region to draw for a place of this precision; a distance that the text says is the radius itself. */
export function radiusOf(precision: string | null, relation: PlaceRef['relation']): number | null {
  if (relation?.distanceKm) return relation.distanceKm
  if (relation?.bearing) return BEARING_KM
  return (AREA_KM as Readonly<Record<string, number | null>>)[precision ?? ''] ?? null
}
