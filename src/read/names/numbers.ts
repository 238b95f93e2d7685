import type { Numerals } from '../../data/numerals.ts'
import type { Bound } from '../../model/types.ts'
import { readDigits, touch } from '../letters/digits.ts'
import { COMMA, type Token } from '../letters/tokens.ts'
import { entryAt, isDefinite, readCardinal, readOrdinal, type Value } from '../letters/values.ts'

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
  readonly ordinal: boolean
  readonly kind: 'count' | 'ordinal' | 'percent' | 'decimal'
  /** the token after the number, where it is a word: what is counted, or a word before it */
  readonly unit: number | null
  /** tokens [first, end) of a bound that stands after what is counted: "43 civilians at least" */
  readonly tail: readonly [number, number] | null
}

/** How far after a number, in words, "at least" may stand. */
const TAIL_REACH = 4
/** How far before "from X to Y" a verb of change is looked for. */
const CHANGE_REACH = 8

type Core = { end: number; min: number; max: number | null; kind: NumberMention['kind']; bound: Bound }

/** The numbers of a text, in order, none over another. Dates and times in digits are left out; years are numbers. */
export function findNumbers(tokens: readonly Token[], numerals: Numerals): readonly NumberMention[] {
  const found: NumberMention[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    const may = token.kind === 'number' || numerals.words.has(token.key) || token.key === '('
    const mention = may ? mentionAt(tokens, at, numerals, found.at(-1)) : null
    if (mention) found.push(mention)
    at = mention ? mention.end : at + 1
  }
  return found
}

function mentionAt(tokens: readonly Token[], at: number, numerals: Numerals, before?: NumberMention): NumberMention | null {
  const modifier = entryAt(tokens, at, numerals, 'bound')
  if (modifier) {
    let start = at + 1 + modifier.rest.length
    // "at least about 20": the first word decides
    const second = entryAt(tokens, start, numerals, 'bound')
    if (second) start += 1 + second.rest.length
    if (isGlue(tokens, start, numerals)) start++
    const core = rangeAt(tokens, start, numerals) ?? plainAt(tokens, start, numerals, at)
    if (core) return finish(tokens, at, bounded(core, modifier.code), numerals)
  }
  const core = rangeAt(tokens, at, numerals) ?? plainAt(tokens, at, numerals, at)
  if (core) return finish(tokens, at, core, numerals)
  const ordinal = readOrdinal(tokens, at, numerals)
  // "30 seconds": the unit of time is spelled like "second"
  if (!ordinal || before?.end === at) return null
  const { end, value } = ordinal
  return {
    first: at,
    end,
    min: value,
    max: value,
    bound: 'exact',
    ordinal: true,
    kind: 'ordinal',
    unit: wordAt(tokens, end),
    tail: null,
  }
}

/** A number by itself: vague, in digits or in words, or the same twice: "(7) seven". */
function plainAt(tokens: readonly Token[], at: number, numerals: Numerals, first: number): Core | null {
  const vague = vagueAt(tokens, at, numerals)
  if (vague) return vague
  if (tokens[at]?.key === '(') {
    const inner = readCardinal(tokens, at + 1, numerals)
    if (!inner || tokens[inner.end]?.key !== ')') return null
    const again = readCardinal(tokens, inner.end + 1, numerals)
    return again && again.value === inner.value ? whole(tokens, again.end, again, numerals) : null
  }
  const share = tokens[at]?.kind === 'mark' && entryAt(tokens, at, numerals, 'percent') ? readDigits(tokens, at + 1) : null
  if (share) return { end: share.end, min: share.value, max: share.value, kind: 'percent', bound: 'exact' }
  const value = readCardinal(tokens, at, numerals)
  if (!value || isName(tokens, at) || isPronoun(tokens, at, first, value, numerals)) return null
  return whole(tokens, twice(tokens, value, numerals), value, numerals)
}

function whole(tokens: readonly Token[], end: number, value: Value, numerals: Numerals): Core {
  const percent = entryAt(tokens, end, numerals, 'percent')
  const kind = percent ? 'percent' : value.decimal ? 'decimal' : 'count'
  return { end: percent ? end + 1 + percent.rest.length : end, min: value.value, max: value.value, kind, bound: 'exact' }
}

