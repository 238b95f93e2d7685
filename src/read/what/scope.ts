import type { Doc, Phrase, Trigger } from '../doc.ts'
import { carriedBy, type Grammar, kindOf } from './slots.ts'

export type Input = Pick<
  Doc,
  | 'knowledge'
  | 'report'
  | 'tokens'
  | 'sentences'
  | 'analyses'
  | 'particles'
  | 'mentions'
  | 'mentionAt'
  | 'addressAt'
  | 'phraseAt'
  | 'verbAt'
  | 'clauseAt'
  | 'triggers'
  | 'note'
>

/** A phrase that may fill a role, and what governs it there. */
export type Argument = { readonly phrase: Phrase; readonly governor: string }

/** Small words after which nothing belongs to the act. */
const ENDS: ReadonlySet<string> = new Set(['that', 'unreal', 'context', 'source'])

/** The phrases after a trigger that belong to it: those of a relative clause stay with its verb. */
export function argumentsOf(doc: Input, grammar: Grammar, trigger: Trigger, starts: ReadonlySet<number>): readonly Argument[] {
  const { phraseAt, verbAt, particles } = doc
  const list: Argument[] = []
  let agent = false
  let inner = false
  let other = false
  let skipped = 0
  for (let at = trigger.at + 1; at < trigger.end; ) {
    const phrase = phraseAt[at]
    if (phrase) {
      if (phrase.first < trigger.at && phrase.end <= trigger.at + 1) {
        at++
        continue
      }
      const bare = phrase.governor === '' && !phrase.joined
      if (bare && skipped > 0) skipped--
      else if (inner && !bare && phrase.class !== 'place' && phrase.governor !== 'on') {
        // it belongs to the verb of a relative clause
      } else if (other && (bare || phrase.governor === 'for' || phrase.governor === 'from')) {
        // it belongs to another noun of doing
      } else {
        if (bare) inner = false
        const fired = isFired(doc, phrase)
        const governor = fired || (agent && phrase.governor === '') ? 'agent' : phrase.governor
        if (kindOf(phrase) || phrase.class === 'weapon') list.push({ phrase, governor })
        if (governor === 'agent') agent = false
      }
      if (phrase.class === 'act' && !fillsOut(doc, trigger, phrase.head, starts)) other = true
      at = Math.max(phrase.end, at + 1)
      continue
    }
    const verb = verbAt[at]
    if (verb) {
      const carried = carriedBy(grammar, verb.analysis)
      const kind = verb.analysis?.entry.class ?? ''
      if (carried && verb.pronoun && !(verb.relative && list.length)) agent = true
      else if (kind === 'cause') break
      else if (!verb.relative && (verb.analysis?.conjunction || kind === 'say')) break
      else if (verb.relative ? list.length > 0 : kind !== 'light') {
        skipped = 1
        inner = verb.relative
      }
    } else if (ENDS.has(particles[at]?.role ?? '') && particles[at]!.first === at) break
    at++
  }
  return list
}

/** "The shells of the army", "by shells from the army": those whose weapon it is did it. */
function isFired({ phraseAt }: Input, phrase: Phrase): boolean {
  const { governor, of, first } = phrase
  if (governor === 'of') return phraseAt[of]?.class === 'weapon'
  return governor === 'from' && kindOf(phrase) === 'party' && phraseAt[first - 2]?.class === 'weapon'
}

/** The noun of doing at this token is the trigger, or one that follows it and only fills it out: "release", "arrest". */
export function fillsOut(doc: Input, trigger: Trigger, of: number, starts: ReadonlySet<number>): boolean {
  for (let at = of; at > trigger.at; ) {
    const phrase = doc.phraseAt[at]
    if (phrase?.class !== 'act' || starts.has(at)) return false
    if (phrase.governor === '' && phrase.first === trigger.at + 1) return true
    if (phrase.governor !== 'of') return false
    at = phrase.of
  }
  return of === trigger.at || doc.phraseAt[of]?.of === trigger.at
}
