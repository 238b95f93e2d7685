import { type Static, Type } from 'typebox'
import {
  ACTOR_KINDS,
  BEARINGS,
  BOUNDS,
  EVENT_TYPES,
  OUTCOMES,
  PLACE_ROLES,
  PRECISIONS,
  SOURCE_KINDS,
  STATUSES,
} from './types.ts'

const oneOf = <T extends readonly string[]>(values: T) => Type.Enum([...values] as unknown as T)
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/**
 * Words of the report that say a value: `text` is `report.text.slice(from, to)`, character for character.
 * A value worked out rather than said has `inferred` and `why`, and no span.
 */
const said = {
  text: Type.Optional(Type.String()),
  from: Type.Optional(Type.Integer({ minimum: 0 })),
  to: Type.Optional(Type.Integer({ minimum: 1 })),
  inferred: Type.Optional(Type.Literal(true)),
  why: Type.Optional(Type.String()),
}

export const Words = Type.Object(said)
export type Words = Static<typeof Words>

export const ActorRef = Type.Object({
  ...said,
  actor: Type.Optional(nullable(Type.String())),
  kind: Type.Optional(oneOf(ACTOR_KINDS)),
})
export type ActorRef = Static<typeof ActorRef>

export const PlaceRef = Type.Object({
  ...said,
  role: oneOf(PLACE_ROLES),
  relation: Type.Optional(
    nullable(
      Type.Object({
        bearing: Type.Optional(nullable(oneOf(BEARINGS))),
        distanceKm: Type.Optional(nullable(Type.Number())),
      }),
    ),
  ),
  place: Type.Optional(nullable(Type.String())),
  nameEn: Type.Optional(nullable(Type.String())),
  lat: Type.Optional(nullable(Type.Number())),
  lon: Type.Optional(nullable(Type.Number())),
  precision: Type.Optional(nullable(oneOf(PRECISIONS))),
  alternatives: Type.Optional(Type.Array(Type.String())),
})
export type PlaceRef = Static<typeof PlaceRef>

export const Toll = Type.Object({
  ...said,
  outcome: oneOf(OUTCOMES),
  who: Type.Optional(nullable(Type.String())),
  min: Type.Integer({ minimum: 0 }),
  max: nullable(Type.Integer({ minimum: 0 })),
  total: Type.Optional(Type.Boolean()),
  cumulative: Type.Optional(Type.Boolean()),
  bound: Type.Optional(oneOf(BOUNDS)),
  source: Type.Optional(nullable(Type.Integer())),
})
export type Toll = Static<typeof Toll>

export const PersonRef = Type.Object({
  ...said,
  name: Type.String(),
  outcome: Type.Optional(Type.String()),
  sex: Type.Optional(oneOf(['female', 'male', 'unknown'] as const)),
  age: Type.Optional(nullable(Type.Integer())),
})
export type PersonRef = Static<typeof PersonRef>

export const MeansRef = Type.Object({ ...said, code: Type.Optional(nullable(Type.String())) })
export type MeansRef = Static<typeof MeansRef>

export const SourceRef = Type.Object({
  ...said,
  source: Type.Optional(nullable(Type.String())),
  kind: Type.Optional(oneOf(SOURCE_KINDS)),
})
export type SourceRef = Static<typeof SourceRef>

/** ISO dates cut to what is known: 2016, 2016-12, 2016-12-11. `known` lists the parts that the text says. */
export const TimeRef = Type.Object({
  start: Type.Optional(nullable(Type.String())),
  end: Type.Optional(nullable(Type.String())),
  text: Type.Optional(nullable(Type.String())),
  from: Type.Optional(Type.Integer()),
  to: Type.Optional(Type.Integer()),
  known: Type.Optional(Type.Array(oneOf(['year', 'month', 'day', 'time'] as const))),
})
export type TimeRef = Static<typeof TimeRef>

/** What one report says happened, with the words that say it. It borrows nothing from another report. */
export const Claim = Type.Object({
  id: Type.String(),
  type: oneOf(EVENT_TYPES),
  trigger: Words,
  sentence: Type.Optional(Words),
  perpetrators: Type.Array(ActorRef),
  targets: Type.Array(ActorRef),
  places: Type.Array(PlaceRef),
  time: Type.Optional(nullable(TimeRef)),
  means: Type.Array(MeansRef),
  tolls: Type.Array(Toll),
  people: Type.Array(PersonRef),
  status: oneOf(STATUSES),
  sources: Type.Array(SourceRef),
  background: Type.Boolean(),
  rules: Type.Array(Type.String(), { minItems: 1 }),
  mentions: Type.Optional(Type.Array(Words)),
})
export type Claim = Static<typeof Claim>

/** One line of `read --format jsonl`. */
export const ReadLine = Type.Object({
  report: Type.Object({
    id: Type.String(),
    published: Type.Optional(nullable(Type.String())),
    language: Type.Optional(Type.String()),
    textSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  claims: Type.Array(Claim),
})
export type ReadLine = Static<typeof ReadLine>
