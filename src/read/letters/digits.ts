import { COMMA, type Token } from './tokens.ts'

/**
 * A whole or decimal number in digits. "1.200" and "1,200" are twelve hundred alone (`value`) and one and a fifth before
 * "million" (`written`).
 */
type Digits = { readonly end: number; readonly value: number; readonly written: number; readonly decimal: boolean }

const THOUSANDS = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/
const THOUSANDS_AND_DECIMALS = /^([1-9]\d{0,2}(?:([.,])\d{3})(?:\2\d{3})*)(?!\2)[.,](\d+)$/
const FRACTION = /^\d+[.,]\d+$/
/** The last three digits of a number that is parted outside the token, with the decimals after them. */
const LAST_THREE = /^\d{3}(?:[.,](?:\d{1,2}|\d{4,}))?$/
/** Beyond this many digits a number is no longer exact. */
const MOST_DIGITS = 15

/** True when two neighbouring tokens are written without a space. */
export const touch = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.until === b.at

/** The number in digits at a token, its thousands parted or not. Times, dates and ranges give null. */
export function readDigits(tokens: readonly Token[], at: number): Digits | null {
  const token = tokens[at]
  if (token?.kind !== 'number') return null
  const { key } = token
  if (THOUSANDS.test(key)) {
    const parts = key.split(/[.,]/)
    const value = Number(parts.join(''))
    return { end: at + 1, value, written: parts.length === 2 && key.includes('.') ? Number(key) : value, decimal: false }
  }
  const both = THOUSANDS_AND_DECIMALS.exec(key)
  if (both) return done(at + 1, `${both[1]!.replace(/\D/g, '')}.${both[3]}`)
  if (FRACTION.test(key)) return done(at + 1, key.replace(',', '.'))
  if (/\D/.test(key) || key.length > MOST_DIGITS) return null
  let end = at + 1
  let digits = key
  for (let next = key.length <= 3 ? thousand(tokens, end) : null; next !== null; next = thousand(tokens, end)) {
    digits += tokens[next]!.key.replace(',', '.')
    end = next + 1
    if (digits.includes('.')) break
  }
  return done(end, digits)
}

function done(end: number, digits: string): Digits {
  const value = Number(digits)
  return { end, value, written: value, decimal: digits.includes('.') }
}

// the index of three more digits, parted by one space, or by a comma of Arabic script without any: "40 000"
function thousand(tokens: readonly Token[], at: number): number | null {
  const comma = tokens[at]?.key === COMMA
  const next = tokens[comma ? at + 1 : at]
  if (next?.kind !== 'number' || !LAST_THREE.test(next.key)) return null
  if (comma) return touch(tokens[at - 1], tokens[at]) && touch(tokens[at], next) ? at + 1 : null
  return next.at - tokens[at - 1]!.until === 1 ? at : null
}
