import { isDefinite, readOrdinal } from '../letters/values.ts'
import { found as dateFound, dayNumberAt, saidAt } from './dates.ts'
import { type Day, isoDay, lastDay, weekdayOf, weekFrom } from './days.ts'
import { adjective, digitsAt, type Found, type Hit, keyAt, linkAt, look, type Page, type TimePart } from './page.ts'
import { resolve, UNSAID } from './resolve.ts'

const NIGHTS = new Set(['night', 'tonight'])
const BETWEEN = new Set([',', '\u060C', '(', '-'])

/** What a day is called: by its weekday (from Sunday = 0) or by its distance from publication. */
type Core = { end: number; weekday: number | null; offset: number | null; which: string | null; time: boolean }

/**
 * A day told from the day of publication: "yesterday", "on Tuesday", "at dawn today", "last Friday", "the night of
 * Monday to Tuesday", with the date that may follow it ("Sunday 11 December"). A part of the day alone has no start.
 */
export function relativeAt(page: Page, at: number): Found | null {
  const part = look(page, at, 'part')
  let next = part?.end ?? at
  const of = part && look(page, next, 'of')
  if (of) next = of.end
  if (look(page, next, 'this')) {
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
  const core = coreAt(page, next) ?? (part && next === part.end ? nightAt(page, part) : null)
  if (!core) {
    if (isDay && !isDefinite(day) && !part) return numbered(page, day.end)
    const adverb = look(page, at, 'part-adverb')
    return adverb && { end: adverb.end, start: null, finish: null, known: ['time'], kind: 'part-of-day' }
  }
  const span = core.weekday === null ? null : nights(page, core, NIGHTS.has(part?.code ?? ''))
  const adverb = look(page, span?.end ?? core.end, 'part-adverb')
  // "Tuesday evening", but not "Tuesday; on the evening of Wednesday"
  const late = adverb && !(look(page, adverb.end, 'weekday', 'offset', 'unit') ?? look(page, adverb.end, 'of')) ? adverb : null
  const known: TimePart[] = part || core.time || late ? ['day', 'time'] : ['day']
  if (span) return { ...span, end: late?.end ?? span.end, known, kind: 'period' }
  const dated = part && core.time ? null : dateAfter(page, core.end, core.weekday)
  if (dated) {
    const again = look(page, dated.end, 'part-adverb')
    return {
      ...dated,
      end: again?.end ?? dated.end,
      known: again || part ? [...dated.known, 'time'] : dated.known,
      kind: 'date',
    }
  }
  const week = core.weekday === null || core.which ? null : weekAfter(page, core)
  if (week) return { ...week, known, kind: 'weekday' }
  const kind = core.weekday === null ? 'relative' : 'weekday'
  const start = page.today === null ? null : isoDay(dayOfCore(core, page.today))
  return { end: late?.end ?? core.end, start, finish: null, known, kind }
}

function dayOfCore(core: Core, today: Day): Day {
  if (core.weekday === null) return today + (core.offset ?? 0)
  const back = (weekdayOf(today) - core.weekday + 7) % 7
  if (core.which === 'next') return today + 7 - back
  if (core.which === 'past') return today - (back === 0 ? 7 : back)
  return core.which === 'past-two' ? today - (back === 0 ? 14 : back + 7) : today - back
}

/** "today", "yesterday", "Sunday", "today Sunday", "today (yesterday)". */
function coreAt(page: Page, at: number): Core | null {
  const weekday = weekdayAt(page, at)
  if (weekday) return weekday
  const offset = offsetAt(page, at)
  if (!offset) return null
  const open = keyAt(page, offset.end) === '(' || COMMA.has(keyAt(page, offset.end))
  const inner = open ? offset.end + 1 : offset.end
  const closer = keyAt(page, offset.end) === '(' ? 1 : 0
  const second = weekdayAt(page, inner) ?? (closer ? offsetAt(page, inner) : null)
  if (!second || (closer && keyAt(page, second.end) !== ')')) return offset
  return { ...second, end: second.end + closer, offset: second.offset ?? offset.offset }
}

const COMMA = new Set([',', '\u060C'])

function weekdayAt(page: Page, at: number): Core | null {
  const hit = look(page, at, 'weekday')
  if (!hit || !isDefinite(hit)) return null
  if (look(page, at - 1, 'not-weekday')?.code === 'before' || look(page, hit.end, 'not-weekday')?.code === 'after') return null
  const which = adjective(page, hit.end)
  const counts = which && which.code !== 'last'
  return { end: counts ? which.end : hit.end, weekday: hit.value, offset: null, which: counts ? which.code : null, time: false }
}

function offsetAt(page: Page, at: number): Core | null {
  const offset = look(page, at, 'offset')
  if (offset) return { end: offset.end, weekday: null, offset: offset.value, which: null, time: false }
  const day = look(page, at, 'unit')
  if (day?.code !== 'day' || !isDefinite(day)) return null
  const other = look(page, at - 1, 'not-today')?.code === 'before' || look(page, day.end, 'not-today')?.code === 'after'
  const adjectival = adjective(page, day.end)
  const ordinal = readOrdinal(page.tokens, day.end, page.calendar.numerals)
  // "the first day", "the 27th day": days of some count; but "today 6 May" is told by its month
  if (
    other ||
    adjectival ||
    (ordinal && isDefinite(ordinal) && !look(page, look(page, ordinal.end, 'of')?.end ?? ordinal.end, 'month'))
  )
    return null
  return { end: day.end, weekday: null, offset: 0, which: null, time: false }
}

/** "last night", "tonight", "the night before last". */
function nightAt(page: Page, part: Hit): Core | null {
  if (!isDefinite(part)) return null
  const which = adjective(page, part.end)
  const offset = which?.code === 'past' ? -1 : which?.code === 'past-two' ? -2 : which?.code === 'next' ? 1 : 0
  if (!which && part.code !== 'tonight') return null
  return { end: which?.end ?? part.end, weekday: null, offset, which: null, time: true }
}

/** "the night of Monday to Tuesday", "Sunday - Tuesday". */
function nights(page: Page, core: Core, night: boolean): { end: number; start: string | null; finish: string | null } | null {
  const mark = keyAt(page, core.end)
  const linked = mark === '-' || mark === '/' || linkAt(page, core.end) === 'to'
  if (!linked && !night) return null
  const second = weekdayAt(page, linked ? core.end + 1 : core.end)
  if (!second || (!linked && core.which)) return null
  if (page.today === null) return { end: second.end, start: null, finish: null }
  // a report of Monday can tell of the night to Tuesday
  const start = dayOfCore(core, page.today)
  const finish = start + ((second.weekday! - core.weekday! + 7) % 7)
  return { end: second.end, start: isoDay(start), finish: isoDay(finish) }
}

/** "Friday of last week", "Sunday this week". */
function weekAfter(page: Page, core: Core): { end: number; start: string | null; finish: null } | null {
  const of = look(page, core.end, 'of')
  const demonstrative = look(page, of?.end ?? core.end, 'this')
  const unit = look(page, demonstrative?.end ?? of?.end ?? core.end, 'unit')
  if (unit?.code !== 'week' || !isDefinite(unit)) return null
  const which = demonstrative ?? adjective(page, unit.end)
  if (!which) return null
  const step = which.code === 'past' ? -1 : which.code === 'past-two' ? -2 : which.code === 'next' ? 1 : 0
  const end = demonstrative ? unit.end : which.end
  const start = page.today === null ? null : isoDay(weekFrom(page.today, step) + ((core.weekday! + 1) % 7))
  return { end, start, finish: null }
}

/** The date that says which day it was: "Sunday, 11 December", "Friday, that is 17/7/2015". */
function dateAfter(page: Page, at: number, weekday: number | null): Found | null {
  let next = at
  if (BETWEEN.has(keyAt(page, next))) next++
  const equals = look(page, next, 'equals')
  if (equals) next = equals.end
  if (!equals && look(page, next, 'of')?.code === 'of') next++
  const said = saidAt(page, next)
  if (said && said.day !== null) {
    const found = dateFound(page, said)
    const closes = keyAt(page, at) === '(' && keyAt(page, said.end) === ')' ? 1 : 0
    return found && { ...found, end: found.end + closes }
  }
  return dayAndMonth(page, next) ?? (weekday === null ? null : dayOfWeekday(page, next, weekday))
}

/** "Wednesday 27": a day of the month only where the nearest 27th was a Wednesday. */
function dayOfWeekday(page: Page, at: number, weekday: number): Found | null {
  const day = digitsAt(page, at, 1, 31)
  const start =
    day === null || page.today === null ? null : (resolve({ ...UNSAID, day, of: 'month' }, page.today)?.start ?? null)
  if (start === null || weekdayOf(lastDay(start)) !== weekday) return null
  return { end: at + 1, start, finish: null, known: ['day'], kind: 'date' }
}

/** "4/22", "22-4" after a weekday or the word date: the day stands first where both readings are dates. */
export function dayAndMonth(page: Page, at: number): Found | null {
  const [, a, b] = /^(\d{1,2})[/-](\d{1,2})$/.exec(keyAt(page, at)) ?? []
  if (!a || !b) return null
  const [day, month] = Number(b) > 12 ? [Number(b), Number(a)] : [Number(a), Number(b)]
  return month >= 1 && month <= 12 && day >= 1 ? dateFound(page, { ...UNSAID, day, month, end: at + 1 }) : null
}

/** "on day 27": a day of the nearest month. */
function numbered(page: Page, at: number): Found | null {
  const told = dateAfter(page, at, null)
  if (told) return told
  const day = digitsAt(page, at, 1, 31) === null ? null : dayNumberAt(page, at)
  if (!day) return null
  const resolved = resolve({ ...UNSAID, day: day.day, of: 'month' }, page.today)
  return resolved && { end: day.end, ...resolved, known: ['day'], kind: 'date' }
}
