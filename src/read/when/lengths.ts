import { entryAt, isDefinite, readCardinal } from '../letters/values.ts'
import { type Day, dayInMonth, isoDay, parts } from './days.ts'
import { COMMAS, digitsAt, look, type Page } from './page.ts'

/** A length of time: how many of which unit; `count` null is a plural without a number. */
export type Length = {
  readonly end: number
  readonly unit: string
  readonly count: number | null
  readonly definite: boolean
  readonly about: boolean
  /** what is added to it: "a month and 21 days" */
  readonly more: Length | null
}

/** "three days", "two days", "the 24 hours", "the few days", "about a month", "a year, a month and 21 days". */
export function lengthAt(page: Page, at: number): Length | null {
  const first = simpleAt(page, at)
  if (!first || first.count === null || first.definite) return first
  const { glue } = page.calendar.numerals
  const key = page.tokens[first.end]?.key ?? ''
  const next = COMMAS.has(key) || glue.get(key) === 'and' ? first.end + 1 : first.end
  const more = simpleJoined(page, next, next > first.end)
  return more ? { ...first, end: more.end, more } : first
}

/** A further length: joined by "and", by a comma, or in figures that follow at once. */
function simpleJoined(page: Page, at: number, joined: boolean): Length | null {
  const proclitic = (role: 'unit' | 'unit-two') => look(page, at, role)?.proclitic === 'and'
  const says = joined || page.tokens[at]?.kind === 'number' || proclitic('unit') || proclitic('unit-two')
  const more = says ? lengthAt(page, at) : null
  return more && more.count !== null && !more.definite ? more : null
}

function simpleAt(page: Page, at: number): Length | null {
  const { tokens, calendar } = page
  const bound = entryAt(tokens, at, calendar.numerals, 'bound')
  let start = bound ? at + 1 + bound.rest.length : at
  const glue = calendar.numerals.glue.get(tokens[start]?.key ?? '')
  if (glue && tokens[start + 1]?.kind === 'number') start++
  const plain = { definite: false, about: bound !== null, more: null }
  const count = readCardinal(tokens, start, calendar.numerals)
  if (count) {
    const unit = look(page, count.end, 'unit', 'unit-counted', 'units')
    if (unit) {
      const definite = glue === 'the' || isDefinite(count) || isDefinite(unit)
      return { ...plain, end: half(page, unit.end), unit: unit.code, count: count.value, definite }
    }
  }
  const part = entryAt(tokens, start, calendar.numerals, 'fraction')
  const vague = entryAt(tokens, start, calendar.numerals, 'vague')
  if (vague && vague.max !== null) {
    const units = look(page, start + 1 + vague.rest.length, 'units')
    if (units) return { ...plain, end: units.end, unit: units.code, count: null, about: true }
  }
  const unit = look(page, part ? start + 1 : start, 'unit', 'unit-two', 'units')
  if (!unit) return null
  if (part) return unit.role === 'unit' ? { ...plain, end: unit.end, unit: unit.code, count: part.value } : null
  const definite = isDefinite(unit)
  if (unit.role === 'unit-two') return { ...plain, end: half(page, unit.end), unit: unit.code, count: 2, definite }
  // "the month of July", "the year 2014", "on Friday"; a decade is spelled like "he held", "a contract"
  const named = look(page, unit.end, 'month', 'weekday', 'offset') ?? digitsAt(page, unit.end, 1300, 2100)
  if (unit.role === 'unit')
    return definite || named !== null || unit.code === 'decade'
      ? null
      : { ...plain, end: half(page, unit.end), unit: unit.code, count: 1, definite }
  // "the three days", "the hours the 24", "the months 3"
  const glued = calendar.numerals.glue.get(tokens[unit.end]?.key ?? '') === 'the' && tokens[unit.end + 1]?.kind === 'number'
  const after = readCardinal(tokens, glued ? unit.end + 1 : unit.end, calendar.numerals)
  const bare = after !== null && tokens[unit.end]?.kind === 'number' && look(page, after.end, 'adjective') !== null
  if (after && definite && (glued || bare || isDefinite(after)))
    return { ...plain, end: after.end, unit: unit.code, count: after.value, definite }
  const few = look(page, unit.end, 'few')
  return { ...plain, end: few?.end ?? unit.end, unit: unit.code, count: null, definite }
}

/** "an hour and a half" */
const half = (page: Page, at: number): number => {
  const part = entryAt(page.tokens, at, page.calendar.numerals, 'fraction')
  return part?.proclitic === 'and' ? at + 1 : at
}

/** The date a length before a day, or after it with `way` 1; cut to the smallest of its units. */
export function away(today: Day, length: Length, way: 1 | -1): string | null {
  let day = today
  let cut = 4
  for (let part: Length | null = length; part; part = part.more) {
    if (part.count === null) return null
    day = shifted(day, way * part.count, part.unit)
    cut = Math.max(cut, part.unit === 'year' || part.unit === 'decade' ? 4 : part.unit === 'month' ? 7 : 10)
  }
  // a million weeks lead out of every calendar
  const { year } = parts(day)
  return year >= 1 && year <= 9999 ? isoDay(day).slice(0, cut) : null
}

function shifted(day: Day, count: number, unit: string): Day {
  if (unit === 'minute') return day
  if (unit === 'hour') return day + Math.sign(count) * Math.floor(Math.abs(count) / 24)
  if (unit === 'day' || unit === 'week') return day + Math.round(count * (unit === 'week' ? 7 : 1))
  const now = parts(day)
  const months = Math.round(count) * (unit === 'month' ? 1 : unit === 'year' ? 12 : 120)
  const index = now.year * 12 + now.month - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return dayInMonth(year, month, now.day)
}
