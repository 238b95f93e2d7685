import type { Scan } from './scan.ts'

/** Some affix of a slot, and of a value if one is given, opens or closes the word. */
const has = (scan: Scan, slot: string, fits: (form: string, value: string) => boolean): boolean =>
  scan.book.affixes.get(slot)?.some(({ form, value }) => fits(form, value)) ?? false

/** Written with "and". */
export const isJoined = (scan: Scan, key: string): boolean =>
  has(scan, 'conjunction', (form) => key.startsWith(form) && key.length > form.length + 2)

/** "And" with a word that leads on to the rest of a name: "father of", "hill of". */
export const opensName = (scan: Scan, key: string): boolean =>
  has(scan, 'conjunction', (form) => key.startsWith(form) && scan.book.openers.has(key.slice(form.length)))

const hasPronoun = (scan: Scan, key: string): boolean => has(scan, 'pronoun', (form) => form.length > 1 && key.endsWith(form))

/** With the ending of a plural of people. */
export const isPlural = (scan: Scan, key: string): boolean =>
  has(scan, 'plural', (form, value) => value === 'mp' && key.endsWith(form))

/** With the prefix or the ending of a verb. */
function looksVerbal(scan: Scan, key: string): boolean {
  const ends = (slot: string, wanted: string) =>
    has(scan, slot, (form, value) => value === wanted && key.length > form.length + 2 && key.endsWith(form))
  if (has(scan, 'imperfect-prefix', (form, value) => value === 'ms' && key.startsWith(form))) return true
  return ends('past', 'mp') || (ends('past', 'fs') && !ends('plural', 'fp'))
}

/** A word that points at what follows, or one with a pronoun: no name. */
export const isPointer = (scan: Scan, key: string): boolean => scan.book.pointers.has(key) || hasPronoun(scan, key)

/** A word that no list has and that is no name by its look: an adjective, a verb, one that points. */
export const isPlain = (scan: Scan, key: string): boolean =>
  scan.book.isAdjective(key) || looksVerbal(scan, key) || isPointer(scan, key)

/** A definite adjective made of a noun: "industrial", but not "besieged". */
export function isNisba(scan: Scan, at: number): boolean {
  const key = scan.input.tokens[at]?.key ?? ''
  return key.startsWith(scan.article) && scan.book.isNisba(key)
}

/** Nothing here can go on with the word before: a mark, a small word, a time, or a word with one joined before it. */
export function isBoundary(scan: Scan, at: number): boolean {
  const { tokens, analyses } = scan.input
  if (tokens[at]?.kind !== 'word' || scan.isParticle(at) || scan.isTime(at)) return true
  return analyses[at]!.some(({ entry, conjunction, prep }) => entry.class === 'relation' || conjunction || prep !== '')
}

/** What encloses a place begins here: "in the countryside of", "north of", or a place with "in" written with it. */
export function isEnclosing(scan: Scan, at: number): boolean {
  const { tokens, analyses } = scan.input
  // "A (south)": a side of the country
  if (tokens[at]?.key === '(') return scan.nounOf(at + 1, ['relation']) !== null
  if (tokens[at]?.kind !== 'word') return false
  const noun = analyses[at]!.find(({ entry, article }) => !article && (entry.class === 'relation' || entry.class === 'place'))
  if (noun?.entry.class === 'place' && noun.prep === 'with') return true
  if (noun?.entry.class === 'relation' && noun.entry.code !== 'near' && !noun.conjunction)
    return scan.nounOf(at + 1, ['place']) !== null || scan.isNamed(at + 1)
  return scan.phrasesAt(at).some(({ phrase, strip }) => phrase.kind === 'place' && strip.prep === 'with')
}

/** "In the north of", with "in" written with the side. */
export const isInSide = (scan: Scan, at: number): boolean =>
  scan.input.analyses[at]?.some(({ entry, prep }) => entry.class === 'relation' && prep === 'with') ?? false