/** The end of a number that is said again in other signs: "seven (7)", "7 seven". */
function twice(tokens: readonly Token[], value: Value, numerals: Numerals): number {
  // "a hundred by the hundred"
  if (entryAt(tokens, value.end, numerals, 'percent')) return value.end
  const open = tokens[value.end]?.key === '('
  const again = readCardinal(tokens, open ? value.end + 1 : value.end, numerals)
  if (!again || again.value !== value.value || again.proclitic !== '') return value.end
  return open ? (tokens[again.end]?.key === ')' ? again.end + 1 : value.end) : again.end
}

/** "dozens", "hundreds of thousands", "a few dozens", "a number of". */
function vagueAt(tokens: readonly Token[], at: number, numerals: Numerals): Core | null {
  const vague = entryAt(tokens, at, numerals, 'vague')
  // "the number of" is no number
  if (!vague || (vague.rest.length && isDefinite(vague))) return null
  const end = at + 1 + vague.rest.length
  const core = { end, min: vague.value, max: vague.max, kind: 'count', bound: 'vague' } as const
  const next = entryAt(tokens, end, numerals, 'vague')
  const bare = next && (next.proclitic === '' || next.proclitic === 'the')
  if (bare && next.value > vague.value && vague.value < 20)
    return { ...core, end: end + 1 + next.rest.length, min: next.value, max: next.max }
  const scale = entryAt(tokens, end, numerals, 'scale-plural')
  if (!scale || vague.value < 20 || vague.value >= scale.value || !bare) return core
  return { ...core, end: end + 1, min: vague.value * scale.value, max: vague.max && (vague.max + 1) * scale.value - 1 }
}

/** "between 10 and 15", "from 10 to 15", "10 to 15", "5-7", "three or four". */
function rangeAt(tokens: readonly Token[], at: number, numerals: Numerals): Core | null {
  const lead = entryAt(tokens, at, numerals, 'link')
  const start = lead?.code === 'between' || lead?.code === 'from' ? at + 1 + lead.rest.length : at
  if (lead && start === at) return null
  const dashed = start === at ? /^(\d{1,6})-(\d{1,6})$/.exec(tokens[at]?.key ?? '') : null
  if (dashed) return isYears(dashed) ? null : range(tokens, at + 1, Number(dashed[1]), Number(dashed[2]), numerals)
  for (let joins = 99; joins >= 0; ) {
    const low = readCardinal(tokens, start, numerals, joins)
    if (!low || isName(tokens, start)) return null
    const high = upper(tokens, low.end, lead?.code ?? '', numerals)
    if (high) {
      // "two or three thousand": the thousand belongs to both
      const shared = high.scale > 1 && low.scale === 1 && low.value * high.scale < high.value
      if ((lead?.code ?? 'to') !== 'between' && high.link === 'to' && isChange(tokens, at, numerals)) return null
      return range(tokens, high.end, shared ? low.value * high.scale : low.value, high.value, numerals)
    }
    // "between five and twenty" was read as twenty-five
    if (lead?.code !== 'between' || low.joins === 0) return null
    joins = Math.min(low.joins, joins) - 1
  }
  return null
}

function upper(tokens: readonly Token[], at: number, lead: string, numerals: Numerals): (Value & { link: string }) | null {
  if (lead === 'between') {
    const apart = entryAt(tokens, at, numerals, 'link')?.code === 'and'
    const glued = numerals.words.get(tokens[at]?.key ?? '')?.some((numeral) => numeral.proclitic === 'and')
    const value = apart ? readCardinal(tokens, at + 1, numerals) : glued ? readCardinal(tokens, at, numerals) : null
    if (value) return { ...value, link: 'and' }
  }
  const link = entryAt(tokens, at, numerals, 'link')
  const dash = tokens[at]?.key === '-' && lead === '' && tokens[at + 1]?.kind === 'number'
  if (!dash && link?.code !== 'to' && !(link?.code === 'or' && lead === '')) return null
  const value = readCardinal(tokens, at + 1 + (link?.rest.length ?? 0), numerals)
  return value && { ...value, link: dash ? 'dash' : link!.code }
}

function range(tokens: readonly Token[], end: number, min: number, max: number, numerals: Numerals): Core | null {
  if (min >= max) return null
  const percent = entryAt(tokens, end, numerals, 'percent')
  return { end: percent ? end + 1 + percent.rest.length : end, min, max, kind: percent ? 'percent' : 'count', bound: 'range' }
}

