import type { TimeMention } from '../../read/when/when.ts'

/** What a suite of Recognizers-Text asks for: days, or what is longer than a day. */
export type Wanted = 'date' | 'daterange'

/** What a time means, in the notation of TIMEX3 and as days, when looked for ahead of the present and behind it. */
export type Value = { readonly timex: string; readonly future: readonly string[]; readonly past: readonly string[] }

const DAY = 86_400_000

const days = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY
const date = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)
const weekday = (day: number): number => new Date(day * DAY).getUTCDay() || 7

/** The value of a mention read ahead and read back; `counted` where it is a span by number and unit. */
export function valueIn(ahead: TimeMention, back: TimeMention, today: string, wanted: Wanted, counted: boolean): Value {
  if (wanted === 'date') {
    // what is known to the month or the year has the day and month of the present one
    const [future = '', past = ''] = [ahead, back].map(({ start }) => (start === null ? '' : start + today.slice(start.length)))
    return { timex: dayTimex(ahead, future, past), future: [future], past: [past] }
  }
  const season = seasonOf(ahead)
  if (season) return { timex: season, future: [], past: [] }
  const [future = [], past = []] = [ahead, back].map((mention) => bounds(mention, today, counted))
  return { timex: rangeTimex(ahead, future, past), future, past }
}

function dayTimex({ kind, known }: TimeMention, future: string, past: string): string {
  if (future === past || known.includes('year')) return future
  if (kind === 'weekday') return `XXXX-WXX-${weekday(days(future))}`
  return known.includes('month') ? `XXXX${future.slice(4)}` : `XXXX-XX${future.slice(7)}`
}

const SEASONS: Readonly<Record<string, string>> = { '-03': 'SP', '-06': 'SU', '-09': 'FA', '-12': 'WI' }

function seasonOf({ start, finish, known }: TimeMention): string | null {
  if (start?.length !== 7 || finish?.length !== 7 || known.includes('month') || months(start, finish) !== 2) return null
  return `${start.slice(0, 4)}-${SEASONS[start.slice(4)]}`
}

const months = (first: string, last: string): number =>
  12 * (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) + Number(last.slice(5, 7)) - Number(first.slice(5, 7))

const isWeek = ({ start, finish, kind }: TimeMention): boolean =>
  kind === 'period' &&
  start?.length === 10 &&
  finish?.length === 10 &&
  days(finish) - days(start) === 6 &&
  weekday(days(start)) === 1

/** First day and the day after the last, or the last itself where the text names it or it is the present one. */
function bounds(mention: TimeMention, today: string, counted: boolean): readonly string[] {
  const { start, finish } = mention
  if (start === null) return []
  const last = finish ?? start
  const first = start + '0001-01-01'.slice(start.length)
  if (last.length === 4) return [first, `${String(Number(last) + 1).padStart(4, '0')}-01-01`]
  if (last.length === 7) return [first, date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 1) / DAY)]
  return [first, isWeek(mention) || (counted && last > today) ? date(days(last) + 1) : last]
}

function rangeTimex(mention: TimeMention, future: readonly string[], past: readonly string[]): string {
  const { start, finish, known } = mention
  if (start === null) return ''
  const same = future.join() === past.join()
  const masked = (text: string) => (same || known.includes('year') ? text : `XXXX${text.slice(4)}`)
  if (finish === null) return masked(start)
  const [first = '', last = ''] = future
  if (isWeek(mention) && known.length === 1) return weekTimex(days(start))
  const length =
    finish.length === 4
      ? `P${Number(last.slice(0, 4)) - Number(first.slice(0, 4))}Y`
      : finish.length === 7
        ? `P${months(first, last)}M`
        : `P${days(last) - days(first)}D`
  return `(${masked(first)},${masked(last)},${length})`
}

/** The week of a Monday by the number that ISO gives it: that of its Thursday. */
function weekTimex(monday: number): string {
  const year = Number(date(monday + 3).slice(0, 4))
  const week = 1 + Math.floor((monday + 3 - days(`${year}-01-01`)) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}
