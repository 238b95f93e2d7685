import type { Sentence } from '../letters/sentences.ts'
import { COMMA } from '../letters/tokens.ts'
import type { Page, Voice } from './page.ts'
import { DOCUMENTS, roleAt } from './phrase.ts'
import { contentAfter } from './scopes.ts'
import { type Speaker, speakerAt, speakerBefore } from './speakers.ts'
import { lastHeard, voiceOf } from './voices.ts'
import { isAct, opens, readings, tells } from './words.ts'

/** Between who passes on and whose word, a name in brackets and a small word may stand. */
const ASIDE = 8
/** A statement that somebody issues is named in at most this many tokens. */
const WRITING = 12

/** The subject after its verb. A phrase of unknown words is one only before what is told. */
export function subjectAfter(page: Page, verb: number, sentence: Sentence): Speaker | null {
  const speaker = speakerAt(page, verb + 1, sentence.end, true)
  if (!speaker || speaker.known || isMarked(page, speaker)) return speaker
  // a word of no dictionary is a name
  const { kind } = contentAfter(page, speaker.end, sentence)
  return readings(page.doc, speaker.first).length === 0 && (kind === 'clause' || kind === 'quote') ? speaker : null
}

/** What is told begins after it: "that", a colon, a quotation; after a definite phrase also "of …" or an act. */
function isMarked({ doc, quotes }: Page, { end, whole }: Speaker): boolean {
  const at = doc.tokens[end]?.key === COMMA ? end + 1 : end
  const token = doc.tokens[at]
  if (!token) return false
  if (token.key === ':' || opens(doc, at, 'that') || (token.key === '"' && quotes[at]! > at)) return true
  if (opens(doc, at, 'to')) return opens(doc, at + 1, 'that') !== null || isAct(doc, at + 1)
  if (!whole) return false
  if (doc.particles[at]?.id === 'about' || isAct(doc, at)) return true
  return readings(doc, at).some(({ prep, form }) => form.part === 'masdar' && (prep === 'with' || prep === ''))
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
  if (doc.particles[at]?.role !== 'from') return null
  const speaker = speakerAt(page, at + 1, limit, false)
  return speaker?.known ? speaker : null
}

/** "He added": who was heard in this sentence, or is its subject, or was heard before. */
export function carried(page: Page, sentence: Sentence, at: number, feminine: boolean | null, heard: boolean): Voice | null {
  const last = lastHeard(page, feminine)
  if (heard && last) return last
  const voice = subjectOf(page, sentence, at, last === null) ?? last
  const before = page.doc.sentences[sentence.index - 1]
  return voice ?? (before ? subjectOf(page, before, before.end, false) : null)
}

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

/** "Issued a statement": a writing is named soon after, and will speak. */
export function issues({ doc }: Page, from: number, { end }: Sentence): boolean {
  for (let at = from; at < Math.min(from + WRITING, end); at++) {
    const role = roleAt(doc, at)
    if (role && !role.article && DOCUMENTS.has(role.entry.code)) return true
  }
  return false
}
