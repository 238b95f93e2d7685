import type { Mark } from './chain.ts'
import { type Derived, deriveRows } from './derive.ts'
import { insertDerived } from './insert.ts'
import type { Db, Journal, ReportEntry } from './journal.ts'
import type { Store } from './store.ts'

/** Reports derived and written in one transaction. */
const BATCH = 50

/**
 * Where the database stands in a journal. The row stays locked until the transaction ends: of several processes on one
 * server, one at a time extends or follows the journal.
 */
export async function lockMark(db: Db, journal: Journal<unknown>['name']): Promise<Mark> {
  const { seq, digest, place } = await db
    .selectFrom('mark')
    .select(['seq', 'digest', 'place'])
    .where('journal', '=', journal)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { seq, digest, place }
}

export async function saveMark(db: Db, journal: Journal<unknown>['name'], mark: Mark): Promise<void> {
  await db.updateTable('mark').set(mark).where('journal', '=', journal).execute()
}

/** Derives the next reports of the journal that the database lacks, within the transaction `db`; none: it is level. */
async function followSome(db: Db, store: Store, from: Mark): Promise<{ derived: readonly Derived[]; mark: Mark }> {
  const { lines, mark } = await store.reports.read(db, from, BATCH)
  if (lines.length === 0) return { derived: [], mark }
  const derived = await insertDerived(
    db,
    lines.flatMap(({ seq, entry }) => (entry ? [deriveRows(seq, entry, store.derive)] : [])),
  )
  await saveMark(db, 'reports', mark)
  return { derived, mark }
}

/** Brings the database level with the journal, a transaction a batch; @returns the number of reports derived. */
export async function catchUp(store: Store): Promise<number> {
  let count = 0
  for (;;) {
    const { moved, derived } = await store.db.transaction().execute(async (db) => {
      const from = await lockMark(db, 'reports')
      const { derived, mark } = await followSome(db, store, from)
      return { moved: mark.seq > from.seq, derived: derived.length }
    })
    if (!moved) return count
    count += derived
  }
}

/**
 * Adds reports that the record does not know yet: to the journal first, with one fsync, then to the database.
 * @returns the rows of the new ones; the others were known, or stood twice in `entries`.
 */
export async function addReports(store: Store, entries: readonly ReportEntry[]): Promise<readonly Derived[]> {
  return store.db.transaction().execute(async (db) => {
    const level = await followToEnd(db, store, await lockMark(db, 'reports'))
    const byId = new Map<string, ReportEntry>()
    for (const entry of entries) if (!byId.has(entry.id)) byId.set(entry.id, entry)
    if (byId.size === 0) return []
    const known = await db
      .selectFrom('report')
      .select('id')
      .where('id', 'in', [...byId.keys()])
      .execute()
    for (const { id } of known) byId.delete(id)
    await store.reports.append(db, level.mark, [...byId.values()])
    return (await followToEnd(db, store, level.mark)).derived
  })
}

async function followToEnd(db: Db, store: Store, from: Mark): Promise<{ derived: readonly Derived[]; mark: Mark }> {
  const all: Derived[] = []
  for (let at = from; ; ) {
    const { derived, mark } = await followSome(db, store, at)
    if (mark.seq === at.seq) return { derived: all, mark }
    all.push(...derived)
    at = mark
  }
}
