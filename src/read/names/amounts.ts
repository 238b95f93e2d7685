import type { NumeralRole, Numerals, Proclitic } from '../../data/numerals.ts'
import { readDigits, touch } from '../letters/digits.ts'
import type { Token } from '../letters/tokens.ts'
import { entryAt, isDefinite, readCardinal, type Value } from '../letters/values.ts'

/** What a number can be used for: only a `count` says how many there were. */
export type AmountKind = 'count' | 'decimal' | 'fraction' | 'negative'

/**
 * One number as said: whole, decimal, a share ("three quarters"), below zero, or a power. `value` is its worth and `count`
 * how many it counts: "five of twenty" is worth a quarter, and counts five.
 */
export type Amount = {
  readonly end: number
  readonly value: number
  readonly count: number
  readonly kind: AmountKind
  readonly scale: number
  readonly joins: number
  readonly proclitic: Proclitic
}

const SLASHED = /^(\d{1,3})\/(\d{1,3})$/
const SINGULAR: readonly NumeralRole[] = ['fraction', 'fraction-or-unit']
const ADDED: readonly NumeralRole[] = [...SINGULAR, 'fraction-or-tens']
/** A plural of parts is counted by three to ten: "twenty and three fifths" are no twenty-three fifths. */
const FEW = { from: 3, to: 10 }

/** The number at a token. With `maxJoins` no more words are joined by "and". */
export function readAmount(tokens: readonly Token[], at: number, numerals: Numerals, maxJoins = 99): Amount | null {
  const start = afterSign(tokens, at, numerals)
  const amount = ratio(tokens, start, unsigned(tokens, start, numerals, maxJoins), numerals)
  if (!amount || start === at) return amount
  if (isBullet(tokens, at, amount.end)) return null
  const value = -amount.value
  return { ...amount, value, count: value, kind: amount.kind === 'count' ? 'negative' : amount.kind }
}

/** The index after a sign or a word for "minus", else the same index. */
function afterSign(tokens: readonly Token[], at: number, numerals: Numerals): number {
  if (tokens[at]?.key !== '-') return entryAt(tokens, at, numerals, 'negative') ? at + 1 : at
  const before = tokens[at - 1]
  const free = before === undefined || before.kind === 'mark' || !touch(before, tokens[at])
  return free && touch(tokens[at], tokens[at + 1]) ? at + 1 : at
}

// a dash that opens a line of a list: "-5 killed"
const isBullet = (tokens: readonly Token[], at: number, end: number): boolean =>
  tokens[at]!.key === '-' && (at === 0 || tokens[at - 1]!.key === '\n') && tokens[end]?.kind === 'word'

function unsigned(tokens: readonly Token[], at: number, numerals: Numerals, maxJoins: number): Amount | null {
  if (tokens[at]?.kind === 'number') {
    const share = slashed(tokens, at)
    if (share) return share
  }
  const value = readCardinal(tokens, at, numerals, maxJoins)
  if (!value) return fractionAt(tokens, at, numerals)
  return (
    power(tokens, at, value, numerals) ??
    pointed(tokens, value, numerals) ??
    withFraction(tokens, at, value, numerals, maxJoins) ??
    ofValue(value)
  )
}

const ofValue = ({ end, value, scale, joins, decimal, proclitic }: Value): Amount => ({
  end,
  value,
  count: value,
  kind: decimal ? 'decimal' : 'count',
  scale,
  joins,
  proclitic,
})

const share = (end: number, value: number, proclitic: Proclitic = '', joins = 0): Amount => ({
  end,
  value,
  count: value,
  kind: 'fraction',
  scale: 1,
  joins,
  proclitic,
})

/** "3/4", "1/4 2": from right to left the lesser is the count all the same. */
function slashed(tokens: readonly Token[], at: number): Amount | null {
  const pair = SLASHED.exec(tokens[at]!.key)
  if (!pair) return null
  const [low, high] = [Number(pair[1]), Number(pair[2])].sort((a, b) => a - b) as [number, number]
  if (low === 0 || low === high) return null
  const whole = readDigits(tokens, at + 1)
  // what counts a noun of its own is another number
  if (whole && !whole.decimal && tokens[whole.end]?.kind !== 'word') return share(whole.end, whole.value + low / high)
  return share(at + 1, low / high)
}

/** "1.1^23", "12e-1": digits without a space. The exponent's sign may stand before the mark, as it is typed from the right. */
function power(tokens: readonly Token[], at: number, base: Value, numerals: Numerals): Amount | null {
  if (tokens[at]!.kind !== 'number') return null
  let next = base.end
  let turned = false
  for (; tokens[next]?.key === '-' && touch(tokens[next - 1], tokens[next]); next++) turned = !turned
  const mark = entryAt(tokens, next, numerals, 'power')
  if (!mark || !touch(tokens[next - 1], tokens[next])) return null
  let after = next + 1
  let negative = false
  for (; tokens[after]?.key === '-' || tokens[after]?.key === '+'; after++) if (tokens[after]!.key === '-') negative = !negative
  const exponent = touch(tokens[after - 1], tokens[after]) ? readDigits(tokens, after) : null
  if (!exponent) return null
  const [low, high] = turned ? [exponent.value, -base.value] : [base.value, negative ? -exponent.value : exponent.value]
  const value = mark.value === 10 ? low * 10 ** high : low ** high
  return Number.isFinite(value) ? { ...share(exponent.end, value), kind: 'decimal' } : null
}

