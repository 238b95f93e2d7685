import type { Doc, Phrase, Trigger } from '../doc.ts'
import { agree, asSide, carriedBy, type Grammar, isAccusative, kindOf } from './slots.ts'

type Input = Pick<Doc, 'sentences' | 'analyses' | 'particles' | 'phraseAt' | 'verbAt' | 'clauseAt' | 'tokens'>

/** What stands before a trigger and belongs to it. */
export type Before = {
  readonly doers: readonly Phrase[]
  /** the person of a verb that carries the act and whose doer has not been told yet: "claimed the attack" */
  readonly late: string | null
  /** those that an act came upon: "X was exposed to" */
  readonly sufferers: readonly Phrase[]
  /** places that a clause opens with, weapons just before */
  readonly around: readonly Phrase[]
}

/** A weapon before an act belongs to it within so many tokens. */
const WEAPON_REACH = 6

export function doersBefore(doc: Input, grammar: Grammar, trigger: Trigger): Before {
  const around: Phrase[] = []
  for (let at = trigger.at - 1; at >= trigger.first; at--) {
    const phrase = doc.phraseAt[at]
    if (!phrase) continue
    at = phrase.first
    const placed = phrase.class === 'place' || phrase.class === 'facility'
    if (placed && (phrase.governor === 'in' || phrase.governor === 'with')) around.push(phrase)
    if (phrase.class === 'weapon' && trigger.at - phrase.first < WEAPON_REACH) around.push(phrase)
  }
  return trigger.verbal ? ofVerb(doc, grammar, trigger, around) : ofNoun(doc, grammar, trigger, around)
}

/** The subject before a verb: the phrase that nothing governs, with no other verb between but one that only carries. */
function ofVerb(doc: Input, grammar: Grammar, trigger: Trigger, around: readonly Phrase[]): Before {
  const person = trigger.analysis?.form.person ?? ''
  const found = subjectBefore(doc, grammar, trigger.at, trigger.first, person)
  return { doers: found ? withJoined(doc, found, trigger.at, grammar) : [], sufferers: [], around, late: null }
}

function subjectBefore(doc: Input, grammar: Grammar, from: number, limit: number, person: string): Phrase | null {
  let apart = false
  let said = false
  for (let at = from - 1; at >= limit; at--) {
    const role = doc.particles[at]?.role
    if (role === 'clause' || role === 'result') return null
    // "after they took": the subject may be the topic before "after"
    const own = role === 'that' && doc.particles[at]!.id === THAT_IT
    if (role === 'that' && !own && !AROUND.has(doc.particles[at - 1]?.role ?? '')) return null
    if (own) said = true
    if (role === 'relative') {
      apart = false
      // the noun that the clause is about does what its verb says
      const head = doc.phraseAt[at - 1]
      if (head && at - 1 >= limit && canAct(grammar, head) && !doc.verbAt[from - 1]) return head
      continue
    }
    const verb = doc.verbAt[at]
    if (verb) {
      if (said) continue
      if (carriedBy(grammar, verb.analysis) === 'doer' || isAuxiliary(verb.analysis) || isAside(doc, at)) continue
      apart = true
      continue
    }
    const phrase = doc.phraseAt[at]
    if (!phrase) continue
    at = phrase.first
    if (said) {
      // "the army said that it struck": the speaker is the doer
      if (phrase.governor === '' && phrase.class === 'actor') return phrase
      continue
    }
    if (phrase.governor !== '' || phrase.joined || apart || !canAct(grammar, phrase)) continue
    if (!agree(person, phrase, true) || (doc.verbAt[phrase.first - 1] && isAccusative(phrase))) continue
    // "the spokesman said": the subject of the verb before it
    const before = verbBefore(doc, phrase.first, limit)
    if (before && !carriedBy(grammar, before.analysis) && !isAuxiliary(before.analysis)) return null
    return phrase
  }
  return null
}

const APART: ReadonlySet<string> = new Set(['after', 'before', 'during', 'context'])

/** "That it": the pronoun stands for the one who speaks. */
const THAT_IT = 'that-it'

const AROUND: ReadonlySet<string> = new Set(['after', 'before'])

const isAuxiliary = (analysis: Trigger['analysis']): boolean => analysis?.entry.class === 'be'

function verbBefore(doc: Input, at: number, limit: number) {
  for (let i = at - 1; i >= limit && i >= at - 2; i--) {
    const role = doc.particles[i]?.role
    if (role === 'that' || role === 'clause') return null
    if (doc.verbAt[i]) return doc.verbAt[i]
    if (doc.phraseAt[i]) return null
  }
  return null
}

