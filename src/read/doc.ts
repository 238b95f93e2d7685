import type { Knowledge } from '../data/knowledge.ts'
import type { Predicate } from '../data/predicates.ts'
import type { Folded } from '../model/fold.ts'
import type { Report } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import type { TraceStep } from '../model/trace.ts'
import type { Bearing, EventType, Outcome, PlaceRole, SourceKind, Status } from '../model/types.ts'
import type { Sentence } from './letters/sentences.ts'
import type { Token } from './letters/tokens.ts'
import type { Analysis } from './morphology/analyse.ts'
import type { NumberMention } from './names/numbers.ts'
import type { TimeMention } from './when/when.ts'

/** A small word or phrase with a role of its own: a preposition, a negation, a word that opens a clause … */
export type Particle = { readonly role: string; readonly id: string; readonly first: number; readonly end: number }

/** How many people or things: as the text counts them, by number, dual, or bare plural. */
export type Count = { readonly min: number; readonly max: number | null; readonly bound: NumberMention['bound'] }

export type MentionKind = 'actor' | 'unit' | 'group' | 'place' | 'facility' | 'weapon' | 'source' | 'person' | 'thing'

/**
 * Words that name something. Tokens are [first, end); `from`..`to` are the words in the report without what is written
 * together with them. `ids` are candidates of the registry or gazetteer, none for a name known by grammar alone.
 */
export type Mention = Span & {
  readonly kind: MentionKind
  readonly first: number
  readonly end: number
  readonly ids: readonly string[]
  /** preposition written together with the first word, as its role; empty for none */
  readonly prep: string
  readonly conjunction: boolean
  readonly code: string
  readonly count: Count | null
  /** for places: where it stands to the act, bearing of a relative place */
  readonly near: boolean
  readonly bearing: Bearing | null
  readonly distanceKm?: number
  /** for places: the token at which the name begins; none where only nouns of a kind stand ("the town", "positions") */
  readonly name?: number
  /** for places: its noun is a dual or a plural */
  readonly number?: 'two' | 'many'
  readonly definite: boolean
  readonly sex: 'female' | 'male' | 'unknown'
}

/** A stretch of one sentence in which a verb and its arguments stand: tokens [first, end), without the comma after it. */
export type Clause = { readonly first: number; readonly end: number }

/** What a noun phrase stands for. `thing` is a noun that no list has, or an object; `act` a noun of doing. */
export type PhraseClass = MentionKind | 'thing' | 'act' | 'abstract'

/**
 * A noun with the words that belong to it: adjectives, the genitives after it, "of X" and "loyal to X". Tokens are
 * [first, end), counted from its number; `head` is its noun.
 */
export type Phrase = {
  readonly first: number
  readonly head: number
  readonly end: number
  readonly class: PhraseClass
  /** what it names, over all its words but the number */
  readonly mention: Mention
  /** the name at its head, as the names step found it */
  readonly named: Mention | null
  /** the role of the preposition before it; "of" after a noun of doing; empty for none */
  readonly governor: string
  /** the noun of doing that it is in the genitive of */
  readonly of: number
  /** "and" joins it to the phrase before */
  readonly joined: boolean
  /** what the ending says: subject, object, or nothing */
  readonly case: '' | 'subject' | 'object'
  /** a verb before it agrees as with a feminine singular, a masculine, or either */
  readonly agrees: '' | 'f' | 'm'
  readonly definite: boolean
  /** the party named in "of X", "loyal to X" */
  readonly owner: Mention | null
}

/** A finite verb, or the noun of one that only carries the noun of an act, at its token. */
export type Verb = {
  readonly at: number
  readonly analysis: Analysis | null
  /** how it is inflected; empty for a verb that no list has */
  readonly person: string
  readonly pronoun: boolean
  readonly relative: boolean
}

/** A predicate at work at a token. */
export type Trigger = {
  readonly at: number
  readonly predicate: Predicate
  readonly analysis: Analysis | null
  readonly verbal: boolean
  readonly passive: boolean
  readonly rule: string
  readonly from: number
  readonly to: number
  /** tokens [first, end) within which its arguments are looked for */
  readonly first: number
  readonly end: number
  readonly sentence: number
}

