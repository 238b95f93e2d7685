import { toOriginal } from '../../model/fold.ts'
import type { Analysis, Doc, Mention, MentionKind, NumberMention, Particle } from '../doc.ts'
import { Coined } from './coined.ts'
import type { PersonWords } from './people.ts'
import { type Phrasebook, type PhraseHit, phrasesAt } from './phrasebook.ts'

/** Nouns that are said with the article after a name without describing it. */
const NO_ADJECTIVES = ['people', 'victims', 'fighters', 'place', 'facility'] as const

/** The layers that the search for names needs. */
export type Input = Pick<Doc, 'report' | 'folded' | 'tokens' | 'quotes' | 'analyses' | 'numbers' | 'times' | 'note'>

/** Classes of nouns that begin a phrase of their own and describe nothing. */
const THINGS: ReadonlySet<string> = new Set(['place', 'facility', 'unit', 'object', 'relation', 'quantity', 'abstract'])

/** Classes of words that are acts or news, and so no adjectives of a name before them. */
const NO_ADJECTIVE: ReadonlySet<string> = new Set(['act', 'hold', 'doubt'])
/** Words of a name in quotation marks, at most. */
const QUOTED = 4

/** One pass over the tokens of a report: what was found so far, and what may be asked of a token. */
export class Scan {
  readonly particles: (Particle | null)[]
  readonly mentions: Mention[] = []
  readonly mentionAt: (Mention | null)[]
  readonly input: Input
  readonly book: Phrasebook
  readonly people: PersonWords
  /** ids of parties named in full in this report: a bare name ("the army") leans on them */
  readonly named = new Set<string>()
  /** mentions of parties by a name that fits several */
  readonly bare = new Set<Mention>()
  /** where the last name of a list of names ends */
  listEnd = -1
  /** the number that begins at a token */
  readonly numberAt: ReadonlyMap<number, NumberMention>
  /** entries of the gazetteer that are named so far */
  readonly placesNamed = new Set<string>()
  /** the list of places that may go on at a token, and what its noun says of each of them */
  list: { readonly end: number; readonly code: string; readonly near: boolean } | null = null
  /** names of places that the report gave with a noun of their kind */
  readonly coined = new Coined()
  private readonly hits: (readonly PhraseHit[] | undefined)[]
  private readonly timed: Uint8Array
  private readonly numbered: Uint8Array

  constructor(input: Input, book: Phrasebook, people: PersonWords) {
    this.input = input
    this.book = book
    this.people = people
    this.particles = new Array(input.tokens.length).fill(null)
    this.mentionAt = new Array(input.tokens.length).fill(null)
    this.numberAt = new Map(input.numbers.map((number) => [number.first, number]))
    this.hits = new Array(input.tokens.length)
    this.timed = new Uint8Array(input.tokens.length)
    for (const { first, end } of input.times) this.timed.fill(1, first, end)
    this.numbered = new Uint8Array(input.tokens.length)
    for (const { first, end } of input.numbers) this.numbered.fill(1, first, end)
  }

  get article(): string {
    return this.book.article
  }

  /** Keeps whom a party's name means, to know it again by a name that fits several. */
  keep(mention: Mention, bare: boolean) {
    if (bare) this.bare.add(mention)
    else for (const id of mention.ids) this.named.add(id)
  }

  /** Written with the article, by itself or after "and". */
  isDefinite(key: string): boolean {
    return key.length > 4 && this.book.strips(key).some(({ article, prep }) => article && prep === '')
  }

  /** Adjectives and quoted names that follow a noun: definite words that are nothing else. */
  adjectives(at: number, most = 2, known = false): number {
    const { tokens, analyses } = this.input
    const feminine = this.book.affixes.get('feminine')?.[0]?.form ?? ''
    const isFeminine = (token: number) => tokens[token]!.key.endsWith(feminine)
    let end = at
    for (let taken = 0; taken < most; ) {
      const open = this.skipQuote(end)
      if (open > end) {
        const close = this.input.quotes[end]!
        const words = tokens.slice(open, close)
        if (!words.length || words.length > QUOTED || !words.every(({ kind }) => kind === 'word')) return end
        const told = analyses[open]!.every(({ form }) => form.part === 'past' || form.part === 'imperfect')
        if ((told && analyses[open]!.length > 0) || this.people.names.has(words[0]!.key)) return end
        end = close + 1
        taken++
        continue
      }
      const token = tokens[end]
      if (token?.kind !== 'word') return end
      const definite = this.isDefinite(token.key) && !this.numberAt.has(end) && !this.nounOf(end, NO_ADJECTIVES)
      // "the armed forces and the army": a noun after "and" begins another name
      const joined = this.isJoinedName(token.key) && (end === at || analyses[end]!.some(({ form }) => form.part === 'noun'))
      const act = analyses[end]!.some(({ entry, form }) => NO_ADJECTIVE.has(entry.class) && form.part !== 'participle')
      const thing = analyses[end]!.some(({ entry, form }) => form.part === 'noun' && THINGS.has(entry.class))
      // "the resistance, supported by": the name is whole before it
      const tie = known && analyses[end]!.some(({ entry }) => entry.class === 'allied')
      // "the shelling of the army, heavy": what agrees with the noun before belongs to that
      const other = end > 0 && isFeminine(end - 1) && this.isDefinite(tokens[end - 1]!.key) && !isFeminine(end)
      if (!definite || joined || act || thing || tie || other || this.isNamed(end) || this.isTime(end)) return end
      end++
      taken++
    }
    return end
  }

