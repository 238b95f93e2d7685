import type { Span } from './span.ts'

/**
 * A text with its spelling folded, and the way back. `start[i]`..`end[i]` are the UTF-16 positions in the original that
 * the folded unit `i` stands for; marks that folding drops belong to the letter before them.
 */
export type Folded = {
  readonly text: string
  readonly start: Int32Array
  readonly end: Int32Array
}

const DROP = 0
const MANY = 1 // a ligature: more than one letter
const KEEP = 2

const CLASS = new Uint8Array(0x10000).fill(KEEP)
const TO = new Uint16Array(0x10000)
const LIGATURES = new Map<number, string>()

const letters = (from: string, to: string) => {
  for (const letter of from) TO[letter.charCodeAt(0)] = to.charCodeAt(0)
}
const drop = (from: number, to: number = from) => CLASS.fill(DROP, from, to + 1)

for (let code = 0; code < 0x10000; code++) TO[code] = code
// alef with hamza, madda or wasla; alef maqsura; ta marbuta; seats of hamza; Persian and Kurdish letter shapes
letters('\u0622\u0623\u0625\u0671\u0672\u0673\u0675', '\u0627')
letters('\u0649\u0626\u06CC\u06D2', '\u064A')
letters('\u0629\u06BE\u06C1\u06C0\u06C3\u06D5', '\u0647')
letters('\u0624', '\u0648')
letters('\u06A9\u06AA\u06AF', '\u0643')
letters('\u066C', ',')
letters('\u066B', '.')
letters('\u201C\u201D\u201E\u00AB\u00BB\u2033', '"')
letters('\u2018\u2019\u201A\u2032', "'")
letters('\u2013\u2014\u2212\u2010\u2011', '-')
letters('\t\r\u00A0\u2002\u2003\u2007\u2009\u202F\u3000', ' ')
letters('\u2028\u2029', '\n')
for (let digit = 0; digit < 10; digit++) TO[0x660 + digit] = TO[0x6f0 + digit] = 0x30 + digit
for (let code = 0x41; code <= 0x5a; code++) TO[code] = code + 0x20
// diacritics, Koranic marks, tatweel; zero-width, bidi and soft-hyphen marks; variation selectors
for (const [from, to] of [
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6ed],
  [0x640, 0x640],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const)
  drop(from, to)
for (let code = 0xfb50; code <= 0xfefc; code++) {
  const plain = String.fromCharCode(code).normalize('NFKC')
  if (plain.charCodeAt(0) === code) continue
  const folded = [...plain].filter((letter) => CLASS[letter.charCodeAt(0)] !== DROP).map((letter) => TO[letter.charCodeAt(0)]!)
  if (folded.length === 0) drop(code)
  else if (folded.length === 1) TO[code] = folded[0]!
  else {
    CLASS[code] = MANY
    LIGATURES.set(code, String.fromCharCode(...folded))
  }
}

const TATWEEL = 0x640
const isArabic = (code: number) =>
  (code >= 0x621 && code <= 0x64a) || (code >= 0x671 && code <= 0x6d3) || (code >= 0xfb50 && code <= 0xfefc)
const BREAKERS = new Set([...'.*_\u00B7\u2022~|\'"'].map((mark) => mark.charCodeAt(0)))

/**
 * True when the mark at `at` breaks a word to slip past a filter: it stands between two Arabic letters and leans on a
 * tatweel. (A dot without one may end a sentence whose space is missing.)
 */
const breaksWord = (text: string, at: number): boolean =>
  BREAKERS.has(text.charCodeAt(at)) &&
  (text.charCodeAt(at - 1) === TATWEEL || text.charCodeAt(at + 1) === TATWEEL) &&
  (isArabic(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === TATWEEL) &&
  (isArabic(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === TATWEEL)

/** Folds the spelling of a text; every folded unit knows where it came from. Never throws, whatever the text. */
export function fold(text: string): Folded {
  const size = text.length * 2 + 8
  const start = new Int32Array(size)
  const end = new Int32Array(size)
  const codes: number[] = []
  let run = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = CLASS[code]!
    if (kind === DROP || breaksWord(text, at)) {
      if (codes.length && isMark(code)) end[codes.length - 1] = at + 1
      continue
    }
    if (kind === MANY) {
      const many = LIGATURES.get(code)!
      for (let i = 0; i < many.length && codes.length < size; i++) {
        start[codes.length] = at
        end[codes.length] = at + 1
        codes.push(many.charCodeAt(i))
      }
      run = 0
      continue
    }
    const to = TO[code]!
    // a letter drawn out three times or more is written once
    run = codes.length && codes.at(-1) === to && isArabic(to) ? run + 1 : 0
    if (run === 1 && text.charCodeAt(at + 1) === code) {
      let last = at + 1
      while (text.charCodeAt(last + 1) === code) last++
      end[codes.length - 1] = last + 1
      at = last
      run = 0
      continue
    }
    start[codes.length] = at
    end[codes.length] = at + 1
    codes.push(to)
  }
  return { text: decode(codes), start: start.subarray(0, codes.length), end: end.subarray(0, codes.length) }
}

// a dropped mark that belongs to the letter before it: a vowel sign or a tatweel, never a bidi or zero-width mark
const isMark = (code: number) =>
  (code >= 0x610 && code <= 0x61a) || (code >= 0x64b && code <= 0x65f) || code === 0x670 || code === TATWEEL

function decode(codes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.slice(at, at + 8192))
  return text
}

/** The folded spelling alone: the key under which a word is looked up. */
export const foldKey = (text: string): string => fold(text).text.replace(/\s+/g, ' ').trim()

/** From folded positions to the words of the original. An empty stretch gives an empty span. */
export const toOriginal = (folded: Folded, from: number, to: number): Span =>
  to > from
    ? { from: folded.start[from]!, to: folded.end[to - 1]! }
    : { from: folded.start[from] ?? 0, to: folded.start[from] ?? 0 }

/** From a span of the original to folded positions [from, to). */
export function toFolded(folded: Folded, span: Span): Span {
  const from = lowest(folded.end, (end) => end > span.from)
  const to = lowest(folded.start, (start) => start >= span.to)
  return { from, to: Math.max(from, to) }
}

function lowest(values: Int32Array, holds: (value: number) => boolean): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(values[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
