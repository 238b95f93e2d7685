import { isDefinite, readCardinal, readOrdinal } from '../letters/values.ts'
import { adjective, digitsAt, type Found, type Hit, keyAt, look, type Page, type TimePart } from './page.ts'
import { resolve, type Said, UNSAID } from './resolve.ts'

const COMMAS = new Set([',', '\u060C'])
const JOINTS = new Set(['/', '-'])
const WHOLE = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/

export type SaidAt = Said & { readonly end: number }

export function found(page: Page, said: SaidAt): Found | null {
  const resolved = resolve(said, page.today)
  if (!resolved) return null
  const known: TimePart[] = []
  if (said.year !== null || said.of === 'year') known.push('year')
  if (said.month !== null || said.of === 'month') known.push('month')
  if (said.day !== null) known.push('day')
  const past = said.day === null && said.of === 'date' && (said.adjective === 'past' || said.adjective === 'past-two')
  return { end: said.end, ...resolved, known, kind: resolved.finish ? 'period' : 'date', ...(past ? { past } : {}) }
}

/** What a date says, part by part. */
export function saidAt(page: Page, at: number): SaidAt | null {
  const token = page.tokens[at]
  if (!token) return null
  const stage = look(page, at, 'stage')
  if (stage) {
    const rest = namedAt(page, stage.end, true)
    return rest && rest.day === null ? rest : null
  }
  return (token.kind === 'number' ? digitsDate(page, at) : null) ?? namedAt(page, at, false)
}

/** The number of a day before its month: "11", "the eleventh of", "the twentieth of". */
export function dayNumberAt(page: Page, at: number): { day: number; end: number } | null {
  const digits = digitsAt(page, at, 1, 31)
  if (digits !== null) return { day: digits, end: at + 1 }
  const { tokens, calendar } = page
  const ordinal = readOrdinal(tokens, at, calendar.numerals)
  if (ordinal) return ordinal.value <= 31 ? { day: ordinal.value, end: ordinal.end } : null
  const cardinal = readCardinal(tokens, at, calendar.numerals)
  const definite = cardinal && isDefinite(cardinal)
  return definite && cardinal.value <= 31 && cardinal.value >= 1 ? { day: cardinal.value, end: cardinal.end } : null
}

function namedAt(page: Page, at: number, led: boolean): SaidAt | null {
  const day = dayNumberAt(page, at)
  if (day) {
    let next = look(page, day.end, 'of')?.end ?? day.end
    if (next === day.end && JOINTS.has(keyAt(page, next))) next++
    const month = monthAt(page, next)
    // "the first of March", "1 March"; the particle of the month can only be its own
    if (month && month.name.proclitic === '') return yearAfter(page, { ...month.said, day: day.day })
    const thisMonth = unitMonth(page, next)
    return thisMonth && { ...thisMonth, day: day.day }
  }
  const month = monthAt(page, at)
  if (!month) return null
  const said = yearAfter(page, month.said)
  const { name } = month
  if (name.code === 'plain' || month.sure || said.year !== null || said.adjective !== null) return said
  if (name.code === 'strict') return null
  const lead = look(page, at - 1, 'month-lead') ?? (led || name.proclitic === 'with' ? name : null)
  return lead ? said : null
}

/** "11 of the current month", "the 5th of last month". */
function unitMonth(page: Page, at: number): SaidAt | null {
  const demonstrative = look(page, at, 'this')
  const unit = look(page, demonstrative?.end ?? at, 'unit')
  if (unit?.code !== 'month' || !isDefinite(unit)) return null
  if (demonstrative) return { ...UNSAID, adjective: 'this', of: 'month', end: unit.end }
  const which = adjective(page, unit.end)
  if (!which || which.code === 'past-two') return null
  return { ...UNSAID, adjective: which.code, of: 'month', end: which.end }
}

/** A month's name, with "the month of" before it and its other name after it: "December / Kanun I", "July (Tammuz)". */
function monthAt(page: Page, at: number): { name: Hit; said: SaidAt; sure: boolean } | null {
  const unit = look(page, at, 'unit')
  const start = unit?.code === 'month' && !isDefinite(unit) ? unit.end : at
  const name = look(page, start, 'month')
  if (!name) return null
  let end = name.end
  let sure = start > at
  const mark = keyAt(page, end)
  const other = look(page, JOINTS.has(mark) || mark === '(' ? end + 1 : end, 'month')
  if (other && other.value === name.value && other.hijri === name.hijri && other.proclitic === '') {
    const closed = mark !== '(' || keyAt(page, other.end) === ')'
    if (closed) {
      end = mark === '(' ? other.end + 1 : other.end
      sure = true
    }
  }
  const said = { ...UNSAID, month: name.value, hijri: name.hijri, end }
  return { name: start > at ? { ...name, proclitic: unit!.proclitic } : name, said, sure }
}

