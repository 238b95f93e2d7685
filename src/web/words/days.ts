import type { Lang } from '../state/view.ts'
import { localeOf } from './numbers.ts'

const PARTS = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<number, Intl.DateTimeFormatOptions>

/** An ISO date cut to what is known, in words; a date that is none is given back as it came. */
export function dateIn(lang: Lang, iso: string): string {
  const [day = '', time] = iso.split('T')
  const parts = (PARTS as Readonly<Record<number, Intl.DateTimeFormatOptions>>)[day.length]
  const date = new Date(day)
  if (!parts || Number.isNaN(date.getTime())) return iso
  const clock = /^\d{2}:\d{2}/.exec(time ?? '')?.[0]
  const words = new Intl.DateTimeFormat(localeOf(lang), { ...parts, timeZone: 'UTC' }).format(date)
  return clock ? `${words}${lang === 'ar' ? '\u060c' : ','} ${clock}` : words
}

/** A span of dates; both ends in full when they are known to different parts. */
export function spanIn(lang: Lang, from: string, to: string | null): string {
  if (!to || to === from) return dateIn(lang, from)
  const parts = (PARTS as Readonly<Record<number, Intl.DateTimeFormatOptions>>)[from.length]
  const [start, end] = [new Date(from), new Date(to)]
  if (!parts || from.length !== to.length || Number.isNaN(start.getTime()) || Number.isNaN(end.getTime()) || end < start)
    return `${dateIn(lang, from)} – ${dateIn(lang, to)}`
  return new Intl.DateTimeFormat(localeOf(lang), { ...parts, timeZone: 'UTC' }).formatRange(start, end)
}
