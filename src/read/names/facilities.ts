import type { Analysis } from '../doc.ts'
import { candidates } from './classed.ts'
import { phrasesAt } from './phrasebook.ts'
import type { Scan } from './scan.ts'
import { nameAfter } from './unlisted.ts'

/** Facilities that are many and small: by a noun and an adjective alone they are not known. */
const COMMON: ReadonlySet<string> = new Set(['house', 'position', 'gathering', 'building', 'vehicle', 'land', 'shop', 'flat'])

/** A facility with its name: "the military airport", "the sheep market checkpoint", "the mosque of X". */
export function facilityAt(scan: Scan, at: number, analysis: Analysis): number {
  const { article, form, entry } = analysis
  const { tokens } = scan.input
  const described = scan.adjectives(at + 1, 2)
  const open = !article && !analysis.pronoun && described === at + 1
  const inner = open ? phrasesAt(tokens, scan.skipQuote(at + 1), scan.book).filter(({ strip }) => strip.lead === 0) : []
  const place = inner.filter(({ phrase }) => phrase.kind === 'place')
  const common = { lead: analysis.lead, prep: analysis.prep, conjunction: analysis.conjunction, code: entry.code }
  const number = form.number === 'one' ? {} : { number: form.number }
  if (place.length) {
    const end = scan.adjectives(place[0]!.end, 1)
    const ids = candidates(place, place[0]!.end)
    return scan.add('place', at, end, { ...common, ...number, ids, name: at }).end
  }
  let end = described
  let named = described > at + 1 && article && form.number === 'one' && !COMMON.has(entry.code)
  if (open) {
    const party = inner.find(({ phrase }) => phrase.kind === 'actor')
    const group = party ? null : scan.nounOf(at + 1, ['people', 'fighters', 'place', 'unit', 'facility'])
    if (party) {
      end = scan.adjectives(party.end, 1)
      named = false
    } else if (group && !group.conjunction && !group.prep) {
      end = scan.adjectives(at + 2, 1)
      // "the building of the governorate", "the camp of the brigade 15"
      while (tokens[end]?.kind === 'number') end++
      named = group.entry.class !== 'people' && form.number === 'one' && !COMMON.has(entry.code)
    } else {
      end = nameAfter(scan, at + 1, analysis, entry.code)
      named = end > at + 1
    }
  }
  const name = named ? { name: at } : {}
  return scan.add('facility', at, end, { ...common, ...number, ...name, definite: article }).end
}
