import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { readTable } from './table.ts'

/** What a sign adds to an act's being an event of the day, or background; against being neither. */
export type Weight = { readonly event: number; readonly background: number }

/** Weights by kind of sign and value. */
export type Weights = ReadonlyMap<string, ReadonlyMap<string, Weight>>

/** The weights of acts as `npm run train` wrote them. @throws Fault with file and line for a cell that is no number. */
export function loadWeights(folder: string): Weights {
  const file = join(folder, 'acts.tsv')
  const weights = new Map<string, Map<string, Weight>>()
  for (const row of readTable(file, ['id', 'value', 'event', 'background', 'note', 'source'])) {
    const number = (column: 'event' | 'background') => {
      const value = Number(row[column])
      if (row[column] === '' || !Number.isFinite(value))
        throw new Fault(`${file}:${row.line}: ${column} is "${row[column]}"; run \`npm run train\` again.`)
      return value
    }
    const kind = weights.get(row.id) ?? new Map<string, Weight>()
    kind.set(row.value, { event: number('event'), background: number('background') })
    weights.set(row.id, kind)
  }
  return weights
}
