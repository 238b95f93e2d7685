/**
 * What the API promises: the schemas behind its validation, its OpenAPI page and the app's types.
 * Dates are ISO, cut to what is known; lat/lon are degrees (WGS 84); counts of people are {min, max}, max null when open.
 */
import { type Static, Type } from 'typebox'
import { Claim } from '../../model/claim.ts'

export type { ActorRef, Claim, PlaceRef, TimeRef, Toll, Words } from '../../model/claim.ts'

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const text = () => Type.String()

export const Range = Type.Object({ min: Type.Integer(), max: nullable(Type.Integer()) })
export type Range = Static<typeof Range>

/** Where an incident is shown. `region` is set, and lat/lon are the anchor's, when the place is relative or an area. */
export const IncidentPlace = Type.Object({
  id: nullable(text()),
  name: text(),
  nameEn: nullable(text()),
  lat: nullable(Type.Number()),
  lon: nullable(Type.Number()),
  precision: nullable(text()),
  /** the enclosing places, nearest first, as names */
  within: Type.Array(Type.Object({ id: text(), name: text(), nameEn: text() })),
  /** set for "west of Palmyra": the reference, the bearing and the distance said */
  relation: nullable(Type.Object({ bearing: nullable(text()), distanceKm: nullable(Type.Number()) })),
})
export type IncidentPlace = Static<typeof IncidentPlace>

export const Incident = Type.Object({
  id: text(),
  type: text(),
  place: nullable(IncidentPlace),
  /** ISO, cut to what is known; null when neither the text nor the publication date tells */
  start: nullable(text()),
  end: nullable(text()),
  /** true when the day is the report's own date for want of one in the text */
  dateInferred: Type.Boolean(),
  killed: nullable(Range),
  wounded: nullable(Range),
  detained: nullable(Range),
  perpetrators: Type.Array(text()),
  targets: Type.Array(text()),
  status: text(),
  background: Type.Boolean(),
  report: text(),
  outlet: nullable(text()),
  published: nullable(text()),
  claim: text(),
  /** the words that say it: the sentence, and the trigger inside it */
  quote: Type.Object({ text: text(), from: Type.Integer(), to: Type.Integer() }),
})
export type Incident = Static<typeof Incident>

/** Filters shared by the list, the map and the timeline. Dates are inclusive days. Lists are comma-separated. */
export const IncidentQuery = Type.Object({
  type: Type.Optional(Type.String({ description: 'event types, comma-separated' })),
  status: Type.Optional(Type.String({ description: 'statuses, comma-separated' })),
  from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  place: Type.Optional(Type.String({ description: 'gazetteer id; its children are included' })),
  q: Type.Optional(Type.String({ description: 'words of the report; spelling is folded' })),
  background: Type.Optional(Type.Union([Type.Literal('yes'), Type.Literal('no')])),
})
export type IncidentQuery = Static<typeof IncidentQuery>

/** A page of a list: `cursor` is the `next` of the page before it. Pages stay stable while the record does not change. */
export const PageQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'rows of a page; 50 if not said' })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
})
export type PageQuery = Static<typeof PageQuery>

export const IncidentPage = Type.Object({
  items: Type.Array(Incident),
  /** incidents that the filter finds, and all in the record: the scope that every total must state */
  found: Type.Integer(),
  all: Type.Integer(),
  next: nullable(text()),
})
export type IncidentPage = Static<typeof IncidentPage>

/** One incident on the map. Those without a point are counted in `unplaced`, not dropped. */
export const MapPoint = Type.Object({
  id: text(),
  type: text(),
  group: text(),
  lat: Type.Number(),
  lon: Type.Number(),
  name: text(),
  nameEn: nullable(text()),
  precision: nullable(text()),
  status: text(),
  start: nullable(text()),
  /** radius in km of the region to draw instead of a bare pin, null for a point */
  radiusKm: nullable(Type.Number()),
  bearing: nullable(text()),
})
export type MapPoint = Static<typeof MapPoint>
export const MapAnswer = Type.Object({ points: Type.Array(MapPoint), unplaced: Type.Integer(), found: Type.Integer() })
export type MapAnswer = Static<typeof MapAnswer>

export const TimelineAnswer = Type.Object({
  /** one row a day and group (battle, explosion …); an incident of several days counts on its first */
  days: Type.Array(Type.Object({ day: text(), group: text(), count: Type.Integer() })),
  /** found, but with no day: no date at all, or a month or a year alone */
  undated: Type.Integer(),
  first: nullable(text()),
  last: nullable(text()),
})
export type TimelineAnswer = Static<typeof TimelineAnswer>

export const ReportHead = Type.Object({
  id: text(),
  outlet: nullable(text()),
  published: nullable(text()),
  url: nullable(text()),
  /** the first words; empty in the public view */
  opening: text(),
  claims: Type.Integer(),
  /** why this report could not be read, null when it was */
  gap: nullable(text()),
})
export type ReportHead = Static<typeof ReportHead>
export const ReportPage = Type.Object({ items: Type.Array(ReportHead), all: Type.Integer(), next: nullable(text()) })
export type ReportPage = Static<typeof ReportPage>

export const ReportAnswer = Type.Object({
  id: text(),
  outlet: nullable(text()),
  published: nullable(text()),
  url: nullable(text()),
  textSha256: text(),
  receivedAt: text(),
  text: text(),
  claims: Type.Array(Claim),
  gap: nullable(text()),
  /** ids of the reports before and after it in the list of reports (newest first) */
  previous: nullable(text()),
  following: nullable(text()),
})
export type ReportAnswer = Static<typeof ReportAnswer>

export const PlacesQuery = Type.Object({
  kinds: Type.Optional(
    Type.String({ description: 'kinds of place, comma-separated; those that a basemap labels if not said' }),
  ),
})
export type PlacesQuery = Static<typeof PlacesQuery>

export const TypeRow = Type.Object({ id: text(), ar: text(), en: text(), group: text() })
export type TypeRow = Static<typeof TypeRow>

export const PlaceRow = Type.Object({
  id: text(),
  name: text(),
  nameEn: text(),
  kind: text(),
  lat: Type.Number(),
  lon: Type.Number(),
})
export type PlaceRow = Static<typeof PlaceRow>

export const Summary = Type.Object({
  reports: Type.Integer(),
  claims: Type.Integer(),
  incidents: Type.Integer(),
  placesFound: Type.Integer(),
  placesNotFound: Type.Integer(),
  /** reports that could not be read; each says why as its `gap` */
  unread: Type.Integer(),
  first: nullable(text()),
  last: nullable(text()),
  /** documenter: the person at this machine sees all; public: names withheld, points coarsened, texts not shown */
  view: Type.Union([Type.Literal('documenter'), Type.Literal('public')]),
  types: Type.Array(TypeRow),
})
export type Summary = Static<typeof Summary>

/** Every refusal has one sentence for people. */
export const Refusal = Type.Object({ error: text() })

export const ROUTES = {
  summary: '/api/summary',
  incidents: '/api/incidents',
  incident: '/api/incidents/:id',
  map: '/api/map',
  timeline: '/api/timeline',
  reports: '/api/reports',
  report: '/api/reports/:id',
  places: '/api/places',
  openapi: '/api/openapi.json',
} as const
