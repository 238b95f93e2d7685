import type { Numeral, NumeralRole, Numerals, Proclitic } from '../../data/numerals.ts'
import type { Token } from './tokens.ts'

/**
 * The value of a numeral and the index after its last token. `scale` is its last thousand, million …, else 1; `joins`
 * counts the words joined by "and", `decimal` is set for a number that is not whole.
 */
export type Value = {
  readonly end: number
  readonly value: number
  readonly scale: number
  readonly joins: number
  readonly decimal: boolean
  readonly proclitic: Proclitic
}

type Group = { end: number; value: number; joins: number; written?: number; decimal?: boolean }

const COMMA = '\u060C'
const THOUSANDS = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/
const FRACTION = /^\d+[.,]\d+$/

/** The entry with one of these roles at a token, whatever its particle. */
export function entryAt(tokens: readonly Token[], at: number, numerals: Numerals, ...roles: NumeralRole[]): Numeral | null {
  const token = tokens[at]
  const list = token && numerals.words.get(token.key)
  if (!list) return null
  for (const numeral of list) {
    if (!roles.includes(numeral.role)) continue
    if (numeral.rest.every((key, index) => tokens[at + 1 + index]?.key === key)) return numeral
  }
  return null
}

/** True when two neighbouring tokens are written without a space. */
export const touch = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.until === b.at

/**
 * The cardinal at a token, in digits or words: "1,200", "1.2 million", "a hundred and twenty-three". With `maxJoins` no
 * more words are joined by "and": what "between twenty and thirty" needs.
 */
export function readCardinal(tokens: readonly Token[], at: number, numerals: Numerals, maxJoins = 99): Value | null {
  const head = tokens[at]
  if (!head || head.kind === 'mark' || (head.kind === 'word' && !numerals.words.has(head.key))) return null
  const entry = (index: number, joined: boolean | null, ...roles: NumeralRole[]) => {
    const list = tokens[index] && numerals.words.get(tokens[index].key)
    return (
      list?.find(
        (numeral) => roles.includes(numeral.role) && (joined === null || (joined ? isAnd(numeral) : isBare(numeral))),
      ) ?? null
    )
  }
  // the index of what "and" joins, where the particle is a token of its own; else the same index
  const joint = (index: number) => (numerals.glue.get(tokens[index]?.key ?? '') === 'and' ? index + 1 : index)
  const joinedEntry = (index: number, ...roles: NumeralRole[]) => {
    const next = joint(index)
    const found = entry(next, next === index, ...roles)
    return found && { found, end: next + 1 }
  }

  /** one to ninety-nine in words */
  const small = (index: number, joined: boolean | null) => {
    const unit = entry(index, joined, 'unit', 'teen-unit')
    if (unit) {
      const teen = entry(index + 1, false, 'ten')
      if (teen) return { end: index + 2, value: 10 + unit.value, joins: 0 }
      if (joins < maxJoins) {
        const tens = joinedEntry(index + 1, 'tens')
        if (tens) return { end: tens.end, value: unit.value + tens.found.value, joins: 1 }
      }
    }
    const found = entry(index, joined, 'unit', 'ten', 'tens', 'zero')
    return found && { end: index + 1, value: found.value, joins: 0 }
  }
  /** a number below a thousand in words, or any number in digits */
  const group = (index: number, joined: boolean | null): Group | null => {
    const digits = readDigits(tokens, index)
    if (digits) {
      const hundred = digits.value < 10 && entry(digits.end, false, 'hundred')
      if (!hundred) return { ...digits, joins: 0 }
      return tailOf(digits.end + 1, digits.value * 100)
    }
    const unit = entry(index, joined, 'unit')
    if (unit && unit.value > 2 && entry(index + 1, false, 'hundred')) return tailOf(index + 2, unit.value * 100)
    const hundreds = entry(index, joined, 'hundred', 'hundreds')
    return hundreds ? tailOf(index + 1, hundreds.value) : small(index, joined)
  }
  /** what is joined to hundreds */
  const tailOf = (end: number, value: number): Group => {
    if (joins >= maxJoins) return { end, value, joins: 0 }
    const next = joint(end)
    const digits = next > end ? readDigits(tokens, next) : null
    if (digits && !digits.decimal && digits.value < 100) return { end: digits.end, value: value + digits.value, joins: 1 }
    const tail = small(next, next === end)
    return tail ? { end: tail.end, value: value + tail.value, joins: tail.joins + 1 } : { end, value, joins: 0 }
  }

  // what has no particle before it is counted: "two thousand fighters", but "a thousand of them", "a thousand and five"
  const counts = (index: number) => {
    const list = numerals.words.get(tokens[index]?.key ?? '')
    return (
      tokens[index]?.kind === 'word' &&
      !numerals.glue.has(tokens[index].key) &&
      !list?.some(({ role, proclitic }) => role === 'link' || proclitic !== '')
    )
  }

  let total = 0
  let limit = Number.POSITIVE_INFINITY
  let end = at
  let joins = 0
  let decimal = false
  for (let first = true; first || joins < maxJoins; first = false) {
    const next = first ? at : joint(end)
    const joined = first ? null : next === end
    if (!first && joined && tokens[next]?.kind === 'number') break
    const found = group(next, joined)
    if (found) {
      const scale = entry(found.end, false, 'scale', 'scale-plural', 'scale-or-two')
      if (scale && scale.value < limit) {
        total += Math.round((found.written ?? found.value) * scale.value)
        limit = scale.value
        end = found.end + 1
      } else {
        if (scale || found.value >= limit || (!first && found.decimal)) break
        total += found.value
        decimal = found.decimal === true
        end = found.end
      }
      joins += found.joins + (first ? 0 : 1)
      if (end === found.end) break
    } else {
      const part = first && entry(next, joined, 'fraction')
      const whole: Numeral | null = part
        ? entry(next + 1, false, 'scale')
        : entry(next, joined, 'scale', 'scale-two', 'scale-or-two')
      if (!whole || whole.value >= limit) break
      const times = part
        ? part.value
        : whole.role === 'scale-two' || (whole.role === 'scale-or-two' && counts(next + 1))
          ? 2
          : 1
      if (whole.role === 'scale-or-two' && !first) break
      total += times * whole.value
      limit = whole.value
      end = part ? next + 2 : next + 1
      if (!first) joins++
    }
    // "and a half (million)"
    const half = joinedEntry(end, 'fraction')
    if (half) {
      total += half.found.value * limit
      end = half.end
      if (entry(end, false, 'scale')?.value === limit) end++
      break
    }
  }
  if (end === at) return null
  const proclitic = head.kind === 'word' ? (numerals.words.get(head.key)?.[0]?.proclitic ?? '') : ''
  return { end, value: total, scale: Number.isFinite(limit) ? limit : 1, joins, decimal, proclitic }
}

