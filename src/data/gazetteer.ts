import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import type { Precision } from '../model/types.ts'
import { readTable } from './table.ts'

/** A named place. Without a point where no source gives one; `parent` is the id of the enclosing place. */
export type Place = {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kind: string
  readonly parent: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: Precision
  readonly pcode: string
  /** the name is also an ordinary word or a person's: it names the place only after a class noun */
  readonly needsClass: boolean
  /** the name is also written like a common noun with its article, yet names this place wherever it stands */
  readonly alone: boolean
}

export type Gazetteer = {
  readonly places: ReadonlyMap<string, Place>
  /** further spellings, each with the place's id */
  readonly aliases: readonly {
    readonly name: string
    readonly id: string
    readonly needsClass: boolean
    readonly alone: boolean
  }[]
  /** the enclosing places of one, nearest first */
  readonly chain: (id: string) => readonly Place[]
}

const PLACE_COLUMNS = ['id', 'name', 'nameEn', 'kind', 'parent', 'lat', 'lon', 'precision', 'pcode', 'note', 'source'] as const
const ALIAS_COLUMNS = ['id', 'name', 'note', 'source'] as const
const NEEDS_CLASS = 'only after a class noun'
const ALONE = 'never the common noun'

const degrees = (text: string): number | null => (text === '' ? null : Number(text))

/** @throws Fault for a repeated id, a parent that is not there, a point that is no number. */
export function loadGazetteer(folder: string): Gazetteer {
  const file = join(folder, 'ours.tsv')
  const places = new Map<string, Place>()
  const rows = readTable(file, PLACE_COLUMNS)
  for (const row of rows) {
    if (places.has(row.id)) throw new Fault(`${file}:${row.line}: the id ${row.id} stands twice; give one of the two another.`)
    const lat = degrees(row.lat)
    const lon = degrees(row.lon)
    if (Number.isNaN(lat) || Number.isNaN(lon) || (lat === null) !== (lon === null))
      throw new Fault(`${file}:${row.line}: "${row.lat}" "${row.lon}" is no point; write degrees, or leave both empty.`)
    places.set(row.id, {
      id: row.id,
      name: row.name,
      nameEn: row.nameEn,
      kind: row.kind,
      parent: row.parent || null,
      lat,
      lon,
      precision: row.precision as Precision,
      pcode: row.pcode,
      needsClass: row.note.startsWith(NEEDS_CLASS),
      alone: row.note.startsWith(ALONE),
    })
  }
  for (const row of rows)
    if (row.parent && !places.has(row.parent))
      throw new Fault(`${file}:${row.line}: the parent ${row.parent} of ${row.id} has no row; add it or mend the id.`)
  const aliasFile = join(folder, 'aliases.tsv')
  const aliases = readTable(aliasFile, ALIAS_COLUMNS).map((row) => {
    if (!places.has(row.id)) throw new Fault(`${aliasFile}:${row.line}: ${row.id} is no place of ours.tsv; mend the id.`)
    const place = places.get(row.id)!
    const needsClass = row.note.startsWith(NEEDS_CLASS) || place.needsClass
    return { name: row.name, id: row.id, needsClass, alone: row.note.startsWith(ALONE) || place.alone }
  })
  const chain = (id: string): readonly Place[] => {
    const out: Place[] = []
    let parent = places.get(id)?.parent ?? null
    while (parent && out.length < 9) {
      const place = places.get(parent)!
      out.push(place)
      parent = place.parent
    }
    return out
  }
  return { places, aliases, chain }
}