/** The doer of a noun of doing: the subject of the verb, or of the noun of the verb, that carries it. */
function ofNoun(doc: Input, grammar: Grammar, trigger: Trigger, around: readonly Phrase[]): Before {
  const start = doc.clauseAt[trigger.at]!.first
  const sentence = doc.sentences[trigger.sentence]!
  const governor = doc.phraseAt[trigger.at]?.governor
  let after: Phrase | null = null
  let of: Phrase | null = null
  for (let at = trigger.at - 1; at >= start; at--) {
    const role = doc.particles[at]?.role
    if (role === 'that' || role === 'clause' || role === 'result' || role === 'cause') break
    // "carried out strikes after a bombing": the bombing was another's; a fight may be the same side's
    if (role !== undefined && role === governor && APART.has(role) && trigger.predicate.event !== 'armed clash') break
    const verb = doc.verbAt[at]
    const phrase = doc.phraseAt[at]
    if (verb) {
      const carried = carriedBy(grammar, verb.analysis)
      if (!carried && isAside(doc, at)) continue
      if (!carried) break
      const subject =
        after && agree(mayBeNoun(doc, at) ? '' : verb.person, after, false)
          ? after
          : subjectBefore(doc, grammar, at, start, verb.person)
      if (!subject) {
        if (carried === 'doer' && trigger.analysis?.article) return { doers: [], sufferers: [], around, late: verb.person }
        const told =
          carried === 'doer' && verb.analysis?.conjunction
            ? subjectOfBefore(doc, grammar, at, sentence.first, verb.person)
            : null
        return { doers: told ? withJoined(doc, told, at, grammar) : [], sufferers: [], around, late: null }
      }
      if (carried === 'doer') return { doers: withJoined(doc, subject, trigger.at, grammar), sufferers: [], around, late: null }
      if (carried === 'target')
        return { doers: [], sufferers: withJoined(doc, subject, trigger.at, grammar), around, late: null }
      if (carried === 'place') return { doers: [], sufferers: [], around: [...around, subject], late: null }
      const told = trigger.predicate.event !== 'harm' && (subject.class === 'actor' || subject.class === 'unit')
      return { doers: told ? [subject] : [], sufferers: [], around, late: null }
    }
    if (!phrase) continue
    at = phrase.first
    if (phrase.class === 'act') {
      const analysis = doc.analyses[phrase.head]!.find(({ entry }) => entry.kind === 'verb') ?? null
      if (carriedBy(grammar, analysis) === 'doer' && of?.of === phrase.head)
        return { doers: withJoined(doc, of, trigger.at, grammar), sufferers: [], around, late: null }
      // the doer stands before what is done
      after = null
      continue
    }
    if (phrase.joined || !canCarry(grammar, phrase)) continue
    if (phrase.governor === '') after = phrase
    if (phrase.governor === 'of') of = phrase
  }
  return { doers: [], sufferers: [], around, late: null }
}

/** "And carried out": the doer of the clauses before, a side that nothing governs. */
function subjectOfBefore(doc: Input, grammar: Grammar, from: number, limit: number, person: string): Phrase | null {
  for (let at = from - 1; at >= limit; at--) {
    if (doc.particles[at]?.role === 'that') return null
    const phrase = doc.phraseAt[at]
    if (!phrase) continue
    at = phrase.first
    const side = phrase.class === 'actor' || phrase.class === 'unit' || asSide(grammar, phrase) !== null
    if (side && phrase.governor === '' && !phrase.joined && agree(person, phrase, true)) return phrase
  }
  return null
}

/** "Gunmen wearing uniforms": a verb right after a noun without the article tells of it. */
const isAside = (doc: Input, at: number): boolean => {
  const before = doc.phraseAt[at - 1]
  return before !== null && before !== undefined && !before.definite && before.class !== 'act'
}

const mayBeNoun = (doc: Input, at: number): boolean => doc.analyses[at]!.some(({ form }) => form.part === 'masdar')

/** Who may do an act: a side, people, or a country. */
export const canAct = (grammar: Grammar, phrase: Phrase): boolean => {
  const kind = kindOf(phrase)
  return kind === 'party' || kind === 'people' || asSide(grammar, phrase) !== null
}
const canCarry = (grammar: Grammar, phrase: Phrase): boolean => canAct(grammar, phrase) || kindOf(phrase) !== null

/** The phrase, those that "and" joins to it, and those that support it before the act is told. */
function withJoined(doc: Input, phrase: Phrase, limit: number, grammar: Grammar): readonly Phrase[] {
  const list = [phrase]
  let joining = true
  for (let at = phrase.end; at < limit; at++) {
    const next = doc.phraseAt[at]
    if (!next) {
      if (doc.verbAt[at] || at > list.at(-1)!.end + 1) joining = false
      continue
    }
    const joined = joining && next.joined
    joining &&= next.joined
    if ((joined || next.governor === 'support') && canAct(grammar, next)) list.push(next)
    at = next.end - 1
  }
  return list
}
