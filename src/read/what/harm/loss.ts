import type { Lexicon } from '../../../data/lexicon.ts'
import type { Predicate } from '../../../data/predicates.ts'
import { foldKey } from '../../../model/fold.ts'
import type { Outcome } from '../../../model/types.ts'
import type { Frame, Harm } from '../../doc.ts'

/** What one stretch of words says of people who came to harm: an outcome, how many, and who by name. */
export type Loss = {
  readonly first: number
  /** the words that say the outcome */
  readonly cues: number[]
  readonly sentence: number
  readonly outcomes: Outcome[]
  readonly rows: Harm[]
  readonly people: Frame['people']
  /** counted as "others": of the same act as the loss before */
  others: boolean
}

/** Outcomes of an act of violence; those who are held or driven out came to harm by that act itself. */
export const HARMED: ReadonlySet<Outcome> = new Set(['killed', 'wounded'])

/** Words of the lexicon that losses are read by. */
export type LossWords = {
  /** outcome of each lemma that tells harm done by somebody */
  readonly harms: ReadonlyMap<string, Outcome>
  /** those of them that tell it only in company */
  readonly shy: ReadonlySet<string>
  /** lemmas by which people are told to have come to harm, whoever did it */
  readonly tells: ReadonlySet<string>
  readonly joins: readonly string[]
  /** who an attached pronoun stands for, by its letters */
  readonly pronouns: ReadonlyMap<string, string>
}

/** Collects, once, the words that losses are read by. */
export function lossWords(predicates: readonly Predicate[], lexicon: Lexicon): LossWords {
  const harm = predicates.filter(({ event }) => event === 'harm').map((row) => ({ ...row, lemma: foldKey(row.lemma) }))
  const done = harm.filter(({ subject, outcome }) => subject === 'perp' && outcome !== null)
  const bold = new Set(done.filter(({ needs }) => !needs.length).map(({ lemma }) => lemma))
  const affixes = (slot: string) => lexicon.affixes.filter((row) => row.slot === slot)
  return {
    harms: new Map(done.map(({ lemma, outcome }) => [lemma, outcome as Outcome] as const)),
    shy: new Set(done.map(({ lemma }) => lemma).filter((lemma) => !bold.has(lemma))),
    tells: new Set(harm.map(({ lemma }) => lemma)),
    joins: affixes('conjunction').map(({ form }) => foldKey(form)),
    pronouns: new Map(affixes('pronoun').map(({ form, value }) => [foldKey(form), value])),
  }
}
