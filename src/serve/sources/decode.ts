import { Fault } from '../../model/fault.ts'

/** Names that a `TextDecoder` knows. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256'

/** What bytes say. `note` is set where the encoding was guessed: a sentence for the person at the terminal. */
export type Decoded = { readonly text: string; readonly encoding: Encoding; readonly note: string | null }

/** One report; more than this is an archive under a wrong name. */
export const MOST_BYTES = 32 * 1024 * 1024

/**
 * The text of a report's bytes, byte-order mark removed, line ends as they came: UTF-8; UTF-16 by its mark or by the look
 * of its high bytes; Windows-1256 when the bytes are not UTF-8 and give Arabic that way. `name` begins every sentence.
 * @throws Fault for what is empty, binary, cut, damaged or in another encoding.
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  if (bytes.length === 0) throw new Fault(`${name}: is empty; there is nothing to read.`)
  if (bytes.length > MOST_BYTES)
    throw new Fault(`${name}: has more than ${MOST_BYTES / 1024 / 1024} MB, too much for one report; part it, or give .jsonl.`)
  const decoded = utf16(bytes, name) ?? utf8(bytes, name) ?? windows1256(bytes, name)
  if (decoded === null)
    throw new Fault(`${name}: is neither UTF-8, UTF-16 nor Arabic in Windows-1256; save it as UTF-8 text and try again.`)
  if (!/[^\s\p{Cf}]/u.test(decoded.text)) throw new Fault(`${name}: holds only white space; there is nothing to read.`)
  return decoded
}

/** The encoding that the first bytes of a longer input show, for one who cannot hold it whole. */
export const isUtf16 = (head: Uint8Array): boolean => order(head) !== null

function utf16(bytes: Uint8Array, name: string): Decoded | null {
  const found = order(bytes)
  if (found === null) return null
  const text = strictly(found.encoding, bytes)
  if (text === null) throw new Fault(`${name}: is UTF-16 that is cut or damaged; save it as UTF-8 text and try again.`)
  refuseBinary(text, name)
  const how = found.marked ? null : `${name}: has no byte-order mark; read as ${found.encoding.toUpperCase()}.`
  return { text, encoding: found.encoding, note: how }
}

/**
 * Arabic in UTF-16 has 06 (in presentation forms FB to FE) or, for spaces and digits, 00 in nearly every second byte;
 * UTF-8 text has neither 06 nor 00 at all.
 */
function order(bytes: Uint8Array): { readonly encoding: 'utf-16le' | 'utf-16be'; readonly marked: boolean } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', marked: true }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', marked: true }
  const pairs = Math.min(bytes.length, 8192) >> 1
  const high = [0, 0]
  let arabic = 0
  for (let at = 0; at < pairs * 2; at++) {
    const byte = bytes[at]!
    if (byte === 6) arabic++
    if (byte === 0 || byte === 6 || byte === 0x20 || (byte >= 0xfb && byte <= 0xfe)) high[at & 1]!++
  }
  // a file of NULs alone, or of NUL-padded ASCII, is no Arabic report
  if (pairs === 0 || arabic * 4 < pairs) return null
  if (high[1]! > pairs * 0.9 && high[1]! > high[0]!) return { encoding: 'utf-16le', marked: false }
  if (high[0]! > pairs * 0.9 && high[0]! > high[1]!) return { encoding: 'utf-16be', marked: false }
  return null
}

function utf8(bytes: Uint8Array, name: string): Decoded | null {
  const text = strictly('utf-8', bytes)
  if (text !== null) {
    refuseBinary(text, name)
    return { text, encoding: 'utf-8', note: null }
  }
  // Windows-1256 read as UTF-8 is nearly all gaps; UTF-8 with a cut or a stray byte is nearly all letters, and read as
  // Windows-1256 it would look like Arabic too
  const loose = new TextDecoder('utf-8').decode(bytes)
  if (loose.includes('\0')) refuseBinary(loose, name)
  if (count(loose, /\p{Script=Arabic}/gu) > count(loose, /\ufffd/g))
    throw new Fault(`${name}: line ${firstBadLine(bytes)} is damaged UTF-8; get the file anew, or mend that line.`)
  return null
}

function windows1256(bytes: Uint8Array, name: string): Decoded | null {
  const text = new TextDecoder('windows-1256').decode(bytes)
  refuseBinary(text, name)
  const arabic = count(text, /\p{Script=Arabic}/gu)
  // accented letters in number are the mark of ISO-8859-6 and of French, which this table would turn into wrong Arabic
  const accented = count(text, /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/g)
  if (arabic * 2 < count(text, /\p{L}/gu) || arabic < accented * 20 || arabic < 2) return null
  return { text, encoding: 'windows-1256', note: `${name}: is not UTF-8; read as Windows-1256.` }
}

function refuseBinary(text: string, name: string): void {
  const controls = count(text, /[\u0001-\u0008\u000e-\u0019\u001b-\u001f\u007f]/g)
  if (text.includes('\0') || controls * 10 > text.length)
    throw new Fault(`${name}: is binary, not text; give the report as plain text in UTF-8.`)
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    if (strictly('utf-8', bytes.subarray(from, to)) === null) break
    from = to + 1
  }
  return line
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
