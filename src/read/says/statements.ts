import type { Attribution } from '../doc.ts'
import type { Sentence } from '../letters/sentences.ts'
import { COMMA } from '../letters/tokens.ts'
import type { Page, Voice } from './page.ts'
import { clear, lay } from './paint.ts'
import { DOCUMENTS } from './phrase.ts'
import { type Content, contentAfter, mainStart } from './scopes.ts'
import { type Speaker, speakerBefore } from './speakers.ts'
import { carried, issues, relayedBy, subjectAfter } from './subjects.ts'
import { kindOf, voiceOf, wordOf } from './voices.ts'
import { isAct, isNegated, masdarAt, nounAt, opens, readings, type Stance, type Verb } from './words.ts'

/** Those whose business is to report: a verb with other senses tells something when they are its subject. */
const REPORTERS: ReadonlySet<string> = new Set([
  ...['correspondent', 'agency', 'monitor', 'outlet', 'activists', 'medical', 'witness', 'unnamed'],
])
/** What is only a part of the matter is named within this many tokens after the verb. */
const NEAR = 4
/** A speaker named after what is told ends the sentence, but for these many words. */
const TAIL = 7

/** A verb of saying at work: its subject, whose word it passes on, how, and from which token on what is told. */
type Telling = {
  readonly at: number
  readonly verb: Verb
  readonly stance: Stance
  readonly speaker: Speaker | null
  readonly relayed: Speaker | null
  readonly from: number
  /** it tells of the noun before it: "the agency which said" */
  readonly relative: boolean
  readonly content: Content
}

const isSaid = ({ kind }: Content): boolean => kind === 'clause' || kind === 'quote'

/** The statement of a finite verb of saying: who, what, how far. Gives the token to read on from. */
export function statement(page: Page, sentence: Sentence, at: number, verb: Verb, heard: boolean): number {
  if (isNegated(page.doc, at) || isWhoTheyAre(page, at, verb)) return at + 1
  const telling = tellingOf(page, sentence, at, verb)
  const { stance, from, content, speaker } = telling
  const impersonal = isImpersonal(telling)
  const voice = impersonal ? null : whoSays(page, sentence, telling, heard)
  if (voice === NOBODY) return at + 1
  page.told.add(at)
  if (partOnly(page, from, stance)) return from
  if (content.kind === 'none') {
    if (voice && stance === 'says') after(page, sentence, telling, voice)
    return from
  }
  clear(page, speaker ? Math.min(speaker.first, at) : at, sentence.end)
  const end = impersonal ? (page.doc.clauseAt[content.first]?.end ?? content.end) : content.end
  const rule = stance === 'says' && content.kind === 'thing' ? 'says.announces' : `says.${stance}`
  lay(page, content.first, end, { ...saidBy(page, voice, stance), rules: [rule] })
  return from
}

function tellingOf(page: Page, sentence: Sentence, at: number, verb: Verb): Telling {
  const { doc } = page
  const subject = subjectAfter(page, at, sentence)
  const relative = doc.particles[at - 1]?.role === 'relative'
  const speaker = subject ?? (relative ? null : speakerBefore(page, at, sentence.first))
  const relayed = verb.relays && speaker ? relayedBy(page, subject?.end ?? at + 1, sentence.end) : null
  let from = relayed?.end ?? subject?.end ?? at + 1
  // "his saying that", "his denial of"; "denied a firm denial"
  const noun = masdarAt(doc, from)
  const repeats = noun !== null && (noun.analysis.pronoun !== '' || noun.analysis.entry === verb.analysis.entry)
  if (repeats) from++
  const stance = repeats && noun.stance === 'denies' ? 'denies' : verb.stance
  const content = asTold(doc, at, from) ? NOTHING : contentAfter(page, from, sentence)
  return { at, verb, stance, speaker, relayed, from, relative, content }
}

const NOTHING: Content = { kind: 'none', first: 0, end: 0 }

/** "As X said, …", "as X said, who is …": what is told stands before. */
const asTold = (doc: Page['doc'], at: number, from: number): boolean =>
  doc.particles[at - 1]?.id === 'as' &&
  (opens(doc, from, 'is') !== null || (doc.tokens[from]?.key === COMMA && !opens(doc, from + 1, 'that')))

