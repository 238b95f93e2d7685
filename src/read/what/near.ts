import type { Predicate } from '../../data/predicates.ts'
import type { Doc, Mention } from '../doc.ts'

type Input = Pick<Doc, 'tokens' | 'analyses' | 'particles' | 'mentionAt' | 'clauseAt'>

/** A needed word stands in the clause of the trigger, at most this many tokens after it or before it. */
export const NEEDS_REACH = 9
const NEEDS_BEFORE = 3

/** How far from the trigger a word stands that a predicate needs, a word itself nearer than what only names its kind; null where there is none. */
export function distanceOfNeeded(doc: Input, at: number, { needs }: Predicate): number | null {
  const clause = doc.clauseAt[at]!
  for (let gap = 1; gap <= NEEDS_REACH; gap++) {
    let kind = false
    for (const i of gap <= NEEDS_BEFORE ? [at + gap, at - gap] : [at + gap]) {
      // a small word counts only where the act governs it
      if (i < clause.first || i >= clause.end || (i < at && doc.particles[i])) continue
      const { key } = doc.tokens[i]!
      if (needs.some((need) => isFormOf(key, need))) return gap
      if (doc.analyses[i]!.some(({ entry }) => needs.includes(entry.lemma))) return gap
      const mention = doc.mentionAt[i]
      kind ||= mention !== null && mention !== undefined && needs.some((need) => COMPANY[need]?.(mention))
    }
    if (kind) return gap + 0.5
  }
  return null
}

/** A word with what may be written together with it: a preposition and the article before, a pronoun or ending after. */
function isFormOf(key: string, word: string): boolean {
  if (key === word) return true
  const at = key.indexOf(word)
  return at >= 0 && at <= MOST_BEFORE && key.length - at - word.length <= MOST_AFTER && word.length >= LEAST_LETTERS
}
const [MOST_BEFORE, MOST_AFTER, LEAST_LETTERS] = [3, 2, 3]

/** What may be needed beside words: that a party, people or a place are named. */
const COMPANY: Readonly<Record<string, ((mention: Mention) => boolean) | undefined>> = {
  party: ({ kind, code }) => kind === 'actor' || kind === 'unit' || code === 'fighters',
  people: ({ kind, code }) => (kind === 'group' && code !== 'fighters') || kind === 'person',
  fighters: ({ code }) => code === 'fighters',
  place: ({ kind }) => kind === 'place',
  facility: ({ kind }) => kind === 'facility',
  weapon: ({ kind }) => kind === 'weapon',
}
