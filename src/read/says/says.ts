import { toOriginal } from '../../model/fold.ts'
import { SOURCE_KINDS, type SourceKind, type Status } from '../../model/types.ts'
import type { Attribution, Doc, Mention } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'

type Input = Pick<
  Doc,
  'knowledge' | 'folded' | 'tokens' | 'sentences' | 'analyses' | 'particles' | 'mentions' | 'mentionAt' | 'times' | 'note'
>
type Source = NonNullable<Attribution['source']>

const KINDS: ReadonlySet<string> = new Set(SOURCE_KINDS)
const SPEAKERS: ReadonlySet<string> = new Set(['source', 'actor', 'person', 'unit'])
/** A source is named in at most this many words after the verb of saying. */
const SOURCE_WORDS = 9

/**
 * Who says what, and how: verbs of saying with their subject, "according to …", denials, and words by which the text itself
 * doubts. An attribution holds for the tokens [first, end). "He added" leans on the source before.
 */
export function attributions(doc: Input): readonly Attribution[] {
  const found: Attribution[] = []
  let last = null as Source | null
  const give = (first: number, end: number, status: Status, source: Source | null, rule: string) => {
    found.push({ first, end, status, source, rule })
    doc.note({
      step: 'says',
      rule,
      span: source ?? spanOf(doc, first, Math.min(first + 1, end)),
      gave: status,
      why: 'who says it, and how',
    })
  }
  for (const sentence of doc.sentences) {
    for (let at = sentence.first; at < sentence.end; at++) {
      const particle = doc.particles[at]
      if (particle && particle.first === at && particle.role === 'doubt') {
        // "unconfirmed news of" doubts what follows; "could not be verified" what stands before
        give(
          particle.id === 'doubt-news' ? at : clauseStart(doc, at, sentence.first),
          clauseEnd(doc, particle.end, sentence.end),
          'unconfirmed',
          null,
          `says.${particle.id}`,
        )
        continue
      }
      if (particle && particle.first === at && particle.role === 'source') {
        let from = particle.end
        // "as the correspondent confirmed": a verb may stand between
        if (isSaying(doc, from)) from++
        const source = sourceFrom(doc, from, sentence.end)
        if (source) {
          last = source.source
          give(sentence.first, sentence.end, statusOf(source.source), source.source, `says.${particle.id}`)
          at = source.end - 1
        }
        continue
      }
      if (doc.mentionAt[at] || !isSaying(doc, at)) continue
      const denies = doc.analyses[at]!.some(({ entry }) => entry.class === 'deny')
      const after = sourceFrom(doc, at + 1, sentence.end)
      const before = after ? null : sourceBefore(doc, at, sentence.first)
      // "the source": the one named before
      const again: Source | null = after && last && isBareRole(doc, at + 1, after.end) ? last : null
      const source: Source | null = again ?? after?.source ?? before ?? (opens(doc, at + 1, sentence.end) ? last : null)
      if (!source) continue
      last = source
      give(
        Math.max(at, after?.end ?? at),
        sentence.end,
        denies ? 'denied' : statusOf(source),
        source,
        denies ? 'says.denies' : 'says.verb',
      )
      if (after) at = after.end - 1
    }
  }
  return found
}

const spanOf = (doc: Input, first: number, end: number) =>
  toOriginal(doc.folded, doc.tokens[first]!.at, doc.tokens[end - 1]!.until)

const isSaying = (doc: Input, at: number): boolean =>
  !doc.particles[at] &&
  doc.analyses[at]?.some(
    ({ entry, form }) =>
      (entry.class === 'say' || entry.class === 'deny') && (form.part === 'past' || form.part === 'imperfect'),
  ) === true

