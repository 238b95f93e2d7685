import type { Calendar } from '../../data/calendar.ts'
import type { Token } from '../letters/tokens.ts'
import { saidAt } from './dates.ts'
import { dayOf, lastDay } from './days.ts'
import { hourAt } from './hours.ts'
import type { Found, Page, TimeMention } from './page.ts'
import { look } from './page.ts'
import { periodAt, seasonAt, yearOnlyAt } from './periods.ts'
import { dayAndMonth, relativeAt } from './relative.ts'
import { spanAt } from './spans.ts'

export type { TimeMention, TimePart } from './page.ts'

/** What happened longer ago than this many days is told as background. */
const NEWS_DAYS = 7

/**
 * The times of a text, in order, none over another. `published` is the ISO date or date-time of the report; without it
 * what is told from the day of publication has no start.
 */
export function findTimes(tokens: readonly Token[], calendar: Calendar, published: string | null): readonly TimeMention[] {
  const page: Page = { tokens, calendar, today: dayOf(published) }
  const mentions: TimeMention[] = []
  for (let at = 0; at < tokens.length; ) {
    const { kind, key } = tokens[at]!
    const may = kind === 'number' || (kind === 'word' && (calendar.words.has(key) || calendar.numerals.words.has(key)))
    // "26 September Street": a name taken from a date
    const name = may && look(page, at - 1, 'not-date') ? saidAt(page, at) : null
    if (name && name.day !== null && name.year === null) {
      at = name.end
      continue
    }
    const found = may ? timeAt(page, at) : null
    if (found) {
      const { past, ...rest } = found
      mentions.push({ first: at, ...rest, past: past ?? isPast(page, found) })
    }
    at = found ? found.end : at + 1
  }
  return mentions
}

function timeAt(page: Page, at: number): Found | null {
  const dated = look(page, at, 'dated')
  return (
    (dated && dayAndMonth(page, dated.end)) ??
    relativeAt(page, at) ??
    hourAt(page, at) ??
    periodAt(page, at) ??
    seasonAt(page, at) ??
    yearOnlyAt(page, at) ??
    spanAt(page, at)
  )
}

function isPast(page: Page, { start, finish, kind }: Found): boolean {
  if (page.today === null || start === null) return false
  // a span that is still open is not over, but what began it is
  if (kind === 'year') return start < String(new Date(page.today * 86_400_000).getUTCFullYear())
  return lastDay(finish ?? start) < page.today - NEWS_DAYS
}
