import { isDefinite, readCardinal, readOrdinal } from '../letters/values.ts'
import { figuresAt } from './figures.ts'
import { adjective, COMMAS, closesAt, digitsAt, type Hit, keyAt, look, type Page } from './page.ts'
import { type SaidAt, UNSAID } from './resolve.ts'

const JOINTS = new Set(['/', '-'])

/** What a date says, part by part; `led` when words before it lead to it. */
export function saidAt(page: Page, at: number, led = false): SaidAt | null {
  const token = page.tokens[at]
  if (!token) return null
  const stage = look(page, at, 'stage')
  if (stage) {
    const rest = namedAt(page, stage.end, true)
    return rest && rest.day === null ? rest : null
  }
  return (token.kind === 'number' ? figuresAt(page, at) : null) ?? namedAt(page, at, led)
}

/** The number of a day before its month: "11", "the eleventh of", "the twentieth of". */
export function dayNumberAt(page: Page, at: number): { day: number; end: number } | null {
  const digits = digitsAt(page, at, 1, 31)
  if (digits !== null) return { day: digits, end: at + 1 }
  const { tokens, calendar } = page
  const ordinal = readOrdinal(tokens, at, calendar.numerals)
  if (ordinal) return ordinal.value <= 31 ? { day: ordinal.value, end: ordinal.end } : null
  const cardinal = readCardinal(tokens, at, calendar.numerals)
  if (!cardinal || cardinal.value < 1 || cardinal.value > 31) return null
  // "the first and thirtieth" is no day; its end is none either
  if ((readOrdinal(tokens, at - 1, calendar.numerals)?.end ?? 0) > at) return null
  // "twenty May"; but "three in May" are counted
  const before = cardinal.value > 10 && cardinal.proclitic === '' && look(page, cardinal.end, 'month') !== null
  return isDefinite(cardinal) || before ? { day: cardinal.value, end: cardinal.end } : null
}

function namedAt(page: Page, at: number, led: boolean): SaidAt | null {
  const day = dayNumberAt(page, at)
  if (day) {
    let next = look(page, day.end, 'of')?.end ?? day.end
    if (next === day.end && JOINTS.has(keyAt(page, next))) next++
    const month = monthAt(page, next)
    // "the first of March", "1 March"; the particle of the month can only be its own
    if (month && month.name.proclitic === '') return yearAfter(page, { ...month.said, day: day.day })
    // "killed 22 this month" counts; "the 22nd of this month", "from 4 to 22 this month" do not
    const thisMonth = led || next > day.end || digitsAt(page, at, 1, 31) === null ? relativeMonth(page, next) : null
    return thisMonth && { ...thisMonth, day: day.day }
  }
  const demonstrative = look(page, at, 'this')
  const month = monthAt(page, demonstrative?.end ?? at)
  if (!month) return null
  const { name } = month
  if (demonstrative) {
    const plain = name.code === 'plain' || month.sure || closesAt(page, month.said.end)
    return plain ? { ...month.said, adjective: 'this' } : null
  }
  const said = yearAfter(page, dayAfter(page, month.said))
  if (name.code === 'plain' || month.sure || said.year !== null || said.adjective !== null) return said
  if (name.code === 'last') return look(page, at - 1, 'of')?.code === 'in' && closesAt(page, said.end) ? said : null
  if (name.code === 'strict') return null
  const lead = look(page, at - 1, 'month-lead') ?? (led || name.proclitic === 'with' ? name : null)
  return lead ? said : null
}

/** The day after its month: "May the eleventh", "January 1"; a figure that something may follow counts that. */
function dayAfter(page: Page, said: SaidAt): SaidAt {
  const { numerals } = page.calendar
  const ordinal = readOrdinal(page.tokens, said.end, numerals)
  if (ordinal && isDefinite(ordinal) && ordinal.value <= 31) return { ...said, day: ordinal.value, end: ordinal.end }
  const joint = keyAt(page, said.end) === '-' ? said.end + 1 : said.end
  const day = digitsAt(page, joint, 1, 31)
  return day !== null && closesAt(page, joint + 1) ? { ...said, day, end: joint + 1 } : said
}

/** "11 of the current month", "the 5th of last month". */
export function relativeMonth(page: Page, at: number): SaidAt | null {
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
  const figure = yearAt(page, at, said.hijri, word ? 'word' : 'date')
  return figure ? { ...said, year: figure.year, hijri: said.hijri || figure.hijri, end: figure.end } : said
}

/** How a year is led to: by the word year, by the date before it, or by nothing. Without the word it ends what is said. */
export type Led = 'word' | 'date' | null

/** A year in digits, or, where something leads to it, in words; with the mark of its era. */
export function yearAt(page: Page, at: number, hijri: boolean, led: Led): { year: number; hijri: boolean; end: number } | null {
  let year = digitsAt(page, at, led === 'word' ? 100 : 1300, 2100)
  let end = at + 1
  if (year === null && led && page.tokens[at]?.kind === 'word') {
    const value = readCardinal(page.tokens, at, page.calendar.numerals)
    if (!value || value.value < (led === 'word' ? 100 : 1900) || value.value > 2100) return null
    if (led === 'date' && !closesAt(page, value.end)) return null
    year = value.value
    end = value.end
  }
  if (year === null || look(page, end, 'not-year')) return null
  const era = look(page, end, 'era')
  const lunar = era ? era.code === 'hijri' : year >= 1300 && year < 1500 && (hijri || led === 'word')
  if (!lunar && year < 1800 && led !== 'word' && !closesAt(page, end)) return null
  return { year, hijri: lunar, end: era ? era.end : end }
}
