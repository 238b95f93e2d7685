import { isDefinite, readCardinal, readOrdinal } from '../letters/values.ts'
import { saidAt } from './dates.ts'
import { type Day, isoDay, lastDay, weekdayOf } from './days.ts'
import { dayMonthAt } from './figures.ts'
import { adjective, COMMAS, closesAt, digitsAt, type Found, type Hit, keyAt, look, type Page, type TimePart } from './page.ts'
import { found as dateFound, resolve, STEP, UNSAID } from './resolve.ts'
import { unitAt } from './units.ts'
import { nightsAt, type Weekday, weekdayAt, weekdayDay } from './weekdays.ts'
import { dayInWeek } from './weeks.ts'

const OTHER = { back: 'ahead', ahead: 'back' } as const
const AFTER_MIDNIGHT = 'after-midnight'
const NIGHTS = new Set(['night', 'tonight', AFTER_MIDNIGHT])
const BETWEEN = new Set([...COMMAS, '(', '-'])

/**
 * What a day is called: by its weekday or by its distance from publication; or, with `told`, from the day that was told
 * before.
 */
type Core = { end: number; weekday: Weekday | null; offset: number | null; time: boolean; told: boolean }

const byOffset = (end: number, offset: number): Core => ({ end, weekday: null, offset, time: false, told: false })

/**
 * A day told from the day of publication: "yesterday", "on Tuesday", "at dawn today", "last Friday", "the night of
 * Monday to Tuesday", with the date that may follow it ("Sunday 11 December"). A part of the day alone has no start.
 */
export function relativeAt(page: Page, at: number): Found | null {
  const part = look(page, at, 'part')
  let next = part?.end ?? at
  const of = part && look(page, next, 'of')
  if (of) next = of.end
  const demonstrative = look(page, next, 'this') !== null
  if (demonstrative) {
    next++
    const now = part ? null : look(page, next, 'part')
    if (now && isDefinite(now))
      return {
        end: now.end,
        start: page.today === null ? null : isoDay(page.today),
        finish: null,
        known: ['day', 'time'],
        kind: 'relative',
      }
  }
  const day = look(page, next, 'unit')
  const isDay = day?.code === 'day'
  if (isDay && !isDefinite(day)) next = day.end
  const core = coreAt(page, next, demonstrative) ?? (part && next === part.end ? nightAt(page, part) : null)
  if (!core) {
    if (isDay && !isDefinite(day) && !part) return numbered(page, day.end)
    const adverb = look(page, at, 'part-adverb')
    return adverb && { end: adverb.end, start: null, finish: null, known: ['time'], kind: 'part-of-day' }
  }
  const nights = core.weekday && nightsAt(page, core.weekday, NIGHTS.has(part?.code ?? ''))
  const adverb = look(page, nights?.end ?? core.end, 'part-adverb')
  // "Tuesday evening", but not "Tuesday; on the evening of Wednesday"
  const late = adverb && !(look(page, adverb.end, 'weekday', 'offset', 'unit') ?? look(page, adverb.end, 'of')) ? adverb : null
  const known: TimePart[] = part || core.time || late ? ['day', 'time'] : ['day']
  if (nights) {
    const end = late?.end ?? nights.end
    return part?.code === AFTER_MIDNIGHT
      ? { end, start: nights.finish, finish: null, known, kind: 'weekday' }
      : { ...nights, end, known, kind: 'period' }
  }
  const dated = part && core.time ? null : dateAfter(page, core.end, core.weekday, core.offset)
  if (dated) {
    const again = look(page, dated.end, 'part-adverb')
    return {
      ...dated,
      end: again?.end ?? dated.end,
      known: again || part ? [...dated.known, 'time'] : dated.known,
      kind: 'date',
    }
  }
  const week = core.weekday && !core.weekday.which ? weekAfter(page, core.weekday) : null
  if (week) return { ...week, known, kind: 'weekday' }
  const kind = core.weekday ? 'weekday' : 'relative'
  const start = dayOf(page, core)
  const after = core.told ? { after: core.offset! } : {}
  return { end: late?.end ?? core.end, start: start === null ? null : isoDay(start), finish: null, known, kind, ...after }
}

function dayOf(page: Page, { weekday, offset, told }: Core): Day | null {
  if (weekday) return weekdayDay(page, weekday)
  // an appointment tells of no other day before
  return page.today === null || offset === null || (told && page.lean === 'back') ? null : page.today + offset
}

/** "today", "yesterday", "Sunday", "today Sunday", "today (yesterday)". */
function coreAt(page: Page, at: number, demonstrative: boolean): Core | null {
  const weekday = weekdayAt(page, at)
  if (weekday) return named(demonstrative && !weekday.which ? { ...weekday, which: 'this' } : weekday, null)
  const offset = offsetAt(page, at)
  if (!offset) return null
  const open = keyAt(page, offset.end) === '(' || COMMAS.has(keyAt(page, offset.end))
  const inner = open ? offset.end + 1 : offset.end
  const closer = keyAt(page, offset.end) === '(' ? 1 : 0
  const day = weekdayAt(page, inner)
  const second = day ? named(day, offset.offset) : closer ? offsetAt(page, inner) : null
  if (!second || (closer && keyAt(page, second.end) !== ')')) return offset
  return { ...second, end: second.end + closer }
}

