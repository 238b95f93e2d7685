import type { Calendar, TimeRole } from '../../data/calendar.ts'
import { fold } from '../../model/fold.ts'
import { type Token, tokenize } from '../../read/letters/tokens.ts'
import { type TimeMention, timeFinder } from '../../read/when/when.ts'
import { type Value, valueIn, type Wanted } from './timex.ts'

/** A case of a suite, as its file has it. */
export type Case = {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime: string }
  /** its authors do not compare the values */
  readonly IgnoreResolution?: string
  readonly Results: readonly {
    readonly Text: string
    readonly Start: number
    readonly Value?: {
      readonly Timex: string
      readonly FutureResolution: Readonly<Record<string, string>>
      readonly PastResolution: Readonly<Record<string, string>>
    }
  }[]
}

/** What the reader makes of a case, in the words of the suite. */
export type Found = { readonly text: string; readonly start: number; readonly value: Value }

/** The day on which extractors are asked, who are told none. */
const SOME_DAY = '2016-11-07'
/** Their weeks begin on a Monday. */
const MONDAY = 1

/** Whether a word of time with this role, and this code, stands at a token. */
type Is = (at: number, role: TimeRole, code?: string) => boolean

/** Reads a case as an appointment: what is not wholly said lies ahead, and its past reading is asked for besides. */
export function findIn({ Input, Context }: Case, wanted: Wanted, calendar: Calendar): readonly Found[] {
  const today = (Context?.ReferenceDateTime ?? SOME_DAY).slice(0, 10)
  const tokens = tokenize(fold(Input))
  const is: Is = (at, role, code) =>
    calendar.words.get(tokens[at]?.key ?? '')?.some((word) => word.role === role && (code ?? word.code) === word.code) ?? false
  const findTimes = timeFinder({ ...calendar, weekStart: MONDAY })
  const back = findTimes(tokens, today, 'back')
  return findTimes(tokens, today, 'ahead').flatMap((mention) => {
    if (!isWanted(mention, wanted, is)) return []
    const [from, to] = spanOf(tokens, mention, calendar, is)
    const past = back.find(({ first, end, start }) => first === mention.first && end === mention.end && start !== null)
    const counted = isCounted(tokens, mention, is)
    return [{ text: Input.slice(from, to), start: from, value: valueIn(mention, past ?? mention, today, wanted, counted) }]
  })
}

/** A day is a date, all longer than a day a range; what is counted in units from today is either, as the suite asks. */
function isWanted({ first, start, finish, kind, known }: TimeMention, wanted: Wanted, is: Is): boolean {
  if (kind === 'part-of-day' || (known.length === 1 && known[0] === 'time')) return false
  if (kind === 'duration') return wanted === 'daterange' && (is(first, 'span') || is(first - 1, 'of', 'in'))
  if (kind === 'relative') return finish === null
  const whole = finish !== null || kind === 'period' || kind === 'year' || (start !== null && start.length < 10)
  return whole === (wanted === 'daterange')
}

/** "the three weeks", "3 days": a span by number and unit. */
function isCounted(tokens: readonly Token[], { first, end }: TimeMention, is: Is): boolean {
  for (let at = first; at < end; at++)
    if (is(at, 'unit-two') || (is(at, 'units') && (tokens[at - 1]?.kind === 'number' || tokens[at + 1]?.kind === 'number')))
      return true
  return is(first, 'units') && end - first > 2
}

/**
 * Their spans: without a particle written together with the first word; without "this" before the day, the word day before
 * its name or its date, "from" before a day of the week or a unit, "since" before several units; with "in" before one
 * number and unit.
 */
function spanOf(tokens: readonly Token[], mention: TimeMention, calendar: Calendar, is: Is): readonly [number, number] {
  const { first, end, known, kind } = mention
  let at = first
  if (is(at, 'of', 'of') && (is(at + 1, 'weekday') || is(at + 1, 'unit'))) at++
  if (is(at, 'this') && is(at + 1, 'unit', 'day') && !is(at + 2, 'weekday')) at++
  if (isBareDay(tokens[at]!, calendar) && (is(at + 1, 'weekday') || known.includes('month'))) at++
  if (is(at, 'span') && compounds(first, end, is)) at++
  if (is(at - 1, 'of', 'in') && (kind === 'duration' || is(at, 'units')) && isCounted(tokens, mention, is)) at--
  return [tokens[at]!.from + particle(tokens[at]!.key, calendar), tokens[end - 1]!.to]
}

const isBareDay = ({ key }: Token, { words }: Calendar): boolean =>
  words.get(key)?.some(({ role, code, proclitic }) => role === 'unit' && code === 'day' && !proclitic.endsWith('the')) ?? false

/** "a month and 21 days from now". */
function compounds(first: number, end: number, is: Is): boolean {
  const units = Array.from({ length: end - first }, (_, at) => first + at).filter(
    (at) => is(at, 'unit') || is(at, 'units') || is(at, 'unit-counted'),
  )
  return units.length > 1 && is(end - 2, 'from-now')
}

/** The length of the particle before a word of time, but for the article. */
function particle(key: string, { words, numerals }: Calendar): number {
  for (const [letters, kind] of numerals.glue) {
    if (kind === 'and' || !key.startsWith(letters) || !words.has(key.slice(letters.length))) continue
    const article = kind === 'the' || kind === 'and-the' ? 2 : 0
    if (letters.length > article) return letters.length - article
  }
  return 0
}
