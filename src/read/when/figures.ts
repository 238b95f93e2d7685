import { COMMAS, closesAt, digitsAt, type Found, keyAt, look, type Page } from './page.ts'
import { found, type SaidAt, UNSAID } from './resolve.ts'

const JOINTS = new Set(['/', '-'])
const WHOLE = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/
const TWO = /^(\d{1,2})([/-])(\d{1,2})$/

/** A date all in digits; the day stands first, unless the first number is the year or the second can be no month. */
export function figuresAt(page: Page, at: number): SaidAt | null {
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
  if (!figures) return monthAndYear(page, at) ?? dayMonthYear(page, at)
  const [a = 0, b = 0, c = 0] = figures.map(Number)
  const first = figures[0]!.length === 4
  // two digits of a year only between strokes or hyphens: 1.5.10 is no date of the press
  if (!first && figures[2]!.length !== 4 && !(figures[2]!.length === 2 && (one?.[2] ?? '/') !== '.')) return null
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

/** "11/12, 2016". */
function dayMonthYear(page: Page, at: number): SaidAt | null {
  if (!COMMAS.has(keyAt(page, at + 1))) return null
  const said = dayAndMonth(page, at)
  const year = said && digitsAt(page, at + 2, 1900, 2100)
  return year ? { ...said, year, end: at + 3 } : null
}

/** "4/22", "22-4": the day stands first where both readings are dates. */
function dayAndMonth(page: Page, at: number): SaidAt | null {
  const [, a, , b] = TWO.exec(keyAt(page, at)) ?? []
  if (!a || !b) return null
  const [day, month] = Number(b) > 12 ? [Number(b), Number(a)] : [Number(a), Number(b)]
  return month >= 1 && month <= 12 && day >= 1 ? { ...UNSAID, day, month, end: at + 1 } : null
}

/** A day and a month in digits, where something says that they are one: a weekday or the word date before them. */
export function dayMonthAt(page: Page, at: number): Found | null {
  const said = dayAndMonth(page, at)
  return said && found(page, said)
}

/** "on 22-4", "4/22": by themselves, where only one of the two can be the month and nothing is counted after them. */
export function plainDayMonth(page: Page, at: number): Found | null {
  const [, a, stroke, b] = TWO.exec(keyAt(page, at)) ?? []
  if (!a || !b || Math.max(Number(a), Number(b)) <= 12 || !closesAt(page, at + 1)) return null
  return stroke === '/' || look(page, at - 1, 'of')?.code === 'in' ? dayMonthAt(page, at) : null
}
