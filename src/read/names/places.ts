import type { Analysis } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { candidates, classedPlace, isSeat, overFrom, type PlaceWords } from './classed.ts'
import { distanceBefore } from './distance.ts'
import { COMMON, facilityAt } from './facilities.ts'
import type { PhraseHit } from './phrasebook.ts'
import { fromHit, type Scan } from './scan.ts'
import { isBoundary, isEnclosing, isInSide, isNisba, isPlain, isPlural, isPointer, opensName } from './shapes.ts'
import { mayBegin, NAMED_KINDS } from './unlisted.ts'

/** Kinds of places whose noun is no part of their names. */
const LISTED: ReadonlySet<string> = new Set([
  ...['city', 'town', 'village', 'area', 'quarter', 'district', 'subdistrict', 'governorate', 'camp', 'suburb', 'settlement'],
  ...['street', 'front', 'axis', 'position', 'base', 'airport'],
])

const TOWNS: ReadonlySet<string> = new Set(['city', 'town', 'village', 'quarter'])

/** Kinds of places with two ends: "the axis A - B". */
const ENDS: ReadonlySet<string> = new Set(['axis', 'road', 'line', 'front'])

/** A place: a name of the gazetteer, or a class noun and what follows it, with the words that say where by it. */
export function placeAt(scan: Scan, at: number, hits: readonly PhraseHit[]): number {
  const classed = scan.nounOf(at, ['place', 'facility', 'relation'])
  // in a list of towns even a common noun is the name of one
  if (scan.list && TOWNS.has(scan.list.code) && (classed?.article || opensName(scan, scan.input.tokens[at]!.key))) {
    const next = nextOfList(scan, at)
    if (next) return next
  }
  // a word of its own that begins like "and" is that word
  const whole = scan.input.analyses[at]!.some(({ lead, form }) => lead === 0 && form.part === 'noun')
  // "the Saudi border", "the armed forces of the Saudis": after a definite word it is an adjective
  const describes = classed === null && isNisba(scan, at) && (scan.input.tokens[at - 1]?.key.startsWith(scan.article) ?? false)
  const named = describes ? [] : hits.filter(({ phrase, strip }) => phrase.kind === 'place' && !(whole && strip.lead > 0))
  const alone = named[0]?.phrase.alone && named[0].end === at + 1
  // "the road A - B" may begin like the name of a quarter
  const road = classed?.entry.code === 'road' && scan.input.tokens[named[0]?.end ?? at]?.key === '-'
  if (classed && !alone && (road || !named.some(({ end }) => end > at + 1))) {
    const found =
      classed.entry.class === 'facility' && !isSeat(scan, at, classed)
        ? facilitiesAt(scan, at, classed)
        : classAt(scan, at, classed)
    if (found) return found
  }
  const goesOn = afterPlace(scan, at, named)
  const hit = named.find(
    (hit) =>
      !hit.phrase.bare ||
      (classed !== null && hit.end > at + 1) ||
      (goesOn && (scan.list !== null || !isDoing(scan, at))) ||
      isSpokenFor(scan, at, hit),
  )
  if (!hit) return 0
  const distanceKm = scan.particleIs(at - 1, 'from') ? distanceBefore(scan, at - 1) : null
  const far = distanceKm === null ? {} : { distanceKm, near: true }
  const list = goesOn ? listed(scan) : {}
  const { end } = scan.add('place', at, hit.end, {
    ...fromHit(hit),
    ids: candidates(named, hit.end),
    name: at,
    ...list,
    ...far,
  })
  if (goesOn && scan.list) scan.list = { ...scan.list, end }
  return end
}

const classAt = (scan: Scan, at: number, noun: Analysis): number =>
  put(scan, at, noun, classedPlace(scan, at, noun)) || besideFacility(scan, at, noun)

