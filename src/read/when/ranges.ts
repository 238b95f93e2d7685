import { firstDay, iso, isoDay } from './days.ts'
import { type Found, keyAt, linkAt, type Page } from './page.ts'

type Parse = (page: Page, at: number) => Found | null

/**
 * A period between two times that are told each in its own way: "from today to 22 October", "2 October until the day
 * after tomorrow". `parse` reads one of them; null where no second one follows.
 */
export function rangeFrom(page: Page, first: Found, lead: string | null, parse: Parse): Found | null {
  const link = linkAt(page, first.end)
  const glued = lead === 'between' && isJoined(page, first.end)
  if (link !== 'to' && !(link === 'and' && lead === 'between') && !glued) return null
  const last = parse(page, glued ? first.end : first.end + 1)
  if (!last || last.kind === 'duration' || !isDay(first) || !isDay(last)) return null
  const known = [...new Set([...first.known, ...last.known])]
  if (first.start === null || last.start === null) return { end: last.end, start: null, finish: null, known, kind: 'period' }
  const finish = last.kind === 'weekday' && last.start < first.start ? weekLater(first.start, last.start) : last.start
  const start = finish < first.start && !first.known.includes('year') ? yearBefore(first.start) : first.start
  return finish < start ? null : { end: last.end, start, finish, known, kind: 'period' }
}

/** A word of time written together with "and". */
const isJoined = (page: Page, at: number): boolean =>
  page.calendar.words.get(keyAt(page, at))?.some(({ proclitic }) => proclitic === 'and' || proclitic === 'and-the') ?? false

const isDay = ({ known, finish }: Found): boolean => known.includes('day') && finish === null

// "from Wednesday to Friday": the Friday after that Wednesday
const weekLater = (first: string, last: string): string =>
  isoDay(firstDay(first) + ((((firstDay(last) - firstDay(first)) % 7) + 7) % 7))

// "2 October until tomorrow": the last 2 October before it
const yearBefore = (start: string): string => iso(Number(start.slice(0, 4)) - 1) + start.slice(4)

/** Whether "from" or "between" stands at a token and leads to the first of two times. */
export const leadAt = (page: Page, at: number): string | null => {
  const link = linkAt(page, at)
  return link === 'from' || link === 'between' ? link : null
}
