import { createHash } from 'node:crypto'
import type { ActorRef, Claim, Toll, Words } from '../../model/claim.ts'
import { toOriginal } from '../../model/fold.ts'
import type { Span } from '../../model/span.ts'
import type { ActorKind } from '../../model/types.ts'
import type { Doc, Frame, Mention } from '../doc.ts'
import { tally } from './tally.ts'

type Input = Pick<Doc, 'knowledge' | 'report' | 'folded' | 'tokens' | 'sentences' | 'mentions' | 'note'>

/** The claim of a frame in the contract's form. `places` are already chosen; `ordinal` parts claims of one trigger. */
export function claimOf(doc: Input, frame: Frame, places: Claim['places'], textSha256: string, ordinal: number): Claim {
  const { text } = doc.report
  const words = ({ from, to }: Span): Words => ({ text: text.slice(from, to), from, to })
  const sentence = doc.sentences[frame.trigger.sentence]!
  const time = frame.time
  const timeWords = time ? toOriginal(doc.folded, doc.tokens[time.first]!.at, doc.tokens[time.end - 1]!.until) : null
  const key = `${textSha256}|${frame.type}|${frame.trigger.from}-${frame.trigger.to}|${ordinal}`
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 24),
    type: frame.type,
    trigger: words(frame.trigger),
    sentence: words(toOriginal(doc.folded, doc.tokens[sentence.first]!.at, doc.tokens[sentence.end - 1]!.until)),
    perpetrators: frame.perpetrators.map((mention) => actorRef(doc, mention, words(mention))),
    targets: frame.targets.map((mention) => actorRef(doc, mention, words(mention))),
    places,
    time: time ? { start: time.start, end: time.finish ?? time.start, ...words(timeWords!), known: [...time.known] } : null,
    means: frame.means.map((mention) => ({ ...words(mention), code: mention.ids[0] ?? null })),
    tolls: tollsOf(frame, words),
    people: frame.people.map(({ mention, outcome }) => ({
      ...words(mention),
      name: text.slice(mention.from, mention.to),
      outcome,
      sex: mention.sex,
      age: null,
    })),
    status: frame.status,
    sources: frame.sources.map((source) => ({ ...words(source), source: source.id, kind: source.kind })),
    background: frame.background,
    rules: [...new Set(frame.rules)],
    mentions: frame.mentions.map(words),
  }
}

function actorRef(doc: Input, mention: Mention, words: Words): ActorRef {
  const actors = mention.ids.flatMap((id) => doc.knowledge.registry.actors.get(id) ?? [])
  const kinds = new Set(actors.map(({ kind }) => kind))
  // a name that fits several parties says at most of what kind they are
  return {
    ...words,
    actor: actors.length === 1 ? actors[0]!.id : null,
    kind: kinds.size === 1 ? actors[0]!.kind : kindOf(mention),
  }
}

function kindOf({ kind, code }: Mention): ActorKind {
  if (kind !== 'group' || code === 'fighters') return 'unknown'
  return code === 'protesters' ? 'protesters' : 'civilians'
}

function tollsOf(frame: Frame, words: (span: Span) => Words): Toll[] {
  const tolls: Toll[] = tally(frame.harms).map(({ outcome, mention, count, from, to, total, cumulative }) => ({
    ...words({ from, to }),
    outcome,
    who: mention?.ids[0] ?? (mention?.code || null),
    min: count.min,
    max: count.max,
    bound: count.bound,
    ...(total ? { total } : {}),
    ...(cumulative ? { cumulative } : {}),
  }))
  // people named without a number are counted by their names
  for (const outcome of new Set(frame.people.map((person) => person.outcome))) {
    if (tolls.some((toll) => toll.outcome === outcome)) continue
    const named = frame.people.filter((person) => person.outcome === outcome)
    const count = named.length
    tolls.push({
      inferred: true,
      why: 'counted by the names given',
      outcome,
      who: null,
      min: count,
      max: count,
      bound: 'exact',
    })
  }
  return tolls
}