/** The words after a verb of saying that name who says it, up to what is said. */
function sourceFrom(doc: Input, from: number, limit: number): { source: Source; end: number } | null {
  let end = from
  let named: Mention | null = null
  while (end < limit && end - from < SOURCE_WORDS) {
    const token = doc.tokens[end]!
    const particle = doc.particles[end]
    if (particle && particle.role !== 'from' && particle.role !== 'also') break
    if (doc.times.some((time) => time.first === end)) break
    if (token.kind === 'mark' && token.key !== '"') break
    const mention = doc.mentionAt[end]
    if (mention) {
      if (mention.prep === 'to' || (mention.conjunction && end > from && mention.kind !== 'source')) break
      if (mention.kind === 'place' && !named) break
      if (SPEAKERS.has(mention.kind) && (!named || mention.kind === 'source')) named = mention
      end = mention.end
      continue
    }
    const stop = doc.analyses[end]!.some(
      ({ entry, form, pronoun }) =>
        entry.kind === 'verb' &&
        (form.part === 'past' || form.part === 'imperfect' || (form.part === 'masdar' && entry.class !== 'say' && !pronoun)),
    )
    const role = roleAt(doc, end)
    if (stop && !role) break
    end++
  }
  if (end === from) return null
  const role = kindWithin(doc, from, end)
  if (!named && !role) return null
  const words = spanOf(doc, from, end)
  return { source: { ...words, ...identify(doc, named, role) }, end }
}

const roleAt = (doc: Input, at: number): string | null =>
  doc.analyses[at]?.find(({ entry }) => entry.class === 'role')?.entry.code ?? null

/** One definite word for a source, which names nobody: "the source", "the sources". */
const isBareRole = (doc: Input, from: number, end: number): boolean =>
  end === from + 1 &&
  !doc.mentionAt[from] &&
  (doc.analyses[from]?.some(({ entry, article }) => entry.class === 'role' && article) ?? false)

function kindWithin(doc: Input, from: number, end: number): SourceKind | null {
  for (let at = from; at < end; at++) {
    const role = roleAt(doc, at)
    if (role && KINDS.has(role)) return role as SourceKind
  }
  return null
}

function identify(doc: Input, mention: Mention | null, role: SourceKind | null): { id: string | null; kind: SourceKind } {
  const { registry } = doc.knowledge
  if (mention?.kind === 'source') {
    const source = registry.sources.get(mention.ids[0] ?? '')
    if (source) return { id: source.id, kind: role ?? (source.actor ? 'party' : source.kind) }
  }
  if (mention?.kind === 'actor') return { id: mention.ids[0] ?? null, kind: role ?? 'party' }
  return { id: null, kind: role ?? (mention?.kind === 'person' ? 'official' : 'unnamed') }
}

/** A source that stands before its verb: "the Observatory confirmed". */
function sourceBefore(doc: Input, at: number, first: number): Source | null {
  for (let i = at - 1; i >= first && at - i < SOURCE_WORDS; i--) {
    const mention = doc.mentionAt[i]
    if (!mention) {
      if (doc.tokens[i]!.kind === 'mark' && doc.tokens[i]!.key !== '"') return null
      const role = roleAt(doc, i)
      if (role && KINDS.has(role)) return { ...spanOf(doc, i, at), ...identify(doc, null, role as SourceKind) }
      continue
    }
    if (mention.kind === 'source') return { from: mention.from, to: mention.to, ...identify(doc, mention, null) }
    i = mention.first
  }
  return null
}

const opens = (doc: Input, at: number, end: number): boolean => {
  for (let i = at; i < Math.min(at + 3, end); i++) if (doc.particles[i]?.role === 'that') return true
  return false
}

/** An outlet's own correspondent speaks with its voice: asserted. Anyone else's word is claimed. */
const statusOf = (source: Source): Status => (source.kind === 'correspondent' ? 'asserted' : 'claimed')

function clauseEnd(doc: Input, at: number, limit: number): number {
  for (let i = at; i < limit; i++) {
    if (doc.particles[i]?.role === 'clause' && doc.particles[i]!.first === i) return i
    if (doc.tokens[i]!.key === COMMA && i > at) return i
  }
  return limit
}

function clauseStart(doc: Input, at: number, first: number): number {
  for (let i = at - 1; i > first; i--) if (doc.tokens[i]!.key === COMMA || doc.particles[i]?.role === 'clause') return i + 1
  return first
}
