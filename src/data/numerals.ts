import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { readTable } from './table.ts'

/**
 * What a row may be. `bare`: no particle is written together with it. `coded`: its value is a word, no number. `inner`: no
 * number begins with it.
 */
const ROLES = {
  unit: {},
  zero: {},
  'teen-unit': {},
  ten: {},
  tens: {},
  hundred: {},
  hundreds: {},
  scale: {},
  'scale-two': {},
  'scale-or-two': {},
  'scale-plural': {},
  fraction: {},
  'fraction-or-unit': {},
  'fraction-or-tens': {},
  'fraction-plural': { bare: true, inner: true },
  'fraction-part': {},
  'no-article': { bare: true, inner: true },
  negative: {},
  power: { bare: true, inner: true },
  ordinal: {},
  'ordinal-unit': {},
  relative: { bare: true, coded: true, inner: true },
  'relative-before': { bare: true, coded: true, inner: true },
  'relative-not-before': { bare: true, inner: true },
  vague: {},
  bound: { coded: true },
  tail: { bare: true, coded: true, inner: true },
  percent: { bare: true },
  link: { bare: true, coded: true, inner: true },
  change: { bare: true, inner: true },
  'one-guard': { bare: true, coded: true, inner: true },
} as const satisfies Record<string, { bare?: true; coded?: true; inner?: true }>
export type NumeralRole = keyof typeof ROLES
type RoleTraits = { readonly bare?: true; readonly coded?: true; readonly inner?: true }

/** The links that stand before a number, not between two. */
const LEADS: ReadonlySet<string> = new Set(['between', 'from'])

/** The particle written together with a word: "and", "and the", "the", another one, or none. */
export type Proclitic = 'and' | 'and-the' | 'the' | 'with' | ''

/** One spelling of a numeral or of a word that goes with numerals. `rest` are the keys of its second and later words. */
export type Numeral = {
  readonly id: string
  readonly role: NumeralRole
  readonly proclitic: Proclitic
  readonly rest: readonly string[]
  /** the number, or the least number that a vague word means */
  readonly value: number
  /** the greatest number that a vague word means; null: none is given */
  readonly max: number | null
  /** the bound, link or guard that the word stands for */
  readonly code: string
  /** a number can begin with it */
  readonly starts: boolean
}

export type Numerals = {
  /** by the folded first word, longest phrase first */
  readonly words: ReadonlyMap<string, readonly Numeral[]>
  /** particles that can stand before digits without a space */
  readonly glue: ReadonlyMap<string, Proclitic>
  /** the article by itself */
  readonly article: string
}

const COLUMNS = ['id', 'forms', 'role', 'value', 'note', 'source'] as const

/**
 * Reads `numerals.tsv`; `key` folds a spelling. Every form is indexed with each particle that can be written before it,
 * so that reading a token is one look-up.
 * @throws Fault for a repeated id, an unknown role, a value that is no number.
 */
export function loadNumerals(folder: string, key: (text: string) => string): Numerals {
  const file = join(folder, 'numerals.tsv')
  const rows = readTable(file, COLUMNS)
  const ids = new Set<string>()
  const glue = new Map<string, Proclitic>()
  const clashes = new Set<string>()
  for (const row of rows) {
    if (ids.has(row.id)) throw new Fault(`${file}:${row.line}: the id ${row.id} stands twice; give one of the two another.`)
    ids.add(row.id)
    for (const form of row.forms.split('|')) {
      if (row.role === 'proclitic') glue.set(key(form), row.value as Proclitic)
      if (row.role === 'clash') clashes.add(key(form))
    }
  }
  const words = new Map<string, Numeral[]>()
  for (const row of rows) {
    if (row.role === 'proclitic' || row.role === 'clash') continue
    const role = row.role as NumeralRole
    const traits: RoleTraits | undefined = ROLES[role]
    if (!traits)
      throw new Fault(
        `${file}:${row.line}: "${row.role}" is no role of a numeral; write one of ${Object.keys(ROLES).join(', ')}.`,
      )
    const range = role === 'vague' ? row.value.split('-') : [row.value, '']
    const value = traits.coded ? 0 : quotient(range[0]!)
    const max = role === 'vague' && range[1] ? Number(range[1]) : null
    if (Number.isNaN(value) || Number.isNaN(max))
      throw new Fault(`${file}:${row.line}: "${row.value}" is no number; mend the value.`)
    const starts = !traits.inner || LEADS.has(row.value)
    const entry = { id: row.id, role, value, max, code: row.value, starts }
    for (const form of row.forms.split('|')) {
      const [first = '', ...rest] = key(form).split(' ')
      add(words, first, { ...entry, rest, proclitic: '' })
      if (traits.bare) continue
      for (const [particle, proclitic] of glue)
        if (!clashes.has(particle + first)) add(words, particle + first, { ...entry, rest, proclitic })
    }
  }
  for (const list of words.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  const article = [...glue].find(([, proclitic]) => proclitic === 'the')?.[0] ?? ''
  return { words, glue, article }
}

/** A number, or a share as it is said: "2/3". */
function quotient(text: string): number {
  const [whole = '', parts = '1'] = text.split('/')
  return Number(whole) / Number(parts)
}

function add(words: Map<string, Numeral[]>, first: string, numeral: Numeral) {
  const list = words.get(first)
  if (list) list.push(numeral)
  else words.set(first, [numeral])
}
