import type { Sentence } from '../letters/sentences.ts'
import { COMMA } from '../letters/tokens.ts'
import type { Page } from './page.ts'
import { cast } from './paint.ts'
import { mainEnd } from './scopes.ts'
import { speakerAt } from './speakers.ts'
import { voiceOf } from './voices.ts'
import { hasAct, isAct, masdarAt, mayTell, nounAt, opens, readings, verbAt } from './words.ts'

/** A word that confirms stands at most this many tokens after the word that negates it. */
const REACH = 7
/** What is doubted of an act stands at most this many tokens after the doubt. */
const NEAR = 4

/** Doubts and denials that need no speaker: they hold over whatever is said, by whomever. */
export function doubts(page: Page, sentence: Sentence): void {
  const { doc } = page
  for (let at = sentence.first; at < sentence.end; at++) {
    const particle = doc.particles[at]
    if (!particle) {
      if (page.told.has(at)) continue
      const noun = masdarAt(doc, at)
      if (nounAt(doc, at, 'doubt', 'rumour') || noun?.stance === 'doubts') rumour(page, sentence, at)
      else if (noun?.stance === 'denies' && !page.speaking[at]) deny(page, sentence, at)
      continue
    }
    if (particle.first !== at) continue
    const { role, end, id } = particle
    if (role === 'doubt') forward(page, sentence, end, 'unconfirmed', `says.${id}`)
    else if (role === 'doubt-all') cast(page, sentence.first, sentence.end, 'unconfirmed', `says.${id}`)
    else if (role === 'doubt-here') cast(page, ...clauseOf(page, at), 'unconfirmed', `says.${id}`)
    else if (role === 'doubt-that') either(page, sentence, at, end, 'unconfirmed', `says.${id}`)
    else if (role === 'untrue') forward(page, sentence, end, 'denied', `says.${id}`)
    else if (role === 'untrue-that') either(page, sentence, at, end, 'denied', `says.${id}`)
    else if (role === 'perhaps' && isAct(doc, at - 1) && !ofParty(page, end))
      cast(page, at - 1, at, 'unconfirmed', `says.${id}`)
    else if ((role === 'negation' || role === 'without') && !unconfirmed(page, sentence, at, end) && id === 'deny-past')
      undone(page, sentence, end)
  }
}

/** "A supposed attack of X": only that it was X is supposed. */
const ofParty = ({ doc }: Page, at: number): boolean => {
  const mention = doc.mentionAt[at]
  return mention?.prep === 'to' && (mention.kind === 'actor' || mention.kind === 'unit')
}

type Doubt = 'unconfirmed' | 'denied'

const forward = (page: Page, sentence: Sentence, from: number, status: Doubt, rule: string) =>
  isDetail(page, from) ? undefined : cast(page, from, clauseEnd(page, from, sentence), status, rule)

/** The clause of a token, as first and end. */
const clauseOf = ({ doc }: Page, at: number): readonly [number, number] => {
  const { first, end } = doc.clauseAt[at] ?? { first: at, end: at }
  return [first, end]
}

/** Where what is doubted from here on ends: with its clause, or before what is told on of the act ("which …", "and it is …"). */
function clauseEnd(page: Page, from: number, sentence: Sentence): number {
  const { doc } = page
  const end = from < sentence.end ? clauseOf(page, from)[1] : sentence.end
  let act = false
  for (let at = from; at < end; at++) {
    if (act && (opens(doc, at, 'relative') || opens(doc, at, 'is') || isNextStatement(page, at))) return at
    if (doc.tokens[at]!.key === COMMA && mayTell(doc, at + 1)) return at
    act ||= isAct(doc, at)
  }
  return end
}

/** "And our forces hold …": a subject and its verb. */
const isNextStatement = ({ doc }: Page, at: number): boolean => {
  const mention = doc.mentionAt[at]
  return mention?.first === at && mention.conjunction && mayTell(doc, mention.end)
}

/** Of what follows in its clause, where that is an act; else of what stands before it in the statement; else of the sentence before. */
function either(page: Page, sentence: Sentence, at: number, from: number, status: Doubt, rule: string, spares = false) {
  const { doc } = page
  if (isDetail(page, from)) return
  const end = mainEnd(page, from, sentence.end)
  if (hasAct(doc, from, end))
    return cast(page, from, Math.max(clauseEnd(page, from, sentence), firstAct(page, from) + 1), status, rule)
  if (spares && page.said[at - 1]?.source) return
  const start = statementStart(page, at, sentence.first)
  if (hasAct(doc, start, at)) return cast(page, start, at, status, rule)
  const before = doc.sentences[sentence.index - 1]
  if (!before || spares) return
  for (let i = before.first; i < before.end; i++) if (page.said[i]) cast(page, i, i + 1, status, rule)
}

