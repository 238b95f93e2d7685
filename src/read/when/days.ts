/** A day as the count of days from 1970-01-01: whole numbers that can be compared and added. */
export type Day = number

const MS = 86_400_000
const TEXT = /^(\d{4})-(\d{2})-(\d{2})/

/** The day of an ISO date or date-time, else null. */
export function dayOf(text: string | null): Day | null {
  const [, year, month, day] = TEXT.exec(text ?? '') ?? []
  return year ? toDay(Number(year), Number(month), Number(day)) : null
}

/** The day of a Gregorian date; null when there is no such day. */
export function toDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return null
  return Date.UTC(year, month - 1, day) / MS
}

/** A day of a month, or its last day where the month is shorter. */
export const dayInMonth = (year: number, month: number, day: number): Day =>
  Date.UTC(year, month - 1, Math.min(day, lengthOf(year, month))) / MS

export const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Year, month and day of a day. */
export function parts(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** From Sunday = 0. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7

/** The first day of the week so many weeks from that of a day, of weeks that begin with a weekday. */
export const weekFrom = (day: Day, step: number, first: number): Day => day - ((weekdayOf(day) - first + 7) % 7) + 7 * step

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** ISO, cut to what is given. */
export const iso = (year: number, month?: number | null, day?: number | null): string =>
  `${pad(year, 4)}${month ? `-${pad(month)}${day ? `-${pad(day)}` : ''}` : ''}`

export const isoDay = (day: Day): string => {
  const date = parts(day)
  return iso(date.year, date.month, date.day)
}

/** The last day that a cut ISO date may mean. */
export function lastDay(text: string): Day {
  const [year = 1970, month = 12, day] = text.split('-').map(Number)
  return Date.UTC(year, month - 1, day ?? lengthOf(year, month)) / MS
}

/** The first day that a cut ISO date may mean. */
export function firstDay(text: string): Day {
  const [year = 1970, month = 1, day = 1] = text.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / MS
}

const UMM_AL_QURA = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** Year, month and day of a day in the Hijri calendar of Umm al-Qura. */
export function hijriOf(day: Day): { year: number; month: number; day: number } {
  const found = { year: 0, month: 0, day: 0 }
  for (const { type, value } of UMM_AL_QURA.formatToParts(day * MS))
    if (type === 'year' || type === 'month' || type === 'day') found[type] = Number.parseInt(value, 10)
  return found
}

/**
 * The Gregorian day of a Hijri date: the tabular calendar gives it to within two days, and the calendar of Umm al-Qura,
 * which the press follows, settles it. Null when no month has such a day.
 */
export function fromHijri(year: number, month: number, day: number): Day | null {
  const tabular = day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) - 492_149
  for (const step of [0, 1, -1, 2, -2, 3, -3]) {
    const found = hijriOf(tabular + step)
    if (found.year === year && found.month === month && found.day === day) return tabular + step
  }
  // a month that was seen a day longer elsewhere
  const eve = day === 30 ? fromHijri(year, month, 29) : null
  return eve === null ? null : eve + 1
}
