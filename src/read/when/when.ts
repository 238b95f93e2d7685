import type { Calendar, TimeRole } from '../../data/calendar.ts'
import type { Token } from '../letters/tokens.ts'
import { dayOf, lastDay } from './days.ts'
import { eraAt } from './eras.ts'
import { dayMonthAt, plainDayMonth } from './figures.ts'
import { hourAt } from './hours.ts'
import { type Found, type Lean, look, type Page, type TimeMention } from './page.ts'
import { periodAt, yearOnlyAt } from './periods.ts'
import { leadAt, rangeFrom } from './ranges.ts'
import { dayOnlyAt, relativeAt } from './relative.ts'
import { spanAt } from './spans.ts'
import { restAt } from './units.ts'
import { numberedDay, numberedWeekday } from './weekdays.ts'
import { weeksAt } from './weeks.ts'

export type { TimeMention, TimePart } from './page.ts'

/** What happened longer ago than this many days is told as background. */
const NEWS_DAYS = 7

type Parse = (page: Page, at: number) => Found | null
/** What a time can begin with: a word of one of these roles, a numeral in words, a number in digits. */
type Opening = TimeRole | 'numeral' | 'digits'

/** The parsers of times, the first that finds something being right, and with what each of their times begins. */
const PARSERS: readonly (readonly [Parse, readonly Opening[]])[] = [
  [datedAt, ['dated']],
  [numberedWeekday, ['weekday', 'unit', 'span', 'numeral']],
  [numberedDay, ['unit']],
  [relativeAt, ['part', 'part-adverb', 'this', 'unit', 'weekday', 'offset']],
  [hourAt, ['unit', 'numeral', 'digits']],
  [periodAt, ['years', 'month', 'unit', 'stage', 'this', 'numeral', 'digits']],
  [eraAt, ['season', 'quarter', 'decade', 'this', 'digits']],
  [weeksAt, ['unit', 'stage', 'this', 'weekend']],
  [restAt, ['rest']],
  [yearOnlyAt, ['stage', 'unit', 'span', 'digits']],
  [spanAt, ['span', 'unit', 'unit-two', 'units', 'stage', 'this', 'numeral', 'digits']],
  [plainDayMonth, ['digits']],
  [dayOnlyAt, ['numeral', 'digits']],
]

/**
 * Finds the times of a text, in order, none over another. `published` is the ISO date or date-time of the report; without it
 * what is told from the day of publication has no start. `lean`: the side on which lies what is not wholly said.
 */
export type FindTimes = (tokens: readonly Token[], published: string | null, lean?: Lean) => readonly TimeMention[]

const NONE: readonly { readonly rest: readonly string[]; readonly parsers: number }[] = []

/** A finder of times by the words of a calendar. */
export function timeFinder(calendar: Calendar): FindTimes {
  const begunBy = (opening: Opening): number =>
    PARSERS.reduce((bits, [, begins], index) => bits | (begins.includes(opening) ? 1 << index : 0), 0)
  const digits = begunBy('digits')
  // of each word that may begin a time: the words that must follow, and the parsers that it then calls for, as bits
  const words = new Map<string, { readonly rest: readonly string[]; readonly parsers: number }[]>()
  const enter = (key: string, rest: readonly string[], opening: Opening) => {
    const parsers = begunBy(opening)
    if (parsers) words.set(key, [...(words.get(key) ?? []), { rest, parsers }])
  }
  for (const [key, list] of calendar.words) for (const { role, rest } of list) enter(key, rest, role)
  for (const [key, list] of calendar.numerals.words)
    for (const { role, rest } of list) if (role !== 'link') enter(key, rest, 'numeral')
  /** The parsers that may find a time at a token, as bits. */
  const parsersAt = ({ tokens }: Page, at: number): number => {
    const token = tokens[at]
    if (!token || token.kind === 'mark') return 0
    if (token.kind === 'number') return digits
    let bits = 0
    for (const { rest, parsers } of words.get(token.key) ?? NONE)
      if (rest.every((key, index) => tokens[at + 1 + index]?.key === key)) bits |= parsers
    return bits
  }
  const pointAt: Parse = (page, at) => {
    let bits = parsersAt(page, at)
    for (let index = 0; bits; index++, bits >>= 1) {
      const found = bits & 1 ? PARSERS[index]![0](page, at) : null
      if (found) return found
    }
    return null
  }
  /** A time, or a period from one to another. */
  const timeAt: Parse = (page, at) => {
    const lead = page.tokens[at]!.kind === 'word' ? leadAt(page, at) : null
    if (!lead) {
      const point = pointAt(page, at)
      return point && (rangeFrom(page, point, null, pointAt) ?? point)
    }
    const first = pointAt(page, at + 1)
    return (first && rangeFrom(page, first, lead, pointAt)) ?? (parsersAt(page, at + 1) ? periodAt(page, at) : null)
  }
  return (tokens, published, lean = 'back') => timesIn({ tokens, calendar, today: dayOf(published), lean }, timeAt)
}

function timesIn(page: Page, timeAt: Parse): readonly TimeMention[] {
  const mentions: TimeMention[] = []
  for (let at = 0; at < page.tokens.length; ) {
    const found = timeAt(page, at)
    if (found && !isName(page, at, found)) {
      const { past, ...rest } = found
      mentions.push({ first: at, after: null, anchor: null, ...rest, past: past ?? isPast(page, found) })
    }
    at = found?.end ?? at + 1
  }
  return mentions
}

/** "26 September Street": a name taken from a date. */
const isName = (page: Page, at: number, { known }: Found): boolean =>
  known.includes('month') && known.includes('day') && !known.includes('year') && look(page, at - 1, 'not-date') !== null

/** "dated 4/22": a day and month in digits after the word date. */
function datedAt(page: Page, at: number): Found | null {
  const dated = look(page, at, 'dated')
  return dated && dayMonthAt(page, dated.end)
}

function isPast(page: Page, { start, finish, kind }: Found): boolean {
  if (page.today === null || start === null) return false
  // a span that is still open is not over, but what began it is
  if (kind === 'year') return start < String(new Date(page.today * 86_400_000).getUTCFullYear())
  return lastDay(finish ?? start) < page.today - NEWS_DAYS
}
