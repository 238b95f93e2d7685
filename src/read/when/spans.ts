import { readCardinal } from '../letters/values.ts'
import { isoDay } from './days.ts'
import { away, type Length, lengthAt } from './lengths.ts'
import { adjective, type Found, type Hit, look, type Page, type TimePart } from './page.ts'
import { knownOf, unitFound } from './units.ts'

/** A vague count of these lies more than a week back: "weeks ago". */
const LONG = new Set(['week', 'month', 'year', 'decade'])

/**
 * A span counted from publication: "two days ago", "for a week", "in the last 24 hours", "last month", "this year". A
 * length counted from something else ("two days after") is a duration without a start; in an appointment it is counted
 * from today.
 */
export function spanAt(page: Page, at: number): Found | null {
  const lead = look(page, at, 'span')
  if (lead) {
    const length = lengthAt(page, lead.end)
    if (length) {
      const closed = closing(page, length)
      if (closed && lead.code !== 'after') return closed
      if (lead.code === 'ago' || lead.code === 'since') return since(page, length, lead.code === 'ago')
      if (lead.code !== 'until' && lead.code !== 'last') return until(page, length, lead)
      if (lead.code === 'last' && length.count !== null) return backwards(page, length, length.end)
    }
    return lead.code === 'last' ? null : unitFound(page, lead.end, lead.code === 'since')
  }
  const whole = unitFound(page, at, false)
  if (whole) return whole
  const length = lengthAt(page, at)
  if (!length) return null
  const closed = closing(page, length)
  if (closed) return closed
  const from = look(page, length.end, 'from-now')
  if (from && length.count !== null) return fromNow(page, length, from.end)
  const counted = readCardinal(page.tokens, at, page.calendar.numerals) !== null || look(page, at, 'unit-two') !== null
  return counted && length.count !== null && !length.definite ? duration(length.end) : null
}

const duration = (end: number): Found => ({ end, start: null, finish: null, known: [], kind: 'duration' })

/** The parts that a length tells: month and day of "a month and ten days". */
const knownIn = (length: Length): readonly TimePart[] => [
  ...new Set([...knownOf(length.unit), ...(length.more ? knownIn(length.more) : [])]),
]

/** "... the last": the span that ends with publication, or, with "next", begins with it. */
function closing(page: Page, length: Length): Found | null {
  const which = adjective(page, length.end)
  if (!which || which.code === 'this' || which.code === 'past-two') return null
  if (which.code === 'past' || which.code === 'last')
    return length.count === null
      ? { ...duration(which.end), kind: 'period', known: knownOf(length.unit) }
      : backwards(page, length, which.end)
  const finish = page.today === null ? null : away(page.today, length, 1)
  const known = length.count === null ? [] : knownOf(length.unit)
  const start = finish === null || page.today === null ? null : isoDay(known[0] === 'time' ? page.today : page.today + 1)
  return { end: which.end, start, finish, known, kind: 'period' }
}

function backwards(page: Page, length: Length, end: number): Found {
  const known = knownOf(length.unit)
  if (page.today === null || length.count === null) return { end, start: null, finish: null, known, kind: 'period' }
  const start = away(page.today, length, -1)
  return { end, start, finish: start && isoDay(page.today), known, kind: 'period' }
}

/** "two days ago", "for a week now"; "two days before the feast" is no time of ours. */
function since(page: Page, length: Length, ago: boolean): Found | null {
  const { end, unit, count } = length
  if (length.definite) return null
  const from = look(page, end, 'from-now')
  if (!from && ago && look(page, end, 'of')?.code === 'of') return duration(end)
  const past = count === null ? LONG.has(unit) || unit === 'day' : undefined
  const start = page.today === null || count === null ? null : away(page.today, length, -1)
  const kind = ago || from ? 'relative' : 'period'
  return { end: from?.end ?? end, start, finish: null, known: knownIn(length), kind, ...(past ? { past } : {}) }
}

/** "after two days", "during three hours", "for a week": a length with no point of its own, unless it is told from now. */
function until(page: Page, length: Length, lead: Hit): Found | null {
  if (length.count === null && lead.code === 'during') return null
  const from = look(page, length.end, 'from-now')
  if (lead.code === 'after' && length.count !== null && (from || page.lean === 'ahead'))
    return fromNow(page, length, from?.end ?? length.end)
  const days = lead.code === 'after' ? daysOf(length) : null
  const known = lead.code === 'after' && knownOf(length.unit)[0] === 'time' ? knownOf(length.unit) : []
  return { ...duration(length.end), known, ...(days === null ? {} : { after: days }) }
}

/** Whole days of a length, or null. */
const daysOf = ({ unit, count, more, about }: Length): number | null =>
  count === null || more || about || !(unit === 'day' || unit === 'week') ? null : count * (unit === 'week' ? 7 : 1)

/** "a month and 21 days from now". */
const fromNow = (page: Page, length: Length, end: number): Found => ({
  end,
  start: page.today === null ? null : away(page.today, length, 1),
  finish: null,
  known: knownIn(length),
  kind: 'relative',
})
