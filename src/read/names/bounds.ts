import type { Numerals } from '../../data/numerals.ts'
import type { Bound } from '../../model/types.ts'
import { touch } from '../letters/digits.ts'
import { COMMA, type Token } from '../letters/tokens.ts'
import { entryAt, readCardinal } from '../letters/values.ts'
import type { AmountKind } from './amounts.ts'

/** On which side a number bounds what is told: "more than" it, "from" it …; empty where it says it exactly, or about. */
export type Side = '' | 'equal' | 'more-than' | 'at-least' | 'less-than' | 'up-to' | 'from' | 'to'

/** One number within a mention, without the words that bound it, over tokens [first, end). */
export type NumberPart = { readonly first: number; readonly end: number; readonly value: number; readonly side: Side }

/** What was read so far from a token on: how many there were, and the numbers that say so. */
export type Core = {
  readonly end: number
  readonly min: number
  readonly max: number | null
  readonly kind: AmountKind | 'ordinal' | 'percent'
  readonly bound: Bound
  readonly parts: readonly NumberPart[]
}

/** A bound before a number: its code and the index after its words. */
type Lead = { readonly code: Side | 'about' | 'reaches'; readonly end: number; readonly joined: boolean }

/** Codes of verbs that leave the number as it is: "equals", "reaches". */
export const VERBS: ReadonlySet<string> = new Set(['equal', 'reaches'])
const LOW: readonly Side[] = ['more-than', 'at-least']
const HIGH: readonly Side[] = ['less-than', 'up-to']
/** How far after a number, in words, "at least" may stand. */
const TAIL_REACH = 4

/** "more than", "at least", "≥" at a token; of two ("at least about") the first decides. */
export function leadAt(tokens: readonly Token[], at: number, numerals: Numerals): Lead | null {
  const found = entryAt(tokens, at, numerals, 'bound')
  if (!found) return null
  let end = at + 1 + found.rest.length
  const sign = tokens[at]!.kind === 'mark'
  // "<>" and "=>" are no comparisons
  if (sign && tokens[at - 1]?.kind === 'mark' && touch(tokens[at - 1], tokens[at])) return null
  const second = sign || VERBS.has(found.code) ? null : entryAt(tokens, end, numerals, 'bound')
  if (second) end += 1 + second.rest.length
  // the article or a preposition, written before digits: "more than the 50"
  if (numerals.glue.has(tokens[end]?.key ?? '') && tokens[end + 1]?.kind === 'number') end++
  return { code: found.code as Lead['code'], end, joined: found.proclitic === 'and' }
}

/**
 * A number with a bound. "Fewer than ten" and "up to ten" presuppose that there were some: their least number is one,
 * since zero would say that there were none. A share or a decimal has no next number: its bound is taken as it stands. What
 * a toll "reaches" is the toll.
 */
export function bounded(core: Core, code: Lead['code']): Core {
  const counts = core.kind === 'count'
  const step = counts && core.bound === 'exact' ? 1 : 0
  const max = core.max ?? core.min
  const side = code === 'reaches' ? 'up-to' : code === 'about' ? '' : code
  const parts = core.parts.map((part) => (part.side === '' ? { ...part, side } : part))
  const least = Math.min(counts ? 1 : 0, max)
  if (code === 'more-than') return { ...core, parts, min: core.min + step, max: null, bound: 'more-than' }
  if (code === 'at-least') return { ...core, parts, max: null, bound: 'at-least' }
  if (code === 'less-than') return { ...core, parts, min: least, max: Math.max(max - step, least), bound: 'up-to' }
  if (code === 'up-to') return { ...core, parts, min: least, max, bound: 'up-to' }
  if (code === 'equal' || code === 'reaches') return { ...core, parts }
  return core.bound === 'exact' ? { ...core, bound: 'about' } : core
}

