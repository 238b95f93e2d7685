import type { Address, Doc, Mention, Particle, Site } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { Memory } from './refer.ts'

type Input = Pick<
  Doc,
  'knowledge' | 'tokens' | 'sentences' | 'analyses' | 'particles' | 'mentions' | 'mentionAt' | 'phraseAt' | 'verbAt' | 'times'
>

/** Words passed over between a place and the next: "the Syrian border town A, which belongs to B". */
const PASSED = 3
/** Small words that may stand between a place and what says where it is. */
/** "And its surroundings" stands inside a list. */
const AROUND: ReadonlySet<string> = new Set(['relation', 'place'])
const LINKS: ReadonlySet<string> = new Set(['in', 'from', 'on', 'to', 'between', 'against'])
const WIDE: ReadonlySet<string> = new Set(['country', 'governorate', 'region'])
const WIDE_CODES: ReadonlySet<string> = new Set(['countryside', ...WIDE])
const AREAS: ReadonlySet<string> = new Set([...WIDE_CODES, 'district', 'subdistrict', 'sector'])

/** The article, the letters that join words, and the endings of whole plurals. */
type Letters = { readonly article: string; readonly conjunctions: readonly string[]; readonly endings: readonly string[] }

/** Places between two ends: "the axis A - B". */
const LINEAR: ReadonlySet<string> = new Set(['axis', 'road', 'line', 'front'])
/** Preposition roles that say where something came from or went to. */
const GOES: ReadonlySet<string> = new Set(['from', 'to', 'origin', 'owned'])

/** A place after another, and how the two are tied. */
type Tie = {
  readonly next: Mention
  readonly role: string
  readonly comma: boolean
  readonly bracket: boolean
  readonly passed: number
  /** \"and\" stands before it */
  readonly joint: boolean
}

/** The addresses of a report, at the tokens where they begin. */
export function addressesOf(doc: Input, letters: Letters): Pick<Doc, 'addressAt'> {
  const addressAt: (Address | null)[] = new Array(doc.tokens.length).fill(null)
  const memory = new Memory(doc)
  const timed = new Set(doc.times.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)))
  for (const { first, end } of doc.sentences) {
    let governor = ''
    let joined = false
    let told = false
    for (let at = first; at < end; ) {
      const mention = doc.mentionAt[at]
      if (!mention || mention.first !== at || !isPlace(mention)) {
        joined = false
        at = mention && mention.first === at ? mention.end : at + 1
        continue
      }
      if (!joined) {
        governor = governorOf(doc, mention, first, letters)
        joined = told && joinedBefore(doc, at, first, letters)
      }
      told = true
      const read = readAddress(doc, memory, mention, governor, end, letters, timed)
      const states = governor === 'between' && read.places.every(({ ids }) => isCountry(doc, ids))
      // "the battles between A and B" of two states name parties
      const governed = states ? 'owned' : read.inner && !GOES.has(governor) ? 'in' : governor
      const address: Address = { ...settled(doc, read), first: at, end: read.end, governor: governed, joined }
      memory.keep(address)
      addressAt[at] = address
      joined = read.goesOn
      at = read.end
    }
  }
  return { addressAt }
}

const isPlace = ({ kind }: Mention): boolean => kind === 'place' || kind === 'facility'

/** What governs a place: the preposition written with it, the small word before it, or the noun that it belongs to. */
function governorOf(doc: Input, mention: Mention, limit: number, letters: Letters): string {
  const { prep, first, conjunction, bearing, distanceKm } = mention
  let before = first - 1
  while (before >= limit && (isQuote(doc, before) || isQuantity(doc, before) || PASSING.has(doc.particles[before]?.role ?? '')))
    before--
  if (before < limit) return prep ? written(prep) : ''
  const particle = doc.particles[before]
  const governor = prep ? written(prep) : (particle?.role ?? '')
  const outer = (prep ? before : (particle?.first ?? before + 1) - 1) >= limit ? before - (prep ? 0 : 1) : -1
  // "5 km from A", "to the north of A": where, not where from or where to
  if (distanceKm !== undefined || (bearing && governor === 'to')) return 'in'
  if (governor === 'from') return partOf(doc, (particle?.first ?? first) - 1, limit)
  // "forces stationed in A", "a group loyal to A"
  if (
    outer >= limit &&
    doc.analyses[outer]!.some(({ entry }) => entry.class === 'stationed' || (governor === 'for' && entry.class === 'allied'))
  )
    return 'owned'
  if (governor) return governor
  // "that A leads", "heads for A": a verb with an object of its own, or with none of the act's
  const verb = doc.verbAt[before]
  const kind = verb?.analysis?.entry.class ?? ''
  if (verb && ((verb.pronoun && kind !== 'undergo') || !CARRIES.has(kind))) return 'owned'
  const party = doc.mentionAt[before]
  if (party && PARTIES.has(party.kind) && (conjunction || isOpen(doc, party, letters))) return 'owned'
  const phrase = doc.phraseAt[first]
  return phrase && phrase.head < first && OWNERS.has(phrase.class) ? 'owned' : ''
}