/** "Near a school", "in front of the building of the court". */
function besideFacility(scan: Scan, at: number, noun: Analysis): number {
  const { entry, article, pronoun } = noun
  if (entry.class !== 'relation' || entry.code === 'inside' || article || pronoun) return 0
  const next = overFrom(scan, at + 1)
  const facility = scan.nounOf(next, ['facility'])
  // "outside his house" tells whose house was hit
  if (!facility || facility.prep || facility.conjunction || facility.pronoun) return 0
  return facilityAt(scan, next, facility, { at, analysis: noun })
}

/** Plurals of houses and positions go with their owners rather than with names. */
const isListed = ({ form, entry }: Analysis): boolean => form.number === 'two' || !COMMON.has(entry.code)

/** A facility; two or more of them may be a list of names: "the bases of A and B". */
function facilitiesAt(scan: Scan, at: number, noun: Analysis): number {
  const list = noun.form.number !== 'one' && !noun.article && isListed(noun) ? classedPlace(scan, at, noun) : null
  return list?.name !== undefined ? put(scan, at, noun, list) : facilityAt(scan, at, noun)
}

/** "And the fall of": a noun of doing, which a list of places does not go on with. */
const isDoing = (scan: Scan, at: number): boolean =>
  scan.input.analyses[at]!.some(({ entry, article }) => entry.class === 'act' && !article)

/**
 * A name that is also a common word, after "in", where its district or governorate is named before or right after it; one
 * that is only an adjective too needs no more than "in".
 */
function isSpokenFor(scan: Scan, at: number, { phrase, strip, end }: PhraseHit): boolean {
  if (strip.article || (!phrase.within.length && !phrase.adjective)) return false
  if (strip.prep !== 'with' && !['in', 'on', 'to', 'from'].some((role) => scan.particleIs(at - 1, role))) return false
  if (phrase.adjective) return true
  return phrase.within.some((id) => scan.placesNamed.has(id)) || isEnclosing(scan, end)
}

function put(scan: Scan, at: number, noun: Analysis, words: PlaceWords | null): number {
  if (!words) return 0
  const { end, ...rest } = words
  const { lead, prep, conjunction } = noun
  const mention = { lead, prep, conjunction, ...rest }
  // of "the towns of A and B" the first is A, as the second is B
  const { tokens } = scan.input
  const named = rest.name !== undefined && rest.name > at
  const open = named && tokens[rest.name! - 1]?.key === '"' && tokens[end - 1]?.key !== '"'
  const several = rest.number && named && LISTED.has(rest.code)
  const bare = open || several ? { from: tokens[rest.name!]!.from } : {}
  scan.add('place', at, end, { ...mention, ...bare })
  if (rest.name !== undefined) {
    if (NAMED_KINDS.has(rest.code)) scan.coined.keep(scan.input, rest.name, end, rest.code, rest.ids)
    const goesOn = conjunction && scan.list?.end === at ? { ...scan.list, end } : null
    scan.list = rest.number ? { end, code: rest.code, near: rest.near } : goesOn
  }
  return end
}

/** What the noun of a list says of each of its places: "around the villages of A and B". */
const listed = (scan: Scan) => (scan.list ? { code: scan.list.code, near: scan.list.near } : {})

/** A list of places goes on here: after "and", or after a comma. */
function afterPlace(scan: Scan, at: number, hits: readonly PhraseHit[]): boolean {
  const last = scan.mentions.at(-1)
  if (last === undefined || (last.kind !== 'place' && last.kind !== 'facility')) return false
  if (scan.list && scan.list.end !== last.end) scan.list = null
  const joined = hits.some(({ strip }) => strip.conjunction && !strip.prep)
  const gap = scan.input.tokens[last.end]?.key === COMMA ? 1 : 0
  return last.end === at - gap && (joined || gap === 1)
}

/**
 * A name that no list has: one that the report gave with its noun before, one that goes on with a list of places, or one
 * in a place that something else is said to enclose.
 */
export function unlistedPlace(scan: Scan, at: number): number {
  return rememberedAt(scan, at) || nextOfList(scan, at) || enclosed(scan, at)
}

