import { readDigits } from '../letters/digits.ts'
import { dayNumberAt, relativeMonth, saidAt, yearAt } from './dates.ts'
import { digitsAt, type Found, keyAt, linkAt, look, type Page } from './page.ts'
import { found, type SaidAt } from './resolve.ts'
import { wordedYear } from './units.ts'

/**
 * Dates and years with a beginning and an end: "between 5 and 10 December", "5-10 December", "from 28 June to 2 July",
 * "2011-2015"; and dates that stand alone.
 */
export function periodAt(page: Page, at: number): Found | null {
  const two = look(page, at, 'years')
  if (two?.code === 'months') return datesAt(page, two.end, 'between')
  const lead = linkAt(page, at)
  const led = lead === 'between' || lead === 'from'
  const start = led ? at + 1 : at
  return daysAt(page, start, lead) ?? datesAt(page, start, led ? lead : null) ?? yearsAt(page, start, led ? lead : null)
}

/** Two days of one month: "5 and 6 December", "between 5 and 10 December", "5-10 December". */
function daysAt(page: Page, at: number, lead: string | null): Found | null {
  const pair = dayPairAt(page, at, lead)
  if (!pair) return null
  const last = pair.joint === null ? monthOf(page, pair.end, pair.last!) : saidAt(page, pair.joint, true)
  if (!last || last.day === null || last.day <= pair.first) return null
  return between(page, { ...last, day: pair.first }, last)
}

/** The first of two days and where the second stands, or both of "5-10". */
function dayPairAt(page: Page, at: number, lead: string | null) {
  const dashed = /^(\d{1,2})-(\d{1,2})$/.exec(keyAt(page, at))
  if (dashed) return { first: Number(dashed[1]), last: Number(dashed[2]), joint: null, end: at + 1 }
  const day = dayNumberAt(page, at)
  const joint = day && day.day > 0 ? jointAt(page, day.end, lead, true) : null
  return joint === null ? null : { first: day!.day, last: null, joint, end: joint }
}

/** "of December", "of next month" after two days, with the second of them. */
function monthOf(page: Page, at: number, day: number): SaidAt | null {
  const next = look(page, at, 'of')?.end ?? at
  const said = saidAt(page, next) ?? relativeMonth(page, next)
  return said && said.day === null ? { ...said, day } : null
}

/** "November, between 15 and 19". */
function daysWithin(page: Page, month: SaidAt): Found | null {
  const lead = linkAt(page, month.end)
  const pair = lead === 'between' || lead === 'from' ? dayPairAt(page, month.end + 1, lead) : null
  if (!pair) return null
  const second = pair.joint === null ? { day: pair.last!, end: pair.end } : dayNumberAt(page, pair.joint)
  return second && second.day > pair.first
    ? between(page, { ...month, day: pair.first }, { ...month, day: second.day, end: second.end })
    : null
}

function datesAt(page: Page, at: number, lead: string | null): Found | null {
  const first = saidAt(page, at)
  if (!first) return null
  const inner = first.day === null && first.month !== null ? daysWithin(page, first) : null
  if (inner) return inner
  const joint = jointAt(page, first.end, lead, false)
  const last = joint === null ? null : saidAt(page, joint)
  if (last && (last.day === null) === (first.day === null)) {
    const both = between(page, first.year === null && !first.adjective ? { ...last, ...onlyDay(first) } : first, last)
    if (both) return both
  }
  return lead === null ? found(page, first) : null
}

// the first end takes its year, or its "last", from the second
const onlyDay = ({ month, day }: SaidAt) => ({ month, day })

function between(page: Page, first: SaidAt, last: SaidAt): Found | null {
  const one = found(page, { ...first, end: last.end })
  const two = found(page, last)
  if (!one || !two) return null
  const finish = two.finish ?? two.start
  if (one.start !== null && finish !== null && one.start > finish) return null
  return { end: last.end, start: one.start, finish, known: two.known, kind: 'period' }
}

/** The index after what links the ends of a period, or null. */
function jointAt(page: Page, at: number, lead: string | null, days: boolean): number | null {
  const link = linkAt(page, at)
  if (link === 'to') return at + 1
  if (link === 'and' && (lead === 'between' || days)) {
    const second = linkAt(page, at + 1)
    return second === 'to' ? at + 2 : at + 1
  }
  if (keyAt(page, at) === '-' && lead === null) return at + 1
  const words = page.calendar.numerals.words.get(keyAt(page, at))
  const glued =
    look(page, at, 'month')?.proclitic === 'and' ||
    words?.some(({ proclitic }) => proclitic === 'and' || proclitic === 'and-the')
  return (lead === 'between' || days) && glued ? at : null
}

/** "between 2011 and 2015", "2011-2015", "from 2011 to 2015", "the two years 2011 and 2012". */
function yearsAt(page: Page, at: number, lead: string | null): Found | null {
  const dashed = /^((?:19|20)\d\d)-((?:19|20)\d\d)$/.exec(keyAt(page, at))
  if (dashed) return years(at + 1, Number(dashed[1]), Number(dashed[2]))
  const two = look(page, at, 'years')
  const word = look(page, at, 'unit')
  const start = two?.end ?? (word?.code === 'year' ? word.end : at)
  if (start === at && lead === null) return null
  const first = digitsAt(page, start, 1900, 2100)
  if (first === null) return null
  const link = linkAt(page, start + 1)
  if (link !== 'to' && !(link === 'and' && (two || lead === 'between')) && keyAt(page, start + 1) !== '-') return null
  const second = look(page, start + 2, 'unit')
  const last = yearAt(page, second?.code === 'year' ? second.end : start + 2, false, null)
  return last && years(last.end, first, last.year)
}

const years = (end: number, first: number, last: number): Found | null =>
  last > first ? { end, start: String(first), finish: String(last), known: ['year'], kind: 'period' } : null

/** A year by itself: "in the year 2014", "since 2011", "in 2016". */
export function yearOnlyAt(page: Page, at: number): Found | null {
  const stage = look(page, at, 'stage')
  const worded = wordedYear(page, stage?.end ?? at)
  if (worded) return worded
  const since = look(page, at, 'span')
  if (since?.code === 'since') {
    const inner = yearOnlyAt(page, since.end) ?? bareYear(page, since.end)
    return inner && { ...inner, kind: 'period' }
  }
  if (stage) return bareYear(page, stage.end)
  const led = look(page, at - 1, 'span') ?? look(page, at - 1, 'of')
  return led && led.code !== 'of' ? bareYear(page, at) : null
}

function bareYear(page: Page, at: number): Found | null {
  const figure = yearAt(page, at, false, null)
  if (!figure || figure.year < 1900 || counts(page, figure.end)) return null
  return { end: figure.end, start: String(figure.year), finish: null, known: ['year'], kind: 'year' }
}

// "in 2000 houses": a number of something, when an indefinite noun follows; a verb or a particle cannot be told from it
const counts = (page: Page, at: number): boolean =>
  readDigits(page.tokens, at) !== null || look(page, at, 'unit', 'units') !== null
