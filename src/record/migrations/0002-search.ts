import { type Kysely, sql } from 'kysely'

/**
 * An index of three-letter pieces makes the search for a rare word fast. Searching works without it too, so a server that
 * lacks the extension, or does not let this user add it, is not refused.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`
    select exists (select from pg_extension where extname = 'pg_trgm')
      or (exists (select from pg_available_extensions where name = 'pg_trgm')
        and has_database_privilege(current_database(), 'CREATE')) as may`.execute(db)
  if (!rows[0]?.may) return
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`create index report_search on report using gin (search gin_trgm_ops)`.execute(db)
}
