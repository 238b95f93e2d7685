import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { Fault } from '../model/fault.ts'
import { EVENT_TYPES, type EventType } from '../model/types.ts'
import { readData } from './table.ts'

/** An idiom: a pattern of words and slots that says an act, with examples of what it must and must not find. */
export type Rule = {
  readonly id: string
  readonly event: EventType
  /** elements in order: a word (matched by lemma), `(a|b)`, or a gap of up to six words `…` */
  readonly pattern: string
  readonly hits: readonly string[]
  readonly misses: readonly string[]
  readonly why: string
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []

/** @throws Fault naming file and rule: a repeated id, no pattern, an unknown event, or a card without a hit and a miss. */
export function loadRules(folder: string): readonly Rule[] {
  const ids = new Set<string>()
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name)
      let cards: unknown
      try {
        cards = parse(readData(file))
      } catch (error) {
        throw new Fault(`${file}: is no YAML: ${(error as Error).message.split('\n')[0]}`)
      }
      if (!Array.isArray(cards)) throw new Fault(`${file}: must be a list of cards, each beginning with "- id:".`)
      return cards.map((card: Record<string, unknown>, index) => {
        const id = String(card.id ?? '')
        const where = `${file}: card ${index + 1} (${id || 'no id'})`
        if (!id || ids.has(id)) throw new Fault(`${where}: the id is missing or stands twice; give it one of its own.`)
        ids.add(id)
        if (!(EVENT_TYPES as readonly unknown[]).includes(card.event))
          throw new Fault(`${where}: "${card.event}" is no event type; see ontology/types.tsv.`)
        if (typeof card.pattern !== 'string' || !card.pattern) throw new Fault(`${where}: the pattern is missing.`)
        const hits = texts(card.hits)
        const misses = texts(card.misses)
        if (!hits.length || !misses.length) throw new Fault(`${where}: needs at least one hit and one miss.`)
        return { id, event: card.event as EventType, pattern: card.pattern, hits, misses, why: String(card.why ?? '') }
      })
    })
}
