import type { Toll } from '../model/claim.ts'
import type { Outcome } from '../model/types.ts'

export type Count = { readonly min: number; readonly max: number | null }

/**
 * How many people a claim says met this outcome; null when it says nothing. A total stands for its parts; without one the
 * rows are parts and are added. Two accounts of one act (rows of different sources) are not added: the range spans both.
 */
export function countOf(tolls: readonly Toll[], outcome: Outcome): Count | null {
  const bySource = new Map<Toll['source'] | null, Toll[]>()
  for (const toll of tolls) {
    if (toll.outcome !== outcome) continue
    const source = toll.source ?? null
    bySource.set(source, [...(bySource.get(source) ?? []), toll])
  }
  const accounts = [...bySource.values()].map(oneAccount)
  return accounts.length ? span(accounts) : null
}

function oneAccount(rows: readonly Toll[]): Count {
  const totals = rows.filter(({ total }) => total)
  if (totals.length) return span(totals)
  return {
    min: rows.reduce((sum, { min }) => sum + min, 0),
    max: rows.reduce<number | null>((sum, { max }) => plus(sum, max), 0),
  }
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

const span = (counts: readonly Count[]): Count => ({
  min: Math.min(...counts.map(({ min }) => min)),
  max: counts.some(({ max }) => max === null) ? null : Math.max(...counts.map(({ max }) => max!)),
})
