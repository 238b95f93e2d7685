import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { readTable } from './table.ts'

/** A verb: its lemma is the past, third person masculine singular. Several forms of a cell stand apart by `|`. */
export type VerbRow = {
  readonly id: string
  readonly lemma: string
  readonly imperfect: string
  readonly passive: string
  readonly masdars: readonly string[]
  readonly participles: readonly string[]
  readonly class: string
}

/** A noun with its plurals. `class` is what it names (act, place, people, unit …), `code` what is said of it. */
export type NounRow = {
  readonly id: string
  readonly singular: string
  readonly plurals: readonly string[]
  readonly class: string
  readonly code: string
  /** for units: the means that it acts with, "air" or "artillery"; empty for none */
  readonly means: string
}

export type ParticleRow = { readonly id: string; readonly forms: readonly string[]; readonly role: string }
export type AffixRow = { readonly id: string; readonly form: string; readonly slot: string; readonly value: string }
/** `alsoWord`: it is a common word too; `opens`: it only begins a name of several words ("father of"). */
export type NameRow = {
  readonly name: string
  readonly sex: string
  readonly alsoWord: boolean
  readonly opens: boolean
}

export type Lexicon = {
  readonly verbs: readonly VerbRow[]
  /** act nouns, class nouns of places, facilities, relations, and the nouns for people and units */
  readonly nouns: readonly NounRow[]
  /** common adjectives, masculine singular: words that end no noun phrase */
  readonly adjectives: readonly string[]
  readonly particles: readonly ParticleRow[]
  readonly affixes: readonly AffixRow[]
  readonly givenNames: readonly NameRow[]
  readonly titles: readonly { readonly name: string; readonly sex: string }[]
}

const list = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('|'))

/** @throws Fault with file and line for a table that is not as its header says. */
export function loadLexicon(folder: string): Lexicon {
  const verbs = readTable(join(folder, 'verbs.tsv'), [
    'id',
    'lemma',
    'imperfect',
    'passive',
    'masdars',
    'participles',
    'class',
    'note',
    'source',
  ]).map((row) => ({ ...row, masdars: list(row.masdars), participles: list(row.participles) }))
  const nounColumns = ['id', 'singular', 'plurals', 'class', 'code', 'note', 'source'] as const
  const nouns = ['nouns.tsv', 'groups.tsv'].flatMap((file) =>
    readTable(join(folder, file), nounColumns).map((row) => {
      if (row.singular === '') throw new Fault(`${join(folder, file)}:${row.line}: the singular is empty; write it.`)
      const means = row.note.includes('acts in air strikes') ? 'air' : row.note.includes('acts in shelling') ? 'artillery' : ''
      return { ...row, plurals: list(row.plurals), means }
    }),
  )
  const particles = readTable(join(folder, 'particles.tsv'), ['id', 'forms', 'role', 'note', 'source'])
  const names = readTable(join(folder, 'given-names.tsv'), ['id', 'name', 'sex', 'note', 'source'])
  const titles = readTable(join(folder, 'titles.tsv'), ['id', 'name', 'note', 'source'])
  return {
    verbs,
    nouns,
    adjectives: readTable(join(folder, 'adjectives.tsv'), ['id', 'form', 'note', 'source']).map(({ form }) => form),
    particles: particles.map((row) => ({ ...row, forms: list(row.forms) })),
    affixes: readTable(join(folder, 'affixes.tsv'), ['id', 'form', 'slot', 'value', 'note', 'source']),
    givenNames: names.map(({ name, sex, note }) => ({
      name,
      sex,
      alsoWord: note.includes('also a word'),
      opens: note.includes('the first part'),
    })),
    titles: titles.map((row) => ({ name: row.name, sex: row.note })),
  }
}