function rememberedAt(scan: Scan, at: number): number {
  const known = scan.coined.at(scan.input, at, scan.book.affixes)
  if (!known) return 0
  const { strip, ...rest } = known
  return scan.add('place', at, rest.end, { ...strip, ...rest, name: at }).end
}

/** A word that no list has, joined to a place, is another place: "the area of A and B". */
function nextOfList(scan: Scan, at: number): number {
  const last = scan.mentions.at(-1)
  const { tokens, analyses } = scan.input
  if (last?.kind !== 'place' || last.name === undefined) return 0
  const mark = tokens[last.end]?.key
  const comma = mark === COMMA || (mark === '-' && ENDS.has(last.code)) ? 1 : 0
  if (last.end + comma !== at) return 0
  const { key } = tokens[at]!
  const joint = scan.book.affixes.get('conjunction')?.find(({ form, value }) => value === 'and' && key.startsWith(form))
  if (!joint && mark !== '-') return 0
  const lead = joint?.form.length ?? 0
  const rest = key.slice(lead)
  const list = scan.list?.end === last.end ? scan.list : null
  const definite = rest.startsWith(scan.article)
  if ((rest.length < 3 && !scan.book.openers.has(rest)) || (mark === COMMA && !list) || scan.isNumber(at) || scan.isTime(at))
    return 0
  if (isPointer(scan, rest)) return 0
  const readings = analyses[at]!
  // a list calls for a name; without one, a bare word may be anything
  const opens = scan.book.openers.has(rest)
  if (list ? !definite && !opens && readings.length > 0 : readings.length > 0 || !mayGoOn(scan, rest, at)) return 0
  if (!opens && (readings.some(({ form }) => form.part !== 'noun') || (!definite && isPlain(scan, rest)))) return 0
  let end = at + 1
  if (scan.book.openers.has(rest) || (tokens[end]?.key.startsWith(scan.article) && !analyses[end]!.length))
    if (tokens[end]?.kind === 'word' && mayBegin(scan, end)) end++
  const more = { lead, conjunction: lead > 0, name: at, ...listed(scan) }
  scan.add('place', at, end, list ? more : { ...more, code: last.code })
  if (scan.list) scan.list = { ...scan.list, end }
  return end
}

/** Without a noun that calls for a list: a word that is no adjective, plural or verb, with nothing that goes on with it. */
const mayGoOn = (scan: Scan, word: string, at: number): boolean =>
  word.length > 3 && !isPlain(scan, word) && !isPlural(scan, word) && isBoundary(scan, at + 1)

/** "In A, in the countryside of B": a definite word that no list has, between "in" and a place that encloses it. */
function enclosed(scan: Scan, at: number): number {
  const { tokens, analyses } = scan.input
  if (analyses[at]!.length > 0) return 0
  const { key } = tokens[at]!
  const prep = scan.book.affixes.get('prep')?.find(({ form, value }) => value === 'with' && key.startsWith(form + scan.article))
  const within = scan.particleIs(at - 1, 'in')
  // a name without the article only where what encloses it is sure: "in A in-the-north-of B"
  if (within && key.length > 3 && !isPlain(scan, key) && isInSide(scan, at + 1))
    return scan.add('place', at, at + 1, { name: at }).end
  if (!prep && !(key.startsWith(scan.article) && within)) return 0
  const lead = prep?.form.length ?? 0
  if (key.length < lead + 5 || isPlain(scan, key.slice(lead)) || scan.isNumber(at)) return 0
  // "in the southern areas, in A" too: a noun of a kind calls for its name
  const last = scan.mentions.at(-1)
  const called = last?.kind === 'place' && last.name === undefined && last.end === (prep ? at : at - 1)
  if (!called && !isEnclosing(scan, at + 1)) return 0
  return scan.add('place', at, at + 1, { lead, prep: prep?.value ?? '', name: at }).end
}
