import type { Outcome } from '../../model/types.ts'
import type { Harm } from '../doc.ts'
import { sum } from './counts.ts'
import type { Loss } from './losses.ts'

/**
 * The rows of an act from all that is told of its losses. One sentence adds up; another sentence tells the same again, and the
 * running total, the number in place of a bare plural, or else the larger figure stands.
 */
export function tally(losses: readonly Loss[]): Harm[] {
  const outcomes = new Set(losses.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)))
  return [...outcomes].flatMap((outcome) => settled(told(losses, outcome)))
}

function told(losses: readonly Loss[], outcome: Outcome): readonly Harm[] {
  let rows: readonly Harm[] = []
  let sentence = -1
  for (const loss of losses) {
    const more = loss.rows.filter((row) => row.outcome === outcome)
    if (!more.length) continue
    const adds = loss.sentence === sentence || loss.others
    if (rows.length && isNone(more)) continue
    if (!rows.length || isNone(rows) || (!adds && outdoes(more, rows))) rows = more
    else if (adds) rows = [...rows, ...more]
    else continue
    sentence = loss.sentence
  }
  return rows
}

const isNone = (rows: readonly Harm[]): boolean => rows.every(({ count }) => count.max === 0)

const isVague = (rows: readonly Harm[]): boolean => rows.some(({ count }) => count.bound === 'vague')

function outdoes(more: readonly Harm[], rows: readonly Harm[]): boolean {
  if (more.some(({ cumulative }) => cumulative)) return true
  if (isVague(more)) return false
  return isVague(rows) || total(more) > total(rows)
}

const total = (rows: readonly Harm[]): number => sum(rows.filter(({ part }) => !part).map(({ count }) => count))?.min ?? 0

/** A number that others break down is the total; beside another number its parts say nothing. */
function settled(rows: readonly Harm[]): Harm[] {
  const whole = rows.filter(({ part }) => !part)
  if (whole.length !== 1 || whole.length === rows.length) return whole
  return rows.map((row) => (row.part ? row : { ...row, total: true }))
}
