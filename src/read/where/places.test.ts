import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataFolder, loadKnowledge } from '../../data/knowledge.ts'
import { readTable } from '../../data/table.ts'
import type { PlaceRole } from '../../model/types.ts'
import { claimsOf, framesOf, layersOf } from '../pipeline.ts'

const knowledge = loadKnowledge()
const layers = layersOf(knowledge)
const cases = readTable(join(dataFolder(), '..', 'gold', 'cases', 'places.tsv'), ['id', 'text', 'trigger', 'expected', 'note'])
const ROLES: Readonly<Record<PlaceRole, string>> = { site: 'at', within: 'in', near: 'near', destination: 'to', origin: 'from' }
const ORDER = Object.values(ROLES)

/** The acts of a text, each told by itself: neither joined with another telling nor weighed. */
const read = (text: string) => {
  const doc = layers({ id: 'case', text, published: null, outlet: null, url: null })
  return claimsOf(doc, framesOf(doc))
}

/** One cell of the corpus: "at A; in B; near C (se 5 km)", roles in this order, places as they stand in the text. */
const written = (text: string, trigger: string): string => {
  const claim = read(text).find((one) => one.trigger.text === trigger)
  if (!claim) return `no act at ${trigger}`
  const one = ({ role, text: words, relation }: (typeof claim.places)[number]) => {
    const km = relation?.distanceKm == null ? '' : `${relation.distanceKm} km`
    const where = [relation?.bearing ?? '', km].filter(Boolean).join(' ')
    return `${ROLES[role as PlaceRole]} ${words}${where ? ` (${where})` : ''}`
  }
  const rank = (said: string) => ORDER.indexOf(said.split(' ')[0]!)
  return [...new Set(claim.places.map(one))].sort((a, b) => rank(a) - rank(b)).join('; ') || 'none'
}
const sorted = (cell: string): string => {
  const rank = (said: string) => ORDER.indexOf(said.split(' ')[0]!)
  return cell
    .split('; ')
    .sort((a, b) => rank(a) - rank(b))
    .join('; ')
}

describe('places of acts', () => {
  for (const { id, text, trigger, expected, note } of cases) {
    // a case that is not read yet: it must be taken off the list once it is
    const test = note.startsWith('open:') ? it.fails : it
    test(`${id} ${text}`, () => expect(written(text, trigger)).toBe(sorted(expected)))
  }
})

describe('addresses', () => {
  const names = [...knowledge.gazetteer.places.values()].filter((_, i) => i % 97 === 0).map(({ name }) => name)
  const small = knowledge.lexicon.particles.flatMap(({ forms }) => forms)
  const nouns = knowledge.lexicon.nouns
    .filter((noun) => ['place', 'facility', 'relation', 'measure'].includes(noun.class))
    .flatMap(({ singular, plurals }) => [singular, ...plurals])
  const words = [...names, ...small, ...nouns, 'قصف', 'و', '،', '"', '(', ')', '-', ':', '12', '\n', '.']

  it('are read of any row of words, and their places stand where they say', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (list) => {
        const text = list.join(' ')
        for (const { places } of read(text))
          for (const { text: said, from, to } of places) expect(text.slice(from, to)).toBe(said)
      }),
      { numRuns: 150 },
    )
  })
})
