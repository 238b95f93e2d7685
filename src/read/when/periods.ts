import { readDigits } from '../letters/digits.ts'
import { isDefinite } from '../letters/values.ts'
import { dayNumberAt, found, type SaidAt, saidAt, yearAt } from './dates.ts'
import { iso, parts } from './days.ts'
import { adjective, digitsAt, type Found, keyAt, linkAt, look, type Page } from './page.ts'
import { UNSAID } from './resolve.ts'

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
  const dashed = /^(\d{1,2})-(\d{1,2})$/.exec(keyAt(page, at))
  const first = dashed ? { day: Number(dashed[1]), end: at } : dayNumberAt(page, at)
  if (!first || first.day < 1) return null
  const joint = dashed ? at : jointAt(page, first.end, lead, true)
  if (joint === null) return null
  const last = dashed ? monthOf(page, at + 1, Number(dashed[2])) : saidAt(page, joint)
  if (!last || last.day === null || last.day <= first.day) return null
  return between(page, { ...last, day: first.day }, last)
}

/** A day before "of the month of December" that is not a token of its own. */
function monthOf(page: Page, at: number, day: number): SaidAt | null {
  const said = saidAt(page, look(page, at, 'of')?.end ?? at)
  return said && said.day === null ? { ...said, day } : null
}

function datesAt(page: Page, at: number, lead: string | null): Found | null {
  const first = saidAt(page, at)
  if (!first) return null
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
  const last = yearAt(page, second?.code === 'year' ? second.end : start + 2, false, false)
  return last && years(last.end, first, last.year)
}

const years = (end: number, first: number, last: number): Found | null =>
  last > first ? { end, start: String(first), finish: String(last), known: ['year'], kind: 'period' } : null

/** "the summer of 2016", "last winter". */
export function seasonAt(page: Page, at: number): Found | null {
  const season = look(page, at, 'season')
  if (!season) return null
  const word = look(page, season.end, 'unit')
  const figure = yearAt(page, word?.code === 'year' ? word.end : season.end, false, word?.code === 'year')
  const which = figure ? null : adjective(page, season.end)
  if (!figure && !(which?.code === 'past' && isDefinite(season))) return null
  const end = (figure ?? which!).end
  const known = figure ? (['year'] as const) : []
  const now = page.today === null ? null : parts(page.today)
  // winter runs into the next year
  const last = season.value + 2
  const year = figure?.year ?? (now && now.month > last ? now.year : now && now.year - 1)
  const past = figure ? {} : { past: true }
  if (year === null) return { end, start: null, finish: null, known, kind: 'period', ...past }
  const finish = last > 12 ? iso(year + 1, last - 12) : iso(year, last)
  return { end, start: iso(year, season.value), finish, known, kind: 'period', ...past }
}

/** A year by itself: "in the year 2014", "since 2011", "in 2016". */
export function yearOnlyAt(page: Page, at: number): Found | null {
  const stage = look(page, at, 'stage')
  const start = stage?.end ?? at
  const word = look(page, start, 'unit')
  const year = (end: number, value: number): Found => ({
    end,
    start: String(value),
    finish: null,
    known: ['year'],
    kind: 'year',
  })
  if (word?.code === 'year') {
    const figure = yearAt(page, word.end, false, true)
    if (!figure) return null
    return figure.hijri
      ? found(page, { ...UNSAID, year: figure.year, hijri: true, end: figure.end })
      : year(figure.end, figure.year)
  }
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
  const figure = yearAt(page, at, false, false)
  if (!figure || figure.year < 1900 || counts(page, figure.end)) return null
  return { end: figure.end, start: String(figure.year), finish: null, known: ['year'], kind: 'year' }
}

// "in 2000 houses": a number of something, when an indefinite noun follows; a verb or a particle cannot be told from it
const counts = (page: Page, at: number): boolean =>
  readDigits(page.tokens, at) !== null || look(page, at, 'unit', 'units') !== null
