import { START } from './chain.ts'
import type { Derive } from './derive.ts'
import { catchUp, saveMark } from './follow.ts'
import type { Journal } from './journal.ts'
import type { Store } from './store.ts'

/**
 * Deletes every derived row and makes the same ones again from the journal. A crash in between leaves a record that
 * finishes when it is next opened.
 * @returns the number of reports derived.
 * @throws Fault at a damaged line; the journal is checked whole before anything is deleted.
 */
export async function rebuild(store: Store, derive: Derive = store.derive): Promise<number> {
  await checkJournals(store)
  await store.db.transaction().execute(async (db) => {
    await saveMark(db, 'reports', START)
    await db.deleteFrom('report').execute()
  })
  return catchUp({ ...store, derive })
}

/** Reads both journals from their first line. @returns their numbers of lines; @throws Fault at the first damaged line. */
export async function checkJournals(store: Store): Promise<{ readonly reports: number; readonly decisions: number }> {
  return { reports: await walk(store, store.reports), decisions: await walk(store, store.decisions) }
}

async function walk<E>(store: Store, journal: Journal<E>): Promise<number> {
  for (let mark = START; ; ) {
    const { mark: next } = await journal.read(store.db, mark, 200)
    if (next.seq === mark.seq) return mark.seq
    mark = next
  }
}
