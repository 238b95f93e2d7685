import type { Numeral, Numerals } from '../../data/numerals.ts'
import type { Bound } from '../../model/types.ts'
import { readDigits, touch } from '../letters/digits.ts'
import type { Token } from '../letters/tokens.ts'
import { entryAt, isDefinite, readCardinal } from '../letters/values.ts'
import { type Amount, readAmount } from './amounts.ts'
import { bothSides, bounded, type Core, leadAt, type NumberPart, VERBS, withTail } from './bounds.ts'
import { type Anchor, ordinalAt, relativeAt } from './ordinals.ts'
import { percented, rangeAt } from './ranges.ts'

/**
 * A number as said, over tokens [first, end), with the words that bound it ("more than", "at least"). `min` and `max`
 * follow the conventions of annotation: "more than 100" is [101, null], "about 50" [50, 50], "dozens" [20, 99].
 */
export type NumberMention = {
  readonly first: number
  readonly end: number
  readonly min: number
  /** null: no upper bound was given */
  readonly max: number | null
  readonly bound: Bound
  /** only a `count` says how many there were */
  readonly kind: Core['kind']
  /** the numbers in it by themselves; none in "dozens" */
  readonly parts: readonly NumberPart[]
  /** written with the article: from twenty on a number so written is an ordinal too */
  readonly definite: boolean
  /** for an ordinal, from where it counts */
  readonly anchor: Anchor | null
  /** tokens [first, end) of a verb that stands before it, and leaves it a number by itself: "reaches 20" */
  readonly lead: readonly [number, number] | null
  /** tokens [first, end) of a bound that stands after what is counted: "43 civilians at least" */
  readonly tail: readonly [number, number] | null
}

/**
 * The numbers of a text, in order, none over another. Dates and times in digits are left out; years are numbers. `relative`
 * ordinals ("the next", "the last") are found if asked for: to most readers they are adjectives.
 */
export function findNumbers(tokens: readonly Token[], numerals: Numerals, relative = false): readonly NumberMention[] {
  const found: NumberMention[] = []
  for (let at = 0; at < tokens.length; ) {
    const adjective = relative ? relativeAt(tokens, at, numerals) : null
    const number = !adjective && begins(tokens, at, numerals) ? mentionAt(tokens, at, numerals, found.at(-1)) : null
    const mention = adjective ? mentionOf(at, ordered(at, adjective), { anchor: adjective.anchor }) : number
    if (mention) found.push(mention)
    at = mention ? mention.end : at + 1
  }
  return found
}

const NONE: readonly Numeral[] = []

function begins(tokens: readonly Token[], at: number, numerals: Numerals): boolean {
  const { kind, key } = tokens[at]!
  if (kind === 'number' || key === '(') return true
  for (const { starts, rest } of numerals.words.get(key) ?? NONE)
    if (starts && rest.every((word, index) => tokens[at + 1 + index]?.key === word)) return true
  return key === '-' && tokens[at + 1]?.kind === 'number'
}

function mentionAt(tokens: readonly Token[], at: number, numerals: Numerals, before?: NumberMention): NumberMention | null {
  const numberAt = (from: number, first = from) =>
    rangeAt(tokens, from, numerals, (index) => isName(tokens, index)) ?? plainAt(tokens, from, numerals, first)
  const boundedAt = (from: number, first: number) => numberAt(from, first) ?? definiteOrdinal(tokens, from, numerals)
  const lead = leadAt(tokens, at, numerals)
  const verb = lead !== null && VERBS.has(lead.code)
  // "reaches about 20": the nearer word decides
  if (verb && leadAt(tokens, lead.end, numerals)) return null
  const led = lead && boundedAt(lead.end, at)
  if (led) {
    const core = bounded(led, lead.code)
    const both = bothSides(tokens, core, numerals, (from) => boundedAt(from, from))
    const mention = finish(tokens, at, both ?? core, numerals)
    return verb ? { ...mention, first: lead.end, lead: [at, lead.end] } : mention
  }
  const ordinal = ordinalAt(tokens, at, numerals)
  // "30 seconds": the unit of time is spelled like "second"
  if (ordinal) return before?.end === at ? null : mentionOf(at, ordered(at, ordinal), {})
  const core = numberAt(at)
  return core && finish(tokens, at, core, numerals)
}

function finish(tokens: readonly Token[], first: number, given: Core, numerals: Numerals): NumberMention {
  const { core, tail } = withTail(tokens, given, numerals)
  const [part] = core.parts
  const head = part && entryAt(tokens, part.first, numerals, ...CARDINALS)
  return mentionOf(first, core, { tail, definite: head !== null && head !== undefined && isDefinite(head) })
}

const CARDINALS = ['unit', 'ten', 'tens', 'hundred', 'hundreds', 'scale', 'scale-two'] as const

