import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { decode, isUtf16 } from './decode.ts'
import { bytesOf, findFiles, type Layout, type SourceFile, unreadable } from './files.ts'
import { partHeader } from './header.ts'
import type { Incoming } from './incoming.ts'
import { isBlank, linesOf, linesOfUtf16, parseLine } from './lines.ts'

/** Inputs that were checked to the end: how many reports they hold, what was noted, and the reports themselves, in order. */
export type Inputs = {
  readonly count: number
  readonly notes: readonly string[]
  readonly reports: () => AsyncGenerator<Incoming>
}

const HEAD = 8192

/**
 * Reads all inputs once and keeps none of the texts, so that a fault in the last line is told before anything is printed
 * or stored; `reports()` then reads them again.
 * @throws Fault at the first input that is missing, unreadable, undecodable or malformed.
 */
export async function openInputs(paths: readonly string[], stdin: () => Promise<Uint8Array> = readStdin): Promise<Inputs> {
  const files = await findFiles(paths, stdin)
  const notes: string[] = []
  let count = 0
  for (const file of files)
    for await (const { text, origin } of reportsOf(file, (sentence) => notes.push(sentence))) {
      count++
      if (text && !/\p{Script=Arabic}/u.test(text)) notes.push(`${origin}: has no Arabic letter; nothing will be read from it.`)
    }
  return {
    count,
    notes: thinned(notes),
    reports: async function* () {
      for (const file of files) yield* reportsOf(file, () => {})
    },
  }
}

async function* reportsOf(file: SourceFile, note: (sentence: string) => void): AsyncGenerator<Incoming> {
  const head = file.held ?? (await headOf(file.path))
  if (layoutOf(file.layout, head) === 'txt') {
    yield reportOf(file.held ?? (await bytesOf(file.path)), file.name, note)
    return
  }
  let any = false
  for await (const line of await jsonLines(file, head)) {
    if (isBlank(line.bytes)) continue
    any = true
    yield parseLine(line, file.name, note)
  }
  // the decoder has the sentences for what holds no line at all
  if (!any) decode(head, file.name)
}

/** The report of a .txt file. */
function reportOf(bytes: Uint8Array, name: string, note: (sentence: string) => void): Incoming {
  const decoded = decode(bytes, name)
  if (decoded.note) note(decoded.note)
  return { bytes, encoding: decoded.encoding, callerId: null, origin: name, ...partHeader(decoded.text, name) }
}

async function jsonLines(file: SourceFile, head: Uint8Array) {
  if (isUtf16(head)) {
    const bytes = file.held ?? (await bytesOf(file.path))
    return linesOfUtf16(bytes, decode(bytes, file.name))
  }
  return linesOf(file.held ? [file.held] : chunksOf(file.path), file.name)
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 20 })
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Where the name does not tell, lines of JSON show themselves by their first two signs. */
function layoutOf(layout: Layout, head: Uint8Array): Layout {
  if (layout !== 'open') return layout
  const start = new TextDecoder(isUtf16(head) ? (head[0] === 0xfe || head[0] === 0 ? 'utf-16be' : 'utf-16le') : 'utf-8')
  return /^\s*\{\s*"/.test(start.decode(head.subarray(0, 200))) ? 'jsonl' : 'txt'
}

async function headOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of process.stdin) chunks.push(chunk)
  } catch (error) {
    throw unreadable('standard input', error)
  }
  return Buffer.concat(chunks)
}

/** Inputs whose thousand lines each call for a note get the first few and a count. */
const thinned = (notes: readonly string[]): readonly string[] =>
  notes.length <= 5 ? notes : [...notes.slice(0, 4), `${notes.length - 4} more notes of such kinds are left out.`]
