import type { FeatureCollection } from 'geojson'
import { feature } from 'topojson-client'
import countriesUrl from 'world-atlas/countries-50m.json?url'

/** The land of all countries with their borders, from a file that is part of the app. */
export async function loadBorders(): Promise<FeatureCollection> {
  const atlas = (await (await fetch(countriesUrl)).json()) as Parameters<typeof feature>[0]
  return feature(atlas, atlas.objects.countries!) as FeatureCollection
}
