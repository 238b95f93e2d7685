import type { Folded } from '../../model/fold.ts'
import { remember } from './remember.ts'

/**
 * A word, a number or a single mark. `key` is its folded spelling; `at`..`until` are positions in the folded text and
 * `from`..`to` in the report. `index` is its place in the list of tokens.
 */
export type Token = {
  readonly index: number
  readonly kind: 'word' | 'number' | 'mark'
  readonly key: string
  readonly at: number
  readonly until: number
  readonly from: number
  readonly to: number
}

/** The Arabic comma. */
export const COMMA = '\u060C'

// letters of Arabic or Latin script, or a number with its inner separators ("1,200", "11/12/2016", "2.5"), or one mark
const TOKEN = /(\d+(?:[.,/:-]\d+)*)|([\p{L}\p{M}]+)|(\n|[^\s])/gu
const SPELLED_OUT = /(?<![\p{L}])\p{L}(?:([._*/-])\p{L})(?:\1\p{L})+(?![\p{L}])/gu

// one string for all tokens that are spelled alike: what later steps look up by it is found without reading its letters
const oneOf = remember((key) => key)

/** Splits a folded text into tokens; white space but the line end is passed over. */
export function tokenize(folded: Folded): readonly Token[] {
  const tokens: Token[] = []
  const spelled = spelledOut(folded.text)
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(folded.text); match; match = TOKEN.exec(folded.text)) {
    const at = match.index
    const whole = spelled.get(at)
    const until = whole ?? at + match[0].length
    if (whole) TOKEN.lastIndex = whole
    const kind = match[1] ? 'number' : match[2] ? 'word' : 'mark'
    const key = oneOf(whole ? folded.text.slice(at, whole).replace(/[^\p{L}]/gu, '') : match[0])
    tokens.push({ index: tokens.length, kind, key, at, until, from: folded.start[at]!, to: folded.end[until - 1]! })
  }
  return tokens
}

/** Words whose letters are set apart to slip past a filter: start → end, in the folded text. */
function spelledOut(text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const match of text.matchAll(SPELLED_OUT)) found.set(match.index, match.index + match[0].length)
  return found
}
