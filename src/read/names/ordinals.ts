import type { Numerals } from '../../data/numerals.ts'
import type { Token } from '../letters/tokens.ts'
import { entryAt, isDefinite, readCardinal, readOrdinal } from '../letters/values.ts'

/** From where an ordinal counts: the third from the start, the next from the current, the last but one from the end. */
export type Anchor = 'start' | 'current' | 'end'
type Ordinal = { readonly end: number; readonly value: number }

/** The ordinal at a token: "third", "the hundred and twenty-fifth". */
export const ordinalAt = (tokens: readonly Token[], at: number, numerals: Numerals): Ordinal | null =>
  readOrdinal(tokens, at, numerals) ?? hundredth(tokens, at, numerals)

/** "The last but one", "the next", "the last". */
export function relativeAt(
  tokens: readonly Token[],
  at: number,
  numerals: Numerals,
): (Ordinal & { readonly anchor: Anchor }) | null {
  const found = entryAt(tokens, at, numerals, 'relative', 'relative-before')
  if (!found) return null
  const end = at + 1 + found.rest.length
  if (found.role === 'relative-before' && !isBareNoun(tokens, end, numerals)) return null
  const sign = found.code.search(/[+-]/)
  return { end, value: Number(found.code.slice(sign)), anchor: found.code.slice(0, sign) as Anchor }
}

// "the last sentence": the noun follows, without an article; "another man in", "another, and"
function isBareNoun(tokens: readonly Token[], at: number, numerals: Numerals): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || numerals.glue.has(token.key)) return false
  if (entryAt(tokens, at, numerals, 'relative-not-before', 'link')) return false
  return !token.key.startsWith(numerals.article)
}

/** "The hundred and twenty-fifth": the hundred has the form of the cardinal, what is joined to it that of the ordinal. */
function hundredth(tokens: readonly Token[], at: number, numerals: Numerals): Ordinal | null {
  const head = entryAt(tokens, at, numerals, 'hundred', 'hundreds', 'scale')
  if (!head || !isDefinite(head)) return null
  const whole = readCardinal(tokens, at, numerals)
  if (!whole || whole.value < 100) return null
  const apart = numerals.glue.get(tokens[whole.end]?.key ?? '') === 'and'
  const rest = readOrdinal(tokens, apart ? whole.end + 1 : whole.end, numerals)
  if (!rest || !isDefinite(rest) || !(apart || rest.proclitic === 'and-the')) return null
  return { end: rest.end, value: whole.value + rest.value }
}
