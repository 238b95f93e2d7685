import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { EVENT_TYPES, type EventType, OUTCOMES, type Outcome } from '../model/types.ts'
import { readTable } from './table.ts'

/** Acts whose type is settled late, from means, actors and what came of them. */
const OPEN_KINDS = ['bombardment', 'takeover', 'explosion', 'assault', 'harm'] as const
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

const COLUMNS = ['id', 'lemma', 'needs', 'event', 'subject', 'object', 'outcome', 'note', 'source'] as const

/** @throws Fault with file and line for a code that is none. */
export function loadPredicates(folder: string): readonly Predicate[] {
  const file = join(folder, 'acts.tsv')
  const events: readonly string[] = [...EVENT_TYPES, ...OPEN_KINDS]
  return readTable(file, COLUMNS).map((row) => {
    const check = (field: string, value: string, allowed: readonly string[]) => {
      if (!allowed.includes(value))
        throw new Fault(`${file}:${row.line}: ${field} is "${value}"; write one of ${allowed.join(', ')}.`)
    }
    check('event', row.event, events)
    check('subject', row.subject, ROLES)
    check('object', row.object, ROLES)
    if (row.outcome) check('outcome', row.outcome, OUTCOMES)
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
