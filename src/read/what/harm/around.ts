import type { Analysis, Doc, Frame, Mention, NumberMention } from '../../doc.ts'
import { COMMA } from '../../letters/tokens.ts'
import { countOf, outcomeSaid } from './counts.ts'
import type { LossWords } from './loss.ts'

export type Input = Pick<
  Doc,
  | 'knowledge'
  | 'numbers'
  | 'times'
  | 'folded'
  | 'tokens'
  | 'sentences'
  | 'analyses'
  | 'particles'
  | 'mentions'
  | 'mentionAt'
  | 'clauseAt'
  | 'speakerAt'
>

/** A report with what begins at each of its tokens. */
export type Scope = {
  readonly doc: Input
  readonly words: LossWords
  readonly frameAt: ReadonlyMap<number, Frame>
  readonly numberAt: ReadonlyMap<number, NumberMention>
  /** the token after the time that begins at a token */
  readonly timeAt: ReadonlyMap<number, number>
}

/** Looks up, once for a report, what begins at each token. */
export const scopeOf = (doc: Input, frames: readonly Frame[], words: LossWords): Scope => ({
  doc,
  words,
  frameAt: new Map(frames.map((frame) => [frame.trigger.at, frame])),
  numberAt: new Map(doc.numbers.map((number) => [number.first, number])),
  timeAt: new Map(doc.times.filter(({ kind }) => kind !== 'duration').map(({ first, end }) => [first, end])),
})

/** Prepositions after which people are no subject and no object. */
export const PREPOSITIONS: ReadonlySet<string> = new Set([
  'in',
  'on',
  'from',
  'to',
  'with',
  'against',
  'agent',
  'cause',
  'between',
])
/** Small words that may stand between a word of harm and the people. */
const LIGHT: ReadonlySet<string> = new Set(['filler', 'also', 'on'])
/** Kinds of nouns that a number counts as people; the others are things. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['people', 'fighters', 'victims', 'nation', 'relation'])

/** A finite verb, and no noun that is spelled like one. */
export function isVerb({ doc }: Scope, at: number): boolean {
  const analyses = doc.analyses[at] ?? []
  return (
    analyses.some(
      ({ entry, form, article }) => entry.kind === 'verb' && !article && (form.part === 'past' || form.part === 'imperfect'),
    ) && !analyses.some(({ entry }) => entry.kind === 'noun')
  )
}

/** Written with "and", in one word or as a token before it. */
export function isJoined({ doc, words }: Scope, at: number): boolean {
  const { key } = doc.tokens[at]!
  if (words.joins.includes(doc.tokens[at - 1]?.key ?? '')) return true
  if (doc.analyses[at]!.some(({ conjunction }) => conjunction)) return true
  const spelled = doc.knowledge.calendar.numerals.words.get(key)?.[0]?.proclitic ?? ''
  if (spelled.startsWith('and')) return true
  return doc.particles[at] !== null && words.joins.some((join) => key.startsWith(join) && key.length > join.length + 2)
}

export const isAfterComma = ({ doc }: Scope, at: number): boolean => doc.tokens[at - 1]?.key === COMMA

/** A person is named at a token, or after a rank of one or two words. */
export function isNamed({ doc }: Scope, at: number): boolean {
  for (let i = at; i <= at + 2; i++) if (doc.mentionAt[i]?.kind === 'person') return true
  return false
}

/** The words before a verb that tells another outcome are the people of that verb. */
export function belongsToNext({ doc, frameAt }: Scope, end: number): boolean {
  for (let at = end; at <= end + 2; at++) {
    const trigger = frameAt.get(at)?.trigger
    if (trigger) {
      const joined = trigger.analysis?.conjunction ?? false
      return trigger.verbal && !joined && trigger.predicate.outcome !== null && isMany(trigger.analysis)
    }
    if (doc.particles[at] || doc.tokens[at]?.kind !== 'word') return false
  }
  return false
}

/** A number of things, places or hours. */
export function isOfThings({ doc, frameAt }: Scope, { first, end: unit }: NumberMention): boolean {
  if (doc.times.some((time) => time.first <= first && first < time.end)) return true
  if (doc.tokens[unit]?.kind !== 'word') return false
  const mention = doc.mentionAt[unit]
  if (mention) return !isPeople(mention) && !mention.prep
  if (doc.particles[unit] || frameAt.has(unit)) return false
  const ofTime = doc.knowledge.calendar.words.get(doc.tokens[unit]!.key)?.some(({ role }) => role.startsWith('unit'))
  const ofThing = doc.analyses[unit]!.some(
    ({ entry, prep, pronoun, conjunction }) =>
      entry.kind === 'noun' && !OF_PEOPLE.has(entry.class) && prep === '' && pronoun === '' && !conjunction,
  )
  return ofTime === true || ofThing
}

const isPeople = ({ kind }: Mention): boolean => kind === 'group' || kind === 'person' || kind === 'actor'

/** People or a number right after a word. */
export function countsAfter(scope: Scope, at: number): boolean {
  const { doc, numberAt } = scope
  let next = at + 1
  while (LIGHT.has(doc.particles[next]?.role ?? '')) next++
  const mention = doc.mentionAt[next]
  if (mention && mention.first === next && !mention.prep) return mention.kind === 'person' || countOf(doc, mention) !== null
  return numberAt.get(next)?.kind === 'count' || doc.particles[next]?.role === 'other'
}

/** Whom it was done to stands right after the verb, or who did it. */
export function takesObject(scope: Scope, at: number): boolean {
  const { doc } = scope
  const next = doc.mentionAt[at + 1]
  const said = next ? outcomeSaid(doc, next) : null
  if (next && next.first === at + 1 && !next.prep && !said && next.kind !== 'place') return true
  return countsAfter(scope, at) && !said
}

/** Feared, prevented or asked about: it did not happen. */
export function isUnreal({ doc }: Scope, at: number, first: number): boolean {
  for (let i = at - 1; i >= Math.max(first, at - 7); i--) {
    const role = doc.particles[i]?.role
    if (role === 'unreal') return true
    if (role === 'clause') return false
    if (doc.analyses[i]!.some(({ entry, form }) => entry.class === 'intend' && form.part !== 'noun')) return true
  }
  return false
}

/** A verb of several. */
export const isMany = (analysis: Analysis | null): boolean =>
  analysis !== null && (analysis.form.person === 'mp' || analysis.form.person === 'fp' || analysis.form.person === 'dual')
