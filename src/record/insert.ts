import { sql } from 'kysely'
import type { Derived } from './derive.ts'
import type { Db } from './journal.ts'
import type { Tables } from './tables.ts'

/**
 * Writes the rows of some reports within the transaction `db`. A report whose rows the database refuses keeps its own row,
 * with the refusal as its gap: one odd report must not keep a record from opening.
 */
export async function insertDerived(db: Db, derived: readonly Derived[]): Promise<readonly Derived[]> {
  if ((await refusalOf(db, derived)) === null) return derived
  const kept: Derived[] = []
  for (const one of derived) {
    const refusal = await refusalOf(db, [one])
    const rows = refusal === null ? one : { report: { ...one.report, gap: refusal }, claims: [], places: [], incidents: [] }
    if (refusal !== null) await insertAll(db, [rows])
    kept.push(rows)
  }
  return kept
}

/** Writes the rows, or leaves no trace of them and tells why. */
async function refusalOf(db: Db, derived: readonly Derived[]): Promise<string | null> {
  await sql`savepoint rows`.execute(db)
  try {
    await insertAll(db, derived)
    await sql`release savepoint rows`.execute(db)
    return null
  } catch (error) {
    await sql`rollback to savepoint rows`.execute(db)
    return error instanceof Error ? error.message : String(error)
  }
}

/** Parents first. */
async function insertAll(db: Db, derived: readonly Derived[]): Promise<void> {
  await insertRows(
    db,
    'report',
    derived.map(({ report }) => report),
  )
  await insertRows(
    db,
    'claim',
    derived.flatMap(({ claims }) => claims),
  )
  await insertRows(
    db,
    'claim_place',
    derived.flatMap(({ places }) => places),
  )
  await insertRows(
    db,
    'incident',
    derived.flatMap(({ incidents }) => incidents),
  )
}

/** One statement and one parameter however many the rows: PostgreSQL limits the number of parameters, not their size. */
async function insertRows(db: Db, table: keyof Tables, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const name = sql.table(table)
  const json = JSON.stringify(rows, storable)
  await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${json}::json)`.execute(db)
}

/**
 * PostgreSQL stores neither U+0000 nor half a surrogate pair. Each becomes U+FFFD, one unit for one unit, so that every
 * span still points to its words; the journal keeps what was received.
 */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd').toWellFormed() : value
