import type { Numeral, NumeralRole, Numerals, Proclitic } from '../../data/numerals.ts'
import { readDigits } from './digits.ts'
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

type Here = { readonly tokens: readonly Token[]; readonly numerals: Numerals }
/** A number below a thousand, or in digits. */
type Group = { end: number; value: number; joins: number; written?: number; decimal?: boolean }
/** A summand: a group with its scale. */
type Term = { end: number; value: number; scale: number; joins: number; decimal: boolean }
/** How a word must be written: with "and", without, or either way. */
type Joined = boolean | null

const UNIT = ['unit'] as const
const UNITS = ['unit', 'teen-unit'] as const
const TEN = ['ten'] as const
const TENS = ['tens'] as const
const SMALL = ['unit', 'ten', 'tens', 'zero'] as const
const HUNDRED = ['hundred'] as const
const HUNDREDS = ['hundreds'] as const
const ANY_HUNDRED = ['hundred', 'hundreds'] as const
const SCALES = ['scale', 'scale-plural', 'scale-or-two'] as const
const BARE_SCALES = ['scale', 'scale-two', 'scale-or-two'] as const
const DOZENS = ['scale', 'scale-two'] as const
const ALONE = [...SMALL, ...ANY_HUNDRED, ...BARE_SCALES, 'fraction'] as const
const FRACTION = ['fraction'] as const
const SCALE = ['scale'] as const

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

/**
 * The cardinal at a token, in digits or words: "1,200", "1.2 million", "a hundred and twenty-three". With `maxJoins` no
 * more words are joined by "and": what "between twenty and thirty" needs.
 */
export function readCardinal(tokens: readonly Token[], at: number, numerals: Numerals, maxJoins = 99): Value | null {
  const head = tokens[at]
  if (!head || head.kind === 'mark' || (head.kind === 'word' && !numerals.words.has(head.key))) return null
  const here = { tokens, numerals }
  const first = scaledAt(here, at, null, maxJoins) ?? scaleAt(here, at, null)
  if (!first) return null
  let { end, value, scale, joins, decimal } = first
  while (scale > 1) {
    const half = joins < maxJoins ? joinedAt(here, end, FRACTION) : null
    if (half) {
      value += Math.round(half.found.value * scale)
      end = half.end
      // "two million and half a million"
      if (find(here, end, false, SCALE)?.value === scale) end++
      break
    }
    const next = hundredsAt(here, end, maxJoins - joins) ?? (joins < maxJoins ? addend(here, end, maxJoins - joins) : null)
    if (!next || next.decimal || next.value >= scale) break
    value += next.value
    end = next.end
    joins += next.joins
    scale = next.scale
  }
  return { end, value, scale, joins, decimal, proclitic: head.kind === 'word' ? particle(here, at) : '' }
}

/** What "and" joins to a number with a scale: "... and three hundred", "... and two thousand". */
function addend(here: Here, at: number, left: number): Term | null {
  const next = joint(here, at)
  const joined = next === at
  // digits stand after an "and" of their own
  if (joined && here.tokens[next]?.kind === 'number') return null
  const term = scaledAt(here, next, joined, left - 1) ?? scaleAt(here, next, joined, false)
  return term && { ...term, joins: term.joins + 1 }
}

/** Hundreds that follow a thousand without "and": "four thousand three hundred". */
function hundredsAt(here: Here, at: number, left: number): Term | null {
  const counted = readDigits(here.tokens, at)
  const unit = counted ? counted.value < 10 : find(here, at, false, UNIT)
  const hundred = unit ? hundredAt(here, counted?.end ?? at + 1) : find(here, at, false, HUNDREDS) !== null
  return hundred ? scaledAt(here, at, false, left) : null
}

/** A number below a thousand in words, or any in digits, with the scale after it: "three hundred thousand". */
function scaledAt(here: Here, at: number, joined: Joined, left: number): Term | null {
  const group = groupAt(here, at, joined, left)
  if (!group) return null
  const scale = find(here, group.end, false, SCALES)
  const { end, value, joins, decimal = false } = group
  if (!scale) return { end, value, scale: 1, joins, decimal }
  return higher(here, {
    end: end + 1,
    value: Math.round((group.written ?? value) * scale.value),
    scale: scale.value,
    joins,
    decimal: false,
  })
}

/** A scale without a number before it: "a thousand", "two thousand", "half a million". */
function scaleAt(here: Here, at: number, joined: Joined, first = true): Term | null {
  const part = first ? find(here, at, joined, FRACTION) : null
  const whole = part ? find(here, at + 1, false, SCALE) : find(here, at, joined, first ? BARE_SCALES : DOZENS)
  if (!whole) return null
  const end = part ? at + 2 : at + 1
  const two = whole.role === 'scale-two' || (whole.role === 'scale-or-two' && counts(here, end))
  const value = Math.round((part ? part.value : two ? 2 : 1) * whole.value)
  return higher(here, { end, value, scale: whole.value, joins: 0, decimal: false })
}

