/** A span of bars, first and last included. */
export type Brush = { readonly from: number; readonly to: number }
export type Part = 'start' | 'end' | 'whole'

/** What a key does to a part of the brush: how many bars it moves, or null when the key is not the brush's. */
export function stepOf(key: string, shift: boolean, count: number): number | null {
  const far = Math.max(2, Math.round(count / 10))
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[key]
  if (step !== undefined) return step * (shift ? far : 1)
  return { PageDown: -far, PageUp: far, Home: -count, End: count }[key] ?? null
}

/** The brush with one part moved; it stays within the bars, keeps its width when moved whole, and its ends do not cross. */
export function moved({ from, to }: Brush, part: Part, step: number, count: number): Brush {
  const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
  if (part === 'start') return { from: within(from + step, 0, to), to }
  if (part === 'end') return { from, to: within(to + step, from, count - 1) }
  const shift = within(step, -from, count - 1 - to)
  return { from: from + shift, to: to + shift }
}

/** Where a drag that began on a bar has come to. */
export const drawn = (began: number, at: number): Brush => ({ from: Math.min(began, at), to: Math.max(began, at) })

/** The bars that a span of days covers; all when there is none. Days before the first bar or after the last one count as these. */
export function brushOf(
  bins: readonly { readonly from: string; readonly to: string }[],
  from: string | null,
  to: string | null,
): Brush {
  const last = Math.max(0, bins.length - 1)
  const start = from === null ? 0 : bins.findIndex((bin) => bin.to >= from)
  const end = to === null ? last : bins.findLastIndex((bin) => bin.from <= to)
  const begin = start < 0 ? last : start
  return { from: begin, to: Math.max(begin, end < 0 ? 0 : end) }
}
