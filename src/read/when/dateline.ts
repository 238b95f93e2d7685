import type { Calendar } from '../../data/calendar.ts'
import type { Token } from '../letters/tokens.ts'
import { type Day, firstDay, isoDay, toDay, weekdayOf } from './days.ts'
import { type Anchor, look, type TimeMention } from './page.ts'

/** A line with more words than this beside its date tells something; it is no dateline. */
const WORDS = 3
/** Lines of the page before its text, among which a heading may name the day. */
const HEADING_LINES = 4
/** A full date this near to one without a year is of the same year. */
const NEAR = 7

/** The day of a report by its own words, and which words those are. */
export type Dateline = { readonly day: string; readonly mention: TimeMention }

/**
 * What a report whose date of publication is unknown says of its own date: a full date that has its line to itself, but for an
 * hour and a word or two; else one in its heading; else the day and month that stand beside a weekday or beside "today",
 * where they fall together in one year only.
 */
export function datelineOf(tokens: readonly Token[], mentions: readonly TimeMention[], calendar: Calendar): Dateline | null {
  const full = mentions.filter(isFull)
  const alone = full.find((mention) => wordsBeside(tokens, mention, mentions) <= WORDS) ?? full.find(inHeading(tokens))
  if (alone) return { day: alone.start!, mention: alone }
  const anchored = mentions.filter(({ anchor }) => anchor !== null)
  const told = [...anchored.filter(({ anchor }) => anchor!.offset !== null), ...anchored]
  for (const mention of told) {
    const day = anchorDay(mention.anchor!, full, tokens, calendar)
    if (day !== null) return { day: isoDay(day - (mention.anchor!.offset ?? 0)), mention }
  }
  return null
}

const isFull = ({ start, finish, known }: TimeMention): boolean =>
  finish === null && start?.length === 10 && known.includes('year') && known.includes('day')

function lineOf(tokens: readonly Token[], { first, end }: TimeMention): readonly [number, number] {
  let from = first
  let to = end
  while (from > 0 && tokens[from - 1]!.key !== '\n') from--
  while (to < tokens.length && tokens[to]!.key !== '\n') to++
  return [from, to]
}

/** Words on the line of a date that are no part of a time. */
function wordsBeside(tokens: readonly Token[], mention: TimeMention, mentions: readonly TimeMention[]): number {
  const [first, end] = lineOf(tokens, mention)
  return mentions.reduce(
    (sum, other) => (other.first >= first && other.end <= end ? sum - words(tokens, other.first, other.end) : sum),
    words(tokens, first, end),
  )
}

/** Among the first lines, which is a heading: it does not end as a sentence does. */
const inHeading = (tokens: readonly Token[]) => {
  let lines = 0
  let limit = 0
  for (; limit < tokens.length && lines < HEADING_LINES; limit++)
    if (tokens[limit]!.key === '\n' && tokens[limit - 1]?.key !== '\n') lines++
  return (mention: TimeMention): boolean => {
    const [, end] = lineOf(tokens, mention)
    return mention.end <= limit && end < tokens.length && tokens[end - 1]!.key !== '.'
  }
}

/** The day of a date without a year: in the year of a full date near it, or in the one year where the weekday fits. */
function anchorDay(anchor: Anchor, full: readonly TimeMention[], tokens: readonly Token[], calendar: Calendar): Day | null {
  const dayIn = (year: number): Day | null => {
    const day = toDay(year, anchor.month, anchor.day)
    return day !== null && (anchor.weekday === null || weekdayOf(day) === anchor.weekday) ? day : null
  }
  if (anchor.year !== null) return dayIn(anchor.year)
  for (const { start } of full) {
    const other = firstDay(start!)
    const year = Number(start!.slice(0, 4))
    for (const day of [dayIn(year), dayIn(year + 1), dayIn(year - 1)])
      if (day !== null && Math.abs(day - other) <= NEAR) return day
  }
  if (anchor.weekday === null) return null
  const [first, last] = calendar.reportYears
  const days: Day[] = []
  for (let year = Math.max(first, earliest(full, tokens, calendar)); year <= last; year++) {
    const day = dayIn(year)
    if (day !== null) days.push(day)
  }
  return days.length === 1 ? days[0]! : null
}

/** The year before which the text cannot be: by the dates that it tells and by what it names. */
function earliest(full: readonly TimeMention[], tokens: readonly Token[], calendar: Calendar): number {
  let year = 0
  for (const { start } of full) year = Math.max(year, Number(start!.slice(0, 4)))
  const page = { tokens, calendar, today: null, lean: 'back' as const }
  for (let at = 0; at < tokens.length; at++) year = Math.max(year, look(page, at, 'not-before')?.value ?? 0)
  return year
}

const words = (tokens: readonly Token[], first: number, end: number): number => {
  let count = 0
  for (let at = first; at < end; at++) if (tokens[at]!.kind !== 'mark') count++
  return count
}
