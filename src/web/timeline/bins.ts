import type { TimelineAnswer } from '../../serve/api/contract.ts'
import { GROUPS, type Group, groupNamed } from '../words/groups.ts'

const DAY_MS = 86_400_000
const MOST_BARS = 120

/** One bar: days `from` to `to`, inclusive. */
export type Bin = {
  readonly from: string
  readonly to: string
  readonly counts: Readonly<Partial<Record<Group, number>>>
  readonly total: number
}
export type Bins = { readonly bins: readonly Bin[]; readonly step: number; readonly highest: number }

export const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY_MS)
export const dayAt = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** Bars of a day, a week or as many weeks as it takes for them to stay wide enough to see. */
export function binsOf({ days, first, last }: TimelineAnswer): Bins {
  if (!first || !last) return { bins: [], step: 1, highest: 0 }
  const [start, end] = [dayNumber(first), dayNumber(last)]
  const step = stepFor(end - start + 1)
  const counts = Array.from({ length: Math.ceil((end - start + 1) / step) }, () => ({}) as Partial<Record<Group, number>>)
  for (const { day, group, count } of days) {
    const bin = counts[Math.floor((dayNumber(day) - start) / step)]
    const name = groupNamed(group)
    if (bin) bin[name] = (bin[name] ?? 0) + count
  }
  const bins = counts.map((counted, at) => ({
    from: dayAt(start + at * step),
    to: dayAt(Math.min(start + (at + 1) * step - 1, end)),
    counts: counted,
    total: GROUPS.reduce((sum, group) => sum + (counted[group] ?? 0), 0),
  }))
  return { bins, step, highest: Math.max(0, ...bins.map(({ total }) => total)) }
}

function stepFor(days: number): number {
  if (days <= MOST_BARS) return 1
  return 7 * Math.ceil(days / 7 / MOST_BARS)
}

/** Bars that get a date under them: about `most`, evenly spread, the first one included. */
export function ticksOf(bins: readonly Bin[], most: number): number[] {
  const every = Math.max(1, Math.ceil(bins.length / most))
  return bins.flatMap((_, at) => (at % every === 0 ? [at] : []))
}
