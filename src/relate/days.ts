/** `date` is ISO and cut to what is known: 2016, 2016-12, 2016-12-11, or a date-time. Other text gives null. */
const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/

/** The first day that a cut date may mean: 2016-02 is 2016-02-01. */
export function firstDay(date: string | null | undefined): string | null {
  const [, year, month = '01', day = '01'] = SHAPE.exec(date ?? '') ?? []
  return year ? `${year}-${month}-${day}` : null
}

/** The last day that a cut date may mean: 2016-02 is 2016-02-29. */
export function lastDay(date: string | null | undefined): string | null {
  const [, year, month = '12', day] = SHAPE.exec(date ?? '') ?? []
  return year ? `${year}-${month}-${day ?? lastOf(Number(year), Number(month))}` : null
}

/** The date alone of a date-time. */
export const dayOf = (date: string | null | undefined): string | null => SHAPE.exec(date ?? '')?.[0] ?? null

const lastOf = (year: number, month: number): string => String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')
