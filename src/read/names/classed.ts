import type { Bearing } from '../../model/types.ts'
import type { Analysis } from '../doc.ts'
import { distanceBefore } from './distance.ts'
import type { PhraseHit } from './phrasebook.ts'
import type { Scan } from './scan.ts'
import { isNisba } from './shapes.ts'
import { NAMED_KINDS, nameAfter } from './unlisted.ts'

/** A place as its words tell it: where they end, the entries of its name, and what the nouns before the name say. */
export type PlaceWords = {
  readonly end: number
  readonly ids: readonly string[]
  readonly code: string
  readonly near: boolean
  readonly bearing: Bearing | null
  readonly distanceKm?: number
  readonly name?: number
  readonly number?: 'two' | 'many'
  readonly definite: boolean
}

const BEARINGS: ReadonlySet<string> = new Set(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'])
/** Nouns whose centre is a town of its own: the centre of a governorate. */
const SEATED: ReadonlySet<string> = new Set(['governorate', 'district', 'subdistrict', 'region'])
/** Kinds of places of which a noun and an adjective make a name: "the Red Valley", "the border strip". */
const DESCRIBED: ReadonlySet<string> = new Set([
  'valley',
  'mountain',
  'hill',
  'square',
  'bridge',
  'road',
  'strip',
  'coast',
  'crossing',
  'street',
])
const SETTLED: ReadonlySet<string> = new Set([...SEATED, 'city', 'town', 'village', 'camp', 'area', 'country'])
/** Nouns of places and relations that stand in a row, at most: "the surroundings of the north-west of the town of". */
const ROW = 5
const NOUNS = ['place', 'relation', 'facility'] as const

/** What the nouns of a place say that stand before its name. */
type Nouns = {
  next: number
  code: string
  near: boolean
  bearing: string
  /** the noun of a kind that stands last, none for "north of" alone */
  kind: Analysis | null
  /** the kind of the noun before the last */
  outer: string
  /** it has a genitive to come: written without the article or a pronoun */
  open: boolean
}

/** "The city of A", "north-east of A", "the city's western quarters": relation and class nouns, then a name or none. */
export function classedPlace(scan: Scan, at: number, start: Analysis): PlaceWords | null {
  // "its surroundings": those of the place before
  if (start.pronoun) return null
  // "the western part", but "to the west of A"
  if (start.entry.class === 'relation' && start.article && !scan.particleIs(at - 1, 'to')) return null
  const nouns = nounsFrom(scan, at, start)
  const { code, near, kind } = nouns
  if (leadsOn(scan, at, nouns.next)) return null
  // "5 km north of A", "5 km from the town of A"
  const apart = !near && scan.particleIs(at - 1, 'from')
  const distanceKm = near ? distanceBefore(scan, at) : apart ? distanceBefore(scan, at - 1) : null
  const far = distanceKm === null ? {} : { distanceKm, near: true }
  const made = (end: number, rest: Partial<PlaceWords>): PlaceWords => {
    const side = sidesAfter(scan, end, nouns.bearing)
    const number = kind && kind.form.number !== 'one' ? { number: kind.form.number } : {}
    const inner = ownerAfter(scan, side.end, nouns, side.bearing !== '')
    // "the western countryside" is a place of its own, "the western areas" are any
    const named = rest.name ?? (side.bearing && code !== 'area' && kind ? at : undefined)
    return {
      ...{ ids: inner?.ids ?? [], code, near, bearing: asBearing(side.bearing), definite: kind?.article ?? false },
      ...far,
      ...number,
      ...rest,
      end: inner?.end ?? side.end,
      ...(named === undefined ? (inner?.name === undefined ? {} : { name: inner.name }) : { name: named }),
    }
  }
  const holder = nouns.open && code === 'area' ? holderAfter(scan, nouns.next) : 0
  if (holder) return made(holder, { name: at })
  const open = nouns.open || scan.skipQuote(nouns.next) > nouns.next
  const listed = open ? listedName(scan, nouns.next) : null
  const through = listed && code === 'road' ? otherEnd(scan, listed.end) : 0
  if (through) return made(through, { name: at })
  if (listed) return made(listed.end, { ids: listed.ids, name: listed.first })
  // after a relation alone only "north of A" calls for a name: "around A" may be said of anything
  const end = open && (kind || nouns.bearing) ? nameAfter(scan, nouns.next, kind, code) : nouns.next
  if (end > nouns.next) return made(end, { name: scan.skipQuote(nouns.next) })
  // "the town of Canals": a noun of a kind without a name of its own is the name
  if (nouns.outer && nouns.open) return made(nouns.next, { name: nouns.next - 1, code: nouns.outer })
  // "both coasts of", "to his country": no place is named
  if (kind?.pronoun || (kind?.form.joined && kind.form.number === 'two')) return null
  if (kind?.article && code === 'border') return made(nouns.next, { name: nouns.next - 1 })
  const describes = DESCRIBED.has(code) || (code === 'area' && isNisba(scan, nouns.next) && !scan.isNumber(nouns.next + 1))
  const described = kind?.article && kind.form.number === 'one' && describes ? scan.adjectives(nouns.next, 1) : nouns.next
  if (described > nouns.next) return made(described, { name: nouns.next - 1 })
  return kind && kind.entry.class !== 'facility' ? made(nouns.next, {}) : null
}

/** Reads the row of nouns: relations, then nouns of a kind, the later inside the genitive of the one before. */
function nounsFrom(scan: Scan, at: number, start: Analysis): Nouns {
  const nouns: Nouns = { next: at, code: '', near: false, bearing: '', kind: null, outer: '', open: true }
  let analysis: Analysis | null = start
  while (analysis && nouns.next - at < ROW) {
    const { entry, article, conjunction, prep, form } = analysis
    const relation = entry.class === 'relation'
    if (nouns.next > at) {
      // "north and east of A", "villages and towns of A"
      const pair =
        conjunction && !prep && (relation ? nouns.bearing !== '' && !nouns.kind : nouns.kind && form.number === 'many')
      if ((conjunction || prep) && !pair) break
      if (nouns.kind && !pair && (!nouns.open || relation)) break
    }
    if (relation) {
      if (!BEARINGS.has(entry.code)) nouns.near ||= entry.code !== 'inside'
      else {
        if (!conjunction || nouns.next === at) nouns.bearing = joinBearing(nouns.bearing, entry.code)
        nouns.near = true
      }
      nouns.open = true
      nouns.next = overFrom(scan, nouns.next + 1)
    } else {
      nouns.outer = nouns.kind?.form.number === 'one' ? nouns.code : ''
      // "the capital of the governorate of A" is a town
      if (nouns.code !== 'capital') nouns.code = entry.code === 'centre' ? seat(scan, nouns.next) : entry.code || entry.id
      nouns.kind = entry.code === 'centre' && nouns.code === '' ? nouns.kind : analysis
      nouns.open = !article && !analysis.pronoun
      nouns.next++
    }
    analysis = scan.nounOf(nouns.next, NOUNS)
    if (analysis?.entry.class === 'facility' && analysis.article) break
    // "the town of Tell A": the hill is part of the name
    if (analysis && nouns.kind && (listedName(scan, nouns.next)?.end ?? 0) > nouns.next + 1) break
    // "the quarter of the Sailors": after a kind that is named, a definite noun is a name, unless it is a town itself
    const named = nouns.kind?.form.number === 'one' && NAMED_KINDS.has(nouns.code)
    if (named && analysis?.article && isName(analysis, nouns.code)) break
  }
  if (nouns.kind?.form.number === 'many' && scan.input.tokens[nouns.next]?.key === ':') nouns.next++
  return nouns
}

/** "The road A - B": where the name of its other end closes; 0 for none. */
function otherEnd(scan: Scan, at: number): number {
  if (scan.input.tokens[at]?.key !== '-') return 0
  const end = listedName(scan, at + 1)?.end ?? nameAfter(scan, at + 1, null, '')
  return end > at + 1 ? end : 0
}

/** "The areas of A", "the areas of influence of A": where the party ends that holds them; 0 for none. */
function holderAfter(scan: Scan, at: number): number {
  const holds = scan.input.analyses[at]?.some(
    ({ lead, article, pronoun, form }) =>
      lead === 0 && !article && !pronoun && (form.part === 'noun' || form.part === 'masdar'),
  )
  for (const next of holds ? [at + 1, at] : [at]) {
    const first = scan.skipQuote(next)
    const party = scan.phrasesAt(first).find(({ phrase, strip }) => phrase.kind === 'actor' && strip.lead === 0)
    if (party && !party.phrase.adjective) return first > next ? scan.pastQuote(party.end) : scan.adjectives(party.end, 1)
  }
  return 0
}

/** What is written like a noun of a place is a verb or a doer: a noun of an act follows, or "and" begins a verb before "to". */
function leadsOn(scan: Scan, at: number, next: number): boolean {
  const readings = scan.input.analyses[at]!
  const act =
    scan.input.analyses[next]?.some(({ entry, article }) => article && (entry.class === 'act' || entry.kind === 'verb')) ??
    false
  const doer = readings.some(({ form }) => form.part === 'participle')
  const verb = readings.some(({ form }) => form.part === 'past')
  return ((doer || verb) && act) || (verb && scan.particleIs(next, 'to'))
}

/** A definite noun after a noun of a kind is a name, but for one that is a town itself: "the street of the town". */
const isName = ({ entry }: Analysis, kind: string): boolean =>
  entry.class !== 'facility' && (entry.code === kind || !SETTLED.has(entry.code))

/** "The centre of the governorate" is its capital; "the centre of the town" lies in it. */
function seat(scan: Scan, at: number): string {
  const of = scan.nounOf(at + 1, ['place'])
  if (!of || of.conjunction || of.prep) return 'centre'
  return SEATED.has(of.entry.code) ? 'capital' : ''
}

/** A noun for a centre before a noun of a kind of place: it says which part of that. */
export const isSeat = (scan: Scan, at: number, { entry, article }: Analysis): boolean =>
  entry.code === 'centre' && !article && seat(scan, at) !== 'centre'

/** "The north of A", "close to A": the small word between a relation and its place is passed over. */
export function overFrom(scan: Scan, at: number): number {
  if (!scan.particleIs(at, 'from')) return at
  const place = scan.nounOf(at + 1, ['place', 'facility'])
  const named = scan.phrasesAt(scan.skipQuote(at + 1)).some(({ phrase }) => phrase.kind === 'place')
  return place || named ? at + 1 : at
}

/** The name of a list at a token, and where a quotation mark closes it. */
export function listedName(scan: Scan, at: number): { end: number; ids: readonly string[]; first: number } | null {
  const first = scan.skipQuote(at)
  const hits = scan.phrasesAt(first).filter(({ phrase, strip }) => phrase.kind === 'place' && strip.lead === 0)
  const end = hits[0]?.end
  if (!end) return null
  return { end: first > at ? scan.pastQuote(end) : end, ids: candidates(hits, end), first }
}

/** "The western countryside of A": the place that a noun with a side or an article belongs to. */
function ownerAfter(scan: Scan, at: number, { kind, open }: Nouns, sided: boolean): PlaceWords | null {
  if (!kind || (open && !sided)) return null
  const next = scan.particleIs(at, 'from') ? at + 1 : at
  const noun = scan.nounOf(next, ['place'])
  if (noun && (next > at ? !noun.prep && !noun.conjunction : noun.prep === 'to') && !noun.article) {
    const inner = classedPlace(scan, next, noun)
    if (inner?.name !== undefined) return inner
  }
  const hits = scan
    .phrasesAt(next)
    .filter(
      ({ phrase, strip }) =>
        phrase.kind === 'place' && (next > at ? strip.lead === 0 : strip.prep === 'to' && !strip.conjunction),
    )
  const end = hits[0]?.end
  if (!end || !sided) return null
  return { end, ids: candidates(hits, end), code: '', near: false, bearing: null, name: next, definite: false }
}

/** Sides that follow a name or a definite noun, as adjectives: "northern", "northern and eastern", "north-western". */
function sidesAfter(scan: Scan, at: number, told: string): { end: number; bearing: string } {
  let bearing = told
  let end = at
  for (; ; end++) {
    const side = scan.input.analyses[end]?.find(
      ({ entry, article, prep }) => entry.class === 'relation' && BEARINGS.has(entry.code) && article && prep === '',
    )
    if (!side || (side.conjunction && end === at)) return { end, bearing }
    if (!side.conjunction && !told) bearing = joinBearing(bearing, side.entry.code)
  }
}

export const candidates = (hits: readonly PhraseHit[], end: number): readonly string[] => [
  ...new Set(hits.filter((hit) => hit.phrase.kind === 'place' && hit.end === end).map((hit) => hit.phrase.id)),
]

const asBearing = (text: string): Bearing | null => (BEARINGS.has(text) ? (text as Bearing) : null)

/** "North" + "eastern" is north-east. */
function joinBearing(first: string, second: string): string {
  const both = first + second
  return first && BEARINGS.has(both) ? both : BEARINGS.has(second + first) && first ? second + first : second
}