/** "Seven point five". */
function pointed(tokens: readonly Token[], value: Value, numerals: Numerals): Amount | null {
  if (entryAt(tokens, value.end, numerals, 'link')?.code !== 'point') return null
  const after = readCardinal(tokens, value.end + 1, numerals)
  if (!after || after.decimal) return null
  const decimals = after.value / 10 ** String(after.value).length
  return { ...share(after.end, value.value + decimals, value.proclitic, value.joins), kind: 'decimal' }
}

/** A fraction by itself: "half", "two thirds". */
function fractionAt(tokens: readonly Token[], at: number, numerals: Numerals): Amount | null {
  const part = entryAt(tokens, at, numerals, 'fraction-part')
  if (part) {
    const parts = readCardinal(tokens, at + 1 + part.rest.length, numerals)
    return parts && parts.value > 1 ? share(parts.end, 1 / parts.value, part.proclitic) : null
  }
  const found = entryAt(tokens, at, numerals, 'fraction')
  return found && share(at + 1, found.value, found.proclitic)
}

/** A number and a fraction: three quarters, one and a half, 2 1/4, a fifth of the …, 23 fifths. */
function withFraction(tokens: readonly Token[], at: number, value: Value, numerals: Numerals, maxJoins: number): Amount | null {
  const { end, joins, proclitic } = value
  const plus = (next: number, part: number, more: number) => share(next, value.value + part, proclitic, joins + more)
  if (tokens[at]!.kind === 'number' && tokens[end]?.kind === 'number' && !value.decimal) {
    const part = slashed(tokens, end)
    return part && part.end === end + 1 ? plus(part.end, part.value, 0) : null
  }
  const parts = entryAt(tokens, end, numerals, 'fraction-plural')
  if (parts) {
    const low = joins > 0 ? readCardinal(tokens, at, numerals, joins - 1) : null
    const few = low && value.value - low.value
    const sum = few !== null && few >= FEW.from && few <= FEW.to
    return scaled(
      tokens,
      share(end + 1, sum ? low!.value + few * parts.value : value.value * parts.value, proclitic, joins),
      numerals,
    )
  }
  const single = entryAt(tokens, end, numerals, ...SINGULAR)
  if (single?.proclitic === '' && value.value > FEW.to) return share(end + 1, value.value * single.value, proclitic, joins)
  if (end === at + 1) {
    const self = entryAt(tokens, at, numerals, 'fraction-or-unit')
    if (self && !isDefinite(self) && isNoun(tokens, end, numerals)) return share(end, self.value, proclitic)
  }
  if (joins >= maxJoins) return null
  const apart = numerals.glue.get(tokens[end]?.key ?? '') === 'and'
  const next = apart ? end + 1 : end
  const added = entryAt(tokens, next, numerals, ...ADDED)
  if (added && isJoined(added.proclitic, apart)) return plus(next + 1, added.value, 1)
  const count = readCardinal(tokens, next, numerals, 0)
  const few = count && isJoined(count.proclitic, apart) ? entryAt(tokens, count.end, numerals, 'fraction-plural') : null
  return few && plus(count!.end + 1, count!.value * few.value, 1)
}

const isJoined = (proclitic: Proclitic, apart: boolean): boolean =>
  apart ? proclitic === '' || proclitic === 'the' : proclitic === 'and' || proclitic === 'and-the'

/** "Three quarters of a million". */
function scaled(tokens: readonly Token[], part: Amount, numerals: Numerals): Amount {
  const scale = entryAt(tokens, part.end, numerals, 'scale')
  if (!scale || !(scale.proclitic === '' || scale.proclitic === 'the')) return part
  const value = Math.round(part.value * scale.value)
  return { ...part, end: part.end + 1, value, count: value, kind: 'count', scale: scale.value }
}

/** The article is written with this word: after "fifth" it is what the fifth is of. */
function isNoun(tokens: readonly Token[], at: number, numerals: Numerals): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || numerals.glue.has(token.key) || entryAt(tokens, at, numerals, 'no-article')) return false
  return token.key.startsWith(numerals.article)
}

/** "One over twenty", "three parts of a hundred", "one of three": a share; "five of twenty" still counts five. */
function ratio(tokens: readonly Token[], at: number, amount: Amount | null, numerals: Numerals): Amount | null {
  if (!amount) return null
  const link = entryAt(tokens, amount.end, numerals, 'link', 'fraction-part')
  if (!link) return amount
  const parts = link.role === 'fraction-part'
  if (!parts && link.code !== 'over' && (link.code !== 'from' || amount.kind !== 'count')) return amount
  const whole = readCardinal(tokens, amount.end + 1 + link.rest.length, numerals)
  if (!whole || whole.value <= 1 || whole.proclitic !== '') return amount
  const { proclitic, joins } = amount
  const of = share(whole.end, amount.value / whole.value, proclitic, joins)
  if (parts || link.code === 'over') return of
  // "3 of 10 to 15" is no share
  if (amount.value >= whole.value || entryAt(tokens, whole.end, numerals, 'link')?.code === 'to') return amount
  return amount.value === 1 && tokens[at]!.kind === 'word' ? of : { ...of, kind: 'count', count: amount.value }
}
