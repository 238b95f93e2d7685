import { chain, type Line, verify } from './chain.ts'
import type { Journal } from './journal.ts'
import type { NewJournalLine } from './tables.ts'

/** A journal kept as a table of a server: `report_journal` or `decision`. Its lines last with the caller's transaction. */
export function openTableJournal<E>(table: 'report_journal' | 'decision', name: Journal<E>['name']): Journal<E> {
  return {
    name,
    read: async (db, from, limit) => {
      const rows = await db.selectFrom(table).selectAll().where('seq', '>', from.seq).orderBy('seq').limit(limit).execute()
      let mark = from
      const lines = rows.map((row) => {
        const line: Line<E> = { ...row, entry: row.entry === null ? null : JSON.parse(row.entry) }
        verify(mark, line, `table ${table}, seq ${row.seq}`)
        mark = { seq: line.seq, digest: line.digest, place: 0 }
        return line
      })
      return { lines, mark }
    },
    append: async (db, mark, entries) => {
      const rows: NewJournalLine[] = chain(mark, entries).map((line) => ({ ...line, entry: JSON.stringify(line.entry) }))
      if (rows.length) await db.insertInto(table).values(rows).execute()
    },
    close: () => {},
  }
}
