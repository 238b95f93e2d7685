import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDerive } from '../../relate/derive.ts'
import type { Incoming } from '../../serve/sources/incoming.ts'
import { openRecord, type Store } from '../open.ts'
import { madeGazetteer, readMade } from './made.ts'
import { hasPostgres, startPostgres, type TestServer } from './postgres.ts'

/** Both kinds of store, where this machine has both. */
export const KINDS: readonly Store['kind'][] = hasPostgres() ? ['embedded', 'server'] : ['embedded']

/** Where the records of one test file live. */
export type Stores = {
  /** the target of a new record */
  readonly target: () => Promise<string>
  /** opens a new record, or the one at `target`, over the made reader */
  readonly open: (target?: string) => Promise<Store>
  /** closes what is open and removes everything */
  readonly end: () => Promise<void>
}

export async function startStores(kind: Store['kind']): Promise<Stores> {
  const folder = mkdtempSync(join(tmpdir(), 'tawthiq-record-'))
  const server: TestServer | null = kind === 'server' ? await startPostgres() : null
  const derive = createDerive(readMade, madeGazetteer())
  const opened: Store[] = []
  let count = 0
  const target = async () => (server ? server.newDatabase() : join(folder, `record-${++count}`))
  return {
    target,
    open: async (at) => {
      const store = await openRecord(at ?? (await target()), derive)
      opened.push(store)
      return store
    },
    end: async () => {
      for (const store of opened) await store.close()
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A report as the decoder would hand it over. */
export function incoming(text: string, more: Partial<Incoming> = {}): Incoming {
  return {
    bytes: Buffer.from(text),
    encoding: 'utf-8',
    text,
    callerId: null,
    outlet: 'صوت الوادي',
    published: '2016-12-11',
    url: null,
    origin: 'made.txt',
    ...more,
  }
}

/** Every derived row, in the order of its key, as one value to compare. */
export async function derivedRows({ db }: Store) {
  return {
    reports: await db.selectFrom('report').selectAll().orderBy('id').execute(),
    claims: await db.selectFrom('claim').selectAll().orderBy('report_id').orderBy('id').execute(),
    places: await db
      .selectFrom('claim_place')
      .selectAll()
      .orderBy('report_id')
      .orderBy('claim_id')
      .orderBy('ordinal')
      .execute(),
    incidents: await db.selectFrom('incident').selectAll().orderBy('id').execute(),
  }
}
