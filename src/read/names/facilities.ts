import type { Analysis } from '../doc.ts'
import { candidates, classedPlace } from './classed.ts'
import type { Scan } from './scan.ts'
import { isBoundary } from './shapes.ts'
import { nameAfter } from './unlisted.ts'

/** Facilities that are many and small: by a noun and an adjective alone they are not known. */
export const COMMON: ReadonlySet<string> = new Set([
  'house',
  'position',
  'gathering',
  'vehicle',
  'land',
  'shop',
  'flat',
  'office',
  'ministry',
  'parliament',
])

/** A word of place before a facility: "near", "in front of". */
type Relation = { readonly at: number; readonly analysis: Analysis }

/** A facility with its name: "the military airport", "the sheep market checkpoint", "the mosque of X", "near the school". */
export function facilityAt(scan: Scan, at: number, analysis: Analysis, relation?: Relation): number {
  const { article, form, entry } = analysis
  const { tokens } = scan.input
  // after a noun without the article a definite word is no adjective but its owner
  const described = article || scan.skipQuote(at + 1) > at + 1 ? describedTo(scan, at + 1) : at + 1
  const open = !article && !analysis.pronoun && described === at + 1
  const inner = open ? scan.phrasesAt(scan.skipQuote(at + 1)).filter(({ strip }) => strip.lead === 0) : []
  const place = inner.filter(({ phrase }) => phrase.kind === 'place' && !phrase.bare)
  const { lead, prep, conjunction } = relation?.analysis ?? analysis
  const first = relation?.at ?? at
  const common = { lead, prep, conjunction, code: entry.code, near: relation !== undefined }
  const number = form.number === 'one' ? {} : { number: form.number }
  if (place.length) {
    const end = scan.adjectives(place[0]!.end, 1)
    const ids = candidates(place, place[0]!.end)
    return scan.add('place', first, end, { ...common, ...number, ids, name: at }).end
  }
  let end = described
  const quoted = scan.skipQuote(at + 1) > at + 1
  let named = described > at + 1 && form.number === 'one' && (quoted || (article && !COMMON.has(entry.code)))
  // "a checkpoint of searching": what is done there is no act
  if (open && isUse(scan, end)) end++
  else if (open && tokens[end]?.kind === 'number' && isBoundary(scan, end + 1)) {
    end++
    named = true
  } else if (open) {
    const party = inner.find(({ phrase }) => phrase.kind === 'actor')
    const noun = party ? null : scan.nounOf(at + 1, ['place', 'facility'])
    const within = noun && !noun.conjunction && !noun.prep ? classedPlace(scan, at + 1, noun) : null
    if (within?.name !== undefined) {
      const { end, ids, name } = within
      return scan.add('place', first, end, { ...common, ...number, ids, name: COMMON.has(entry.code) ? name : at }).end
    }
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
      // "the building of the radio": the owner may be any noun
      if (end === at + 1 && isOwner(scan, end)) end = scan.adjectives(at + 2, 1)
      named = end > at + 1 && form.number === 'one' && (!COMMON.has(entry.code) || tokens[at + 1]!.kind === 'mark')
    }
  }
  if (!named && form.joined && form.number === 'two') return 0
  const name = named ? { name: at } : {}
  return scan.add('facility', first, end, { ...common, ...number, ...name, definite: article }).end
}

/** An indefinite noun of doing that is no verb. */
function isUse(scan: Scan, at: number): boolean {
  const readings = scan.input.analyses[at] ?? []
  const doing = readings.some(
    ({ entry, form, article, lead }) => lead === 0 && !article && (form.part === 'masdar' || entry.class === 'act'),
  )
  return doing && readings.every(({ form }) => form.part !== 'past' && form.part !== 'imperfect')
}

/** A definite noun, of the lexicon or not. */
function isOwner(scan: Scan, at: number): boolean {
  const token = scan.input.tokens[at]
  if (token?.kind !== 'word' || !token.key.startsWith(scan.article) || scan.isNamed(at) || scan.isTime(at)) return false
  return scan.input.analyses[at]!.every(
    ({ form, entry }) => (form.part === 'noun' || form.part === 'masdar') && entry.class !== 'relation',
  )
}

/** Words of a name in quotation marks, at most. */
const QUOTED = 3

/** Where the adjectives after a facility end, or its name in quotation marks. */
function describedTo(scan: Scan, at: number): number {
  const { tokens } = scan.input
  const open = scan.skipQuote(at)
  if (open === at) return scan.adjectives(at, 2)
  let close = open
  while (close - open < QUOTED && tokens[close]?.kind === 'word' && !scan.isParticle(close)) close++
  return close > open && tokens[close]?.key === '"' ? scan.adjectives(close + 1, 1) : at
}