/** The year or the adjective after a month: "2016", "of the year 2016", "last", "of last year". */
export function yearAfter(page: Page, said: SaidAt): SaidAt {
  const which = adjective(page, said.end)
  if (which && which.code !== 'last') return { ...said, adjective: which.code, end: which.end }
  let at = said.end
  if (COMMAS.has(keyAt(page, at)) || keyAt(page, at) === '/' || keyAt(page, at) === '-') at++
  const of = look(page, at, 'of')
  if (of) at = of.end
  const unit = look(page, at, 'unit')
  const word = unit?.code === 'year' ? unit : null
  if (word) {
    const adjectiveOfYear = adjective(page, word.end)
    if (adjectiveOfYear && isDefinite(word) && adjectiveOfYear.code !== 'last')
      return { ...said, adjective: adjectiveOfYear.code, of: 'year', end: adjectiveOfYear.end }
    at = word.end
  }
  const figure = yearAt(page, at, said.hijri, word !== null)
  return figure ? { ...said, year: figure.year, hijri: figure.hijri, end: figure.end } : said
}

/** A year in four digits, or in words after "the year"; with the mark of its era. */
export function yearAt(
  page: Page,
  at: number,
  hijri: boolean,
  words: boolean,
): { year: number; hijri: boolean; end: number } | null {
  let year = digitsAt(page, at, 1300, 2100)
  let end = at + 1
  if (year === null && words && page.tokens[at]?.kind === 'word') {
    const value = readCardinal(page.tokens, at, page.calendar.numerals)
    if (!value || value.value < 1900 || value.value > 2100) return null
    year = value.value
    end = value.end
  }
  if (year === null) return null
  if (look(page, end, 'not-year')) return null
  const era = look(page, end, 'era')
  const lunar = era ? era.code === 'hijri' : year < 1500 && (hijri || words)
  if (!lunar && year < 1800) return null
  return { year, hijri: lunar, end: era ? era.end : end }
}

/** A date all in digits; the day stands first, unless the first number is the year or the second can be no month. */
function digitsDate(page: Page, at: number): SaidAt | null {
  const key = keyAt(page, at)
  const one = WHOLE.exec(key)
  let figures = one ? [one[1]!, one[3]!, one[4]!] : null
  let end = at + 1
  if (!figures && /^\d{1,4}$/.test(key) && JOINTS.has(keyAt(page, at + 1)) && keyAt(page, at + 3) === keyAt(page, at + 1)) {
    const spaced = [key, keyAt(page, at + 2), keyAt(page, at + 4)]
    if (spaced.every((figure) => /^\d{1,4}$/.test(figure))) {
      figures = spaced
      end = at + 5
    }
  }
  if (!figures) return monthAndYear(page, at)
  const [a = 0, b = 0, c = 0] = figures.map(Number)
  const first = figures[0]!.length === 4
  // two digits of a year only between strokes: 9-18-15 is no date of the press
  if (!first && figures[2]!.length !== 4 && !(figures[2]!.length === 2 && (one?.[2] ?? '/') === '/')) return null
  const full = first ? a : c < 100 ? 2000 + c : c
  let [month, day] = first ? [b, c] : [b, a]
  if (month > 12 && day <= 12) [month, day] = [day, month]
  const era = look(page, end, 'era')
  const hijri = full < 1500
  if (month < 1 || month > 12 || day < 1 || day > 31 || full < 1300 || full > 2100) return null
  return { ...UNSAID, year: full, month, day, hijri, end: era ? era.end : end }
}

/** "12/2016", "2016/12": a month and a year. */
function monthAndYear(page: Page, at: number): SaidAt | null {
  const key = keyAt(page, at)
  const [, month, year] = /^(\d{1,2})[/-]((?:19|20)\d\d)$/.exec(key) ?? /^(?=(?:19|20)\d\d\/(\d{1,2})$)(\d{4})/.exec(key) ?? []
  if (!month || Number(month) < 1 || Number(month) > 12) return null
  return { ...UNSAID, year: Number(year), month: Number(month), end: at + 1 }
}
