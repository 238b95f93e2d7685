import type { Status } from '../../model/types.ts'
import type { Sentence } from '../letters/sentences.ts'
import { COMMA } from '../letters/tokens.ts'
import type { Page, Voice } from './page.ts'
import { cast, clear, lay } from './paint.ts'
import { type Content, contentAfter, mainStart } from './scopes.ts'
import { DOCUMENTS, roleAt, type Speaker, speakerAt, speakerBefore } from './speakers.ts'
import { lastHeard, statusOf, voiceOf } from './voices.ts'
import { hasAct, isAct, isNegated, masdarAt, nounAt, opens, readings, type Stance, tells, type Verb, verbAt } from './words.ts'

/** Those whose business is to report: a verb with other senses tells something when they are its subject. */
const REPORTERS: ReadonlySet<string> = new Set([
  ...['correspondent', 'agency', 'monitor', 'outlet', 'activists', 'medical', 'witness', 'unnamed'],
])
/** What is only a part of the matter is named within this many tokens after the verb. */
const NEAR = 4
/** Between who passes on and whose word, a name in brackets and a small word may stand. */
const ASIDE = 8
/** A statement that somebody issues is named in at most this many tokens. */
const WRITING = 12
/** A speaker named after what is told ends the sentence, but for these many words. */
const TAIL = 7

/** The statement of a finite verb of saying: who, what, how far. Gives the token to read on from. */
export function statement(page: Page, sentence: Sentence, at: number, verb: Verb, heard: boolean): number {
  const { doc } = page
  if (isNegated(doc, at)) return at + 1
  const { form } = verb.analysis
  const feminine = form.person === 'fs' || form.person === 'fp'
  const after = following(page, at, sentence)
  const relative = doc.particles[at - 1]?.role === 'relative'
  const speaker = after ?? (relative ? null : speakerBefore(page, at, sentence.first))
  let from = after?.end ?? at + 1
  const relayed = verb.relays && speaker ? relayedBy(page, from, sentence.end) : null
  if (relayed) from = relayed.end
  let { stance } = verb
  const noun = masdarAt(doc, from)
  if (noun && (noun.analysis.pronoun || noun.analysis.entry === verb.analysis.entry)) {
    if (noun.stance === 'denies') stance = 'denies'
    from++
  }
  const content = contentAfter(page, from, sentence)
  const impersonal = stance === 'doubts' && (speaker ? DOCUMENTS.has(speaker.role) : form.part === 'imperfect')
  const said = content.kind === 'clause' || content.kind === 'quote'
  let voice: Voice | null = null
  if (speaker && !impersonal) {
    if (verb.weak && !said && !relayed && !REPORTERS.has(kindOf(page, speaker))) {
      // "the ministry issued a statement": the statement will speak
      if (writes(page, from, sentence)) voiceOf(page, speaker, feminine)
      return at + 1
    }
    if (!said && !relayed && (verb.relays || (verb.weak && verb.analysis.pronoun))) return at + 1
    voice = voiceOf(page, speaker, feminine)
    if (relayed) voice = voiceOf(page, relayed, null)
  } else if (!impersonal) {
    if (form.passive || (relative && !speaks(page, at - 2))) return at + 1
    const leans =
      (said || form.part === 'past') &&
      (relative || verb.analysis.conjunction || said || at === sentence.first || noun !== null)
    voice = leans && (said || !verb.weak) ? carried(page, sentence, at, feminine, heard || relative) : null
    if (!voice && !(said && !verb.weak) && stance !== 'doubts') return at + 1
  }
  page.told.add(at)
  if (partOnly(page, from, stance)) return from
  if (content.kind === 'none') {
    if (voice) alone(page, sentence, at, from, voice, stance)
    return from
  }
  clear(page, speaker ? Math.min(speaker.first, at) : at, sentence.end)
  const rule = stance === 'says' && content.kind === 'thing' ? 'announces' : stance
  const end = impersonal ? (doc.clauseAt[content.first]?.end ?? content.end) : content.end
  lay(page, content.first, end, { status: stanceOf(stance, voice), source: voice?.source ?? null, rules: [`says.${rule}`] })
  return from
}

/** The statement that a participle carries on: "adding that …", "denying …". */
export function carriedOn(page: Page, sentence: Sentence, at: number, verb: Verb, heard: boolean): void {
  const { doc } = page
  const content = contentAfter(page, at + 1, sentence)
  const said = content.kind === 'clause' || content.kind === 'quote'
  if (content.kind === 'none' || (verb.weak && !said)) return
  const marked = doc.tokens[at - 1]?.kind === 'mark' || content.first - at <= NEAR
  if (!marked || (!said && doc.tokens[at - 1]?.kind !== 'mark' && verb.stance === 'says')) return
  const voice = carried(page, sentence, at, null, heard)
  if (!voice || partOnly(page, at + 1, verb.stance)) return
  lay(page, content.first, content.end, {
    status: stanceOf(verb.stance, voice),
    source: voice.source,
    rules: [`says.${verb.stance}.on`],
  })
}

const stanceOf = (stance: Stance, voice: Voice | null): Status =>
  stance === 'denies' ? 'denied' : stance === 'doubts' ? 'unconfirmed' : voice ? statusOf(voice.source) : 'claimed'

