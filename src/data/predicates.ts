import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { EVENT_TYPES, type EventType, OUTCOMES, type Outcome } from '../model/types.ts'
import { readTable } from './table.ts'

/** Acts whose type is settled late, from means, actors and what came of them. */
const OPEN_KINDS = ['bombardment', 'takeover', 'explosion', 'assault', 'storming', 'operation', 'seizure', 'harm'] as const
export type OpenKind = (typeof OPEN_KINDS)[number]

const ROLES = ['perp', 'target', 'place', 'means', 'none'] as const
export type ArgumentRole = (typeof ROLES)[number]

/** What a verb, its verbal noun and participles, or a noun of an act means. */
export type Predicate = {
  readonly id: string
  readonly lemma: string
  /** one of these words must stand close by for this reading to hold; empty: none needed */
  readonly needs: readonly string[]
  readonly event: EventType | OpenKind
  readonly subject: ArgumentRole
  readonly object: ArgumentRole
  readonly outcome: Outcome | null
}

const CARRIED = ['doer', 'target', 'place', 'speaker'] as const
/** What the subject of a verb that only carries the noun of an act is to that act. */
export type Carried = (typeof CARRIED)[number]

const ARGUMENTS = ['party', 'people', 'thing', 'place'] as const
/** What kind of argument a preposition governs. */
export type ArgumentKind = (typeof ARGUMENTS)[number]

/** The role that a preposition gives to an argument of this kind, for one kind of event or, with an empty event, for any. */
export type PrepositionRole = {
  readonly preposition: string
  readonly event: string
  readonly of: ArgumentKind
  readonly role: ArgumentRole
}

const COLUMNS = ['id', 'lemma', 'needs', 'event', 'subject', 'object', 'outcome', 'note', 'source'] as const

/** @throws Fault with file and line for a code that is none. */
export function loadPredicates(folder: string): readonly Predicate[] {
  const file = join(folder, 'acts.tsv')
  const events: readonly string[] = [...EVENT_TYPES, ...OPEN_KINDS]
  return readTable(file, COLUMNS).map((row) => {
    check(file, row.line, 'event', row.event, events)
    check(file, row.line, 'subject', row.subject, ROLES)
    check(file, row.line, 'object', row.object, ROLES)
    if (row.outcome) check(file, row.line, 'outcome', row.outcome, OUTCOMES)
    return {
      id: row.id,
      lemma: row.lemma,
      needs: row.needs ? row.needs.split('|') : [],
      event: row.event as EventType | OpenKind,
      subject: row.subject as ArgumentRole,
      object: row.object as ArgumentRole,
      outcome: (row.outcome || null) as Outcome | null,
    }
  })
}

/** Verbs that carry the noun of an act, by lemma. @throws Fault with file and line for a code that is none. */
export function loadCarriers(folder: string): ReadonlyMap<string, Carried> {
  const file = join(folder, 'carriers.tsv')
  const rows = readTable(file, ['id', 'lemma', 'subject', 'note', 'source'])
  for (const row of rows) check(file, row.line, 'subject', row.subject, CARRIED)
  return new Map(rows.map(({ lemma, subject }) => [lemma, subject as Carried]))
}

/** What each preposition makes of the words after it. @throws Fault with file and line for a code that is none. */
export function loadPrepositions(folder: string): readonly PrepositionRole[] {
  const file = join(folder, 'prepositions.tsv')
  return readTable(file, ['id', 'preposition', 'event', 'of', 'role', 'note', 'source']).map((row) => {
    if (row.event) check(file, row.line, 'event', row.event, [...EVENT_TYPES, ...OPEN_KINDS])
    check(file, row.line, 'of', row.of, ARGUMENTS)
    check(file, row.line, 'role', row.role, ROLES)
    return { preposition: row.preposition, event: row.event, of: row.of as ArgumentKind, role: row.role as ArgumentRole }
  })
}

function check(file: string, line: number, field: string, value: string, allowed: readonly string[]) {
  if (!allowed.includes(value)) throw new Fault(`${file}:${line}: ${field} is "${value}"; write one of ${allowed.join(', ')}.`)
}
