import { isDefinite } from '../letters/values.ts'
import { saidAt, yearAt } from './dates.ts'
import { type Day, iso, isoDay, lastDay, parts, weekFrom } from './days.ts'
import { adjective, digitsAt, type Found, look, type Page, type TimePart } from './page.ts'
import { found, STEP, UNSAID } from './resolve.ts'

/** Units that can be last, this or next. */
const LONG = new Set(['week', 'month', 'year', 'decade'])

/** A week, month, year or decade told from the present one: how many away. */
export type Unit = {
  readonly end: number
  readonly unit: string
  readonly step: number
  readonly past: boolean
  readonly told: boolean
}

/** "last week", "this year", "the current month", "the year before last", "early in the coming month". */
export function unitAt(page: Page, at: number): Unit | null {
  const demonstrative = look(page, at, 'this')
  const stage = demonstrative ? null : look(page, at, 'stage')
  const of = stage && look(page, stage.end, 'of')
  const inner = stage && look(page, of?.end ?? stage.end, 'this')
  const unit = look(page, inner?.end ?? of?.end ?? stage?.end ?? demonstrative?.end ?? at, 'unit')
  if (!unit || !isDefinite(unit) || !LONG.has(unit.code)) return null
  const which = demonstrative ? null : adjective(page, unit.end)
  // "the next month" is counted from the one told before it
  const told = which?.code === 'following'
  const code = told ? 'next' : which && which.code in STEP ? which.code : demonstrative || stage ? 'this' : null
  if (!code) return null
  const end = which && (told || which.code in STEP) ? which.end : unit.end
  return { end, unit: unit.code, step: STEP[code]!, past: STEP[code]! < 0 && unit.code !== 'week', told }
}

/** The dates of a unit, or nothing without a day of publication. */
function unitDates(page: Page, { unit, step, told }: Unit): { start: string | null; finish: string | null } {
  return page.today === null || (told && page.lean === 'back')
    ? { start: null, finish: null }
    : unitFrom(page.today, unit, step, page.calendar.weekStart)
}

function unitFrom(today: Day, unit: string, step: number, weekStart: number): { start: string; finish: string | null } {
  const now = parts(today)
  if (unit === 'year') return { start: iso(now.year + step), finish: null }
  if (unit === 'decade') {
    const first = Math.floor(now.year / 10) * 10 + 10 * step
    return { start: iso(first), finish: iso(first + 9) }
  }
  if (unit === 'month') {
    const index = now.year * 12 + now.month - 1 + step
    return { start: iso(Math.floor(index / 12), (index % 12) + 1), finish: null }
  }
  const first = weekFrom(today, step, weekStart)
  return { start: isoDay(first), finish: isoDay(first + 6) }
}

/** What is left of a unit that is not over: "the rest of the week", "the rest of this month". */
export function restAt(page: Page, at: number): Found | null {
  const rest = look(page, at, 'rest')
  if (!rest) return null
  const demonstrative = look(page, rest.end, 'this')
  const unit = look(page, demonstrative?.end ?? rest.end, 'unit')
  if (!unit || !isDefinite(unit) || !LONG.has(unit.code)) return null
  const which = adjective(page, unit.end)
  const end = which?.code === 'this' ? which.end : unit.end
  if (page.today === null) return { end, start: null, finish: null, known: knownOf(unit.code), kind: 'period' }
  const whole = unitFrom(page.today, unit.code, 0, page.calendar.weekStart)
  return {
    end,
    start: isoDay(page.today),
    finish: isoDay(lastDay(whole.finish ?? whole.start)),
    known: knownOf(unit.code),
    kind: 'period',
  }
}

/** "last week", "this year 2024", "since the beginning of the year". */
export function unitFound(page: Page, at: number, open: boolean): Found | null {
  const unit = unitAt(page, at)
  if (!unit) return null
  const figure = unit.unit === 'year' ? digitsAt(page, unit.end, 1900, 2100) : null
  const past = unit.past && figure === null ? { past: true } : {}
  const kind = unit.unit === 'week' || unit.unit === 'decade' || open ? 'period' : unit.unit === 'year' ? 'year' : 'relative'
  const dates = figure === null ? unitDates(page, unit) : { start: iso(figure), finish: null }
  return { end: unit.end + (figure === null ? 0 : 1), ...dates, known: knownOf(unit.unit), kind, ...past }
}

/** "the year 2014": a year by its word. */
export function wordedYear(page: Page, at: number): Found | null {
  const word = look(page, at, 'unit')
  if (word?.code !== 'year') return null
  const figure = yearAt(page, word.end, false, 'word')
  if (!figure) return null
  if (figure.hijri) return found(page, { ...UNSAID, year: figure.year, hijri: true, end: figure.end })
  return { end: figure.end, start: iso(figure.year), finish: null, known: ['year'], kind: 'year' }
}

/** The month or the year that something is part of: "July", "this month", "the year 2015", "2015", "next year". */
export function wholeAt(page: Page, at: number): Found | null {
  const said = saidAt(page, at)
  if (said) return said.day === null ? found(page, said) : null
  const unit = unitFound(page, at, false)
  if (unit) return unit.known.includes('month') || unit.known.includes('year') ? unit : null
  const year = wordedYear(page, at)
  if (year) return year
  const figure = yearAt(page, at, false, 'date')
  return figure && { end: figure.end, start: iso(figure.year), finish: null, known: ['year'], kind: 'year' }
}

/** The part that a unit of time tells. */
export const knownOf = (unit: string): readonly TimePart[] =>
  unit === 'decade'
    ? ['year']
    : unit === 'year' || unit === 'month'
      ? [unit]
      : unit === 'hour' || unit === 'minute'
        ? ['time']
        : ['day']