const named = (weekday: Weekday, offset: number | null): Core => ({ ...byOffset(weekday.end, 0), weekday, offset })

function offsetAt(page: Page, at: number): Core | null {
  const offset = look(page, at, 'offset')
  if (offset) return byOffset(offset.end, offset.value)
  const day = look(page, at, 'unit')
  if (day?.code !== 'day' || !isDefinite(day)) return null
  if (look(page, at - 1, 'not-today')?.code === 'before' || look(page, day.end, 'not-today')?.code === 'after') return null
  const which = adjective(page, day.end)
  if (which?.code === 'following') return { ...byOffset(which.end, 1), told: true }
  if (which) return which.code in STEP ? byOffset(which.end, STEP[which.code]!) : null
  const ordinal = readOrdinal(page.tokens, day.end, page.calendar.numerals)
  // "the first day", "the 27th day": days of some count; but "today 6 May" is told by its month
  const counts = ordinal && isDefinite(ordinal) && !look(page, look(page, ordinal.end, 'of')?.end ?? ordinal.end, 'month')
  return counts ? null : byOffset(day.end, 0)
}

/** "last night", "tonight", "the night before last". */
function nightAt(page: Page, part: Hit): Core | null {
  if (!isDefinite(part)) return null
  const which = adjective(page, part.end)
  if (!which && part.code !== 'tonight') return null
  return { ...byOffset(which?.end ?? part.end, STEP[which?.code ?? ''] ?? 0), time: true }
}

/** "Friday of last week", "Sunday this week". */
function weekAfter(page: Page, { end, weekday }: Weekday): { end: number; start: string | null; finish: null } | null {
  const week = unitAt(page, look(page, end, 'of')?.end ?? end)
  if (week?.unit !== 'week') return null
  const day = dayInWeek(page, week.step, weekday)
  return { end: week.end, start: day === null ? null : isoDay(day), finish: null }
}

/** The date that says which day it was: "Sunday, 11 December", "Friday, that is 17/7/2015". */
function dateAfter(page: Page, at: number, weekday: Weekday | null, offset: number | null): Found | null {
  let next = at
  if (BETWEEN.has(keyAt(page, next))) next++
  const equals = look(page, next, 'equals')
  if (equals) next = equals.end
  if (!equals && look(page, next, 'of')?.code === 'of') next++
  const said = saidAt(page, next)
  if (said && said.day !== null) {
    const found = dateFound(page, said)
    const closes = keyAt(page, at) === '(' && keyAt(page, said.end) === ')' ? 1 : 0
    const { year, month, day, hijri } = said
    const anchor =
      page.today === null && month !== null && !hijri && (weekday || offset !== null)
        ? { anchor: { year, month, day, weekday: weekday?.weekday ?? null, offset } }
        : {}
    return found && { ...found, end: found.end + closes, ...anchor }
  }
  return dayMonthAt(page, next) ?? (weekday === null ? null : dayOfWeekday(page, next, weekday.weekday))
}

/** "Wednesday 27", "Thursday the 21st": a day of the month only where the nearest 27th was a Wednesday. */
function dayOfWeekday(page: Page, at: number, weekday: number): Found | null {
  const led = look(page, at, 'of')
  const next = led?.code === 'in' ? led.end : at
  const day = digitsAt(page, next, 1, 31)
  const said = day !== null ? { value: day, end: next + 1 } : next > at ? spelledDay(page, next) : null
  if (!said) return null
  const sides = closesAt(page, said.end) ? [page.lean, OTHER[page.lean]] : [page.lean]
  for (const lean of sides) {
    const start = resolve({ ...UNSAID, day: said.value, of: 'month' }, { ...page, lean })?.start ?? null
    if (start !== null && weekdayOf(lastDay(start)) === weekday)
      return { end: said.end, start, finish: null, known: ['day'], kind: 'date' }
  }
  return null
}

const spelledDay = (page: Page, at: number): { value: number; end: number } | null => {
  const { numerals } = page.calendar
  const value = readOrdinal(page.tokens, at, numerals) ?? readCardinal(page.tokens, at, numerals)
  return value && closesAt(page, value.end) ? value : null
}

/** "on day 27": a day of the nearest month. */
function numbered(page: Page, at: number): Found | null {
  const told = dateAfter(page, at, null, null)
  if (told) return told
  const day = digitsAt(page, at, 1, 31)
  return day === null ? null : dayAlone(page, at + 1, day)
}

/** "on the 27th.": a day of the nearest month by its number alone, where nothing is counted after it. */
export function dayOnlyAt(page: Page, at: number): Found | null {
  if (look(page, at - 1, 'of')?.code !== 'in') return null
  const day = digitsAt(page, at, 1, 31)
  if (day !== null) return closesAt(page, at + 1) ? dayAlone(page, at + 1, day) : null
  const ordinal = readOrdinal(page.tokens, at, page.calendar.numerals)
  const says = ordinal && isDefinite(ordinal) && ordinal.value > 10 && ordinal.value <= 31 && closesAt(page, ordinal.end)
  return says ? dayAlone(page, ordinal.end, ordinal.value) : null
}

function dayAlone(page: Page, end: number, day: number): Found | null {
  const resolved = resolve({ ...UNSAID, day, of: 'month' }, page)
  return resolved && { end, ...resolved, known: ['day'], kind: 'date' }
}