  private isJoinedName(key: string): boolean {
    return this.book.strips(key).some(({ article, conjunction }) => article && conjunction)
  }

  /** Every name of the lists that begins at a token, longest first. */
  phrasesAt(at: number): readonly PhraseHit[] {
    if (at < 0 || at >= this.hits.length) return []
    this.hits[at] ??= phrasesAt(this.input.tokens, at, this.book)
    return this.hits[at]
  }

  isNamed(at: number): boolean {
    return this.phrasesAt(at).some(
      (hit) =>
        hit.phrase.kind !== 'weapon' &&
        !hit.phrase.bare &&
        !hit.phrase.adjective &&
        (hit.strip.lead === 0 || hit.strip.stem.length > 2),
    )
  }

  /** A preposition, a conjunction or another small word stands here, alone or after "and". */
  isParticle(at: number): boolean {
    return this.phrasesAt(at).some(({ phrase }) => phrase.kind === 'particle')
  }

  /** A number or a weapon stands here, or a name with a preposition written before it. */
  isOther(at: number): boolean {
    if (this.numberAt.has(at)) return true
    return this.phrasesAt(at).some(
      ({ phrase, strip }) =>
        phrase.kind === 'weapon' || (phrase.kind !== 'particle' && strip.prep !== '' && strip.stem.length > 3),
    )
  }

  /** Written with "and" before it. */
  isJoined(at: number): boolean {
    const { key } = this.input.tokens[at]!
    return (this.book.affixes.get('conjunction') ?? []).some(({ form }) => key.startsWith(form) && key.length > form.length + 2)
  }

  isTime(at: number): boolean {
    return this.timed[at] === 1
  }

  isNumber(at: number): boolean {
    return this.numbered[at] === 1
  }

  /** A small word of this role stands here. */
  particleIs(at: number, role: string): boolean {
    return this.phrasesAt(at).some(({ phrase }) => phrase.kind === 'particle' && phrase.id.startsWith(`${role} `))
  }

  /** A place begins here: its noun, or its name. */
  isPlaceAt(at: number): boolean {
    const noun = this.nounOf(at, ['place', 'facility'])
    if (noun && !noun.prep && !noun.conjunction) return true
    return this.phrasesAt(this.skipQuote(at)).some(
      ({ phrase, strip }) => phrase.kind === 'place' && !phrase.bare && strip.lead === 0,
    )
  }

  nounOf(at: number, classes: readonly string[]): Analysis | null {
    return (
      this.input.analyses[at]?.find(
        ({ entry, form, prep }) => form.part === 'noun' && prep !== 'like' && classes.includes(entry.class),
      ) ?? null
    )
  }

  /** Written alike in the dual and in the plural: its number is not said. */
  isEitherNumber(at: number): boolean {
    const readings = this.input.analyses[at]!.filter(({ form, article }) => form.part === 'noun' && !article)
    const lemmas = (number: string) => readings.filter(({ form }) => form.number === number).map(({ entry }) => entry.id)
    const plural = lemmas('many')
    return lemmas('two').some((id) => plural.includes(id))
  }

  /** The token after a mark that opens a quotation. */
  skipQuote(at: number): number {
    return (this.input.quotes[at] ?? -1) > at ? at + 1 : at
  }

  /** The token after a mark that closes one. */
  pastQuote(at: number): number {
    return this.input.tokens[at]?.key === '"' && this.skipQuote(at) === at ? at + 1 : at
  }

  add(kind: MentionKind, first: number, end: number, rest: Partial<Mention> & { lead?: number }): Mention {
    const { tokens, folded, note } = this.input
    const { lead = 0, ...more } = rest
    const words = toOriginal(folded, tokens[first]!.at + lead, tokens[end - 1]!.until)
    const mention: Mention = {
      kind,
      first,
      end,
      ids: [],
      prep: '',
      conjunction: false,
      code: '',
      count: null,
      near: false,
      bearing: null,
      definite: false,
      sex: 'unknown',
      ...words,
      ...more,
    }
    this.mentions.push(mention)
    if (kind === 'place') for (const id of mention.ids) this.placesNamed.add(id)
    for (let i = first; i < end; i++) this.mentionAt[i] = mention
    note({
      step: 'names',
      rule: `name.${kind}`,
      span: words,
      gave: mention.ids.join(' ') || mention.code || kind,
      why: 'words that name it',
    })
    return mention
  }
}

/** How the first word of a name is written: what stands joined before it. */
export const fromHit = ({ strip }: PhraseHit) => ({ lead: strip.lead, prep: strip.prep, conjunction: strip.conjunction })
