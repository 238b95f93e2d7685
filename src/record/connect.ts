import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { Fault } from '../model/fault.ts'
import type { Db } from './journal.ts'
import type { Tables } from './tables.ts'

const INT8 = 20

/** Counts and byte positions fit a JavaScript number; the driver would give them as text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text'),
}

type Connection = { readonly db: Db; readonly close: () => Promise<void> }

/** Connects to a PostgreSQL server. @throws Fault when it does not answer; the password is not repeated. */
export async function connectServer(url: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, types, max: 8 })
  // a connection that breaks while idle is replaced by the pool; without a listener it would end the process
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    const where = url.replace(/\/\/[^@/]*@/, '//')
    throw new Fault(
      `${where}: the database server cannot be used (${(error as Error).message || (error as { code?: string }).code}).`,
    )
  }
  return over(pool, async () => {})
}

/**
 * Opens the embedded database in `folder`. It has one connection: within a transaction only that transaction may be
 * asked, and a query stops this process's event loop while it runs.
 * @throws Fault when the folder's database cannot be started.
 */
export async function connectEmbedded(folder: string): Promise<Connection> {
  const [{ PGlite }, { createPgConfig }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ])
  const lite = new PGlite(folder, { extensions: { pg_trgm } })
  try {
    await lite.waitReady
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error)
    throw new Fault(`${folder}: the database does not start (${told}); delete this folder: it is made again from the journal.`)
  }
  const pool = new pg.Pool({ ...createPgConfig(lite), types, max: 1, idleTimeoutMillis: 0 } as pg.PoolConfig)
  return over(pool, () => lite.close())
}

function over(pool: pg.Pool, after: () => Promise<void>): Connection {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    close: async () => {
      await db.destroy()
      await after()
    },
  }
}
