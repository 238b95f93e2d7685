import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { Fault } from '../model/fault.ts'
import { chain, type Line, type Mark, verify } from './chain.ts'
import type { Journal } from './journal.ts'
import { syncFolder } from './sync.ts'

const PIECE = 1 << 20
const NEWLINE = 10

/**
 * Opens the journal in `file`, making it if need be. A last line without its newline is what a crash left of a write that
 * nobody was told had succeeded: it is set aside in a file beside, and `note` hears of it.
 * @throws Fault when the file cannot be opened or written.
 */
export function openFileJournal<E>(file: string, name: Journal<E>['name'], note: (text: string) => void): Journal<E> {
  const fd = guarded(file, () => openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600))
  setTornAside(fd, file, note)
  syncFolder(file)
  return {
    name,
    read: async (_db, mark, limit) => readLines<E>(fd, file, mark, limit),
    append: async (_db, mark, entries) => {
      const size = fstatSync(fd).size
      if (size !== mark.place)
        throw new Fault(`${file}: has ${size} bytes where ${mark.place} are due; something else writes to it: stop that first.`)
      const text = chain(mark, entries).map((line) => `${JSON.stringify(line)}\n`)
      guarded(file, () => {
        try {
          writeAll(fd, Buffer.from(text.join('')))
          fdatasyncSync(fd)
        } catch (error) {
          // half a batch must not stay: what follows would not be readable
          ftruncateSync(fd, size)
          throw error
        }
      })
    },
    close: () => closeSync(fd),
  }
}

function setTornAside(fd: number, file: string, note: (text: string) => void): void {
  const size = fstatSync(fd).size
  let from = size
  let tail = Buffer.alloc(0)
  while (from > 0) {
    const start = Math.max(0, from - PIECE)
    const piece = readAt(fd, start, from - start)
    const end = piece.lastIndexOf(NEWLINE)
    tail = Buffer.concat([piece.subarray(end + 1), tail])
    from = end < 0 ? start : start + end + 1
    if (end >= 0) break
  }
  if (tail.length === 0) return
  const aside = `${file}.torn-${Date.now()}`
  guarded(aside, () => writeFileSync(aside, tail, { mode: 0o600, flush: true }))
  guarded(file, () => {
    ftruncateSync(fd, from)
    fdatasyncSync(fd)
  })
  note(`${file}: the last line was cut short by a crash; its ${tail.length} bytes were set aside in ${aside}.`)
}

function readLines<E>(fd: number, file: string, from: Mark, limit: number): { lines: readonly Line<E>[]; mark: Mark } {
  const size = fstatSync(fd).size
  if (size < from.place)
    throw new Fault(`${file}: is shorter than what the database already took from it; put the file back from a copy.`)
  const lines: Line<E>[] = []
  let mark = from
  let rest = Buffer.alloc(0)
  let at = from.place
  while (at < size && lines.length < limit) {
    const piece = readAt(fd, at, Math.min(PIECE, size - at))
    at += piece.length
    let held = Buffer.concat([rest, piece])
    for (let end = held.indexOf(NEWLINE); end >= 0 && lines.length < limit; end = held.indexOf(NEWLINE)) {
      const line = parseLine<E>(held.subarray(0, end), `${file}:${mark.seq + 1}`)
      verify(mark, line, `${file}:${mark.seq + 1}`)
      lines.push(line)
      mark = { seq: line.seq, digest: line.digest, place: mark.place + end + 1 }
      held = held.subarray(end + 1)
    }
    rest = held
  }
  return { lines, mark }
}

function parseLine<E>(bytes: Buffer, where: string): Line<E> {
  try {
    const line: Line<E> | null = JSON.parse(bytes.toString('utf8'))
    if (typeof line === 'object' && line !== null && line.entry !== undefined) return line
  } catch {}
  throw new Fault(`${where}: this line is damaged and cannot be read; put the file back from a copy.`)
}

function readAt(fd: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let got = 0
  while (got < length) {
    const read = readSync(fd, bytes, got, length - got, from + got)
    if (read === 0) break
    got += read
  }
  return bytes.subarray(0, got)
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
}

/** @throws Fault that names the file in place of the system's error. */
function guarded<T>(file: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new Fault(
      `${file}: cannot be written (${(error as NodeJS.ErrnoException).code}); check the disk and its permissions.`,
    )
  }
}