/** The ordinal at a token: "third", "the twenty-first". */
export function readOrdinal(tokens: readonly Token[], at: number, numerals: Numerals): Value | null {
  const unit = entryAt(tokens, at, numerals, 'ordinal', 'ordinal-unit')
  if (!unit) return null
  const done = (end: number, value: number): Value => ({
    end,
    value,
    scale: 1,
    joins: 0,
    decimal: false,
    proclitic: unit.proclitic,
  })
  const ten = entryAt(tokens, at + 1, numerals, 'ten')
  if (ten && isBare(ten)) return done(at + 2, 10 + unit.value)
  const apart = numerals.glue.get(tokens[at + 1]?.key ?? '') === 'and'
  const tens = entryAt(tokens, apart ? at + 2 : at + 1, numerals, 'tens')
  // "the third and twentieth" agrees in the article; "the third and twenty minutes" does not
  const agrees = tens && isDefinite(tens) === isDefinite(unit) && (apart ? isBare(tens) : isAnd(tens))
  if (tens && agrees) return done(apart ? at + 3 : at + 2, tens.value + unit.value)
  return unit.role === 'ordinal' ? done(at + 1, unit.value) : null
}

export const isDefinite = (numeral: { readonly proclitic: Proclitic }): boolean =>
  numeral.proclitic === 'the' || numeral.proclitic === 'and-the'
const isAnd = (numeral: Numeral) => numeral.proclitic === 'and' || numeral.proclitic === 'and-the'
const isBare = (numeral: Numeral) => numeral.proclitic === '' || numeral.proclitic === 'the'

/**
 * A whole or decimal number in digits, thousands parted or not. "1.200" and "1,200" are twelve hundred alone (`value`) and one and a fifth
 * before "million" (`written`). Times, dates and ranges give null.
 */
export function readDigits(
  tokens: readonly Token[],
  at: number,
): { end: number; value: number; written: number; decimal: boolean } | null {
  const token = tokens[at]
  if (token?.kind !== 'number') return null
  const { key } = token
  if (THOUSANDS.test(key)) {
    const parts = key.split(/[.,]/)
    const value = Number(parts.join(''))
    return { end: at + 1, value, written: parts.length === 2 && key.includes('.') ? Number(key) : value, decimal: false }
  }
  if (FRACTION.test(key)) {
    const value = Number(key.replace(',', '.'))
    return { end: at + 1, value, written: value, decimal: true }
  }
  if (/\D/.test(key) || key.length > 12) return null
  let end = at + 1
  let digits = key
  for (let next = key.length <= 3 ? thousand(tokens, end) : null; next !== null; next = thousand(tokens, end)) {
    digits += tokens[next]!.key
    end = next + 1
  }
  const value = Number(digits)
  return { end, value, written: value, decimal: false }
}

// the index of three more digits, parted by one space, or by a comma of Arabic script without any: "40 000"
const thousand = (tokens: readonly Token[], at: number): number | null => {
  const comma = tokens[at]?.key === COMMA
  const next = tokens[comma ? at + 1 : at]
  if (next?.kind !== 'number' || !/^\d{3}$/.test(next.key)) return null
  if (comma) return touch(tokens[at - 1], tokens[at]) && touch(tokens[at], next) ? at + 1 : null
  return next.at - tokens[at - 1]!.until === 1 ? at : null
}
