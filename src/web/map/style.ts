import type { FeatureCollection } from 'geojson'
import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import { GROUPS, type Group, paintOf, type Scheme } from '../words/groups.ts'

export const FONT = 'Noto Sans Arabic Variable'

export type MapData = {
  readonly borders: FeatureCollection
  readonly towns: FeatureCollection
  readonly pins: FeatureCollection
  readonly regions: FeatureCollection
  readonly mark: FeatureCollection
}
export type Look = { readonly scheme: Scheme; readonly letters: Readonly<Record<Group, string>> }

const GROUND = {
  light: {
    sea: '#dbe6ea',
    land: '#f6f4ee',
    border: '#b3aea0',
    town: '#4c5257',
    halo: '#f6f4ee',
    many: '#4a5560',
    manyInk: '#ffffff',
    area: '#55636e',
    ring: '#ffffff',
    mark: '#14181b',
  },
  dark: {
    sea: '#14191d',
    land: '#23292e',
    border: '#4b545b',
    town: '#b9c1c7',
    halo: '#1b2024',
    many: '#c3ccd3',
    manyInk: '#15191c',
    area: '#9fb0bb',
    ring: '#15191c',
    mark: '#ffffff',
  },
} as const

/** The whole map as data. There is no `glyphs` address, so labels are drawn in the page's own font and Arabic is shaped. */
export function styleOf({ borders, towns, pins, regions, mark }: MapData, { scheme, letters }: Look): StyleSpecification {
  const ground = GROUND[scheme]
  const geo = (data: FeatureCollection) => ({ type: 'geojson' as const, data })
  const font = { 'text-font': [FONT], 'text-letter-spacing': 0 }
  const single: ExpressionSpecification = ['!', ['has', 'point_count']]
  return {
    version: 8,
    sources: {
      borders: { ...geo(borders), tolerance: 0.2 },
      towns: geo(towns),
      regions: geo(regions),
      // Acts at one spot never come apart by zooming: they stay one mark with a count, and a click lists them.
      pins: { ...geo(pins), maxzoom: 16, cluster: true, clusterRadius: 34, clusterMaxZoom: 15, clusterProperties: sums() },
      mark: geo(mark),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': ground.sea } },
      { id: 'land', type: 'fill', source: 'borders', paint: { 'fill-color': ground.land, 'fill-antialias': false } },
      { id: 'border', type: 'line', source: 'borders', paint: { 'line-color': ground.border, 'line-width': 1.1 } },
      {
        id: 'region',
        type: 'fill',
        source: 'regions',
        paint: { 'fill-color': ground.area, 'fill-opacity': fromNear(0.05, 0.14) },
      },
      {
        id: 'region-edge',
        type: 'line',
        source: 'regions',
        paint: {
          'line-color': ground.area,
          'line-width': 1.2,
          'line-dasharray': [3, 2.5],
          'line-opacity': fromNear(0.75, 0.75),
        },
      },
      ...[0, 1, 2].map((rank) => ({
        id: `town-${rank}`,
        type: 'symbol' as const,
        source: 'towns',
        minzoom: [0, 7.2, 9][rank]!,
        filter: ['==', ['get', 'rank'], rank] as ExpressionSpecification,
        layout: {
          ...font,
          'text-field': ['get', 'label'] as ExpressionSpecification,
          'text-size': [14, 12.5, 11.5][rank]!,
          'text-variable-anchor': ['top', 'bottom', 'left', 'right'] as ('top' | 'bottom' | 'left' | 'right')[],
          'text-radial-offset': 1.4,
          'text-max-width': 12,
        },
        paint: { 'text-color': ground.town, 'text-halo-color': ground.halo, 'text-halo-width': 1.6 },
      })),
      {
        id: 'pin-many',
        type: 'circle',
        source: 'pins',
        filter: ['has', 'point_count'],
        paint: {
          'circle-color': ofOneGroup(scheme, 'fill', ground.many),
          'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'point_count']], 1.4, 13, 5, 18, 30, 25],
          'circle-stroke-color': ground.ring,
          'circle-stroke-width': 2,
        },
      },
      {
        id: 'pin-count',
        type: 'symbol',
        source: 'pins',
        filter: ['has', 'point_count'],
        layout: {
          ...font,
          'text-field': ['to-string', ['get', 'point_count']],
          'text-size': 13,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': ofOneGroup(scheme, 'ink', ground.manyInk) },
      },
      {
        id: 'pin',
        type: 'circle',
        source: 'pins',
        filter: single,
        paint: {
          'circle-color': ['case', ['get', 'vague'], ground.land, byGroup(scheme, 'fill')],
          'circle-radius': 11,
          'circle-stroke-color': ['case', ['get', 'vague'], byGroup(scheme, 'fill'), ground.ring],
          'circle-stroke-width': ['case', ['get', 'vague'], 3, 2],
        },
      },
      {
        id: 'pin-letter',
        type: 'symbol',
        source: 'pins',
        filter: single,
        layout: {
          ...font,
          'text-field': [
            'match',
            ['get', 'group'],
            ...GROUPS.flatMap((group) => [group, letters[group]]),
            '',
          ] as unknown as ExpressionSpecification,
          'text-size': 12,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': ['case', ['get', 'vague'], ground.town, byGroup(scheme, 'ink')] },
      },
      {
        id: 'mark',
        type: 'circle',
        source: 'mark',
        paint: { 'circle-radius': 19, 'circle-opacity': 0, 'circle-stroke-color': ground.mark, 'circle-stroke-width': 2.5 },
      },
    ],
  }
}

/** Wide areas are always drawn; small ones appear when the map is near enough to tell them apart. */
const fromNear = (wide: number, small: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  5.8,
  ['case', ['get', 'wide'], wide, 0],
  6.6,
  ['case', ['get', 'wide'], wide, small],
]

type Colour = DataDrivenPropertyValueSpecification<string> & ExpressionSpecification

const byGroup = (scheme: Scheme, part: 'fill' | 'ink'): Colour =>
  [
    'match',
    ['get', 'group'],
    ...GROUPS.flatMap((group) => [group, paintOf(group, scheme)[part]]),
    paintOf('other', scheme)[part],
  ] as unknown as Colour

/** Pins of one group keep its colour when they are drawn as one; mixed ones are neutral. */
const ofOneGroup = (scheme: Scheme, part: 'fill' | 'ink', mixed: string): Colour =>
  [
    'case',
    ...GROUPS.flatMap((group) => [['==', ['get', group], ['get', 'point_count']], paintOf(group, scheme)[part]]),
    mixed,
  ] as unknown as Colour

const sums = (): Record<string, unknown> =>
  Object.fromEntries(GROUPS.map((group) => [group, ['+', ['case', ['==', ['get', 'group'], group], 1, 0]]]))
