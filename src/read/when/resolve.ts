import { type Day, fromHijri, hijriOf, iso, isoDay, lengthOf, parts, toDay } from './days.ts'
import type { Found, Now, TimePart } from './page.ts'

/** What the words of a date say; null: not said. `adjective` ("past", "this", "next", "past-two") is `of` the date itself, its month or its year. */
export type Said = {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly hijri: boolean
  readonly adjective: string | null
  readonly of: 'date' | 'month' | 'year'
}

/** What words say and the index after the last of them. */
export type SaidAt = Said & { readonly end: number }

export const UNSAID: Said = { year: null, month: null, day: null, hijri: false, adjective: null, of: 'date' }

type Resolved = { readonly start: string | null; readonly finish: string | null }

/** A report is dated where its paper is printed: what happened "on the 11th" can be a day ahead of it. */
const SLACK = 1
/** A year of four digits before this one is counted from the Hijra. */
const LATEST_HIJRI = 1500

const NONE: Resolved = { start: null, finish: null }

/** How many weeks, months or years each adjective leads away from the present one. */
export const STEP: Readonly<Record<string, number>> = { 'past-two': -2, past: -1, this: 0, next: 1, 'next-two': 2 }

/**
 * The Gregorian date that the words mean. A year that is not said is that of the nearest such date on the side to which
 * the text leans; without a date of publication there is no start. Null when there is no such day.
 */
export function resolve(said: Said, now: Now): Resolved | null {
  const { of } = said
  const which = said.adjective ?? ''
  if (of === 'month') return ofMonth(said.day, which, now)
  if (said.hijri) return lunar(said, which, now)
  const { month, day } = said
  const year =
    said.year ?? (now.today === null || !month ? null : yearOf(month, day, which, of === 'year', now.today, now.lean))
  if (year === null) return day !== null && month !== null && toDay(2000, month, day) === null ? null : NONE
  if (month !== null && day !== null && toDay(year, month, day) === null) return null
  return { start: iso(year, month, day), finish: null }
}

/** What is said as a time, with the parts that the words know. */
export function found(now: Now, said: SaidAt): Found | null {
  const resolved = resolve(said, now)
  if (!resolved) return null
  const known: TimePart[] = []
  if (said.year !== null || said.of === 'year') known.push('year')
  if (said.month !== null || said.of === 'month') known.push('month')
  if (said.day !== null) known.push('day')
  const past = said.day === null && said.of === 'date' && (said.adjective === 'past' || said.adjective === 'past-two')
  return { end: said.end, ...resolved, known, kind: resolved.finish ? 'period' : 'date', ...(past ? { past } : {}) }
}

function yearOf(month: number, day: number | null, which: string, ofYear: boolean, today: Day, lean: Now['lean']): number {
  const now = parts(today)
  if (ofYear) return now.year + (STEP[which] ?? 0)
  if (which === 'this') return now.year
  const at = (year: number) => toDay(year, month, day ?? 1) ?? toDay(year, month, lengthOf(year, month))!
  if (which === 'next' || which === 'next-two') {
    const gone = day === null ? month <= now.month : at(now.year) <= today
    return gone ? now.year + 1 : now.year
  }
  if (which === '' && lean === 'ahead') {
    const gone = day === null ? month < now.month : at(now.year) < today
    return gone ? now.year + 1 : now.year
  }
  const ahead = day === null ? now.month < month : at(now.year) > today + SLACK
  const nearest = ahead ? now.year - 1 : now.year
  if (which === 'past' && day === null && month === now.month) return now.year - 1
  return which === 'past-two' ? nearest - 1 : nearest
}

/** "the fifth of last month", or a day without its month: the nearest such day. */
function ofMonth(day: number | null, which: string, { today, lean }: Now): Resolved | null {
  if (today === null || day === null) return NONE
  const now = parts(today)
  const away = lean === 'ahead' ? (day < now.day ? 1 : 0) : day > now.day + SLACK ? -1 : 0
  const index = now.year * 12 + now.month - 1 + (STEP[which] ?? away)
  const found = toDay(Math.floor(index / 12), (index % 12) + 1, day)
  return found === null ? null : { start: isoDay(found), finish: null }
}

function lunar(said: Said, which: string, { today, lean }: Now): Resolved | null {
  const { month, day } = said
  let { year } = said
  if (year === null) {
    if (today === null || month === null) return NONE
    const now = hijriOf(today)
    const ahead = month > now.month || (month === now.month && day !== null && day > now.day + SLACK)
    const gone = month < now.month || (month === now.month && day !== null && day < now.day)
    year = which === '' && lean === 'ahead' ? (gone ? now.year + 1 : now.year) : ahead ? now.year - 1 : now.year
    if (which === 'past' && day === null && month === now.month) year--
    if (which === 'past-two') year--
    if (which === 'next') year = month > now.month ? now.year : now.year + 1
  } else if (year >= LATEST_HIJRI) {
    // "Ramadan 2015": the one that began in that year
    const before = hijriOf(toDay(year, 1, 1)!).year
    const begins = fromHijri(before, month ?? 1, 1)
    year = begins !== null && parts(begins).year === year ? before : before + 1
  }
  if (month !== null && day !== null) {
    const found = fromHijri(year, month, day)
    return found === null ? null : { start: isoDay(found), finish: null }
  }
  const first = fromHijri(year, month ?? 1, 1)
  const next = month === null || month === 12 ? fromHijri(year + 1, 1, 1) : fromHijri(year, month + 1, 1)
  if (first === null || next === null) return null
  return { start: isoDay(first), finish: isoDay(next - 1) }
}