/** "Gunmen believed to be of …": only who they are is doubted. */
const isWhoTheyAre = ({ doc }: Page, at: number, { stance }: Verb): boolean =>
  stance === 'doubts' && doc.particles[at + 1]?.id === 'that-it' && doc.mentionAt[at - 1] !== null

/** "It is believed that": nobody in particular doubts. */
const isImpersonal = ({ stance, speaker, verb }: Telling): boolean =>
  stance === 'doubts' && (speaker ? DOCUMENTS.has(speaker.role) : verb.analysis.form.part === 'imperfect')

/** The verb tells nothing that anybody says. */
const NOBODY = Symbol('nobody')

/** Whose word a telling is; null where it is told that something was said, and not by whom. */
function whoSays(page: Page, sentence: Sentence, telling: Telling, heard: boolean): Voice | null | typeof NOBODY {
  const { at, verb, stance, speaker, relayed, from, relative, content } = telling
  const { form, conjunction, pronoun } = verb.analysis
  const feminine = form.person === 'fs' || form.person === 'fp'
  const said = isSaid(content)
  if (speaker) {
    if (verb.weak && !said && !relayed && !REPORTERS.has(kindOf(page, speaker))) {
      if (issues(page, from, sentence)) voiceOf(page, speaker, feminine)
      return NOBODY
    }
    if (!said && !relayed && (verb.relays || (verb.weak && pronoun))) return NOBODY
    const voice = voiceOf(page, speaker, feminine)
    return relayed ? voiceOf(page, relayed, null) : voice
  }
  if (form.passive || (relative && !spoke(page, at - 2))) return NOBODY
  const leans = relative || conjunction || said || at === sentence.first || stance !== verb.stance
  const voice =
    leans && (said || (form.part === 'past' && !verb.weak)) ? carried(page, sentence, at, feminine, heard || relative) : null
  const owned = form.person === 'we' && stance === 'denies'
  return voice || (said && !verb.weak) || stance === 'doubts' || owned ? voice : NOBODY
}

/** What a relative clause is about was named as a speaker, or is a source. */
const spoke = ({ doc, speaking }: Page, at: number): boolean => speaking[at] === true || doc.mentionAt[at]?.kind === 'source'

const saidBy = (page: Page, voice: Voice | null, stance: Stance): Pick<Attribution, 'status' | 'source'> => {
  const word = voice ? wordOf(page, voice) : ({ status: 'claimed', source: null } as const)
  return stance === 'says' ? word : { ...word, status: stance === 'denies' ? 'denied' : 'unconfirmed' }
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
function after(page: Page, sentence: Sentence, { at, from }: Telling, voice: Voice) {
  const { doc } = page
  const mark = doc.tokens[at - 1]
  const as = doc.particles[at - 1]?.id === 'as'
  const [reading] = readings(doc, at)
  if (reading!.conjunction || reading!.pronoun) return
  if (!as && (mark?.kind !== 'mark' || sentence.end - from > TAIL)) return
  const open = mark?.key === '"' ? page.quotes.indexOf(at - 1) : page.quotes.indexOf(at - 2)
  const begin = open >= 0 ? open : mainStart(page, at, sentence.first)
  lay(page, begin, at, { ...wordOf(page, voice), rules: ['says.after'] })
}

/** The statement that a participle carries on: "adding that …", "denying …". */
export function carriedOn(page: Page, sentence: Sentence, at: number, verb: Verb, heard: boolean): void {
  const { doc } = page
  const content = contentAfter(page, at + 1, sentence)
  const said = isSaid(content)
  if (content.kind === 'none' || (verb.weak && !said)) return
  const marked = doc.tokens[at - 1]?.kind === 'mark'
  if (!marked && !(content.first - at <= NEAR && (said || verb.stance !== 'says'))) return
  const voice = carried(page, sentence, at, null, heard)
  if (!voice || partOnly(page, at + 1, verb.stance)) return
  lay(page, content.first, content.end, { ...saidBy(page, voice, verb.stance), rules: [`says.${verb.stance}.on`] })
}
