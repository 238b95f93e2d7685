import { isDefinite, readOrdinal } from '../letters/values.ts'
import { type Day, firstDay, isoDay, lastDay, weekdayOf, weekFrom } from './days.ts'
import { adjective, closesAt, type Found, keyAt, linkAt, look, type Page } from './page.ts'
import { STEP } from './resolve.ts'
import { wholeAt } from './units.ts'

/** A day of the week, from Sunday = 0, and the adjective that says which one: "last", "next", "this". */
export type Weekday = { readonly end: number; readonly weekday: number; readonly which: string | null }

/** "Sunday", "last Friday"; not the name of a market or the number eleven. */
export function weekdayAt(page: Page, at: number): Weekday | null {
  const hit = look(page, at, 'weekday')
  if (!hit || !isDefinite(hit)) return null
  if (look(page, at - 1, 'not-weekday')?.code === 'before' || look(page, hit.end, 'not-weekday')?.code === 'after') return null
  const which = adjective(page, hit.end)
  const counts = which !== null && which.code in STEP
  return { end: counts ? which.end : hit.end, weekday: hit.value, which: counts ? which.code : null }
}

/** The day that a weekday means: the nearest one on the side to which the text leans. */
export function weekdayDay(page: Page, { weekday, which }: Weekday): Day | null {
  const { today, lean, calendar } = page
  if (today === null) return null
  const back = (weekdayOf(today) - weekday + 7) % 7
  if (which === 'this') return weekFrom(today, 0, calendar.weekStart) + ((weekday - calendar.weekStart + 7) % 7)
  if (which === 'next' || which === 'next-two') return today + (which === 'next' ? 7 : 14) - back
  if (which === 'past') return today - (back === 0 ? 7 : back)
  if (which === 'past-two') return today - (back === 0 ? 14 : back + 7)
  return lean === 'ahead' && back > 0 ? today + 7 - back : today - back
}

type Days = { readonly end: number; readonly start: string | null; readonly finish: string | null }

/** "the night of Monday to Tuesday", "Sunday - Tuesday". */
export function nightsAt(page: Page, first: Weekday, night: boolean): Days | null {
  const mark = keyAt(page, first.end)
  const linked = mark === '-' || mark === '/' || linkAt(page, first.end) === 'to'
  if (!linked && !night) return null
  const unit = linked ? look(page, first.end + 1, 'unit') : null
  const second = weekdayAt(page, unit?.code === 'day' ? unit.end : linked ? first.end + 1 : first.end)
  if (!second || (!linked && first.which)) return null
  const start = weekdayDay(page, first)
  if (start === null) return { end: second.end, start: null, finish: null }
  // a report of Monday can tell of the night to Tuesday
  const apart = (second.weekday - first.weekday + 7) % 7
  const later = second.which === 'next' ? weekdayDay(page, second)! : start + apart
  return { end: second.end, start: isoDay(start), finish: isoDay(later < start ? start + apart : later) }
}

/** "the first Friday of July", "the last Friday of this month"; after a weekday its number alone: "the second Saturday". */
export function numberedWeekday(page: Page, at: number): Found | null {
  const { numerals } = page.calendar
  const before = look(page, at, 'unit')
  const named = weekdayAt(page, before?.code === 'day' && !isDefinite(before) ? before.end : at)
  if (named) {
    const ordinal = named.which ? null : readOrdinal(page.tokens, named.end, numerals)
    if (!ordinal || !isDefinite(ordinal) || ordinal.value > 5 || !closesAt(page, ordinal.end)) return null
    const month = page.today === null ? null : isoDay(page.today).slice(0, 7)
    const day = month === null ? null : nthWeekday(named.weekday, ordinal.value, firstDay(month), lastDay(month))
    return { end: ordinal.end, start: day === null ? null : isoDay(day), finish: null, known: ['day'], kind: 'weekday' }
  }
  const last = look(page, at, 'span')
  const ordinal = last?.code === 'last' ? { end: last.end, value: 0 } : readOrdinal(page.tokens, at, numerals)
  if (!ordinal || ordinal.value > 5) return null
  const unit = look(page, ordinal.end, 'unit')
  const weekday = look(page, unit?.code === 'day' ? unit.end : ordinal.end, 'weekday')
  const of = weekday && look(page, weekday.end, 'of')
  const whole = of && wholeAt(page, of.end)
  if (!weekday || !whole?.known.includes('month')) return null
  const known = [...whole.known, 'day' as const]
  if (whole.start === null) return { end: whole.end, start: null, finish: null, known, kind: 'date' }
  const day = nthWeekday(weekday.value, ordinal.value, firstDay(whole.start), lastDay(whole.finish ?? whole.start))
  return day === null ? null : { end: whole.end, start: isoDay(day), finish: null, known, kind: 'date' }
}

/** "the first day of 2024", "the third day of this month". */
export function numberedDay(page: Page, at: number): Found | null {
  const unit = look(page, at, 'unit')
  if (unit?.code !== 'day' || !isDefinite(unit)) return null
  const ordinal = readOrdinal(page.tokens, unit.end, page.calendar.numerals)
  const of = ordinal && isDefinite(ordinal) ? look(page, ordinal.end, 'of') : null
  const whole = of && wholeAt(page, of.end)
  if (!ordinal || !whole) return null
  const known = [...whole.known, 'day' as const]
  const start = whole.start === null ? null : isoDay(firstDay(whole.start) + ordinal.value - 1)
  return { end: whole.end, start, finish: null, known, kind: 'date' }
}

/** The nth of a weekday, 0 for the last one, from one day to another. */
function nthWeekday(weekday: number, nth: number, first: Day, last: Day): Day | null {
  const day =
    nth === 0 ? last - ((weekdayOf(last) - weekday + 7) % 7) : first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
  return day > last ? null : day
}
