import type { Outcome } from '../../model/types.ts'
import type { Harm } from '../doc.ts'

/** A row that counts people; `total` where the rows after it break it down. */
export type Counted = Harm & { readonly total: boolean }

/**
 * The rows of an act from all that is told of it. One sentence adds up; another tells the same again, and of the two the
 * running total, the number in place of a bare plural, or else the larger figure stands.
 */
export function tally(harms: readonly Harm[]): readonly Counted[] {
  const outcomes: readonly Outcome[] = [...new Set(harms.map(({ outcome }) => outcome))]
  const inOrder = [...harms].sort((a, b) => a.sentence - b.sentence)
  return outcomes.flatMap((outcome) => settled(told(inOrder.filter((harm) => harm.outcome === outcome))))
}

/** The telling that stands, of those of one outcome. */
function told(harms: readonly Harm[]): readonly Harm[] {
  let rows: readonly Harm[] = []
  for (const sentence of new Set(harms.map((harm) => harm.sentence))) {
    const more = harms.filter((harm) => harm.sentence === sentence)
    const some = more.filter(({ count }) => count.max !== 0)
    if (!rows.length || isNone(rows)) rows = some.length ? some : more
    else if (more.every(({ others }) => others)) rows = [...rows, ...some]
    else if (some.length && outdoes(some, rows)) rows = some
  }
  return rows
}

const isNone = (rows: readonly Harm[]): boolean => rows.every(({ count }) => count.max === 0)

const isVague = (rows: readonly Harm[]): boolean => rows.some(({ count }) => count.bound === 'vague')

function outdoes(more: readonly Harm[], rows: readonly Harm[]): boolean {
  if (more.some(({ cumulative }) => cumulative)) return true
  if (isVague(more)) return false
  return isVague(rows) || least(more) > least(rows)
}

/** How many people at least the rows count. */
export const least = (rows: readonly Harm[]): number =>
  rows.filter(({ part }) => !part).reduce((total, { count }) => total + count.min, 0)

/** A number that others break down is the total; beside another number its parts say nothing. */
function settled(rows: readonly Harm[]): readonly Counted[] {
  const whole = rows.filter(({ part }) => !part)
  const brokenDown = whole.length === 1 && whole.length < rows.length
  return (brokenDown ? rows : whole).map((row) => ({ ...row, total: brokenDown && !row.part }))
}
