import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import type { ActorKind, SourceKind } from '../model/types.ts'
import { readTable } from './table.ts'

/** A party to a conflict. `territory` says how a capture by it is typed: a state regains, a non-state side overtakes. */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kind: ActorKind
  readonly territory: '' | 'state' | 'non-state'
  /** the means that its every act is done by: an air force strikes from the air; `mostly-air`: unless the words say otherwise */
  readonly means: '' | 'air' | 'artillery' | 'mostly-air'
  readonly parent: string
  /** the countries that it acts in, by the ids of their places; none for one that may act anywhere */
  readonly countries: readonly string[]
}

/** A weapon or munition. `class` settles the type of an act that is told without one: air, artillery, explosive … */
export type Weapon = {
  readonly id: string
  readonly class: string
  /** `none` for a craft that flies or sails without people: it is always what something was done with, never who did it */
  readonly crew: string
}

/** One who is cited. `actor` is set for the outlet of a party, whose word is that party's. */
export type CitedSource = {
  readonly id: string
  readonly kind: SourceKind
  readonly actor: string
  /** the sites on which it publishes, as the outlet of a report may be given */
  readonly sites: readonly string[]
}

/** A name, the id that it stands for, and whether it names it only in context ("the army"). */
export type Name = { readonly name: string; readonly id: string; readonly bare: boolean; readonly adjective: boolean }

export type Registry = {
  readonly actors: ReadonlyMap<string, Actor>
  readonly weapons: ReadonlyMap<string, Weapon>
  readonly sources: ReadonlyMap<string, CitedSource>
  readonly actorNames: readonly Name[]
  readonly weaponNames: readonly Name[]
  readonly sourceNames: readonly Name[]
}

type Named = { readonly id: string; readonly name: string; readonly note: string; readonly line: number }

/** @throws Fault when a name stands for an id that has no row. */
export function loadRegistry(folder: string): Registry {
  const actors = readTable(join(folder, 'actors.tsv'), [
    'id',
    'name',
    'nameEn',
    'kind',
    'territory',
    'means',
    'parent',
    'country',
    'note',
    'source',
  ])
  const weapons = readTable(join(folder, 'weapons.tsv'), ['id', 'name', 'nameEn', 'class', 'crew', 'note', 'source'])
  const sources = readTable(join(folder, 'sources.tsv'), ['id', 'name', 'nameEn', 'kind', 'actor', 'sites', 'note', 'source'])
  const names = (file: string, main: readonly Named[], more: readonly Named[]): readonly Name[] => {
    const ids = new Set(main.map((row) => row.id))
    const lost = more.find((row) => !ids.has(row.id))
    if (lost)
      throw new Fault(`${join(folder, file)}:${lost.line}: there is no row for the id ${lost.id}; add it or mend the id.`)
    return [...main, ...more].map(({ id, name, note }) => ({
      id,
      name,
      bare: /\bbare\b|also a place/.test(note),
      adjective: note.includes('adjective'),
    }))
  }
  const actorNames = readTable(join(folder, 'actor-names.tsv'), ['id', 'name', 'tone', 'note', 'source'])
  const weaponNames = readTable(join(folder, 'weapon-names.tsv'), ['id', 'name', 'note', 'source'])
  const sourceNames = readTable(join(folder, 'source-names.tsv'), ['id', 'name', 'note', 'source'])
  return {
    actors: new Map(
      actors.map(({ country, ...row }) => [row.id, { ...row, countries: country === '' ? [] : country.split('|') } as Actor]),
    ),
    weapons: new Map(weapons.map((row) => [row.id, row])),
    sources: new Map(
      sources.map(({ id, kind, actor, sites }) => [
        id,
        { id, kind: kind as SourceKind, actor, sites: sites === '' ? [] : sites.split('|') },
      ]),
    ),
    actorNames: names('actor-names.tsv', actors, actorNames),
    weaponNames: names('weapon-names.tsv', weapons, weaponNames),
    sourceNames: names('source-names.tsv', sources, sourceNames),
  }
}
