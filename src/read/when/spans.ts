import { entryAt, isDefinite, readCardinal } from '../letters/values.ts'
import { type Day, iso, isoDay, parts, weekFrom } from './days.ts'
import { adjective, digitsAt, type Found, type Hit, look, type Page, type TimePart } from './page.ts'

const STEP: Readonly<Record<string, number>> = { 'past-two': -2, past: -1, this: 0, next: 1 }
/** A vague count of these lies more than a week back: "weeks ago". */
const LONG = new Set(['week', 'month', 'year'])

/** A length of time: how many of which unit; `count` null is a plural without a number. */
type Length = { end: number; unit: string; count: number | null; definite: boolean; about: boolean }

/**
 * A span counted from publication: "two days ago", "for a week", "in the last 24 hours", "last month", "this year". A
 * length counted from something else ("two days after") is a duration without a start.
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
    return lead.code === 'last' ? null : lastUnit(page, lead.end, lead)
  }
  const whole = lastUnit(page, at, null)
  if (whole) return whole
  const length = lengthAt(page, at)
  if (!length) return null
  const closed = closing(page, length)
  if (closed) return closed
  const counted = readCardinal(page.tokens, at, page.calendar.numerals) !== null || look(page, at, 'unit-two') !== null
  return counted && length.count !== null && !length.definite ? duration(length.end) : null
}

const duration = (end: number): Found => ({ end, start: null, finish: null, known: [], kind: 'duration' })

/** "three days", "two days", "the 24 hours", "the few days", "about a month". */
function lengthAt(page: Page, at: number): Length | null {
  const { tokens, calendar } = page
  const bound = entryAt(tokens, at, calendar.numerals, 'bound')
  let start = bound ? at + 1 + bound.rest.length : at
  const glue = calendar.numerals.glue.get(tokens[start]?.key ?? '')
  if (glue && tokens[start + 1]?.kind === 'number') start++
  const about = bound !== null
  const count = readCardinal(tokens, start, calendar.numerals)
  if (count) {
    const unit = look(page, count.end, 'unit', 'unit-counted', 'units')
    if (unit) {
      const definite = glue === 'the' || isDefinite(count) || isDefinite(unit)
      return { end: half(page, unit.end), unit: unit.code, count: count.value, definite, about }
    }
  }
  const part = entryAt(tokens, start, calendar.numerals, 'fraction')
  const vague = entryAt(tokens, start, calendar.numerals, 'vague')
  if (vague && vague.max !== null) {
    const units = look(page, start + 1 + vague.rest.length, 'units')
    if (units) return { end: units.end, unit: units.code, count: null, definite: false, about: true }
  }
  const unit = look(page, part ? start + 1 : start, 'unit', 'unit-two', 'units')
  if (!unit) return null
  if (part) return unit.role === 'unit' ? { end: unit.end, unit: unit.code, count: part.value, definite: false, about } : null
  const definite = isDefinite(unit)
  if (unit.role === 'unit-two') return { end: half(page, unit.end), unit: unit.code, count: 2, definite, about }
  // "the month of July", "the year 2014", "on Friday"
  const named = look(page, unit.end, 'month', 'weekday', 'offset') ?? digitsAt(page, unit.end, 1300, 2100)
  if (unit.role === 'unit')
    return definite || named !== null ? null : { end: half(page, unit.end), unit: unit.code, count: 1, definite, about }
  // "the three days", "the hours the 24"
  const glued = calendar.numerals.glue.get(tokens[unit.end]?.key ?? '') === 'the' && tokens[unit.end + 1]?.kind === 'number'
  const after = readCardinal(tokens, glued ? unit.end + 1 : unit.end, calendar.numerals)
  if (after && definite && (glued || isDefinite(after)))
    return { end: after.end, unit: unit.code, count: after.value, definite, about }
  const few = look(page, unit.end, 'few')
  return { end: few?.end ?? unit.end, unit: unit.code, count: null, definite, about }
}

/** "an hour and a half" */
const half = (page: Page, at: number): number => {
  const part = entryAt(page.tokens, at, page.calendar.numerals, 'fraction')
  return part?.proclitic === 'and' ? at + 1 : at
}

/** "... the last": the span that ends with publication, or, with "next", begins with it. */
function closing(page: Page, length: Length): Found | null {
  const which = adjective(page, length.end)
  if (!which || which.code === 'this' || which.code === 'past-two') return null
  if (which.code === 'next') return { ...duration(which.end), kind: 'period' }
  return length.count === null
    ? { ...duration(which.end), kind: 'period', known: knownOf(length.unit) }
    : backwards(page, length, which.end)
}

