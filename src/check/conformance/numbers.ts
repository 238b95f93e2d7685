import type { Numerals } from '../../data/numerals.ts'
import { fold } from '../../model/fold.ts'
import { touch } from '../../read/letters/digits.ts'
import { type Token, tokenize } from '../../read/letters/tokens.ts'
import { entryAt } from '../../read/letters/values.ts'
import { leadAt, type NumberPart, type Side } from '../../read/names/bounds.ts'
import { findNumbers, type NumberMention } from '../../read/names/numbers.ts'
import type { Entity } from './spec.ts'

/** A text as our number reader has it. */
type Read = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly numerals: Numerals
  readonly found: readonly NumberMention[]
}

/** From twenty on, a number with the article is the ordinal as well: there is no other form. */
const ORDINALS_FROM = 20
/** The letter that joins a bound to what stands before it is no part of a range. */
const AND = 1
const FIGURE = /\d+/g

const readText = (text: string, numerals: Numerals): Read => {
  const tokens = tokenize(fold(text))
  return { text, tokens, numerals, found: findNumbers(tokens, numerals, true) }
}

/** What their model of numbers would give: every number by itself, whatever bounds it; the figures of dates and addresses too. */
export function numbersIn(text: string, numerals: Numerals): readonly Entity[] {
  const read = readText(text, numerals)
  const covered = new Set<number>()
  const entities = read.found.flatMap((mention) => {
    for (let at = mention.first; at < mention.end; at++) covered.add(at)
    if (mention.kind === 'ordinal') return []
    const dashed = mention.parts.length > 1 && mention.parts[0]!.first === mention.parts[1]!.first
    if (dashed) return figuresOf(read, mention.first)
    return mention.parts
      .filter((part) => !isGlued(read, part))
      .map((part) => entity(read, part.first, part.end, 'number', String(part.value)))
  })
  const figures = read.tokens.flatMap((token) =>
    token.kind === 'number' && !covered.has(token.index) ? figuresOf(read, token.index) : [],
  )
  return [...entities, ...figures].sort((a, b) => a.from! - b.from!)
}

/** What their model of ordinals would give; `relative` ones ("the next") can be suppressed. */
export function ordinalsIn(text: string, numerals: Numerals, relative = true): readonly Entity[] {
  const read = readText(text, numerals)
  return read.found.flatMap(({ first, end, kind, bound, min, anchor, definite }) => {
    if (bound !== 'exact') return []
    if (kind === 'ordinal' && anchor !== null && anchor !== 'start')
      return relative ? [entity(read, first, end, 'ordinal.relative', `${anchor}${min < 0 ? '' : '+'}${min}`)] : []
    const ordinal = kind === 'ordinal' || (kind === 'count' && definite && min >= ORDINALS_FROM)
    return ordinal ? [entity(read, first, end, 'ordinal', String(min))] : []
  })
}

/** What their model of ranges would give: every bounded number; a range without further words is open at its upper end. */
export function rangesIn(text: string, numerals: Numerals): readonly Entity[] {
  const read = readText(text, numerals)
  return read.found.flatMap(({ first, end, parts, lead: verb, tail }) => {
    const [low, high] = endsOf(parts)
    if (!low && !high) return []
    // to them "about" bounds nothing
    const lead = leadAt(read.tokens, first, numerals)
    const start = lead?.code === 'about' ? parts[0]!.first : (verb?.[0] ?? first)
    const value = `${low ? OPEN[low.side] : '('}${low?.value ?? ''},${high?.value ?? ''}${high ? CLOSE[high.side] : ')'}`
    return [entity(read, start, tail?.[1] ?? end, 'numberrange', value, lead?.joined ? AND : 0)]
  })
}

const OPEN: Readonly<Partial<Record<Side, string>>> = { 'more-than': '(', 'at-least': '[', from: '[', equal: '[' }
const CLOSE: Readonly<Partial<Record<Side, string>>> = { 'less-than': ')', 'up-to': ']', to: ')', equal: ']' }

const endsOf = (parts: readonly NumberPart[]) => [OPEN, CLOSE].map((sides) => parts.find(({ side }) => sides[side]))

/** To them a figure that touches the word after it is part of a word or of a measure, which another model reads. */
function isGlued({ tokens, numerals }: Read, { first, end }: NumberPart): boolean {
  for (let at = first; at < end; at++) {
    const glued = tokens[at]!.kind === 'number' && tokens[at + 1]?.kind === 'word' && touch(tokens[at], tokens[at + 1])
    if (glued && !entryAt(tokens, at + 1, numerals, 'power')) return true
  }
  return false
}

/** The figures of a token that is no number: a date, an address. */
function figuresOf({ text, tokens }: Read, at: number): readonly Entity[] {
  const { key, from } = tokens[at]!
  return [...key.matchAll(FIGURE)].map((match) => {
    const [start, stop] = [from + match.index, from + match.index + match[0].length]
    return { text: text.slice(start, stop), from: start, to: stop, type: 'number', value: String(Number(match[0])) }
  })
}

function entity({ text, tokens }: Read, first: number, end: number, type: string, value: string, skip = 0): Entity {
  const [from, to] = [tokens[first]!.from + skip, tokens[end - 1]!.to]
  return { text: text.slice(from, to), from, to, type, value }
}
