import type { Particle } from '../doc.ts'
import type { Sentence } from '../letters/sentences.ts'
import { COMMA } from '../letters/tokens.ts'
import type { Page, Voice } from './page.ts'
import { cast, fill, lay } from './paint.ts'
import { DOCUMENTS, roleAt } from './phrase.ts'
import { contentAfter, mainEnd, mainStart } from './scopes.ts'
import { type Speaker, speakerAt } from './speakers.ts'
import { relayedBy } from './subjects.ts'
import { lastHeard, voiceOf, wordOf } from './voices.ts'
import { masdarAt, nounAt, readings, verbAt } from './words.ts'

/** "According to …": before what is told, after it, or within. Gives the token to read on from. */
export function citation(page: Page, sentence: Sentence, particle: Particle): number {
  const { doc } = page
  const { first, end: limit } = sentence
  let at = particle.end
  const verb = verbAt(doc, at)
  if (verb) at++
  if (at < limit && nounAt(doc, at, 'doubt', 'rumour')) {
    cast(page, first, limit, 'unconfirmed', 'says.rumour')
    return at + 1
  }
  const named = citedAt(page, at, limit, verb !== null)
  if (!named) return particle.end
  const { voice, end, own } = named
  const said = { ...wordOf(page, voice), rules: [`says.${particle.id}`] }
  const before = doc.sentences[sentence.index - 1]
  // a sentence of its own: it belongs to the one before
  if (end >= limit && particle.first === first && before && doc.tokens[before.end]?.key !== '\n') {
    fill(page, mainStart(page, before.end, before.first), before.end, said)
    return end
  }
  if (isOpening(page, particle.first, first)) {
    const told = doc.tokens[end]?.key === ':' ? contentAfter(page, end, sentence) : { first: end, end: limit }
    lay(page, told.first, told.end, said)
    return end
  }
  const scope = page.said[particle.first] ?? page.said[doc.tokens[end]?.key === COMMA ? end + 2 : end + 1]
  if (scope && particle.id === 'said-from') {
    let stop = end
    while (stop < limit && (page.said[stop] === scope || stop < end + 3)) stop++
    lay(page, end, stop, said)
    return end
  }
  if (!own) fill(page, mainStart(page, particle.first, first), particle.first, said)
  const on = doc.tokens[end]?.kind === 'mark' ? end + 1 : end
  if (on < limit && !doc.particles[on]) fill(page, on, mainEnd(page, on, limit), said)
  return end
}

/** Who is cited; `own`: the subject of the words before, by its own account of what follows. */
type Cited = { readonly voice: Voice; readonly end: number; readonly own: boolean }

/** The one cited: "his own words" are of the one heard last, "the account of X" is X's. */
function citedAt(page: Page, from: number, limit: number, addressed: boolean): Cited | null {
  const { doc } = page
  let at = from
  const noun = at < limit ? (masdarAt(doc, at)?.analysis ?? roleAt(doc, at)) : null
  if (noun?.pronoun && noun.entry.class !== 'role') {
    const voice = nearest(page, at) ?? lastHeard(page, null)
    return voice && { voice, end: at + 1, own: true }
  }
  if (masdarAt(doc, at) && !roleAt(doc, at)) at++
  let speaker: Speaker | null = at < limit ? speakerAt(page, at, limit, addressed) : null
  if (!speaker) return null
  speaker = relayedBy(page, speaker.end, limit) ?? writerOf(page, speaker, limit) ?? speaker
  if (!speaker.known && !addressed && !isNamed(page, speaker)) return null
  return { voice: voiceOf(page, speaker, null), end: speaker.end, own: false }
}

/** "A toll that the agency drew up": who made what is cited. */
function writerOf(page: Page, { role, end }: Speaker, limit: number): Speaker | null {
  const made =
    DOCUMENTS.has(role) && readings(page.doc, end).some(({ entry, pronoun }) => entry.kind === 'verb' && pronoun !== '')
  const writer = made ? speakerAt(page, end + 1, limit, false) : null
  return writer?.known ? writer : null
}

/** Roles of those who may head a line that they say. */
const HEADS: ReadonlySet<string> = new Set([
  'unnamed',
  'official',
  'correspondent',
  'activists',
  'witness',
  'monitor',
  'agency',
  'statement',
])

/** A phrase of unknown words is a speaker after "as … said", in marks of quotation, or where it begins as people's names do. */
const isNamed = ({ doc, words }: Page, { first }: Speaker): boolean =>
  doc.tokens[first]!.key === '"' || words.names.has(doc.tokens[first]!.key)

/** The party or source named just before "by its own account". */
function nearest(page: Page, at: number): Voice | null {
  const { doc } = page
  for (let i = at - 1; i >= 0 && at - i < 40; i--) {
    const mention = doc.mentionAt[i]
    if (mention && (mention.kind === 'actor' || mention.kind === 'source' || mention.kind === 'person'))
      return voiceOf(
        page,
        {
          first: mention.first,
          end: mention.end,
          known: true,
          role: '',
          lemma: '',
          bare: false,
          whole: true,
          mentions: [mention],
          person: null,
          name: -1,
        },
        null,
      )
    if (doc.tokens[i]!.key === '\n') return null
  }
  return null
}

/** Nothing of weight stands before it in its sentence. */
function isOpening({ doc }: Page, at: number, first: number): boolean {
  for (let i = first; i < at; i++) if (doc.tokens[i]!.kind === 'word' && !doc.particles[i]) return false
  return true
}

/** "The Observatory: strikes on …": a line that begins with who says it. */
export function heading(page: Page, { first, end }: Sentence): number {
  const { doc } = page
  let colon = first
  while (colon < end && doc.tokens[colon]!.key !== ':' && colon - first < 12) colon++
  if (colon >= end || doc.tokens[colon]!.key !== ':' || colon + 1 >= end) return first
  const speaker = speakerAt(page, first, colon, false)
  if (!speaker?.known || speaker.end !== colon || !mayHead(speaker)) return first
  lay(page, colon + 1, end, { ...wordOf(page, voiceOf(page, speaker, null)), rules: ['says.heading'] })
  return colon + 1
}

/** A source, a party or people of an office or of the place; "the helicopters: 41 barrels" is a count. */
const mayHead = ({ role, mentions, person }: Speaker): boolean => {
  const [mention] = mentions
  if (mentions.some(({ kind }) => kind === 'place')) return false
  if (person || mention?.kind === 'source' || (mention?.kind === 'actor' && mention.ids.length > 0)) return true
  return HEADS.has(role)
}

/** A line that is a dash and a name signs the lines above it. */
export function signature(page: Page, sentence: Sentence): number {
  const { doc } = page
  const { first, end } = sentence
  const above = doc.sentences[sentence.index - 1]
  if (doc.tokens[first]!.key !== '-' || !above || doc.tokens[first - 1]?.key !== '\n') return first
  const speaker = speakerAt(page, first + 1, end, false)
  const after = speaker ? doc.tokens[speaker.end] : null
  if (!speaker?.known || speaker.mentions[0]?.kind !== 'source' || (after && after.kind !== 'mark' && speaker.end < end))
    return first
  if (after?.key === COMMA) return first
  const said = { ...wordOf(page, voiceOf(page, speaker, null)), rules: ['says.signature'] }
  for (let i = sentence.index - 1; i >= 0; i--) {
    const line = doc.sentences[i]!
    fill(page, line.first, line.end, said)
    if (doc.tokens[line.first - 1]?.key === '\n') break
  }
  return speaker.end
}
