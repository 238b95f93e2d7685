import type { Bearing } from '../../model/types.ts'
import type { Analysis } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { type PhraseHit, phrasesAt } from './phrasebook.ts'
import { fromHit, type Scan } from './scan.ts'

const BEARINGS: ReadonlySet<string> = new Set(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'])

/** A place: a name of the gazetteer, or a class noun and what follows it, with the words that say where by it. */
export function placeAt(scan: Scan, at: number, hits: readonly PhraseHit[]): number {
  const classed = scan.nounOf(at, ['place', 'facility', 'relation'])
  if (classed && !hits.some((hit) => hit.phrase.kind === 'place' && hit.end > at + 1)) {
    const found = classed.entry.class === 'facility' ? facilityAt(scan, at, classed) : classedPlace(scan, at, classed)
    if (found) return found
  }
  const hit = hits.find(
    ({ phrase, end }) =>
      phrase.kind === 'place' && (!phrase.bare || (classed !== null && end > at + 1) || afterPlace(scan, at, hits)),
  )
  if (!hit) return 0
  const ids = candidates(hits, hit.end)
  scan.add('place', at, hit.end, { ...fromHit(hit), ids })
  return hit.end
}

/** "The city of A", "north-east of A", "the city's western quarters": relation and class nouns before a name. */
function classedPlace(scan: Scan, at: number, start: Analysis): number {
  const { tokens } = scan.input
  // "its surroundings": those of the place before
  if (start.pronoun) return 0
  let next = at
  let bearing = ''
  let near = false
  let code = ''
  let named = false
  let open = false
  let nouns = 0
  for (let analysis: Analysis | null = start; analysis; analysis = scan.nounOf(next, ['place', 'relation', 'facility'])) {
    if (next > at && (analysis.conjunction || analysis.prep)) break
    if (nouns > 0 && !open && analysis.entry.class === 'place') break
    // "the western city": a side of it, read below
    if (nouns > 0 && analysis.entry.class === 'relation' && (analysis.article || !open)) break
    if (analysis.entry.class === 'relation') {
      if (BEARINGS.has(analysis.entry.code)) bearing = joinBearing(bearing, analysis.entry.code)
      near ||= analysis.entry.code !== 'inside'
    } else {
      code = analysis.entry.code || analysis.entry.id
      nouns++
      open = !analysis.article
    }
    next++
    const inner = phrasesAt(tokens, scan.skipQuote(next), scan.book).find(
      (hit) => hit.phrase.kind === 'place' && hit.strip.lead === 0,
    )
    if (inner) {
      const ids = candidates(phrasesAt(tokens, scan.skipQuote(next), scan.book), inner.end)
      const end = sideAfter(scan, inner.end, (side) => (bearing ||= side))
      const area = near || code === 'countryside'
      scan.add('place', at, end, { ...fromAnalysis(start), ids, code, near: area, bearing: asBearing(bearing) })
      return end
    }
    if (next - at > 4) break
    named = analysis.entry.class === 'place' && !analysis.article
  }
  if (named || (nouns && open && !near) || (nouns && tokens[next]?.key === '"')) {
    // a name that the gazetteer does not have, after its class noun
    const end = unknownName(scan, next)
    if (end > next) {
      scan.add('place', at, end, { ...fromAnalysis(start), code, near, bearing: asBearing(bearing) })
      return end
    }
  }
  if (nouns && scan.input.tokens[next - 1] && start.entry.class !== 'facility') {
    // "the city": the place named before
    const end = sideAfter(scan, next, (side) => (bearing ||= side))
    scan.add('place', at, end, { ...fromAnalysis(start), code, near, bearing: asBearing(bearing), definite: true })
    return end
  }
  return 0
}

/** A facility with its name: "the military airport", "the sheep market checkpoint". */
function facilityAt(scan: Scan, at: number, analysis: Analysis): number {
  let end = scan.adjectives(at + 1, 2)
  if (end === at + 1 && !analysis.article) {
    const inner = phrasesAt(scan.input.tokens, end, scan.book).find(
      (hit) => (hit.phrase.kind === 'place' || hit.phrase.kind === 'actor') && hit.strip.lead === 0,
    )
    const group = inner ? null : scan.nounOf(end, ['people', 'fighters', 'place', 'unit'])
    end = inner
      ? scan.adjectives(inner.end, 1)
      : group && !group.conjunction && !group.prep
        ? scan.adjectives(end + 1, 1)
        : unknownName(scan, end)
  }
  const named = phrasesAt(scan.input.tokens, at + 1, scan.book).filter(
    (hit) => hit.phrase.kind === 'place' && hit.strip.lead === 0,
  )
  if (named.length && !analysis.article) {
    const ids = candidates(named, named[0]!.end)
    return scan.add('place', at, Math.max(end, named[0]!.end), { ...fromAnalysis(analysis), ids, code: analysis.entry.code })
      .end
  }
  return scan.add('facility', at, end, { ...fromAnalysis(analysis), code: analysis.entry.code, definite: analysis.article }).end
}

/** Words that may be a proper name: unknown to the lexicon, or definite; at most three, until something else begins. */
function unknownName(scan: Scan, at: number): number {
  const { tokens, analyses } = scan.input
  let end = scan.skipQuote(at)
  const quoted = end > at
  const begin = end
  while (end < tokens.length && end - begin < (quoted ? 4 : 2)) {
    const token = tokens[end]!
    if (token.kind !== 'word' || scan.isNamed(end)) break
    if (analyses[end]!.some(({ entry, form }) => entry.kind === 'verb' && form.part !== 'participle')) break
    const known = analyses[end]!.length > 0
    if (analyses[end]!.some(({ entry }) => entry.class === 'relation')) break
    if (!quoted && end > begin && (known || !token.key.startsWith(scan.article))) break
    if (!quoted && end === begin && analyses[end]!.some(({ conjunction, prep }) => conjunction || prep)) break
    end++
  }
  if (quoted && tokens[end]?.key === '"' && end > begin) return end + 1
  return end > begin && !quoted ? end : at
}

function sideAfter(scan: Scan, at: number, take: (bearing: string) => void): number {
  const analysis = scan.input.analyses[at]?.find(
    ({ entry, article }) => entry.class === 'relation' && BEARINGS.has(entry.code) && article,
  )
  if (!analysis) return at
  take(analysis.entry.code)
  return sideAfter(scan, at + 1, take)
}

function candidates(hits: readonly PhraseHit[], end: number): readonly string[] {
  return [...new Set(hits.filter((hit) => hit.phrase.kind === 'place' && hit.end === end).map((hit) => hit.phrase.id))]
}

/** A bare name may stand where a place list goes on. */
function afterPlace(scan: Scan, at: number, hits: readonly PhraseHit[]): boolean {
  const last = scan.mentions.at(-1)
  if (last === undefined || (last.kind !== 'place' && last.kind !== 'facility')) return false
  const joined = hits.some(({ phrase, strip }) => phrase.kind === 'place' && strip.conjunction)
  return joined ? last.end >= at - 1 : last.end === at - 1 && scan.input.tokens[last.end]?.key === COMMA
}

/** A word that no list knows, joined to a place, is another place: "the area of A and B". */
export function listedPlace(scan: Scan, at: number): number {
  const last = scan.mentions.at(-1)
  const { tokens, analyses } = scan.input
  if (last?.kind !== 'place' || last.end !== at || analyses[at]!.length > 0) return 0
  const joint = scan.book.affixes.get('conjunction')?.find(({ form }) => tokens[at]!.key.startsWith(form))
  if (!joint || tokens[at]!.key.length < joint.form.length + 3) return 0
  const more = tokens[at + 1]
  const end =
    more?.kind === 'word' && more.key.startsWith(scan.article) && analyses[at + 1]!.length === 0 && !scan.isNamed(at + 1)
      ? at + 2
      : at + 1
  return scan.add('place', at, end, { lead: joint.form.length, conjunction: true, near: last.near, code: last.code }).end
}

const fromAnalysis = (analysis: Analysis) => ({ lead: analysis.lead, prep: analysis.prep, conjunction: analysis.conjunction })
const asBearing = (text: string): Bearing | null => (BEARINGS.has(text) ? (text as Bearing) : null)

/** "North" + "eastern" is north-east. */
function joinBearing(first: string, second: string): string {
  const both = first + second
  return first && BEARINGS.has(both) ? both : BEARINGS.has(second + first) && first ? second + first : second
}