/** "More than ten and less than twenty": two bounded numbers that are one range. Others stay two. */
export function bothSides(
  tokens: readonly Token[],
  core: Core,
  numerals: Numerals,
  numberAt: (at: number) => Core | null,
): Core | null {
  const [part, second] = core.parts
  if (!part || second || ![...LOW, ...HIGH].includes(part.side)) return null
  let at = tokens[core.end]?.key === COMMA ? core.end + 1 : core.end
  const link = entryAt(tokens, at, numerals, 'link')?.code
  const apart = link === 'and' || link === 'or'
  if (apart) at++
  const lead = leadAt(tokens, at, numerals)
  const plain = lead && (apart || lead.joined) ? numberAt(lead.end) : null
  const other = plain && bounded(plain, lead!.code)
  const [otherPart] = other?.parts ?? []
  if (!other || !otherPart || other.kind !== core.kind) return null
  const [low, high] = LOW.includes(part.side) ? [core, other] : [other, core]
  const [from, to] = LOW.includes(part.side) ? [part, otherPart] : [otherPart, part]
  if (!LOW.includes(from.side) || !HIGH.includes(to.side) || from.value >= to.value || high.max === null) return null
  if (low.min > high.max) return null
  return { ...core, end: other.end, min: low.min, max: high.max, bound: 'range', parts: [part, otherPart] }
}

/** The bound that stands after the number, at once or after what is counted: `tail` are its tokens in the second case. */
export function withTail(
  tokens: readonly Token[],
  core: Core,
  numerals: Numerals,
): { readonly core: Core; readonly tail: readonly [number, number] | null } {
  const none = { core, tail: null }
  const side = core.parts[0]?.side ?? ''
  if (side === 'more-than' || side === 'less-than') return { core: orEqual(tokens, core, side, numerals), tail: null }
  if (core.bound !== 'exact' && core.bound !== 'about') return none
  for (let at = core.end; at <= core.end + TAIL_REACH; at++) {
    // "five people, at least"
    if (tokens[at]?.key === COMMA && entryAt(tokens, at + 1, numerals, 'tail')?.code === 'at-least') at++
    const tail = entryAt(tokens, at, numerals, 'tail')
    if (tail && tail.code !== 'equal') {
      const end = at + 1 + tail.rest.length
      const parts = core.parts.map((part) => ({ ...part, side: '' as const }))
      if (boundsNext(tokens, end, numerals, at > core.end)) return none
      const given = bounded({ ...core, parts, bound: 'exact' }, tail.code as Lead['code'])
      return at === core.end ? { core: { ...given, end }, tail: null } : { core: given, tail: [at, end] }
    }
    if (tokens[at]?.kind !== 'word' || readCardinal(tokens, at, numerals)) break
  }
  return none
}

/** "At least 40" after another number bounds what follows it; so does "or more than 40". */
function boundsNext(tokens: readonly Token[], end: number, numerals: Numerals, away: boolean): boolean {
  const isFrom = (at: number) => entryAt(tokens, at, numerals, 'link')?.code === 'from'
  if (isFrom(end) && readCardinal(tokens, end + 1, numerals)) return true
  return (away || isFrom(end - 1)) && readCardinal(tokens, end, numerals)?.proclitic === ''
}

/** "Less than five or equal": the bound is part of it, unless the "equal" is of another number. */
function orEqual(tokens: readonly Token[], core: Core, side: 'more-than' | 'less-than', numerals: Numerals): Core {
  const tail = entryAt(tokens, core.end, numerals, 'tail')
  const end = core.end + 1 + (tail?.rest.length ?? 0)
  if (tail?.code !== 'equal' || readCardinal(tokens, end, numerals)) return core
  const parts = core.parts.map((part) => ({ ...part, side: '' as const }))
  const { value } = parts[0]!
  const code = side === 'more-than' ? 'at-least' : 'up-to'
  return { ...bounded({ ...core, parts, min: value, max: value, bound: 'exact' }, code), end }
}
