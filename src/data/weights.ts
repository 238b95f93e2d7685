import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { readTable } from './table.ts'

/** What a sign adds to each judgement of a table, in the order of its columns. */
export type Weight = readonly number[]

/** Weights by kind of sign and value. */
export type WeightTable = ReadonlyMap<string, ReadonlyMap<string, Weight>>

/** What was learnt: that an act told is an event, of the day or of before; and that two tellings are of one act. */
export type Weights = { readonly acts: WeightTable; readonly same: WeightTable }

/** The judgements of each table: the columns between the sign and the note. */
export const WEIGHED = { acts: ['event'], same: ['same'] } as const

/** The weights as `npm run train` wrote them. @throws Fault with file and line for a cell that is no number. */
export const loadWeights = (folder: string): Weights => ({
  acts: loadTable(join(folder, 'acts.tsv'), WEIGHED.acts),
  same: loadTable(join(folder, 'same.tsv'), WEIGHED.same),
})

function loadTable(file: string, columns: readonly string[]): WeightTable {
  const table = new Map<string, Map<string, Weight>>()
  for (const row of readTable(file, ['id', 'value', ...columns, 'note', 'source'])) {
    const numbers = columns.map((column) => {
      const number = Number(row[column])
      if (row[column] === '' || !Number.isFinite(number))
        throw new Fault(`${file}:${row.line}: ${column} is "${row[column]}"; run \`npm run train\` again.`)
      return number
    })
    const kind = table.get(row.id!) ?? new Map<string, Weight>()
    kind.set(row.value!, numbers)
    table.set(row.id!, kind)
  }
  return table
}
