import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './journal.ts'
import { searchPatterns } from './search.ts'
import type { IncidentRow, Tables } from './tables.ts'

/**
 * What to find. Days are ISO and inclusive: an incident fits when it may have happened on one of them, so that one dated
 * to a month or a year fits every day of it. `place` stands for all places inside it.
 */
export type Filter = {
  readonly types?: readonly string[]
  readonly statuses?: readonly string[]
  readonly background?: boolean
  readonly from?: string
  readonly to?: string
  readonly place?: string
  readonly q?: string
  /** incidents of these types are left out unless they surely lie on or before `until` */
  readonly delayed?: { readonly types: readonly string[]; readonly until: string }
}

/** A place in a list: after the row with this sort key and id. */
export type After = { readonly key: string; readonly id: string }

export type FoundIncident = IncidentRow & { readonly outlet: string | null; readonly published: string | null }

/** One page of incidents, latest first, those without a date last; equal dates by id. */
export async function findIncidents(db: Db, filter: Filter, limit: number, after?: After): Promise<FoundIncident[]> {
  let query = db
    .selectFrom('incident')
    .innerJoin('report', 'report.id', 'incident.report_id')
    .selectAll('incident')
    .select(['report.outlet', 'report.published'])
    .where((eb) => matches(eb, filter))
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('incident.start_key', '<', after.key),
        eb.and([eb('incident.start_key', '=', after.key), eb('incident.id', '>', after.id)]),
      ]),
    )
  return query.orderBy('incident.start_key', 'desc').orderBy('incident.id').limit(limit).execute()
}

/** One incident, or undefined when there is none, or the filter leaves it out. */
export async function incidentById(db: Db, id: string, filter: Filter): Promise<FoundIncident | undefined> {
  return db
    .selectFrom('incident')
    .innerJoin('report', 'report.id', 'incident.report_id')
    .selectAll('incident')
    .select(['report.outlet', 'report.published'])
    .where('incident.id', '=', id)
    .where((eb) => matches(eb, filter))
    .executeTakeFirst()
}

export async function countIncidents(db: Db, filter: Filter): Promise<number> {
  const { count } = await db
    .selectFrom('incident')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => matches(eb, filter))
    .executeTakeFirstOrThrow()
  return count
}

const ON_MAP = [
  'id',
  'type',
  'status',
  'place_id',
  'place_name',
  'place_name_en',
  'lat',
  'lon',
  'precision',
  'within',
  'bearing',
  'distance_km',
  'radius_km',
  'start_date',
] as const
export type PlacedIncident = Pick<IncidentRow, (typeof ON_MAP)[number]>

/** What the map needs of every incident found, with a point or without. */
export async function placedIncidents(db: Db, filter: Filter): Promise<PlacedIncident[]> {
  return db
    .selectFrom('incident')
    .select(ON_MAP)
    .where((eb) => matches(eb, filter))
    .orderBy('id')
    .execute()
}

/** Incidents by first day and type; `day` is null for those without a day (no date, or a month or year alone). */
export async function incidentDays(db: Db, filter: Filter): Promise<{ day: string | null; type: string; count: number }[]> {
  const day = sql<string | null>`case when length(start_date) = 10 then start_date end`
  return db
    .selectFrom('incident')
    .select([day.as('day'), 'type', (eb) => eb.fn.countAll<number>().as('count')])
    .where((eb) => matches(eb, filter))
    .groupBy([day, 'type'])
    .orderBy(day)
    .orderBy('type')
    .execute()
}

function matches(eb: ExpressionBuilder<Tables, 'incident'>, filter: Filter): Expression<SqlBool> {
  const { types, statuses, background, from, to, place, q, delayed } = filter
  const all: Expression<SqlBool>[] = []
  if (types) all.push(eb('incident.type', 'in', types))
  if (statuses) all.push(eb('incident.status', 'in', statuses))
  if (background !== undefined) all.push(eb('incident.background', '=', background))
  if (from) all.push(eb('incident.last_day', '>=', from))
  if (to) all.push(eb('incident.first_day', '<=', to))
  if (place) all.push(sql<SqlBool>`incident.within @> array[${place}]::text[]`)
  const patterns = q ? searchPatterns(q) : []
  if (patterns.length)
    all.push(
      eb(
        'incident.report_id',
        'in',
        eb
          .selectFrom('report')
          .select('report.id')
          .where((of) => of.and(patterns.map((pattern) => of('report.search', 'like', pattern)))),
      ),
    )
  if (delayed) all.push(eb.or([eb('incident.type', 'not in', delayed.types), eb('incident.last_day', '<=', delayed.until)]))
  return all.length ? eb.and(all) : eb.lit(true)
}