/** Who says what the words at a token tell, and how; the innermost speaker where one quotes another. */
export type Attribution = {
  readonly status: Status
  readonly source: (Span & { readonly id: string | null; readonly kind: SourceKind }) | null
  readonly rules: readonly string[]
}

/** A place of an act and what it is to it. */
export type Site = { readonly mention: Mention; readonly role: PlaceRole }

/** How many people came to what harm, as one telling says. `cumulative`: a running total that replaces an earlier one. */
export type Harm = {
  readonly outcome: Outcome
  readonly mention: Mention | null
  readonly count: Count
  readonly from: number
  readonly to: number
  readonly sentence: number
  /** it breaks down the number before it, and counts nobody more */
  readonly part: boolean
  /** it counts others than those told before, though in another sentence */
  readonly others: boolean
  readonly cumulative: boolean
}

/**
 * Places that one phrase lists, with those that say where they are: "the towns of A and B in the countryside of C".
 * Tokens are [first, end). A word that refers back ("the town") stands for the place that it refers to.
 */
export type Address = {
  readonly first: number
  readonly end: number
  /** the places, "near" where an act at them was beside them */
  readonly places: readonly Site[]
  /** what encloses them or what they lie by; a site where they are only near and it is what they are in */
  readonly around: readonly Site[]
  /** a settlement or quarter is named around them */
  readonly town: boolean
  /** the role of the preposition that governs it; "owned" where it belongs to a noun that is no place; empty for none */
  readonly governor: string
  /** it goes on with the list of the address before */
  readonly joined: boolean
}

/** An act told at one trigger, with its roles filled. */
export type Frame = {
  readonly trigger: Trigger
  type: EventType
  /** the words leave open by what means it was done: the type is the default of its kind */
  open: boolean
  perpetrators: Mention[]
  targets: Mention[]
  sites: Site[]
  means: Mention[]
  harms: Harm[]
  people: { mention: Mention; outcome: Outcome }[]
  time: TimeMention | null
  status: Status
  sources: NonNullable<Attribution['source']>[]
  background: boolean
  /** the act before that it likeliest tells again, in log odds, though not likely enough to be put into it; null for none */
  readonly again?: { readonly act: Frame; readonly score: number } | null
  /** other tellings of the same act */
  mentions: Span[]
  rules: string[]
}

/** A report and its layers. Each layer is written once, by the step that gives it. */
export type Doc = {
  readonly report: Report
  readonly knowledge: Knowledge
  readonly folded: Folded
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** the mark that closes each quotation, by the token of the mark that opens it; -1 elsewhere */
  readonly quotes: Int32Array
  /** readings of each token */
  readonly analyses: readonly (readonly Analysis[])[]
  /** the particle that covers each token, if any */
  readonly particles: readonly (Particle | null)[]
  readonly numbers: readonly NumberMention[]
  readonly times: readonly TimeMention[]
  /** the words by which a report that came without a date says its own day */
  readonly dateline: TimeMention | null
  readonly mentions: readonly Mention[]
  /** the mention that covers each token, if any */
  readonly mentionAt: readonly (Mention | null)[]
  /** nouns with the words that belong to them, in order, and the one that covers each token, if any */
  readonly phrases: readonly Phrase[]
  readonly phraseAt: readonly (Phrase | null)[]
  /** the finite verb at each token, if any */
  readonly verbAt: readonly (Verb | null)[]
  /** the address that begins at each token, if any */
  readonly addressAt: readonly (Address | null)[]
  /** the clause of each token */
  readonly clauseAt: readonly Clause[]
  /** what is said at each token and by whom; null for what the report tells in its own voice */
  readonly sayingAt: readonly (Attribution | null)[]
  /** tokens that name who speaks */
  readonly speakerAt: readonly boolean[]
  readonly triggers: readonly Trigger[]
  readonly frames: readonly Frame[]
  /** takes a line of the trace, or what makes it: many are thought of, few are read */
  readonly note: (step: TraceStep | (() => TraceStep)) => void
}

export type { Analysis, NumberMention, TimeMention }
