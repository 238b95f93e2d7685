import type { Calendar, TimeRole, TimeWord } from '../../data/calendar.ts'
import type { Token } from '../letters/tokens.ts'
import { entryAt, isDefinite } from '../letters/values.ts'
import type { Day } from './days.ts'

export type TimePart = 'year' | 'month' | 'day' | 'time'

/**
 * A time as said, over tokens [first, end). `start` and `finish` are ISO, cut to what is known; `finish` is null for a
 * single day, month or year, and for a span that is still open ("since 2011"). `known` are the parts that the words say:
 * what else `start` has is implied by the date of publication.
 */
export type TimeMention = {
  readonly first: number
  readonly end: number
  readonly start: string | null
  readonly finish: string | null
  readonly known: readonly TimePart[]
  readonly kind: 'date' | 'weekday' | 'relative' | 'part-of-day' | 'period' | 'year' | 'duration'
  /** older than a week before publication, "last" month or year, a year before that of publication, or some days ago */
  readonly past: boolean
  /** days after the day told before, where it is counted from that: "the next day", "after two days" */
  readonly after: number | null
  /** what a date without a day of publication says of that day */
  readonly anchor: Anchor | null
}

/** A day and month beside what the day is called: "yesterday, Sunday 31 December". */
export type Anchor = {
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly weekday: number | null
  /** days from that of publication, where the words say it */
  readonly offset: number | null
}

/** What a parser found from a token on. `past` is set where the words alone say it. */
export type Found = Omit<TimeMention, 'first' | 'past' | 'after' | 'anchor'> & {
  readonly past?: boolean
  readonly after?: number
  readonly anchor?: Anchor
}

/** Where a time that is not wholly said is looked for: news looks back from its day, an appointment looks ahead. */
export type Lean = 'back' | 'ahead'

/** The day from which times are told, and which way they lean. */
export type Now = { readonly today: Day | null; readonly lean: Lean }

/** What every parser of times is given. */
export type Page = Now & { readonly tokens: readonly Token[]; readonly calendar: Calendar }

export type Hit = TimeWord & { readonly end: number }

/** The word of time with one of these roles at a token, and where it ends. */
export function look(page: Page, at: number, ...roles: TimeRole[]): Hit | null {
  const { tokens, calendar } = page
  const list = tokens[at] && calendar.words.get(tokens[at].key)
  if (!list) return null
  for (const word of list) {
    if (!roles.includes(word.role)) continue
    if (word.rest.every((key, index) => tokens[at + 1 + index]?.key === key)) return { ...word, end: at + 1 + word.rest.length }
  }
  return null
}

/** "last", "current", "next" at a token; without the article they are other words. */
export function adjective(page: Page, at: number): Hit | null {
  const hit = look(page, at, 'adjective')
  return hit && (isDefinite(hit) || hit.rest.length > 0) ? hit : null
}

/** The link ("to", "and", "between", "from") at a token. */
export const linkAt = (page: Page, at: number): string | null =>
  entryAt(page.tokens, at, page.calendar.numerals, 'link')?.code ?? null

/** True where the text, or what it says at a stretch, ends at a token: a number there counts nothing after it. */
export const closesAt = (page: Page, at: number): boolean => page.tokens[at] === undefined || page.tokens[at]!.kind === 'mark'

/** The comma in either script. */
export const COMMAS = new Set([',', '\u060C'])

export const keyAt = (page: Page, at: number): string => page.tokens[at]?.key ?? ''

/** The whole number of one token, or null. */
export function digitsAt(page: Page, at: number, least: number, most: number): number | null {
  const token = page.tokens[at]
  if (token?.kind !== 'number' || token.key.length > 4 || /\D/.test(token.key)) return null
  const value = Number(token.key)
  return value >= least && value <= most ? value : null
}
