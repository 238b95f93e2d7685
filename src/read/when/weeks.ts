import { isDefinite, readOrdinal } from '../letters/values.ts'
import { saidAt } from './dates.ts'
import { type Day, firstDay, isoDay, lastDay, weekdayOf, weekFrom } from './days.ts'
import { adjective, type Found, linkAt, look, type Page } from './page.ts'
import { found, STEP } from './resolve.ts'
import { type Unit, unitAt, wholeAt } from './units.ts'
import { weekdayAt } from './weekdays.ts'

const NO_DAY = { start: null, finish: null }

/** The first day of a week, or null without a day of publication. */
export const weekStart = (page: Page, step: number): Day | null =>
  page.today === null ? null : weekFrom(page.today, step, page.calendar.weekStart)

/** The day of a week that a weekday names. */
export function dayInWeek(page: Page, step: number, weekday: number): Day | null {
  const first = weekStart(page, step)
  return first === null ? null : first + ((weekday - page.calendar.weekStart + 7) % 7)
}

/** Weeks: "next week", "next week on Friday", "the third week of July", "the week of 15 September", "the weekend". */
export function weeksAt(page: Page, at: number): Found | null {
  const week = unitAt(page, at)
  if (week?.unit === 'week' && !week.told) return inWeek(page, week) ?? spanOf(week.end, weekStart(page, week.step))
  return weekend(page, at) ?? numberedWeek(page, at) ?? weekOfDate(page, at)
}

const spanOf = (end: number, first: Day | null, days = 7): Found => ({
  end,
  ...(first === null ? NO_DAY : { start: isoDay(first), finish: isoDay(first + days - 1) }),
  known: ['day'],
  kind: 'period',
})

/** "next week on Friday", "this week from Tuesday to Thursday". */
function inWeek(page: Page, { end, step }: Unit): Found | null {
  const lead = linkAt(page, end)
  const led = lead === 'from' || lead === 'between'
  const unit = look(page, led ? end + 1 : end, 'unit')
  const first = weekdayAt(page, unit?.code === 'day' && !isDefinite(unit) ? unit.end : led ? end + 1 : end)
  if (!first || first.which) return null
  const start = dayInWeek(page, step, first.weekday)
  const link = linkAt(page, first.end)
  const glued = lead === 'between' && look(page, first.end, 'weekday')?.proclitic === 'and-the'
  const second = led && (glued || link === 'to' || link === 'and') ? weekdayAt(page, glued ? first.end : first.end + 1) : null
  if (second) {
    const last = start === null ? null : start + ((second.weekday - first.weekday + 7) % 7)
    const days = start === null || last === null ? NO_DAY : { start: isoDay(start), finish: isoDay(last) }
    return { end: second.end, ...days, known: ['day'], kind: 'period' }
  }
  return led
    ? null
    : { end: first.end, start: start === null ? null : isoDay(start), finish: null, known: ['day'], kind: 'weekday' }
}

/** "the weekend", "the next weekend". */
function weekend(page: Page, at: number): Found | null {
  const word = look(page, at, 'weekend')
  if (!word) return null
  const which = adjective(page, word.end)
  const first = dayInWeek(page, STEP[which?.code ?? ''] ?? 0, word.value)
  return spanOf(which?.end ?? word.end, first, 2)
}

/** "the third week of July", "the last week of this year": of the weeks that begin in it. */
function numberedWeek(page: Page, at: number): Found | null {
  const unit = look(page, at, 'unit')
  if (unit?.code !== 'week' || !isDefinite(unit)) return null
  const last = adjective(page, unit.end)
  const ordinal =
    last?.code === 'last' ? { end: last.end, value: 0 } : readOrdinal(page.tokens, unit.end, page.calendar.numerals)
  if (!ordinal) return null
  const whole = wholeAt(page, look(page, ordinal.end, 'of')?.end ?? ordinal.end)
  if (!whole) return null
  const known = [...whole.known, 'day' as const]
  if (whole.start === null) return { end: whole.end, ...NO_DAY, known, kind: 'period' }
  const { weekStart } = page.calendar
  const from = firstDay(whole.start)
  const until = lastDay(whole.finish ?? whole.start)
  const first = ordinal.value
    ? from + ((weekStart - weekdayOf(from) + 7) % 7) + 7 * (ordinal.value - 1)
    : until - ((weekdayOf(until) - weekStart + 7) % 7)
  return first > until ? null : { ...spanOf(whole.end, first), known }
}

/** "the week of 15 September": the week in which that day lies. */
function weekOfDate(page: Page, at: number): Found | null {
  const unit = look(page, at, 'unit')
  if (unit?.code !== 'week') return null
  const said = saidAt(page, look(page, unit.end, 'of')?.end ?? unit.end)
  const day = said?.day ? found(page, said) : null
  if (!day) return null
  const first = day.start === null ? null : weekFrom(lastDay(day.start), 0, page.calendar.weekStart)
  return { ...spanOf(day.end, first), known: day.known }
}
