import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { connectEmbedded, connectServer } from './connect.ts'
import type { Decision } from './decision.ts'
import type { Derive } from './derive.ts'
import { openFileJournal } from './filejournal.ts'
import { prepareFolder } from './folder.ts'
import { catchUp } from './follow.ts'
import type { ReportEntry } from './journal.ts'
import { takeLock } from './lock.ts'
import { migrate } from './migrations/list.ts'
import type { Store } from './store.ts'
import { syncTree } from './sync.ts'
import { openTableJournal } from './tablejournal.ts'

export type { Store } from './store.ts'

/**
 * Opens the record at `target`: a folder, made if need be, or the `postgres://` address of a server's database. What the
 * journals hold and the database lacks is derived at once, so that a crash between the two loses and doubles nothing.
 * @throws Fault when another process has the folder open, a line of a journal is damaged, or the server does not answer.
 */
export async function openRecord(target: string, derive: Derive): Promise<Store> {
  const store = /^postgres(ql)?:\/\//.test(target) ? await openServer(target, derive) : await openFolder(target, derive)
  try {
    await migrate(store.db)
    await catchUp(store)
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

async function openServer(target: string, derive: Derive): Promise<Store> {
  const { db, close } = await connectServer(target)
  return {
    target,
    kind: 'server',
    db,
    derive,
    reports: openTableJournal('report_journal', 'reports'),
    decisions: openTableJournal('decision', 'decisions'),
    notes: [],
    close,
  }
}

async function openFolder(target: string, derive: Derive): Promise<Store> {
  const path = resolve(target)
  const folder = prepareFolder(path)
  const lock = await takeLock(folder.lock)
  const opened: (() => unknown)[] = [lock.release]
  const shut = async () => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    const notes: string[] = []
    const note = (text: string) => notes.push(text)
    const reports = openFileJournal<ReportEntry>(folder.reports, 'reports', note)
    opened.push(reports.close)
    const decisions = openFileJournal<Decision>(folder.decisions, 'decisions', note)
    opened.push(decisions.close)
    if (lock.restarted && existsSync(folder.database)) {
      // the database leaves its writes to the system, which had no time to finish them
      rmSync(folder.database, { recursive: true })
      note(`${path}: the machine stopped while this record was open; its database was made again from the journal.`)
    }
    const { db, close } = await connectEmbedded(folder.database)
    opened.push(() => syncTree(folder.database), close)
    return { target: path, kind: 'embedded', db, derive, reports, decisions, notes, close: shut }
  } catch (error) {
    await shut()
    throw error
  }
}