const mentionOf = (first: number, core: Core, more: Partial<NumberMention>): NumberMention => ({
  first,
  ...core,
  definite: false,
  anchor: core.kind === 'ordinal' ? 'start' : null,
  lead: null,
  tail: null,
  ...more,
})

const ordered = (first: number, { end, value }: { end: number; value: number }): Core => ({
  end,
  min: value,
  max: value,
  kind: 'ordinal',
  bound: 'exact',
  parts: [{ first, end, value, side: '' }],
})

/** "Above the tenth". */
function definiteOrdinal(tokens: readonly Token[], at: number, numerals: Numerals): Core | null {
  const entry = entryAt(tokens, at, numerals, 'ordinal', 'ordinal-unit')
  const ordinal = entry && isDefinite(entry) ? ordinalAt(tokens, at, numerals) : null
  return ordinal && ordered(at, ordinal)
}

/** A number by itself: vague, in digits or in words, or the same twice: "(7) seven". */
function plainAt(tokens: readonly Token[], at: number, numerals: Numerals, first: number): Core | null {
  const vague = vagueAt(tokens, at, numerals)
  if (vague) return vague
  if (tokens[at]?.key === '(') {
    const inner = readCardinal(tokens, at + 1, numerals)
    if (!inner || tokens[inner.end]?.key !== ')') return null
    const again = readAmount(tokens, inner.end + 1, numerals)
    return again && again.value === inner.value ? whole(tokens, at, again.end, again, numerals) : null
  }
  const share = tokens[at]?.kind === 'mark' && entryAt(tokens, at, numerals, 'percent') ? readDigits(tokens, at + 1) : null
  if (share) return whole(tokens, at, share.end, { ...share, count: share.value, kind: 'percent' }, numerals)
  const amount = readAmount(tokens, at, numerals)
  if (!amount || isName(tokens, at) || isPronoun(tokens, at, first, amount, numerals)) return null
  return whole(tokens, at, twice(tokens, amount, numerals), amount, numerals)
}

function whole(
  tokens: readonly Token[],
  first: number,
  end: number,
  { count, value, kind }: Pick<Amount, 'count' | 'value'> & { readonly kind: Core['kind'] },
  numerals: Numerals,
): Core {
  const parts = [{ first, end, value, side: '' }] as const
  return percented(tokens, { end, min: count, max: count, kind, bound: 'exact', parts }, numerals)
}

/** The end of a number that is said again in other signs: "seven (7)", "7 seven". */
function twice(tokens: readonly Token[], amount: Amount, numerals: Numerals): number {
  const { end, value } = amount
  // "a hundred by the hundred"
  if (entryAt(tokens, end, numerals, 'percent')) return end
  const open = tokens[end]?.key === '('
  const again = readCardinal(tokens, open ? end + 1 : end, numerals)
  if (!again || again.value !== value || again.proclitic !== '') return end
  return open ? (tokens[again.end]?.key === ')' ? again.end + 1 : end) : again.end
}

/** "dozens", "hundreds of thousands", "a few dozens", "a number of". */
function vagueAt(tokens: readonly Token[], at: number, numerals: Numerals): Core | null {
  const vague = entryAt(tokens, at, numerals, 'vague')
  // "the number of" is no number
  if (!vague || (vague.rest.length && isDefinite(vague))) return null
  const end = at + 1 + vague.rest.length
  const core = { end, min: vague.value, max: vague.max, kind: 'count', bound: 'vague', parts: [] } as const
  const next = entryAt(tokens, end, numerals, 'vague')
  const bare = next && (next.proclitic === '' || next.proclitic === 'the')
  if (bare && next.value > vague.value && vague.value < 20)
    return { ...core, end: end + 1 + next.rest.length, min: next.value, max: next.max }
  const scale = entryAt(tokens, end, numerals, 'scale-plural')
  if (!scale || vague.value < 20 || vague.value >= scale.value || !bare) return core
  return { ...core, end: end + 1, min: vague.value * scale.value, max: vague.max && (vague.max + 1) * scale.value - 1 }
}

// part of a name of a weapon: "F-16", "T72", in letters of either script
const isName = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at]?.kind === 'number' && touch(tokens[at - 1], tokens[at]) ? tokens[at - 1]! : null
  const word = before?.key === '-' && touch(tokens[at - 2], before) ? tokens[at - 2] : before
  return word?.kind === 'word' && (word !== before || /^[a-z]/.test(word.key))
}

// "one of the places", "every one", "the one", "the two": pronouns (and Monday)
function isPronoun(tokens: readonly Token[], at: number, first: number, amount: Amount, numerals: Numerals): boolean {
  if (amount.value > 2 || amount.kind !== 'count' || amount.end !== at + 1 || tokens[at]?.kind === 'number') return false
  if (isDefinite(amount)) return true
  if (amount.value === 2) return false
  const guard = (index: number, code: string) => entryAt(tokens, index, numerals, 'one-guard')?.code === code
  return guard(first - 1, 'before') || guard(amount.end, 'after')
}
