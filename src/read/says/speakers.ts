import type { Mention } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import type { Page } from './page.ts'
import { DOCUMENTS, next, Phrase, roleAt, SPEAKS } from './phrase.ts'
import { type Input, isAct, opens, readings, tells } from './words.ts'

/** The words that name who speaks: tokens [first, end). */
export type Speaker = {
  readonly first: number
  readonly end: number
  /** its first word is one for people or bodies that speak; else only its place tells that it is a speaker */
  readonly known: boolean
  /** code of the word that it is named by: a kind of source, "document", or empty */
  readonly role: string
  /** that word; empty for a name */
  readonly lemma: string
  /** one definite word that names nobody: "the source" */
  readonly bare: boolean
  /** a name or a definite noun */
  readonly whole: boolean
  readonly mentions: readonly Mention[]
  /** the name of the person that they end in */
  readonly person: Mention | null
  /** where a name that no list has begins, after a title; -1 for none */
  readonly name: number
}

/** A speaker is named in at most this many words. */
const MOST = 12
/** Small words before a speaker that are no part of the name. */
const SKIPPED: ReadonlySet<string> = new Set(['filler', 'also', 'small', 'turn', 'exists'])

/**
 * The speaker named from this token on, if any. `addressed`: words for whom it was said to may stand before it
 * ("told us a source").
 */
export function speakerAt(page: Page, from: number, limit: number, addressed: boolean): Speaker | null {
  const first = skipTo(page, from, limit, addressed)
  const phrase = new Phrase(page, first)
  let at = first
  while (at < limit && at - first < MOST) {
    const step = next(phrase, at, limit)
    if (step === null) break
    at = step
  }
  if (phrase.words === 0) return null
  const inner = DOCUMENTS.has(phrase.role) ? ofDocument(phrase) : null
  if (inner) return inner
  const { doc } = page
  const alone = phrase.end === first + 1 || onlyDocuments(phrase)
  return {
    first,
    end: phrase.end,
    known: phrase.known,
    role: phrase.role,
    lemma: phrase.lemma,
    bare: alone && phrase.mentions.length === 0 && (phrase.role === 'statement' || (roleAt(doc, first)?.article ?? false)),
    whole: phrase.whole,
    mentions: phrase.mentions,
    person: phrase.person,
    name: phrase.name,
  }
}

/** "The text of the statement": nobody is named but by what was written. */
function onlyDocuments({ page, first, end }: Phrase): boolean {
  for (let at = first; at < end; at++) if (!DOCUMENTS.has(roleAt(page.doc, at)?.entry.code ?? '')) return false
  return true
}

/** Past times, fillers, and those who were spoken to. */
export function skipTo(page: Page, from: number, limit: number, addressed: boolean): number {
  const { doc } = page
  let at = from
  while (at < limit) {
    const time = page.timeAt.get(at)
    if (time) at = time.end
    else if (SKIPPED.has(doc.particles[at]?.role ?? '')) at = doc.particles[at]!.end
    else if (page.words.addressees.has(doc.tokens[at]!.key) && readings(doc, at).length === 0) at++
    else if (addressed && page.words.to.has(doc.tokens[at]!.key) && page.quotes[at + 1]! > 0) at = page.quotes[at + 1]! + 1
    else if (addressed && isTo(doc, at)) at = doc.mentionAt[at]?.end ?? at + 1
    else return at
  }
  return at
}

/** Written together with "to". */
const isTo = (doc: Input, at: number): boolean => {
  const mention = doc.mentionAt[at]
  if (mention) return mention.first === at && mention.prep === 'to'
  return !doc.particles[at] && readings(doc, at).some(({ prep, form }) => prep === 'to' && form.part === 'noun')
}

/** "A statement of the ministry": the ministry speaks, where it is named. */
function ofDocument({ page, first, end }: Phrase): Speaker | null {
  const { doc } = page
  for (let at = first + 1; at < end; at++) {
    const mention = doc.mentionAt[at]
    const role = roleAt(doc, at)
    if (!(mention?.first === at && SPEAKS.has(mention.kind)) && (!role || DOCUMENTS.has(role.entry.code))) continue
    const phrase = new Phrase(page, at)
    for (let i = at; i < end; ) {
      const step = next(phrase, i, end)
      if (step === null) break
      i = step
    }
    if (phrase.words === 0) return null
    const { known, lemma, mentions, person, name } = phrase
    return { first: at, end, known, role: phrase.role, lemma, bare: false, whole: true, mentions, person, name }
  }
  return null
}

/** The subject that stands before its verb: from the last place where one may begin, up to the verb. */
export function speakerBefore(page: Page, verb: number, first: number): Speaker | null {
  const { doc } = page
  let begin = verb - 1
  for (; begin > first; begin--) {
    const { key, kind } = doc.tokens[begin - 1]!
    if (kind === 'mark' && key !== '"' && key !== '(' && key !== ')' && key !== '-' && key !== COMMA) break
    if (['that', 'clause', 'past', 'turn'].includes(doc.particles[begin - 1]?.role ?? '')) break
  }
  for (const from of begin > first ? [begin, first] : [first]) {
    let at = from
    while (at < verb && doc.particles[at] && !opens(doc, at, 'one-of')) at = doc.particles[at]!.end
    while (at < verb && doc.tokens[at]!.key === COMMA) at++
    const speaker = speakerAt(page, at, verb, false)
    if (!speaker) continue
    if (speaker.end === verb) return speaker
    if (!speaker.known) continue
    let told = false
    for (let i = speaker.end; i < verb; i++) told ||= tells(doc, i) || isAct(doc, i)
    if (!told) return speaker
  }
  return null
}
