import type { Doc, Mention, Particle } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { isCountry } from './extent.ts'

type Input = Pick<Doc, 'knowledge' | 'tokens' | 'analyses' | 'particles' | 'mentionAt' | 'phraseAt' | 'verbAt'>

/** The article, the letters that join words, and the endings of whole plurals. */
export type Letters = {
  readonly article: string
  readonly conjunctions: readonly string[]
  readonly endings: readonly string[]
}

/** Small words that may stand between a place and what says where it is. */
export const LINKS: ReadonlySet<string> = new Set(['in', 'from', 'on', 'to', 'between', 'against'])
/** Small words that stand before a place and govern nothing: what governs it stands before them. */
export const PASSING: ReadonlySet<string> = new Set([
  ...['filler', 'also', 'ground', 'air', 'suicide', 'other', 'small', 'ongoing', 'past', 'is', 'part', 'hit', 'unharmed'],
])
/** Small words that govern what follows; others only open a clause. */
const GOVERNING: ReadonlySet<string> = new Set([
  ...LINKS,
  ...['agent', 'with', 'cause', 'origin', 'under', 'during', 'after', 'before', 'like', 'source', 'without', 'support', 'plus'],
])
/** Small words that "and" joins to what stands before them. */
const JOINED: ReadonlySet<string> = new Set([...LINKS, 'filler', 'also'])
/** Verbs whose object or subject may be the place of an act. */
const CARRIES: ReadonlySet<string> = new Set(['light', 'undergo', 'act'])
const PARTIES: ReadonlySet<string> = new Set(['actor', 'unit', 'person', 'source', 'group'])
/** Nouns whose genitive is no place of an act: "the people of A", "the emir of A", "the supplies of A". */
const OWNERS: ReadonlySet<string> = new Set([...PARTIES, 'thing', 'abstract', 'weapon'])

/**
 * What governs a place: the role of the preposition written with it or of the small word before it; "owned" where it
 * belongs to a party or a noun that is no place; "subject" right after a verb that tells of no act; else empty.
 */
export function governorOf(doc: Input, mention: Mention, limit: number, letters: Letters): string {
  const { prep, first, conjunction, bearing, distanceKm } = mention
  let before = first - 1
  while (before >= limit && (isQuote(doc, before) || isQuantity(doc, before) || PASSING.has(doc.particles[before]?.role ?? '')))
    before--
  if (before < limit) return prep ? written(prep) : ''
  const particle = prep ? null : doc.particles[before]
  const governor = prep ? written(prep) : GOVERNING.has(particle?.role ?? '') ? particle!.role : ''
  // "5 km from A", "to the north of A": where, not where from or where to
  if (distanceKm !== undefined || (bearing && governor === 'to')) return 'in'
  const outer = particle ? particle.first - 1 : before
  if (governor === 'from') return partOf(doc, outer, limit)
  if (governor) return outer >= limit && isStationed(doc, outer, governor) ? 'owned' : governor
  // "that the state of A leads", "heads for A", but "that the town of A saw"
  const verb = doc.verbAt[before]
  const kind = verb?.analysis?.entry.class ?? ''
  if (verb && !CARRIES.has(kind)) return verb.pronoun ? 'owned' : 'subject'
  if (verb?.pronoun && (kind === 'act' || isCountry(doc, mention))) return 'owned'
  const party = doc.mentionAt[before]
  if (party && PARTIES.has(party.kind) && (conjunction || isOpen(doc, party, letters))) return 'owned'
  const phrase = doc.phraseAt[first]
  return phrase && phrase.head < first && OWNERS.has(phrase.class) && !doc.particles[phrase.head] ? 'owned' : ''
}

const written = (prep: string): string => (prep === 'to' ? 'for' : prep === 'with' ? 'in' : prep)

/** "Forces stationed in A", "a group loyal to A". */
const isStationed = ({ analyses }: Input, at: number, governor: string): boolean =>
  analyses[at]!.some(({ entry }) => entry.class === 'stationed' || (governor === 'for' && entry.class === 'allied'))

/** "In parts of A": a part of a place is governed as the word for the part is. */
function partOf(doc: Input, at: number, limit: number): string {
  if (at < limit) return 'from'
  const isPart = (index: number) =>
    doc.analyses[index]?.find(
      ({ entry }) => entry.class === 'quantity' || (entry.class === 'relation' && entry.code === 'inside'),
    )
  // an adjective may stand between: "in various parts of A"
  const before = isPart(at) || doc.mentionAt[at] ? at : at - 1
  const part = before >= limit ? isPart(before) : undefined
  if (!part) return 'from'
  return part.prep ? written(part.prep) : (doc.particles[before - 1]?.role ?? '')
}

/** People whose noun is without an article or the ending of a whole plural: the place after it is theirs, "the people of A". */
function isOpen({ tokens }: Input, { kind, end, definite, count }: Mention, { article, endings }: Letters): boolean {
  const { key } = tokens[end - 1]!
  if (kind !== 'group' || count?.bound === 'exact' || definite || key.startsWith(article)) return false
  return !endings.some((form) => key.endsWith(form))
}

const isQuote = ({ tokens }: Input, at: number): boolean => tokens[at]!.kind === 'mark' && tokens[at]!.key !== COMMA

/** "All of A": it is governed as the word for the part is. */
const isQuantity = ({ analyses, particles }: Input, at: number): boolean =>
  !particles[at] && analyses[at]!.some(({ entry, prep }) => entry.class === 'quantity' && prep === '')

/** "And in A", "and also in some villages of A": the small words before a place are joined to what stands before them. */
export function joinedBefore(doc: Input, first: number, limit: number, letters: Letters): boolean {
  for (let at = first - 1; at >= limit; at--) {
    const particle = doc.particles[at]
    if (particle && isJoined(doc, particle, letters)) return true
    if (!particle && !isQuote(doc, at) && !isQuantity(doc, at)) return false
  }
  return false
}

/** A small word with "and" written before it: "and in". */
export function isJoined({ tokens }: Pick<Input, 'tokens'>, { first, id, role }: Particle, { conjunctions }: Letters): boolean {
  const { key } = tokens[first]!
  const form = conjunctions.find((letter) => key.startsWith(letter))
  return form !== undefined && !id.startsWith(form) && key.length > form.length + 1 && JOINED.has(role)
}