function backwards(page: Page, length: Length, end: number): Found {
  const known = knownOf(length.unit)
  if (page.today === null || length.count === null) return { end, start: null, finish: null, known, kind: 'period' }
  return { end, start: before(page.today, length.count, length.unit), finish: isoDay(page.today), known, kind: 'period' }
}

/** "two days ago", "for a week now"; "two days before the feast" is no time of ours. */
function since(page: Page, length: Length, ago: boolean): Found | null {
  const { end, unit, count } = length
  if (length.definite) return null
  if (look(page, end, 'from-now')) return { ...since(page, length, false)!, end: look(page, end, 'from-now')!.end }
  if (ago && look(page, end, 'of')?.code === 'of') return duration(end)
  const past = count === null ? LONG.has(unit) : undefined
  const start = page.today === null || count === null ? null : before(page.today, count, unit)
  return { end, start, finish: null, known: knownOf(unit), kind: ago ? 'relative' : 'period', ...(past ? { past } : {}) }
}

/** "after two days", "during three hours", "for a week": a length with no point of its own. */
function until(page: Page, length: Length, lead: Hit): Found | null {
  const from = look(page, length.end, 'from-now')
  if (from && lead.code === 'after' && page.today !== null && length.count !== null)
    return {
      end: from.end,
      start: before(page.today, -length.count, length.unit),
      finish: null,
      known: knownOf(length.unit),
      kind: 'relative',
    }
  return length.count === null && lead.code === 'during' ? null : duration(length.end)
}

/** "last week", "this year", "the current month", "the year before last". */
function lastUnit(page: Page, at: number, lead: Hit | null): Found | null {
  const demonstrative = look(page, at, 'this')
  const stage = demonstrative ? null : look(page, at, 'stage')
  const start = demonstrative?.end ?? stage?.end ?? at
  const unit = look(page, start, 'unit')
  if (!unit || !isDefinite(unit) || !(LONG.has(unit.code) || unit.code === 'day')) return null
  const which = demonstrative ? null : adjective(page, unit.end)
  const code = which && which.code !== 'last' ? which.code : demonstrative || stage ? 'this' : null
  if (!code || unit.code === 'day') return null
  // "this year 2024"
  const figure = unit.code === 'year' && which ? digitsAt(page, which.end, 1900, 2100) : null
  const end = (which?.end ?? unit.end) + (figure === null ? 0 : 1)
  const past = code === 'past' || code === 'past-two'
  const open = lead?.code === 'since'
  const known = knownOf(unit.code)
  const kind = unit.code === 'week' || open ? 'period' : unit.code === 'year' ? 'year' : 'relative'
  if (figure !== null) return { end, start: iso(figure), finish: null, known, kind }
  if (page.today === null)
    return { end, start: null, finish: null, known, kind, ...(past && unit.code !== 'week' ? { past } : {}) }
  return {
    end,
    ...unitFrom(page.today, unit.code, STEP[code] ?? 0),
    known,
    kind,
    ...(past && unit.code !== 'week' ? { past } : {}),
  }
}

function unitFrom(today: Day, unit: string, step: number): { start: string; finish: string | null } {
  const now = parts(today)
  if (unit === 'year') return { start: iso(now.year + step), finish: null }
  if (unit === 'month') {
    const index = now.year * 12 + now.month - 1 + step
    return { start: iso(Math.floor(index / 12), (index % 12) + 1), finish: null }
  }
  const first = weekFrom(today, step)
  return { start: isoDay(first), finish: isoDay(first + 6) }
}

/** The date so many units before a day, cut to the unit. */
function before(today: Day, count: number, unit: string): string {
  if (unit === 'hour' || unit === 'minute') return isoDay(today - Math.floor(unit === 'hour' ? count / 24 : 0))
  if (unit === 'day' || unit === 'week') return isoDay(today - Math.round(count * (unit === 'week' ? 7 : 1)))
  const now = parts(today)
  if (unit === 'year') return iso(now.year - Math.round(count))
  const index = now.year * 12 + now.month - 1 - Math.round(count)
  return iso(Math.floor(index / 12), (index % 12) + 1)
}

const knownOf = (unit: string): readonly TimePart[] =>
  unit === 'year' || unit === 'month' ? [unit] : unit === 'hour' || unit === 'minute' ? ['time'] : ['day']