/**
 * "Fewer than ten" and "up to ten" presuppose that there were some: their least number is one, since zero would say that
 * there were none. A share or a decimal has no next number: its bound is taken as it stands.
 */
function bounded(core: Core, code: string): Core {
  const step = core.kind === 'count' && core.bound === 'exact' ? 1 : 0
  const max = core.max ?? core.min
  if (code === 'more-than') return { ...core, min: core.min + step, max: null, bound: 'more-than' }
  if (code === 'at-least') return { ...core, max: null, bound: 'at-least' }
  if (code === 'less-than')
    return { ...core, min: Math.min(1, max), max: Math.max(max - step, Math.min(1, max)), bound: 'up-to' }
  if (code === 'up-to') return { ...core, min: Math.min(1, max), max, bound: 'up-to' }
  return core.bound === 'exact' ? { ...core, bound: 'about' } : core
}

/** Adds the bound that stands after the number, at once or after what is counted. */
function finish(tokens: readonly Token[], first: number, core: Core, numerals: Numerals): NumberMention {
  const mention = ({ end, ...rest }: Core, tail: readonly [number, number] | null): NumberMention => ({
    first,
    end,
    ...rest,
    ordinal: false,
    unit: wordAt(tokens, end),
    tail,
  })
  if (core.bound !== 'exact' && core.bound !== 'about') return mention(core, null)
  for (let at = core.end; at <= core.end + TAIL_REACH; at++) {
    // "five people, at least"
    if (tokens[at]?.key === COMMA && entryAt(tokens, at + 1, numerals, 'tail')?.code === 'at-least') at++
    const tail = entryAt(tokens, at, numerals, 'tail')
    if (tail) {
      const end = at + 1 + tail.rest.length
      // "at least 40" after another number bounds what follows it; so does "or more than 40"
      const from = entryAt(tokens, end, numerals, 'link')?.code === 'from' && readCardinal(tokens, end + 1, numerals)
      if (from || (at > core.end && readCardinal(tokens, end, numerals)?.proclitic === '')) break
      const given = bounded({ ...core, bound: 'exact' }, tail.code)
      return at === core.end ? mention({ ...given, end }, null) : mention(given, [at, end])
    }
    if (tokens[at]?.kind !== 'word' || readCardinal(tokens, at, numerals)) break
  }
  return mention(core, null)
}

const wordAt = (tokens: readonly Token[], at: number): number | null => (tokens[at]?.kind === 'word' ? at : null)

// the article or a preposition, written before digits: "more than the 50"
const isGlue = (tokens: readonly Token[], at: number, numerals: Numerals): boolean =>
  numerals.glue.has(tokens[at]?.key ?? '') && tokens[at + 1]?.kind === 'number'

// part of a name of a weapon: "F-16", "T72", in letters of either script
const isName = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at]?.kind === 'number' && touch(tokens[at - 1], tokens[at]) ? tokens[at - 1]! : null
  const word = before?.key === '-' && touch(tokens[at - 2], before) ? tokens[at - 2] : before
  return word?.kind === 'word' && (word !== before || /^[a-z]/.test(word.key))
}

// "one of the places", "every one", "the one", "the two": pronouns (and Monday)
function isPronoun(tokens: readonly Token[], at: number, first: number, value: Value, numerals: Numerals): boolean {
  if (value.value > 2 || value.end !== at + 1 || tokens[at]?.kind === 'number') return false
  if (value.proclitic === 'the' || value.proclitic === 'and-the') return true
  if (value.value === 2) return false
  const guard = (index: number, code: string) => entryAt(tokens, index, numerals, 'one-guard')?.code === code
  return guard(first - 1, 'before') || guard(value.end, 'after')
}

const isYears = (pair: RegExpExecArray): boolean => [pair[1]!, pair[2]!].every((year) => /^(19|20)\d\d$/.test(year))

function isChange(tokens: readonly Token[], at: number, numerals: Numerals): boolean {
  for (let back = at - 1; back >= Math.max(0, at - CHANGE_REACH); back--) {
    if (entryAt(tokens, back, numerals, 'change')) return true
    if (tokens[back]?.key === '\n' || tokens[back]?.key === '.') return false
  }
  return false
}