/** A scale of a scale: "a hundred thousand million". */
function higher(here: Here, term: Term): Term {
  const next = find(here, term.end, false, SCALES)
  if (!next || next.value <= term.scale) return term
  return higher(here, { ...term, end: term.end + 1, value: term.value * next.value, scale: next.value })
}

/** A number below a thousand in words, or any number in digits; "95 hundred" too. */
function groupAt(here: Here, at: number, joined: Joined, left: number): Group | null {
  const digits = readDigits(here.tokens, at)
  if (digits) {
    const hundred = digits.value < 100 && !digits.decimal && hundredAt(here, digits.end)
    return hundred ? withTail(here, digits.end + 1, digits.value * 100, left) : { ...digits, joins: 0 }
  }
  const unit = find(here, at, joined, UNIT)
  if (unit && unit.value > 2 && hundredAt(here, at + 1)) return withTail(here, at + 2, unit.value * 100, left)
  const hundreds = find(here, at, joined, ANY_HUNDRED)
  if (hundreds) return withTail(here, at + 1, hundreds.value, left)
  const small = smallAt(here, at, joined, left)
  if (!small || small.value <= 10 || !hundredAt(here, small.end)) return small
  const tail = withTail(here, small.end + 1, small.value * 100, left - small.joins)
  return { ...tail, joins: small.joins + tail.joins }
}

/** Hundreds with what is joined to them: "three hundred and twelve", "three hundred and two dozen". */
function withTail(here: Here, end: number, value: number, left: number): Group {
  const alone = { end, value, joins: 0 }
  if (left < 1) return alone
  const next = joint(here, end)
  const digits = next > end ? readDigits(here.tokens, next) : null
  if (digits && !digits.decimal && digits.value < 100) return { end: digits.end, value: value + digits.value, joins: 1 }
  const small = smallAt(here, next, next === end, left - 1)
  // "three hundred and zero" are two numbers
  if (small) return small.value === 0 ? alone : { end: small.end, value: value + small.value, joins: small.joins + 1 }
  const dozen = find(here, next, next === end, DOZENS)
  if (!dozen || dozen.value >= 100) return alone
  return { end: next + 1, value: value + (dozen.role === 'scale-two' ? 2 : 1) * dozen.value, joins: 1 }
}

/** One to ninety-nine in words. */
function smallAt(here: Here, at: number, joined: Joined, left: number): Group | null {
  const unit = find(here, at, joined, UNITS)
  if (unit) {
    if (find(here, at + 1, false, TEN)) return { end: at + 2, value: 10 + unit.value, joins: 0 }
    const tens = left > 0 ? joinedAt(here, at + 1, TENS) : null
    if (tens) return { end: tens.end, value: unit.value + tens.found.value, joins: 1 }
  }
  const found = find(here, at, joined, SMALL)
  return found && { end: at + 1, value: found.value, joins: 0 }
}

// "by the hundred" is a share, no hundred
const hundredAt = (here: Here, at: number): boolean => find(here, at, false, HUNDRED)?.proclitic === ''

function find({ tokens, numerals }: Here, at: number, joined: Joined, roles: readonly NumeralRole[]): Numeral | null {
  const list = tokens[at] && numerals.words.get(tokens[at].key)
  if (!list) return null
  for (const numeral of list)
    if (roles.includes(numeral.role) && (joined === null || (joined ? isAnd(numeral) : isBare(numeral)))) return numeral
  return null
}

// the index of what "and" joins, where the particle is a token of its own; else the same index
const joint = ({ tokens, numerals }: Here, at: number): number =>
  numerals.glue.get(tokens[at]?.key ?? '') === 'and' ? at + 1 : at

function joinedAt(here: Here, at: number, roles: readonly NumeralRole[]): { found: Numeral; end: number } | null {
  const next = joint(here, at)
  const found = find(here, next, next === at, roles)
  return found && { found, end: next + 1 }
}

// what has no particle before it is counted: "two thousand fighters", but "a thousand of them", "a thousand and five"
function counts({ tokens, numerals }: Here, at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || numerals.glue.has(token.key)) return false
  return !numerals.words.get(token.key)?.some(({ role, proclitic }) => role === 'link' || proclitic !== '')
}

// "one" can also be read as "and" with the "one" of "eleven"
const particle = (here: Here, at: number): Proclitic =>
  (find(here, at, null, ALONE) ?? find(here, at, null, UNITS))?.proclitic ?? ''

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
