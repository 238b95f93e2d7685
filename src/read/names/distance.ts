import type { Scan } from './scan.ts'

/** Tokens between the unit and the words that say where: "5 km to the north of". */
const REACH = 3

/** The distance in kilometres that stands before "north of A" or "from A"; null where none is said. */
export function distanceBefore(scan: Scan, at: number): number | null {
  const { tokens, numbers } = scan.input
  for (let unit = at - 1; unit >= Math.max(0, at - REACH); unit--) {
    const measure = scan.nounOf(unit, ['measure'])
    if (!measure) {
      if (tokens[unit]!.kind !== 'word' && tokens[unit]!.key !== '(') return null
      continue
    }
    const km = measure.entry.code === 'km' ? 1 : measure.entry.code === 'mile' ? 1.609 : 0.001
    const number = numbers.findLast(({ end, kind }) => end <= unit && end >= unit - 1 && kind !== 'percent')
    const count = measure.form.number === 'two' ? 2 : number ? number.min : measure.form.number === 'one' ? 1 : null
    return count === null ? null : Math.round(count * km * 100) / 100
  }
  return null
}
