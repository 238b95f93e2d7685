import { sql } from 'kysely'
import type { Claim } from '../model/claim.ts'
import type { After } from './find.ts'
import type { Db } from './journal.ts'
import type { ReportRow } from './tables.ts'

const HEAD = ['id', 'outlet', 'published', 'published_key', 'url', 'gap'] as const
export type ReportHeadRow = Pick<ReportRow, (typeof HEAD)[number]> & { readonly opening: string; readonly claims: number }

/** One page of reports, latest first, those without a date last; `opening` is the first 400 characters. */
export async function findReports(db: Db, limit: number, after?: After): Promise<ReportHeadRow[]> {
  let query = db
    .selectFrom('report')
    .select(HEAD)
    .select((eb) => [
      sql<string>`left(report.text, 400)`.as('opening'),
      eb
        .selectFrom('claim')
        .whereRef('claim.report_id', '=', 'report.id')
        .select((of) => of.fn.countAll<number>().as('count'))
        .$asScalar()
        .$castTo<number>()
        .as('claims'),
    ])
  if (after)
    query = query.where((eb) =>
      eb.or([eb('published_key', '<', after.key), eb.and([eb('published_key', '=', after.key), eb('id', '>', after.id)])]),
    )
  return query.orderBy('published_key', 'desc').orderBy('id').limit(limit).execute()
}

export async function countReports(db: Db): Promise<number> {
  const count = db.selectFrom('report').select((eb) => eb.fn.countAll<number>().as('count'))
  return (await count.executeTakeFirstOrThrow()).count
}

/** A report whole, its claims in the order of its text, and its neighbours in the list of reports. */
export type WholeReport = {
  readonly report: ReportRow
  readonly claims: readonly Claim[]
  readonly previous: string | null
  readonly following: string | null
}

export async function reportById(db: Db, id: string): Promise<WholeReport | undefined> {
  const report = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst()
  if (!report) return undefined
  const claims = await db.selectFrom('claim').select('body').where('report_id', '=', id).orderBy('ordinal').execute()
  const key = report.published_key
  const previous = await db
    .selectFrom('report')
    .select('id')
    .where((eb) => eb.or([eb('published_key', '>', key), eb.and([eb('published_key', '=', key), eb('id', '<', id)])]))
    .orderBy('published_key')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [following] = await db
    .selectFrom('report')
    .select('id')
    .where((eb) => eb.or([eb('published_key', '<', key), eb.and([eb('published_key', '=', key), eb('id', '>', id)])]))
    .orderBy('published_key', 'desc')
    .orderBy('id')
    .limit(1)
    .execute()
  return { report, claims: claims.map(({ body }) => body), previous: previous?.id ?? null, following: following?.id ?? null }
}

/** How much the record holds. Places are those that claims name, found in the gazetteer or not. */
export type Totals = {
  readonly reports: number
  readonly unread: number
  readonly claims: number
  readonly placesFound: number
  readonly placesNotFound: number
}

export async function totals(db: Db): Promise<Totals> {
  const { rows } = await sql<Totals>`select
    (select count(*) from report) as reports,
    (select count(*) from report where gap is not null) as unread,
    (select count(*) from claim) as claims,
    (select count(place) from claim_place) as "placesFound",
    (select count(*) - count(place) from claim_place) as "placesNotFound"`.execute(db)
  return rows[0]!
}
