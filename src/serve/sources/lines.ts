import { Fault } from '../../model/fault.ts'
import { type Decoded, decode, MOST_BYTES } from './decode.ts'
import type { Incoming } from './incoming.ts'
import { parsePublished } from './published.ts'

/** `decoded` is set where a line alone does not show its encoding. */
type Line = { readonly bytes: Uint8Array; readonly line: number; readonly decoded?: Decoded }

/** The lines of a byte stream, without their ends, numbered from 1. @throws Fault for one that is too long to be a report. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, name: string): AsyncGenerator<Line> {
  let line = 1
  let rest: Uint8Array[] = []
  let held = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, end)
      yield { bytes: rest.length ? Buffer.concat([...rest, piece]) : piece, line: line++ }
      rest = []
      held = 0
      from = end + 1
    }
    if (from === chunk.length) continue
    rest.push(chunk.subarray(from))
    held += chunk.length - from
    if (held > MOST_BYTES)
      throw new Fault(`${name}:${line}: this line has more than ${MOST_BYTES / 1024 / 1024} MB; write one report a line.`)
  }
  if (held) yield { bytes: Buffer.concat(rest), line }
}

/** The lines of UTF-16 text: each keeps the bytes that it stood in, without mark and line end. */
export function* linesOfUtf16(bytes: Uint8Array, { text, encoding, note }: Decoded): Generator<Line> {
  let at = bytes.length - text.length * 2
  for (const [index, row] of text.split('\n').entries()) {
    const decoded = { text: row, encoding, note: index === 0 ? note : null }
    yield { bytes: bytes.subarray(at, at + row.length * 2), line: index + 1, decoded }
    at += row.length * 2 + 2
  }
}

/** Whether a line has nothing in it; such lines of a .jsonl file are passed over. */
export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0 || byte === 32 || (byte >= 9 && byte <= 13))

/**
 * The report of one .jsonl line: `id`, `text`, `published`, `outlet`, `url`; other keys are ignored, null is as absent.
 * @throws Fault with file, line and field for bad JSON, a missing text, a value of the wrong kind, no such date.
 */
export function parseLine({ bytes, line, decoded: known }: Line, name: string, note: (sentence: string) => void): Incoming {
  const where = `${name}:${line}`
  const decoded = known ?? decode(bytes, where)
  if (decoded.note) note(decoded.note)
  const row = parseObject(decoded.text, where)
  if (row.text === undefined || row.text === null)
    throw new Fault(`${where}: text is missing; give the report's words as "text".`)
  const text = stringAt(row, 'text', where)
  const published = stringAt(row, 'published', where)
  return {
    bytes,
    encoding: decoded.encoding,
    text: text ?? '',
    callerId: stringAt(row, 'id', where) || null,
    outlet: stringAt(row, 'outlet', where) || null,
    published: published ? parsePublished(published, `${where}: published`) : null,
    url: stringAt(row, 'url', where) || null,
    origin: where,
  }
}

function parseObject(text: string, where: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Fault(`${where}: is no JSON; write one object a line, as {"id": "1", "text": "..."}.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault(`${where}: is JSON but no object; write one object a line, as {"id": "1", "text": "..."}.`)
  return value as Record<string, unknown>
}

function stringAt(row: Readonly<Record<string, unknown>>, field: string, where: string): string | null {
  const value = row[field]
  if (value === undefined || value === null) return null
  if (field === 'id' && typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw new Fault(`${where}: ${field} is no string; put it in quotation marks.`)
  if (value.includes('\0')) throw new Fault(`${where}: ${field} holds a NUL character, which no text has; take it out.`)
  return value
}
