import { isDefinite, readOrdinal } from '../letters/values.ts'
import { yearAt } from './dates.ts'
import { iso, parts } from './days.ts'
import { adjective, digitsAt, type Found, look, type Page } from './page.ts'
import { STEP } from './resolve.ts'
import { wholeAt, wordedYear } from './units.ts'

/** Longer parts of time: "the summer of 2016", "last winter", "the third quarter of 2016", "the seventies". */
export function eraAt(page: Page, at: number): Found | null {
  return seasonAt(page, at) ?? quarterAt(page, at) ?? decadeAt(page, at)
}

function seasonAt(page: Page, at: number): Found | null {
  const demonstrative = look(page, at, 'this')
  const season = look(page, demonstrative?.end ?? at, 'season')
  if (!season) return null
  const word = look(page, season.end, 'unit')
  const led = word?.code === 'year'
  const figure = yearAt(page, led ? word.end : season.end, false, led ? 'word' : null)
  const adjectival = figure || demonstrative || !isDefinite(season) ? null : adjective(page, season.end)
  const which = demonstrative ? 'this' : adjectival && adjectival.code in STEP ? adjectival.code : null
  if (!figure && (!which || (demonstrative && !isDefinite(season)))) return null
  const end = figure?.end ?? adjectival?.end ?? season.end
  const known = figure ? (['year'] as const) : []
  // winter runs into the next year
  const last = season.value + 2
  const year = figure?.year ?? (page.today === null ? null : seasonYear(parts(page.today), season.value, last, which!))
  const past = figure || !which || STEP[which]! >= 0 ? {} : { past: true }
  if (year === null) return { end, start: null, finish: null, known, kind: 'period', ...past }
  const finish = last > 12 ? iso(year + 1, last - 12) : iso(year, last)
  return { end, start: iso(year, season.value), finish, known, kind: 'period', ...past }
}

/** The year in which a season begins. */
function seasonYear(now: { year: number; month: number }, first: number, last: number, which: string): number {
  const step = STEP[which]!
  if (step === 0) return now.month <= last - 12 ? now.year - 1 : now.year
  if (step > 0) return (now.month < first ? now.year : now.year + 1) + step - 1
  return (now.month > last ? now.year : now.year - 1) + step + 1
}

/** "the third quarter of 2016", "2016 the third quarter". */
function quarterAt(page: Page, at: number): Found | null {
  const before = digitsAt(page, at, 1900, 2100)
  const word = look(page, before === null ? at : at + 1, 'quarter')
  const ordinal = word && isDefinite(word) ? readOrdinal(page.tokens, word.end, page.calendar.numerals) : null
  if (!ordinal || !isDefinite(ordinal) || ordinal.value > 4) return null
  const of = look(page, ordinal.end, 'of')
  const whole = before === null ? (wordedYear(page, of?.end ?? ordinal.end) ?? wholeAt(page, of?.end ?? ordinal.end)) : null
  if (before === null && !(whole?.known.length === 1 && whole.known[0] === 'year')) return null
  const year = before ?? (whole!.start === null ? null : Number(whole!.start))
  const end = whole?.end ?? ordinal.end
  if (year === null) return { end, start: null, finish: null, known: ['year', 'month'], kind: 'period' }
  const first = 3 * ordinal.value - 2
  return { end, start: iso(year, first), finish: iso(year, first + 2), known: ['year', 'month'], kind: 'period' }
}

/** "the seventies", "the nineties of the last century". */
function decadeAt(page: Page, at: number): Found | null {
  const decade = look(page, at, 'decade')
  if (!decade) return null
  const century = look(page, look(page, decade.end, 'of')?.end ?? decade.end, 'century')
  const which = century && adjective(page, century.end)
  const ordinal = century && !which ? readOrdinal(page.tokens, century.end, page.calendar.numerals) : null
  const now = page.today === null ? null : parts(page.today).year
  const present = now === null ? null : Math.floor(now / 100) * 100
  const nearest = now === null || present === null ? null : present + decade.value > now ? present - 100 : present
  const told = ordinal
    ? (ordinal.value - 1) * 100
    : which && present !== null
      ? present + 100 * (STEP[which.code] ?? 0)
      : nearest
  const end = which?.end ?? ordinal?.end ?? decade.end
  if (told === null) return { end, start: null, finish: null, known: ['year'], kind: 'period' }
  const first = told + decade.value
  return { end, start: iso(first), finish: iso(first + 9), known: ['year'], kind: 'period' }
}