const PASSING: ReadonlySet<string> = new Set(['filler', 'also', 'ground', 'air', 'suicide', 'other'])
const CARRIES: ReadonlySet<string> = new Set(['light', 'undergo', 'act'])
const isQuote = ({ tokens }: Input, at: number): boolean => tokens[at]!.kind === 'mark' && tokens[at]!.key !== COMMA
/** "All of A", "part of A": it is governed as the word for the part is. */
const isQuantity = ({ analyses, particles }: Input, at: number): boolean =>
  !particles[at] && analyses[at]!.some(({ entry, prep }) => entry.class === 'quantity' && prep === '')

/** People whose noun is without an article or the ending of a whole plural: the place after it is theirs, "the people of A". */
function isOpen({ tokens }: Input, { kind, end, definite, count }: Mention, { article, endings }: Letters): boolean {
  const { key } = tokens[end - 1]!
  return (
    kind === 'group' &&
    count?.bound !== 'exact' &&
    !definite &&
    !key.startsWith(article) &&
    !endings.some((form) => key.endsWith(form))
  )
}

const PARTIES: ReadonlySet<string> = new Set(['actor', 'unit', 'person', 'source', 'group'])
/** Nouns whose genitive is no place of an act: "the people of A", "the emir of A", "the supplies of A". */
const OWNERS: ReadonlySet<string> = new Set([...PARTIES, 'thing', 'abstract', 'weapon'])

const written = (prep: string): string => (prep === 'to' ? 'for' : prep === 'with' ? 'in' : prep)

/** "In parts of A": a part of a place is governed as the word for the part is. */
function partOf(doc: Input, at: number, limit: number): string {
  if (at < limit) return 'from'
  const isPart = (index: number) =>
    doc.analyses[index]?.find(
      ({ entry }) => entry.class === 'quantity' || (entry.class === 'relation' && entry.code === 'inside'),
    )
  const before = isPart(at) || doc.mentionAt[at] ? at : at - 1
  const inside = before >= limit && isPart(before)
  if (!inside) return 'from'
  return inside.prep ? written(inside.prep) : (doc.particles[before - 1]?.role ?? '')
}

/** Reads the list that begins with this place, up to where another address or other words begin. */
function readAddress(
  doc: Input,
  memory: Memory,
  head: Mention,
  governor: string,
  limit: number,
  letters: Letters,
  timed: ReadonlySet<number>,
) {
  let places: readonly Mention[] = memory.meant(head)
  const around: Site[] = []
  /** "positions in A": the act was in A, not at any place that the first noun names */
  let inner = false
  let last = head
  let end = head.end
  let goesOn = false
  /** a list of what stands around may go on: "between A and B" */
  let listsAround = false
  for (;;) {
    const tie = tieAfter(doc, last, limit, letters, timed)
    if (!tie) break
    const { next, role, comma, bracket, passed, joint } = tie
    // "forces stationed in A | the town of B", "fire from A | on B": what follows belongs to the act
    if (GOES.has(governor) && ((role === 'on' && passed === 0) || (governor === 'owned' && !joint && !next.bearing))) break
    const meant = memory.meant(next)
    const push = () => {
      places = [...places, ...meant]
    }
    const beside = (given: Site['role'] | null = null) => {
      for (const mention of meant) around.push({ mention, role: given ?? (isBeside(doc, mention) ? 'near' : 'within') })
    }
    const generic = places.length === 0 && around.length === 0
    if (role === 'plus' || joint) {
      if (role !== 'plus' && (next.prep || role)) break
      if (listsAround) beside(around.at(-1)!.role)
      else if (around.length || (places.length && !meant.length)) {
        goesOn = true
        end = next.first
        break
      } else push()
    } else if (
      generic &&
      (role === 'in' || role === 'on' || role === 'from' || next.prep === 'with' || (next.prep === 'to' && passed > 0))
    ) {
      inner = true
      push()
    } else if (role === 'to' && next.bearing) beside()
    else if (role === 'between' || role === 'from' || role === 'to' || role === 'against') {
      const ends = LINEAR.has(last.code) && role !== 'against'
      if (!(role === 'from' || ends || passed > 0 || (role === 'against' && last.code === 'border'))) break
      beside(role === 'from' && passed === 0 && !ends ? 'within' : 'near')
      listsAround = role === 'between' || ends || passed > 0
    } else if (next.prep === 'to' && passed === 0) break
    else if (role === 'on') beside('near')
    else if (role === 'in' || next.prep) beside()
    else if (bracket && next.bearing) beside()
    else if (bracket) {
      if (last.near || LINEAR.has(last.code)) push()
    } else if (comma && !next.bearing && !next.near && !isWide(doc, next) && next.code !== 'capital') {
      if (around.length || next.name === undefined) break
      push()
    } else beside()
    last = next
    end = next.end
  }
  return { end, places, around, goesOn, inner }
}

