import type { Figures } from './score/count.ts'
import type { Score } from './score/score.ts'

/**
 * The counts of an evaluation as the table that gold/frozen/ keeps: how many are right, annotated and read, by type and slot. No
 * word of any report stands in it. A reading that has changed shows as a difference of this table.
 */
export function frozenTable(score: Score): string {
  const row = (of: string, name: string, { recall, gold, system }: Figures) =>
    [of, name, Math.round(recall * gold), gold, system].join('\t')
  const rows = (of: string, figures: Readonly<Record<string, Figures>>) =>
    Object.entries(figures)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, figure]) => row(of, name, figure))
  return `${[
    ['of', 'name', 'right', 'gold', 'read'].join('\t'),
    row('all', 'events', score.event),
    row('all', 'template', score.template),
    ...rows('slot', score.slots),
    ...rows('type', score.types),
  ].join('\n')}\n`
}
