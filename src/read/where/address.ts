import type { Address, Doc, Mention, Site } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { Memory } from './refer.ts'

type Input = Pick<
  Doc,
  'knowledge' | 'tokens' | 'sentences' | 'analyses' | 'particles' | 'mentions' | 'mentionAt' | 'phraseAt' | 'verbAt' | 'times'
>

/** Words passed over between a place and the next: "the Syrian border town A, which belongs to B". */
const PASSED = 3
/** Small words that may stand between a place and what says where it is. */
const LINKS: ReadonlySet<string> = new Set(['in', 'from', 'on', 'to', 'between', 'against'])
const WIDE: ReadonlySet<string> = new Set(['country', 'governorate', 'region'])
const WIDE_CODES: ReadonlySet<string> = new Set(['countryside', ...WIDE])
const AREAS: ReadonlySet<string> = new Set([...WIDE_CODES, 'district', 'subdistrict'])

/** A place after another, and how the two are tied. */
type Tie = {
  readonly next: Mention
  readonly role: string
  readonly comma: boolean
  readonly bracket: boolean
  readonly passed: number
}

/** The addresses of a report, at the tokens where they begin. */
export function addressesOf(doc: Input, article: string): Pick<Doc, 'addressAt'> {
  const addressAt: (Address | null)[] = new Array(doc.tokens.length).fill(null)
  const memory = new Memory(doc)
  const timed = new Set(doc.times.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)))
  for (const { first, end } of doc.sentences) {
    let governor = ''
    let joined = false
    for (let at = first; at < end; ) {
      const mention = doc.mentionAt[at]
      if (!mention || mention.first !== at || !isPlace(mention)) {
        joined = false
        at = mention && mention.first === at ? mention.end : at + 1
        continue
      }
      if (!joined) governor = governorOf(doc, mention, first)
      const read = readAddress(doc, mention, end, article, timed)
      const address: Address = { ...settled(doc, memory, read), first: at, end: read.end, governor, joined }
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
function governorOf(doc: Input, { prep, first }: Mention, limit: number): string {
  if (prep) return prep === 'to' ? 'for' : prep === 'with' ? 'in' : prep
  let before = first - 1
  while (before >= limit && doc.tokens[before]!.kind === 'mark' && doc.tokens[before]!.key !== COMMA) before--
  if (before < limit) return ''
  const particle = doc.particles[before]
  if (particle) return particle.role
  const phrase = doc.phraseAt[first]
  const owner = phrase && phrase.head < first ? phrase : doc.phraseAt[before]?.end === first ? null : null
  return owner && owner.class !== 'act' && owner.class !== 'place' && owner.class !== 'facility' ? 'owned' : ''
}

/** Reads the list that begins with this place, up to where another address or other words begin. */
function readAddress(doc: Input, head: Mention, limit: number, article: string, timed: ReadonlySet<number>) {
  const places: Mention[] = [head]
  const around: Site[] = []
  let last = head
  let end = head.end
  let goesOn = false
  /** a list of what stands around may go on: "between A and B" */
  let listsAround = false
  for (;;) {
    const tie = tieAfter(doc, last, limit, article, timed)
    if (!tie) break
    const { next, role, comma, bracket, passed } = tie
    if (next.conjunction) {
      if (next.prep || role) {
        goesOn = false
        break
      }
      if (listsAround) around.push(besides(doc, next))
      else if (around.length) {
        goesOn = true
        end = next.first
        break
      } else places.push(next)
    } else if (role === 'between' || role === 'from' || role === 'to' || role === 'against') {
      const fits = role === 'from' || passed > 0 || (role === 'against' && last.code === 'border')
      if (!fits) break
      around.push({ mention: next, role: role === 'from' && passed === 0 ? 'within' : 'near' })
      listsAround = role === 'between' || passed > 0
    } else if (next.prep === 'to' && passed === 0 && last.name !== undefined) break
    else if (role === 'on') around.push({ mention: next, role: 'near' })
    else if (role === 'in' || next.prep) {
      around.push(besides(doc, next))
      listsAround = places.every(({ name }) => name === undefined)
    } else if (bracket) {
      if (last.near) places.push(next)
    } else if (comma && !next.bearing && !next.near && !isWide(doc, next) && next.code !== 'capital') {
      if (around.length || next.name === undefined) break
      places.push(next)
    } else around.push(besides(doc, next))
    last = next
    end = next.end
  }
  return { end, places, around, goesOn }
}

const isOf = ({ knowledge }: Input, { code, ids }: Mention, kinds: ReadonlySet<string>): boolean =>
  kinds.has(code) || (ids.length > 0 && ids.every((id) => kinds.has(knowledge.gazetteer.places.get(id)?.kind ?? '')))

const isWide = (doc: Input, mention: Mention): boolean => isOf(doc, mention, WIDE_CODES)
const isArea = (doc: Input, mention: Mention): boolean => isOf(doc, mention, AREAS)

/** What encloses a place, or lies by it. */
const besides = (doc: Input, mention: Mention): Site => ({ mention, role: isBeside(doc, mention) ? 'near' : 'within' })

/** "Near A", "north of the town of A": not in it; the north of a governorate lies in it. */
const isBeside = (doc: Input, mention: Mention): boolean => mention.near && !(mention.bearing !== null && isWide(doc, mention))

/** The place that follows another with no more than small words, marks and adjectives between. */
function tieAfter(doc: Input, { end }: Mention, limit: number, article: string, timed: ReadonlySet<number>): Tie | null {
  let role = ''
  let comma = false
  let bracket = false
  let passed = 0
  for (let at = end; at < limit; ) {
    const next = doc.mentionAt[at]
    if (next) {
      if (next.first !== at) return null
      if (isPlace(next)) return { next, role, comma, bracket, passed }
      const describes = next.kind === 'actor' && next.end === at + 1 && doc.tokens[at]!.key.startsWith(article)
      if (!describes || ++passed > PASSED || role) return null
      at = next.end
      continue
    }
    const particle = doc.particles[at]
    if (particle) {
      if (LINKS.has(particle.role) && !role) role = particle.role
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
    const adjective = token.key.startsWith(article) && !doc.verbAt[at]
    if (token.kind !== 'word' || timed.has(at) || role || !(tied || adjective) || ++passed > PASSED) return null
    at++
  }
  return null
}

/** The address with its words for kinds of places read: what they refer to, or where they are said to be. */
function settled(doc: Input, memory: Memory, read: { readonly places: readonly Mention[]; readonly around: readonly Site[] }) {
  const meant = (mention: Mention) => (mention.name === undefined ? memory.referents(mention) : [mention])
  let places = read.places.flatMap(meant)
  let around = read.around.flatMap(({ mention, role }) => meant(mention).map((named) => ({ mention: named, role })))
  const inner = around.findIndex(({ role }) => role === 'within')
  if (!places.length && inner >= 0) {
    // "positions in A and B": the act was in these
    const listed = around.findIndex(({ mention }, i) => i > inner && !mention.conjunction)
    const end = listed < 0 ? around.length : listed
    places = around.slice(inner, end).map(({ mention }) => mention)
    around = [...around.slice(0, inner), ...around.slice(end)]
  }
  const sites: Site[] = places.map((mention) => ({ mention, role: isBeside(doc, mention) ? 'near' : 'site' }))
  const town = around.some(({ mention, role }) => role === 'within' && mention.kind === 'place' && !isArea(doc, mention))
  return { places: sites, around, town }
}