/** The subject after its verb. A phrase of unknown words is one only before what is told. */
function following(page: Page, at: number, sentence: Sentence): Speaker | null {
  const speaker = speakerAt(page, at + 1, sentence.end, true)
  if (!speaker || speaker.known || isMarked(page, speaker.end, speaker.whole)) return speaker
  // a word of no dictionary is a name
  const { kind } = contentAfter(page, speaker.end, sentence)
  return readings(page.doc, speaker.first).length === 0 && (kind === 'clause' || kind === 'quote') ? speaker : null
}

/** A writing is named soon after. */
function writes({ doc }: Page, from: number, { end }: Sentence): boolean {
  for (let at = from; at < Math.min(from + WRITING, end); at++) {
    const role = roleAt(doc, at)
    if (role && !role.article && DOCUMENTS.has(role.entry.code)) return true
  }
  return false
}

/** What is told begins here: "that", a colon, a quotation, "of …", an act. */
function isMarked({ doc, quotes }: Page, from: number, whole: boolean): boolean {
  const at = doc.tokens[from]?.key === COMMA ? from + 1 : from
  const token = doc.tokens[at]
  if (!token) return false
  if (token.key === ':' || opens(doc, at, 'that') || (token.key === '"' && quotes[at]! > at)) return true
  if (doc.particles[at]?.id === 'about') return whole
  if (opens(doc, at, 'to')) return opens(doc, at + 1, 'that') !== null || isAct(doc, at + 1)
  if (!whole) return false
  return (
    isAct(doc, at) || readings(doc, at).some(({ prep, form }) => form.part === 'masdar' && (prep === 'with' || prep === ''))
  )
}

/** "From a medical source": whose word is passed on. */
export function relayedBy(page: Page, from: number, limit: number): Speaker | null {
  const { doc } = page
  let at = from
  let aside = false
  for (; at < limit && at - from < ASIDE; at = doc.particles[at]?.end ?? at + 1) {
    const { key } = doc.tokens[at]!
    if (key === '(' || key === ')') aside = key === '('
    else if (!aside && key !== COMMA && !opens(doc, at, 'clause') && !opens(doc, at, 'turn')) break
  }
  if (doc.particles[at]?.id !== 'about') return null
  const speaker = speakerAt(page, at + 1, limit, false)
  return speaker?.known ? speaker : null
}

/** Only its part in the matter, its number or its names are denied or doubted, or claimed: the act itself is told. */
function partOnly({ doc }: Page, from: number, stance: Stance): boolean {
  for (let at = from; at < Math.min(from + NEAR, doc.tokens.length); at++) {
    if (nounAt(doc, at, 'other', 'involvement')) return true
    if (stance !== 'says' && nounAt(doc, at, 'other', 'detail')) return true
    if (isAct(doc, at) || opens(doc, at, 'that')) return false
  }
  return false
}

/** A verb with its speaker and nothing told after them: it tells what stands before. */
function alone(page: Page, sentence: Sentence, at: number, from: number, voice: Voice, stance: Stance) {
  const { doc } = page
  const { first } = sentence
  if (stance === 'denies') {
    const here = hasAct(doc, first, at)
    const before = doc.sentences[sentence.index - 1]
    if (here) cast(page, mainStart(page, at, first) < at ? first : at, at, 'denied', 'says.denies.before', voice.source)
    else if (before) cast(page, before.first, before.end, 'denied', 'says.denies.before', voice.source)
    return
  }
  const mark = doc.tokens[at - 1]
  const closes = mark?.kind === 'mark' || doc.particles[at - 1]?.role === 'clause'
  if (!closes || readings(doc, at)[0]!.conjunction || sentence.end - from > TAIL) return
  const open = mark?.key === '"' ? page.quotes.indexOf(at - 1) : page.quotes.indexOf(at - 2)
  const begin = open >= 0 ? open : first
  lay(page, begin, at, { status: stanceOf(stance, voice), source: voice.source, rules: [`says.${stance}.after`] })
}

/** "He added": whom the verb leans on, who was heard in this sentence, or is its subject, or was heard before. */
function carried(page: Page, sentence: Sentence, at: number, feminine: boolean | null, heard: boolean): Voice | null {
  const last = lastHeard(page, feminine)
  const before = page.doc.sentences[sentence.index - 1]
  const subject = (heard ? last : null) ?? subjectOf(page, sentence, at, last === null) ?? last
  return subject ?? (before ? subjectOf(page, before, before.end, false) : null)
}

/** What a relative clause is about was named as a speaker, or is a source. */
const speaks = ({ doc, speaking }: Page, at: number): boolean => speaking[at] === true || doc.mentionAt[at]?.kind === 'source'

/** Who the sentence is about: the subject of its first verb. One that acts speaks only where no one else was heard. */
function subjectOf(page: Page, sentence: Sentence, at: number, alone: boolean): Voice | null {
  const { doc } = page
  for (let i = sentence.first; i < at; i++) {
    if (!tells(doc, i)) continue
    const speaker = speakerAt(page, i + 1, at, true) ?? speakerBefore(page, i, sentence.first)
    if (!speaker?.known || (isAct(doc, i) && !alone && !speaker.person)) return null
    return voiceOf(page, speaker, null)
  }
  return null
}

const kindOf = (page: Page, { role, mentions }: Speaker): string => {
  const [mention] = mentions
  if (role) return role
  if (mention?.kind === 'source') return page.doc.knowledge.registry.sources.get(mention.ids[0] ?? '')?.kind ?? 'outlet'
  return mention?.kind === 'group' && mention.code !== 'fighters' ? 'witness' : 'party'
}

export { type Content, roleAt, verbAt }
