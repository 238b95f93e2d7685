import { toOriginal } from '../../model/fold.ts'
import { SOURCE_KINDS, type SourceKind } from '../../model/types.ts'
import type { Attribution, Mention } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import type { Page, Voice } from './page.ts'
import { DOCUMENTS, roleAt } from './phrase.ts'
import type { Speaker } from './speakers.ts'
import { readings } from './words.ts'

export type Source = NonNullable<Attribution['source']>

/** A phrase of at most this many words may be named by what stands in brackets after it. */
const SHORT = 2
const KINDS: ReadonlySet<string> = new Set(SOURCE_KINDS)
/** Groups of people, as the kind of source that they are; all others are witnesses. */
const GROUPS: Readonly<Record<string, SourceKind | undefined>> = {
  activists: 'activists',
  medics: 'medical',
  rescuers: 'medical',
  fighters: 'party',
}

/**
 * The source that a phrase names, in its shortest words: a person by the name, a body by its name in the registry, others by
 * the whole phrase. "The source" is the one heard before.
 */
export function voiceOf(page: Page, speaker: Speaker, feminine: boolean | null): Voice {
  const again = speaker.bare ? heardAs(page, speaker) : null
  const voice = again ? { ...again, feminine } : { source: sourceOf(page, speaker), lemma: speaker.lemma, feminine }
  for (let at = speaker.first; at < speaker.end; at++) page.speaking[at] = true
  page.heard.push(voice)
  return voice
}

/** Who was heard before under this word; a statement, whoever was heard last. */
const heardAs = ({ heard }: Page, { lemma, role }: Speaker): Voice | null =>
  (DOCUMENTS.has(role) ? heard.at(-1) : heard.findLast((voice) => voice.lemma === lemma)) ?? null

/** The last one heard that a verb may agree with. */
export const lastHeard = ({ heard }: Page, feminine: boolean | null): Voice | null =>
  heard.findLast((voice) => feminine === null || voice.feminine === null || voice.feminine === feminine) ?? null

function sourceOf(page: Page, speaker: Speaker): Source {
  const { mentions } = speaker
  const person = speaker.person ?? besideIt(page, speaker)
  const cited = mentions[0]?.kind === 'source' && mentions[0].first <= speaker.first + 1 ? mentions[0] : null
  const joined = mentions.some((mention) => mention.conjunction && mention.first > speaker.first)
  const alias = cited || person ? null : inBrackets(page, speaker)
  if (alias) return { from: alias.from, to: alias.to, ...identityOf(page, speaker, alias) }
  const { from, to } =
    (person && spanOf(page, person)) ??
    (speaker.name >= 0 ? wordsOf(page, { ...speaker, first: speaker.name }) : null) ??
    (joined || !cited ? null : spanOf(page, cited)) ??
    wordsOf(page, speaker)
  return { from, to, ...identityOf(page, speaker, cited ?? mentions.find(({ kind }) => kind !== 'person') ?? person ?? null) }
}

/** "An activist called …", "the director, …,": the name of a person that follows the phrase. */
function besideIt({ doc }: Page, { end, role }: Speaker): Mention | null {
  if (role === '' || DOCUMENTS.has(role)) return null
  const next = doc.particles[end]?.role === 'names' ? doc.particles[end]!.end : doc.tokens[end]?.key === COMMA ? end + 1 : -1
  const mention = doc.mentionAt[next] ?? null
  return mention?.kind === 'person' && mention.first === next ? mention : null
}

/** "The organisation (the White Helmets)": the name in brackets after a phrase that names none. */
function inBrackets({ doc }: Page, { first, end, mentions }: Speaker): Mention | null {
  const mention = doc.tokens[end]?.key === '(' ? doc.mentionAt[end + 1] : null
  if (end - first > SHORT) return null
  const named = mention?.first === end + 1 && (mention.kind === 'source' || mention.kind === 'actor')
  return named && !mentions.some(({ kind }) => kind === 'actor') ? mention : null
}

/** The words of a name, with the mark that closes a quotation within them. */
function spanOf({ doc, quotes }: Page, { first, end, from, to }: Mention) {
  const open = quotes.subarray(first, end).includes(end)
  return { from, to: open ? doc.tokens[end]!.to : to }
}

/** The words of the phrase, without what is written together with the first and without marks of quotation around it. */
function wordsOf({ doc, quotes }: Page, { first, end }: Speaker) {
  const around = doc.tokens[first]!.key === '"' && quotes[first] === end - 1
  const from = around ? first + 1 : first
  const until = around ? end - 1 : end
  const mention = doc.mentionAt[from]
  if (mention?.first === from && !mention.prep) return { from: mention.from, to: toOf(doc, until) }
  const { at, until: stop } = doc.tokens[from]!
  const reading = roleAt(doc, from) ?? readings(doc, from)[0]
  // the article that is written together with "to the" cannot be set free
  const lead = reading?.article && reading.prep === 'to' ? Number(reading.conjunction) : (reading?.lead ?? 0)
  return { from: toOriginal(doc.folded, at + Math.min(lead, stop - at - 1), stop).from, to: toOf(doc, until) }
}

const toOf = ({ tokens, folded }: Page['doc'], end: number): number =>
  toOriginal(folded, tokens[end - 1]!.at, tokens[end - 1]!.until).to

function identityOf({ doc }: Page, { role }: Speaker, mention: Mention | null): { id: string | null; kind: SourceKind } {
  const { sources } = doc.knowledge.registry
  const kind = KINDS.has(role) ? (role as SourceKind) : null
  if (mention?.kind === 'source') {
    const source = sources.get(mention.ids[0] ?? '')
    if (source) return { id: source.id, kind: kind ?? (source.actor ? 'party' : source.kind) }
  }
  if (mention?.kind === 'actor') return { id: mention.ids[0] ?? null, kind: kind ?? 'party' }
  if (kind) return { id: null, kind }
  if (mention?.kind === 'group') return { id: null, kind: GROUPS[mention.code] ?? 'witness' }
  if (mention?.kind === 'unit') return { id: null, kind: 'party' }
  return { id: null, kind: mention?.kind === 'person' ? 'official' : 'unnamed' }
}

const MEDIA: ReadonlySet<string> = new Set(['outlet', 'agency'])

/**
 * What a voice says as a source and how. An outlet's own correspondent, and one who publishes the report itself, speak with its
 * voice: asserted; a medium is not written as the source of its own report. Anyone else's word is claimed.
 */
export function wordOf({ own }: Page, { source }: Voice): Pick<Attribution, 'status' | 'source'> {
  const itself = own !== null && source.id === own
  const asserted = itself || source.kind === 'correspondent'
  return { status: asserted ? 'asserted' : 'claimed', source: itself && MEDIA.has(source.kind) ? null : source }
}

/** The kind of source that a phrase names, as far as its words tell. */
export function kindOf({ doc }: Page, { role, mentions }: Speaker): string {
  const [mention] = mentions
  if (role) return role
  if (mention?.kind === 'source') return doc.knowledge.registry.sources.get(mention.ids[0] ?? '')?.kind ?? 'outlet'
  return mention?.kind === 'group' && mention.code !== 'fighters' ? 'witness' : 'party'
}
