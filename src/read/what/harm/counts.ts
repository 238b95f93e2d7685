import type { Outcome } from '../../../model/types.ts'
import { OUTCOMES } from '../../../model/types.ts'
import type { Analysis, Count, Doc, Mention } from '../../doc.ts'

type Input = Pick<Doc, 'tokens' | 'analyses'>

export const NONE: Count = { min: 0, max: 0, bound: 'exact' }
export const ONE: Count = { min: 1, max: 1, bound: 'exact' }
export const TWO: Count = { min: 2, max: 2, bound: 'exact' }
/** What a plural without a number counts. */
export const SEVERAL: Count = { min: 2, max: 19, bound: 'vague' }

const PEOPLE: ReadonlySet<string> = new Set(['people', 'fighters', 'victims', 'role', 'nation'])

/** A noun for people, of any kind. */
export const nounOfPeople = (doc: Input, at: number): Analysis | undefined =>
  doc.analyses[at]?.find(({ entry, form, prep }) => form.part === 'noun' && prep !== 'like' && PEOPLE.has(entry.class))

/** How many people words name: by their number, else by the grammar of the noun. A definite plural counts nobody. */
export function countOf(doc: Input, mention: Mention): Count | null {
  if (mention.count) return mention.count
  if (mention.kind !== 'group' && mention.kind !== 'actor') return null
  const noun = nounOfPeople(doc, mention.first)
  // "Turkey" is spelled like "a Turk"
  if (!noun || noun.entry.class === 'nation' || (noun.entry.class === 'role' && mention.kind === 'actor')) return null
  return countOfNoun(doc, mention.first, noun)
}

export function countOfNoun(doc: Input, at: number, { form, article, entry }: Analysis): Count | null {
  const either = doc.analyses[at]!.some((other) => other.entry === entry && other.form.number === 'many')
  if (form.number === 'one') return ONE
  if (form.number === 'two' && !either) return TWO
  return article ? null : SEVERAL
}

/** "The dead", "the wounded", "martyrs": nouns that say the outcome themselves. */
export function outcomeSaid(doc: Input, mention: Mention): Outcome | null {
  if (mention.kind !== 'group' && mention.kind !== 'actor') return null
  for (let at = mention.first; at < mention.end; at++) {
    const entry = doc.analyses[at]!.find((analysis) => analysis.entry.class === 'victims')?.entry
    if (entry && (OUTCOMES as readonly string[]).includes(entry.code)) return entry.code as Outcome
  }
  return null
}

/** "Killed and injured, ten": each of `kinds` outcomes came to one at least. A vague number holds for each. */
export function shared(count: Count, kinds: number): Count {
  if (kinds < 2 || count.bound === 'vague' || count.min < kinds) return count
  return { min: 1, max: count.max === null ? null : count.max - kinds + 1, bound: 'range' }
}
