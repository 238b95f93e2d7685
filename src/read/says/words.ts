import type { Knowledge } from '../../data/knowledge.ts'
import { foldKey } from '../../model/fold.ts'
import type { Analysis, Doc, Particle } from '../doc.ts'

/** The layers that the search for statements needs. */
export type Input = Pick<
  Doc,
  | 'report'
  | 'knowledge'
  | 'folded'
  | 'tokens'
  | 'sentences'
  | 'analyses'
  | 'particles'
  | 'mentionAt'
  | 'clauseAt'
  | 'times'
  | 'quotes'
  | 'note'
>

/** What a speaker does with what is told. */
export type Stance = 'says' | 'denies' | 'doubts'

/**
 * A verb of saying. `weak`: it has other senses too ("published", "filmed"), so that it tells something only before a clause or
 * a quotation, or when its subject is one who reports. `relays`: it passes on the word of another.
 */
export type Verb = { readonly stance: Stance; readonly weak: boolean; readonly relays: boolean; readonly analysis: Analysis }

const SENSES: Readonly<Record<string, Omit<Verb, 'analysis'> | undefined>> = {
  say: { stance: 'says', weak: false, relays: false },
  confirm: { stance: 'says', weak: false, relays: false },
  verify: { stance: 'says', weak: false, relays: false },
  tell: { stance: 'says', weak: true, relays: false },
  relay: { stance: 'says', weak: true, relays: true },
  deny: { stance: 'denies', weak: false, relays: false },
  doubt: { stance: 'doubts', weak: false, relays: false },
}

/** Small words that govern a noun: what looks like a verb after them is one. */
const GOVERNS: ReadonlySet<string> = new Set([
  ...['in', 'from', 'on', 'to', 'with', 'between', 'against', 'under', 'during', 'like', 'agent', 'support', 'cause', 'plus'],
  ...['context', 'span', 'one-of', 'in-name', 'exists'],
])

const NONE: readonly Analysis[] = []

/** The readings of a token; none past the ends of the report. */
export const readings = ({ analyses }: Pick<Input, 'analyses'>, at: number): readonly Analysis[] => analyses[at] ?? NONE

const isVerb = ({ form, entry }: Analysis): boolean =>
  entry.kind === 'verb' && (form.part === 'past' || form.part === 'imperfect')

/** The verb of saying at a token, in a finite form; one that is written like "is called" is weak. */
export function verbAt(doc: Input, at: number): Verb | null {
  const particle = doc.particles[at]
  if ((particle && particle.role !== 'names') || doc.mentionAt[at]) return null
  const before = at > 0 ? doc.particles[at - 1] : null
  if (before && GOVERNS.has(before.role)) return null
  const finite = readings(doc, at).filter(isVerb)
  const whole = finite.some(({ pronoun }) => pronoun === '')
  for (const analysis of finite) {
    const sense = SENSES[analysis.entry.class]
    if (sense && !(whole && analysis.pronoun) && analysis.pronoun !== MINE)
      return { ...sense, weak: sense.weak || particle !== null, analysis }
  }
  return null
}

/** "Adding", "denying": the participle that carries a statement on, as far as its form tells. */
export function participleAt(doc: Input, at: number): Verb | null {
  if (doc.particles[at] || doc.mentionAt[at]) return null
  const key = doc.tokens[at]?.key ?? ''
  for (const analysis of readings(doc, at)) {
    const { entry, form, article, prep, pronoun } = analysis
    const sense = SENSES[entry.class]
    if (!sense || form.part !== 'participle' || article || prep || pronoun) continue
    if (key.endsWith(ALEF) || form.person === 'fs' || form.number !== 'one') return { ...sense, analysis }
  }
  return null
}

/** The pronoun of the first person, which follows a verb only after an n of its own. */
const MINE = '\u064A'
/** The letter alef, which ends an indefinite accusative. */
const ALEF = '\u0627'

