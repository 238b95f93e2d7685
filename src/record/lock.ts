import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '../model/fault.ts'

type Holder = { readonly pid: number; readonly born: string | null; readonly host: string; readonly boot: string | null }

const heldHere = new Set<string>()

/** A lock that is held. `restarted`: whoever held it before died with the machine, so that its last writes may be lost. */
export type Lock = { readonly restarted: boolean; readonly release: () => void }

/**
 * Takes the lock `file`, so that one process at a time writes to the record beside it (the embedded database has no lock
 * of its own, and two processes lose rows in silence). The lock of a process that died is taken over.
 * @throws Fault that names the process which has the record open.
 */
export async function takeLock(file: string): Promise<Lock> {
  if (heldHere.has(file)) throw new Fault(`${file}: this process (${process.pid}) has the record open already; close it first.`)
  const self: Holder = { pid: process.pid, born: bornAt(process.pid), host: hostname(), boot: bootId() }
  let restarted = false
  while (!tryCreate(file, self)) {
    const dead = await takeOver(file, self)
    if (dead === null) continue
    restarted = dead.boot !== self.boot
    break
  }
  heldHere.add(file)
  const release = () => {
    if (!heldHere.delete(file)) return
    process.off('exit', release)
    rmSync(file, { force: true })
  }
  process.once('exit', release)
  return { restarted, release }
}

/**
 * Puts `self` in place of a dead holder. @returns what is known of the dead one; null when the lock was given back meanwhile,
 * so that it can be taken anew.
 */
async function takeOver(file: string, self: Holder): Promise<Pick<Holder, 'boot'> | null> {
  // a lock that is still empty is being written, or its writer died within a microsecond
  for (let tries = 0; tries < 20 && readText(file) === ''; tries++) await pause(50)
  refuseLiving(file, readText(file))
  // Only the holder of this second lock may replace the first, and it looks again once it holds it: a slow third process
  // that judged the old lock dead finds the new one, and stops.
  const second = `${file}.takeover`
  if (!tryCreate(second, self))
    throw new Fault(`${second}: another process is opening this record; if none is, delete that file.`)
  try {
    const now = readText(file)
    if (now === null) return null
    refuseLiving(file, now)
    const next = `${file}.next`
    rmSync(next, { force: true })
    tryCreate(next, self)
    renameSync(next, file)
    return parse(now) ?? { boot: 'unknown' }
  } finally {
    rmSync(second, { force: true })
  }
}

/** @throws Fault when the lock's holder lives, or lives on a machine where this one cannot look. */
function refuseLiving(file: string, text: string | null): void {
  const holder = parse(text)
  if (!holder) return
  if (holder.host !== hostname())
    throw new Fault(
      `${file}: the machine ${holder.host} has this record open (process ${holder.pid}); if it no longer runs, delete that file.`,
    )
  // after a restart another program may have the number: the moment of birth tells them apart
  if (holder.boot !== bootId()) return
  const reborn = holder.pid === process.pid && holder.born === null
  if (!reborn && alive(holder.pid) && bornAt(holder.pid) === holder.born)
    throw new Fault(`${file}: process ${holder.pid} has this record open; stop it, or work through it.`)
}

function tryCreate(file: string, holder: Holder): boolean {
  let fd: number
  try {
    fd = openSync(file, 'wx', 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    throw new Fault(`${file}: cannot be written (${code}); check the disk and its permissions.`)
  }
  try {
    writeSync(fd, JSON.stringify(holder))
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  return true
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parse(text: string | null): Holder | null {
  try {
    const holder: Holder = JSON.parse(text ?? '')
    return Number.isInteger(holder.pid) ? holder : null
  } catch {
    return null
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process started, in the kernel's ticks since boot; null where the system does not tell. */
function bornAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the second field, the program's name, may hold spaces and brackets: count from its end
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** The name of this run of the machine's kernel; null where the system has none. */
function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}