const isOf = ({ knowledge }: Input, { code, ids }: Mention, kinds: ReadonlySet<string>): boolean =>
  kinds.has(code) || (ids.length > 0 && ids.every((id) => kinds.has(knowledge.gazetteer.places.get(id)?.kind ?? '')))

const isCountry = ({ knowledge }: Input, ids: readonly string[]): boolean =>
  ids.length > 0 && ids.every((id) => knowledge.gazetteer.places.get(id)?.kind === 'country')
const isWide = (doc: Input, mention: Mention): boolean => isOf(doc, mention, WIDE_CODES)
const isArea = (doc: Input, mention: Mention): boolean => isOf(doc, mention, AREAS)

/** "Near A", "north of the town of A": not in it; the north of a governorate lies in it. */
const isBeside = (doc: Input, mention: Mention): boolean => mention.near && !(mention.bearing !== null && isWide(doc, mention))

/** The place that follows another with no more than small words, marks and adjectives between. */
function tieAfter(doc: Input, { end, name }: Mention, limit: number, letters: Letters, timed: ReadonlySet<number>): Tie | null {
  const { article } = letters
  const generic = name === undefined
  let role = ''
  let comma = false
  let bracket = false
  let passed = 0
  let joint = false
  for (let at = end; at < limit; ) {
    const next = doc.mentionAt[at]
    if (next) {
      if (next.first !== at) return null
      if (isPlace(next)) return { next, role, comma, bracket, passed, joint: joint || next.conjunction }
      const describes = next.kind === 'actor' && next.end === at + 1 && doc.tokens[at]!.key.startsWith(article)
      if (!describes || ++passed > PASSED || role) return null
      at = next.end
      continue
    }
    const particle = doc.particles[at]
    if (particle) {
      if (particle.role === 'plus' && !role) role = 'plus'
      else if (isJoined(doc, particle, letters)) return null
      else if (LINKS.has(particle.role) && !role && (!comma || particle.role === 'in')) role = particle.role
      else if (particle.role !== 'filler' && particle.role !== 'also') return null
      at = particle.end
      continue
    }
    const token = doc.tokens[at]!
    if (token.kind === 'mark') {
      if (token.key === COMMA) {
        if (comma || role) return null
        comma = true
      } else if (token.key === '(' || token.key === '-') bracket = true
      else if (token.key !== '"' && token.key !== "'" && token.key !== ')') return null
      at++
      continue
    }
    const tied = doc.analyses[at]!.some(({ entry, conjunction }) => entry.class === 'allied' && !conjunction)
    // "and" that is written by itself
    if (letters.conjunctions.includes(token.key) && !role) {
      joint = true
      at++
      continue
    }
    const about = doc.analyses[at]!.some(({ pronoun, conjunction, entry }) => pronoun && conjunction && AROUND.has(entry.class))
    if (about) {
      at++
      continue
    }
    const adjective = doc.verbAt[at] === null && (token.key.startsWith(article) || (generic && !doc.analyses[at]!.length))
    if (token.kind !== 'word' || timed.has(at) || role || !(tied || adjective) || ++passed > PASSED) return null
    at++
  }
  return null
}

/** "And in A", "and also in some villages of A": the small words before a place are joined to what stands before them. */
function joinedBefore(doc: Input, first: number, limit: number, letters: Letters): boolean {
  for (let at = first - 1; at >= limit; at--) {
    const particle = doc.particles[at]
    if (particle && isJoined(doc, particle, letters)) return true
    if (!particle && !isQuote(doc, at) && !isQuantity(doc, at)) return false
  }
  return false
}

/** A small word with "and" written before it: "and in". */
const isJoined = (doc: Input, { first, id }: Particle, { conjunctions }: Letters): boolean => {
  const { key } = doc.tokens[first]!
  const form = conjunctions.find((letter) => key.startsWith(letter))
  return form !== undefined && !id.startsWith(form) && key.length > form.length + 1 && SMALL.has(doc.particles[first]!.role)
}
const SMALL: ReadonlySet<string> = new Set([...LINKS, 'filler', 'also'])

/** The places of an address with what they are to an act at it. */
function settled(doc: Input, { places, around }: { readonly places: readonly Mention[]; readonly around: readonly Site[] }) {
  const sites: Site[] = places.map((mention) => ({ mention, role: isBeside(doc, mention) ? 'near' : 'site' }))
  const town = around.some(({ mention, role }) => role === 'within' && mention.kind === 'place' && !isArea(doc, mention))
  return { places: sites, around, town }
}