/** "His saying", "its denial": the verbal noun of a verb of saying. */
export function masdarAt(doc: Input, at: number): Verb | null {
  if (doc.particles[at] || doc.mentionAt[at]) return null
  for (const analysis of readings(doc, at)) {
    const sense = SENSES[analysis.entry.class]
    if (sense && analysis.form.part === 'masdar') return { ...sense, analysis }
  }
  return null
}

/** A particle of this role begins at the token. */
export function opens(doc: Pick<Input, 'particles'>, at: number, role: string): Particle | null {
  const particle = doc.particles[at]
  return particle?.first === at && particle.role === role ? particle : null
}

export const isNegated = ({ particles }: Pick<Input, 'particles'>, at: number): boolean =>
  particles[at - 1]?.role === 'negation' || particles[at - 1]?.role === 'without'

/** Some finite verb may stand here. */
export const mayTell = (doc: Input, at: number): boolean =>
  !doc.mentionAt[at] && !doc.particles[at] && readings(doc, at).some(isVerb)

/** A finite verb stands here and nothing else can: no noun is written so. */
export const tells = (doc: Input, at: number): boolean =>
  mayTell(doc, at) && !readings(doc, at).some(({ form, entry }) => entry.kind === 'noun' || form.part === 'masdar')

/** Kinds of names that a word for an act may be part of. */
const ACTS_AS: ReadonlySet<string> = new Set(['weapon', 'group', 'unit'])

/** A word for an act of war, verb or noun. */
export const isAct = (doc: Input, at: number): boolean =>
  !doc.particles[at] &&
  ACTS_AS.has(doc.mentionAt[at]?.kind ?? 'weapon') &&
  readings(doc, at).some(({ entry, form }) => (entry.class === 'act' || entry.class === 'hold') && form.part !== 'participle')

export const hasAct = (doc: Input, first: number, end: number): boolean => {
  for (let at = first; at < end; at++) if (isAct(doc, at)) return true
  return false
}

/** The noun of this class and code at a token: "rumour", "news", "detail" … */
export const nounAt = (doc: Input, at: number, kind: string, code?: string): Analysis | null =>
  (!doc.particles[at] &&
    readings(doc, at).find(
      ({ entry, form }) => entry.class === kind && form.part === 'noun' && (code === undefined || entry.code === code),
    )) ||
  null

/** What the lexicon says of speakers, prepared once. */
export type SpeakerWords = {
  readonly article: string
  readonly titles: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** "to us", "in it": a preposition with its pronoun */
  readonly addressees: ReadonlySet<string>
  /** "to", set apart from what it belongs to by a mark of quotation */
  readonly to: ReadonlySet<string>
  /** who publishes under a name or on a site, by its folded spelling */
  readonly outlets: ReadonlyMap<string, string>
  /** lemmas of verbs whose subject does something to others */
  readonly deeds: ReadonlySet<string>
}

const PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'from', 'on', 'to', 'with'])

export function speakerWords({ lexicon, predicates, registry }: Knowledge): SpeakerWords {
  const affixes = (name: string, means?: string) =>
    lexicon.affixes.filter(({ slot, value }) => slot === name && (!means || value === means)).map(({ form }) => foldKey(form))
  const prepositions = lexicon.particles
    .filter(({ role }) => PREPOSITIONS.has(role))
    .flatMap(({ forms }) => forms.map(foldKey).filter((form) => form.length <= 3))
  return {
    article: affixes('article')[0] ?? '',
    addressees: new Set([...affixes('prep'), ...prepositions].flatMap((word) => affixes('pronoun').map((form) => word + form))),
    to: new Set(affixes('prep', 'to')),
    outlets: new Map([
      ...registry.sourceNames.map(({ name, id }) => [foldKey(name), id] as const),
      ...[...registry.sources.values()].flatMap(({ id, sites }) => sites.map((site) => [site, id] as const)),
    ]),
    deeds: new Set(predicates.filter(({ subject }) => subject === 'perp').map(({ lemma }) => foldKey(lemma))),
    titles: new Set(lexicon.titles.map(({ name }) => foldKey(name))),
    names: new Set(lexicon.givenNames.map(({ name }) => foldKey(name))),
  }
}
