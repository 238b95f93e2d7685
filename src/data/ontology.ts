import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { EVENT_TYPES, type EventType } from '../model/types.ts'
import { readTable } from './table.ts'

/** An event type with its labels, its ACLED and PLOVER codes, and the group that colours it on the map. */
export type TypeEntry = {
  readonly id: EventType
  readonly ar: string
  readonly en: string
  readonly acledType: string
  readonly acledSubType: string
  readonly plover: string
  readonly group: string
}
export type Ontology = { readonly types: ReadonlyMap<string, TypeEntry> }

const COLUMNS = ['id', 'ar', 'en', 'acledType', 'acledSubType', 'plover', 'group', 'note', 'source'] as const

/** @throws Fault when a type of the contract has no row, or a row names no type of the contract. */
export function loadOntology(folder: string): Ontology {
  const file = join(folder, 'types.tsv')
  const types = new Map<string, TypeEntry>()
  for (const row of readTable(file, COLUMNS)) {
    if (!(EVENT_TYPES as readonly string[]).includes(row.id))
      throw new Fault(`${file}:${row.line}: "${row.id}" is no event type of the contract; remove the row or mend its id.`)
    types.set(row.id, { ...row, id: row.id as EventType })
  }
  const missing = EVENT_TYPES.filter((type) => !types.has(type))
  if (missing.length) throw new Fault(`${file}: no row for ${missing.join(', ')}; add one.`)
  return { types }
}
