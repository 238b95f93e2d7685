import type { Predicate } from '../../data/predicates.ts'
import type { Analysis, Doc, Phrase } from '../doc.ts'
import { agree, isAccusative } from './slots.ts'

type Input = Pick<Doc, 'knowledge' | 'report' | 'tokens' | 'particles' | 'phraseAt' | 'verbAt' | 'clauseAt'>

const DAMMA = '\u064F'

/**
 * A verb without vowels may be active or passive. It is passive by its form; or when it harms people, who stand before it
 * with nobody after, or after it with nobody else; or when a place follows that its ending agrees with and no doer is told.
 */
export function isPassive(doc: Input, at: number, analysis: Analysis, predicate: Predicate, end: number): boolean {
  if (analysis.form.passive || isVowelled(doc, at, analysis)) return true
  if (analysis.pronoun || predicate.subject !== 'perp') return false
  const first = nextBare(doc, at + 1, end)
  if (predicate.outcome) {
    const object = first !== null && isPeople(first)
    if (hasDoerBefore(doc, at) || analysis.form.person === 'mp' || analysis.form.person === 'dual') return !object
    if (!object || first.first > at + LATE) return false
    // "the army carried out a raid and arrested"
    if (HOLDS.has(predicate.outcome) && analysis.conjunction && followsSide(doc, at, analysis)) return false
    // a side that is named takes people and lets them go
    if (HOLDS.has(predicate.outcome) && (first.class === 'actor' || first.class === 'unit')) return false
    // what a passive is told of stands in the nominative, unless a number counts it
    if (isAccusative(first)) return false
    const second = nextBare(doc, first.end, end)
    return !(second && isPeople(second) && !second.joined && first.case !== 'object')
  }
  const struck = first !== null && (first.class === 'place' || first.class === 'facility') && first.first <= at + LATE
  if (!struck || isCountry(doc, first) || isAccusative(first) || hasDoerBefore(doc, at)) return false
  // "and shelled", "it also shelled": the doer is the one told before
  if (analysis.conjunction || doc.particles[at - 1]?.role === 'clause') return false
  const { person } = analysis.form
  return person === 'fs' ? first.agrees !== 'm' : person === 'ms' && first.agrees !== 'f'
}

/** A side did what the clause tells before "and". */
function followsSide(doc: Input, at: number, { form }: Analysis): boolean {
  const { first } = doc.clauseAt[at]!
  for (let i = at - 1; i > first; i--) {
    const verb = doc.verbAt[i - 1]
    const phrase = doc.phraseAt[i]
    if (verb && phrase?.first === i && (phrase.class === 'actor' || phrase.class === 'unit'))
      return phrase.governor === '' && agree(form.person, phrase, true)
  }
  return false
}

/** What people come to that only a side can do to them. */
const HOLDS: ReadonlySet<string> = new Set(['detained', 'abducted', 'released'])

/** A country acts more often than it is struck as a whole. */
const isCountry = ({ knowledge }: Input, { named }: Phrase): boolean =>
  named?.ids.some((id) => knowledge.gazetteer.places.get(id)?.kind === 'country') ?? false

/** Whom a passive is told of stands at most so many tokens after it. */
const LATE = 4

const isPeople = ({ class: kind }: Phrase): boolean =>
  kind === 'group' || kind === 'person' || kind === 'actor' || kind === 'unit'

/** Small words after which no object of the verb before follows: "because of", "who are". */
const TURNS: ReadonlySet<string> = new Set(['cause', 'that', 'clause', 'names'])

/** The next phrase that nothing governs, before the clause turns to something else. */
function nextBare(doc: Input, from: number, end: number): Phrase | null {
  let aside = false
  for (let at = from; at < end; at++) {
    const phrase = doc.phraseAt[at]
    if (phrase) {
      if (phrase.first < from) continue
      if (phrase.governor === '' && aside) aside = false
      else if (phrase.governor === '') return phrase.class === 'act' || phrase.class === 'abstract' ? null : phrase
      at = phrase.end - 1
    } else if (TURNS.has(doc.particles[at]?.role ?? '')) return null
    else if (doc.verbAt[at] && !isAside(doc, at)) return null
    else if (doc.verbAt[at]) aside = true
  }
  return null
}

/** "Gunmen wearing uniforms": a verb right after a noun without the article tells of it. */
const isAside = (doc: Input, at: number): boolean => {
  const before = doc.phraseAt[at - 1]
  return before !== null && before !== undefined && !before.definite && doc.verbAt[at]?.analysis?.form.part !== 'past'
}

/** The first vowel is written, and is that of a passive past. */
const isVowelled = (doc: Input, at: number, { form, lead }: Analysis): boolean => {
  const token = doc.tokens[at]!
  return form.part === 'past' && doc.report.text.slice(token.from, token.to)[lead + 1] === DAMMA
}

/** A side or people stand before the verb in its clause that nothing governs, and that are not the subject of another verb. */
function hasDoerBefore(doc: Input, at: number): boolean {
  const { first } = doc.clauseAt[at]!
  for (let i = at - 1; i >= first; i--) {
    if (doc.particles[i]?.role === 'that') return false
    const phrase = doc.phraseAt[i]
    if (!phrase) continue
    i = phrase.first
    if (phrase.governor === '' && isPeople(phrase) && !phrase.joined) {
      const verb = doc.verbAt[i - 1]
      return !verb || verb.analysis?.entry.class === 'be'
    }
  }
  return false
}
