import { describe, expect, test } from 'vitest'
import { extent, pinFeatures, regionFeatures, townFeatures } from './features.ts'
import { mapLabel } from './label.ts'
import { away, middle } from './shapes.ts'

const palmyra = { lat: 34.56, lon: 38.28 }
const pin = (id: string, more: object = {}) => ({ id, group: 'battle', ...palmyra, radiusKm: null, bearing: null, ...more })

describe('labels', () => {
  test('have no brackets, vowel marks or tatweel', () => {
    expect(mapLabel('مُحافظة حـــمص (المدينة)')).toBe('محافظة حمص')
    expect(mapLabel('Tiyas (T4)')).toBe('Tiyas')
  })
  test('name a town that shares its governorate’s name once', () => {
    const place = { id: 'a', name: 'حمص', nameEn: 'Homs', lat: 34.7, lon: 36.7 }
    const { features } = townFeatures(
      [
        { ...place, kind: 'governorate' },
        { ...place, kind: 'city' },
        { ...place, kind: 'district' },
      ],
      'en',
    )
    expect(features.map(({ properties }) => properties)).toEqual([{ label: 'Homs', rank: 0 }])
  })
})

describe('areas', () => {
  test('a place given by a direction is marked on that side, not in the town', () => {
    expect(middle(palmyra, 15, 'w').lon).toBeLessThan(palmyra.lon)
    expect(middle(palmyra, 15, 'n').lat).toBeGreaterThan(palmyra.lat)
    expect(middle(palmyra, 15, null)).toEqual(palmyra)
  })
  test('a degree of latitude is about 111 km', () => expect(away(palmyra, 111.2, 0).lat).toBeCloseTo(palmyra.lat + 1, 2))
  test('are drawn once however many incidents share them, and are closed rings', () => {
    const { features } = regionFeatures([
      pin('a', { radiusKm: 10 }),
      pin('b', { radiusKm: 10 }),
      pin('c', { radiusKm: 15, bearing: 'w' }),
      pin('d'),
    ])
    expect(features).toHaveLength(2)
    for (const { geometry } of features) expect(geometry.coordinates[0]!.at(-1)).toEqual(geometry.coordinates[0]![0])
  })
  test('make a pin hollow', () => {
    const { features } = pinFeatures([pin('a'), pin('b', { radiusKm: 60 })])
    expect(features.map(({ properties }) => properties?.vague)).toEqual([false, true])
  })
  test('the extent holds all of them, and none has no extent', () => {
    expect(extent([])).toBeNull()
    const [[west, south], [east, north]] = extent([pin('a'), pin('b', { radiusKm: 60, lat: 36 })])!
    expect([west < palmyra.lon, south < palmyra.lat + 1e-9, east > palmyra.lon, north > 36]).toEqual([true, true, true, true])
  })
})
