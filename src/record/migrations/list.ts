import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { Fault } from '../../model/fault.ts'
import type { Db } from '../journal.ts'
import { up as first } from './0001-first.ts'
import { up as search } from './0002-search.ts'

/** Every change of the tables, oldest first. Append only: one that has run somewhere is never edited. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': { up: first },
  '0002-search': { up: search },
}

/** Brings the tables to this version's shape. @throws Fault when they cannot be, or a newer version made the database. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db: db as Kysely<unknown>, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const told = error instanceof Error ? error.message : String(error)
  if (/previously executed migration .* is missing/.test(told))
    throw new Fault('The database was made by a newer version of Tawthiq; update this one.')
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'the list of migrations'
  throw new Fault(`The database could not be brought up to date (${failed}): ${told}.`)
}
