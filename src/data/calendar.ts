import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { loadNumerals, type Numerals, type Proclitic } from './numerals.ts'
import { readTable } from './table.ts'

const ROLES = [
  'weekday',
  'offset',
  'part',
  'part-adverb',
  'not-today',
  'not-weekday',
  'adjective',
  'same',
  'few',
  'this',
  'unit',
  'unit-counted',
  'unit-two',
  'units',
  'span',
  'from-now',
  'of',
  'equals',
  'dated',
  'month-lead',
  'stage',
  'era',
  'hour-part',
  'hour-less',
  'not-year',
  'not-date',
  'years',
  'season',
  'rest',
  'weekend',
  'quarter',
  'decade',
  'century',
  'not-before',
] as const
export type TimeRole = (typeof ROLES)[number] | 'month'

/**
 * How much it takes for a word to be the month: nothing; a word that leads to it; "in" before it and nothing after it; or a
 * day, a year or a second name.
 */
const EVIDENCE = ['plain', 'led', 'last', 'strict'] as const

/** One spelling of a word of time. `rest` are the keys of its second and later words. */
export type TimeWord = {
  readonly id: string
  readonly role: TimeRole
  readonly proclitic: Proclitic
  readonly rest: readonly string[]
  /** weekday from Sunday = 0, offset in days, month from 1 (of a season its first), minutes */
  readonly value: number
  /** unit, kind of span, era, stage; for a month its evidence */
  readonly code: string
  /** set for months of the Hijri year */
  readonly hijri: boolean
}

export type Calendar = {
  /** by the folded first word, longest phrase first */
  readonly words: ReadonlyMap<string, readonly TimeWord[]>
  readonly numerals: Numerals
  /** the day on which weeks begin, from Sunday = 0 */
  readonly weekStart: number
  /** the first and last year from which a report that does not say its year may be */
  readonly reportYears: readonly [number, number]
}

/** Rows that set something instead of naming words. */
const SETTINGS: readonly string[] = ['week-start', 'report-years']

const MONTH_COLUMNS = ['id', 'forms', 'latin', 'calendar', 'month', 'evidence', 'note', 'source'] as const
const TIME_COLUMNS = ['id', 'forms', 'role', 'value', 'note', 'source'] as const
const NUMBERED: readonly TimeRole[] = ['weekday', 'offset', 'hour-part', 'season', 'weekend', 'decade', 'not-before']
const BARE: readonly TimeRole[] = [
  'era',
  'not-today',
  'not-weekday',
  'not-year',
  'not-date',
  'of',
  'equals',
  'hour-less',
  'from-now',
  'same',
  'not-before',
]

/**
 * Reads `months.tsv`, `times.tsv` and `numerals.tsv`; `key` folds a spelling. Words are indexed with each particle that
 * can be written before them, months with all but the article.
 * @throws Fault for a repeated id, an unknown role or evidence, a value that is no number.
 */
export function loadCalendar(folder: string, key: (text: string) => string): Calendar {
  const numerals = loadNumerals(folder, key)
  const words = new Map<string, TimeWord[]>()
  const clashes = new Set<string>()
  const ids = new Set<string>()
  const once = (file: string, id: string, line: number) => {
    if (ids.has(id)) throw new Fault(`${file}:${line}: the id ${id} stands twice; give one of the two another.`)
    ids.add(id)
  }
  const enter = (forms: string, entry: Omit<TimeWord, 'rest' | 'proclitic'>, takes: (proclitic: Proclitic) => boolean) => {
    for (const form of forms.split('|')) {
      const [first = '', ...rest] = key(form).split(' ')
      add(words, first, { ...entry, rest, proclitic: '' })
      for (const [particle, proclitic] of numerals.glue)
        if (takes(proclitic) && !clashes.has(particle + first)) add(words, particle + first, { ...entry, rest, proclitic })
    }
  }

  const timeFile = join(folder, 'times.tsv')
  const rows = readTable(timeFile, TIME_COLUMNS)
  for (const row of rows) if (row.role === 'clash') for (const form of row.forms.split('|')) clashes.add(key(form))
  const setting = (role: string) => {
    const value = rows.find((row) => row.role === role)?.value
    if (value === undefined) throw new Fault(`${timeFile}: no row of role ${role}; add it.`)
    return value.split('-').map(Number)
  }
  const [weekStart = 0] = setting('week-start')
  const [first = 0, last = 0] = setting('report-years')
  for (const row of rows) {
    once(timeFile, row.id, row.line)
    if (row.role === 'clash' || SETTINGS.includes(row.role)) continue
    const role = row.role as (typeof ROLES)[number]
    if (!ROLES.includes(role))
      throw new Fault(`${timeFile}:${row.line}: "${row.role}" is no role of a word of time; write one of ${ROLES.join(', ')}.`)
    const value = NUMBERED.includes(role) ? Number(row.value || Number.NaN) : 0
    if (Number.isNaN(value)) throw new Fault(`${timeFile}:${row.line}: "${row.value}" is no number; mend the value.`)
    enter(row.forms, { id: row.id, role, value, code: row.value, hijri: false }, () => !BARE.includes(role))
  }

  const monthFile = join(folder, 'months.tsv')
  for (const row of readTable(monthFile, MONTH_COLUMNS)) {
    once(monthFile, row.id, row.line)
    const value = Number(row.month)
    if (!(value >= 1 && value <= 12)) throw new Fault(`${monthFile}:${row.line}: "${row.month}" is no month; write 1 to 12.`)
    if (!(EVIDENCE as readonly string[]).includes(row.evidence))
      throw new Fault(`${monthFile}:${row.line}: "${row.evidence}" is no evidence; write one of ${EVIDENCE.join(', ')}.`)
    const entry = { id: row.id, role: 'month' as const, value, code: row.evidence, hijri: row.calendar === 'hijri' }
    enter(row.forms, entry, (proclitic) => proclitic === 'and' || proclitic === 'with')
    if (row.latin) enter(row.latin, { ...entry, code: 'strict' }, () => false)
  }
  for (const list of words.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return { words, numerals, weekStart, reportYears: [first, last] }
}

function add(words: Map<string, TimeWord[]>, first: string, word: TimeWord) {
  const list = words.get(first)
  if (list) list.push(word)
  else words.set(first, [word])
}