/** Only the number, the names or the causes are meant. */
function isDetail({ doc }: Page, from: number): boolean {
  for (let at = from; at < Math.min(from + NEAR, doc.tokens.length); at++) {
    if (nounAt(doc, at, 'other', 'detail') || nounAt(doc, at, 'other', 'involvement') || nounAt(doc, at, 'loss')) return true
    if (opens(doc, at, 'question')) return true
    if (isAct(doc, at) || opens(doc, at, 'that') || doc.tokens[at]!.key === COMMA) return false
  }
  return false
}

/** Where what is doubted at its end begins: with what the last speaker says, or else with the clause before. */
function statementStart(page: Page, at: number, first: number): number {
  const { said } = page
  let start = at
  while (start > first && !said[start - 1]) start--
  if (start === first) {
    start = at
    while (start > first && !hasAct(page.doc, start, at)) start = clauseOf(page, start - 1)[0]
    return start
  }
  const { source } = said[start - 1]!
  while (start > first && said[start - 1]?.source === source) start--
  return start
}

/** "News of …", "rumours that …", but not "the news agency". */
function rumour(page: Page, sentence: Sentence, at: number) {
  const { doc } = page
  if (
    doc.mentionAt[at] ||
    page.speaking[at - 1] ||
    readings(doc, at).some(({ prep }) => prep === 'to') ||
    readings(doc, at - 1).some(({ entry }) => entry.class === 'role' && entry.code === 'agency')
  )
    return
  forward(page, sentence, at + 1, 'unconfirmed', 'says.rumour')
}

/** "Not confirmed", "it could not be verified", "without confirmation": a negation and a word that confirms. */
function unconfirmed(page: Page, sentence: Sentence, at: number, from: number): boolean {
  const { doc } = page
  for (let i = from; i < Math.min(from + REACH, sentence.end); i++) {
    if (doc.tokens[i]!.key === COMMA || opens(doc, i, 'that') || opens(doc, i, 'clause')) return false
    const reading = readings(doc, i).find(
      ({ entry, form }) =>
        ((entry.class === 'confirm' || entry.class === 'verify') && (i === from || form.part !== 'past')) ||
        (entry.class === 'check' && form.part === 'masdar'),
    )
    if (reading && !doc.mentionAt[i]) {
      // that nobody in office confirmed it casts no doubt on one who is named
      const issued = reading.entry.class === 'confirm' && reading.form.part === 'masdar' && !reading.pronoun && !reading.article
      either(page, sentence, at, i + 1, 'unconfirmed', 'says.unverified', issued)
      return true
    }
    if (i > from && verbAt(doc, i)) return false
  }
  return false
}

/** A denial as a noun: "an official denial of …". */
function deny(page: Page, sentence: Sentence, at: number) {
  // "could neither confirm nor deny"
  if (readings(page.doc, at - 2).some(({ entry }) => entry.class === 'confirm')) return
  const speaker = speakerAt(page, at + 1, sentence.end, false)
  const voice = speaker?.known ? voiceOf(page, speaker, null) : null
  const from = speaker?.known ? speaker.end : at + 1
  if (!isDetail(page, from)) cast(page, from, clauseEnd(page, from, sentence), 'denied', 'says.denial', voice?.source ?? null)
}

const firstAct = ({ doc }: Page, from: number): number => {
  let at = from
  while (!isAct(doc, at)) at++
  return at
}

/** What a speaker says was not done: "did not shell", "no attack took place"; "could not …" was at least tried. */
function undone(page: Page, sentence: Sentence, verb: number) {
  const { doc } = page
  if (verb >= sentence.end || !page.said[verb]?.source || page.said[verb]!.status === 'asserted') return
  const light = readings(doc, verb).some(({ entry }) => entry.class === 'light' || entry.class === 'undergo')
  const deed = readings(doc, verb).some(({ entry }) => page.words.deeds.has(entry.lemma))
  if (isAct(doc, verb) && deed) cast(page, verb, verb + 1, 'denied', 'says.undone')
  if (light)
    for (let at = verb + 1; at < Math.min(verb + REACH, sentence.end) && !doc.particles[at]; at++)
      if (isAct(doc, at)) cast(page, verb, at + 1, 'denied', 'says.undone')
}
