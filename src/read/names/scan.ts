import { toOriginal } from '../../model/fold.ts'
import type { Analysis, Doc, Mention, MentionKind, Particle } from '../doc.ts'
import { strips } from '../letters/clitics.ts'
import type { PersonWords } from './people.ts'
import { type Phrasebook, type PhraseHit, phrasesAt } from './phrasebook.ts'

/** The layers that the search for names needs. */
export type Input = Pick<Doc, 'report' | 'folded' | 'tokens' | 'analyses' | 'numbers' | 'times' | 'note'>

/** One pass over the tokens of a report: what was found so far, and what may be asked of a token. */
export class Scan {
  readonly particles: (Particle | null)[]
  readonly mentions: Mention[] = []
  readonly mentionAt: (Mention | null)[]
  readonly input: Input
  readonly book: Phrasebook
  readonly people: PersonWords
  /** ids already named in this report: a bare name ("the army") leans on them */
  readonly named = new Set<string>()

  /** entries of the gazetteer that are named so far */
  readonly placesNamed = new Set<string>()
  private readonly hits: (readonly PhraseHit[] | undefined)[]
  /** the list of places that may go on at a token, and what its noun says of each of them */
  list: { readonly end: number; readonly code: string; readonly near: boolean } | null = null
  private readonly timed: Uint8Array
  private readonly numbered: Uint8Array
  /** names of places that the report gave with a noun of their kind and no list has, by their first word */
  private readonly coined = new Map<
    string,
    { readonly keys: readonly string[]; readonly code: string; readonly ids: readonly string[] }
  >()

  constructor(input: Input, book: Phrasebook, people: PersonWords) {
    this.input = input
    this.book = book
    this.people = people
    this.hits = new Array(input.tokens.length)
    this.timed = new Uint8Array(input.tokens.length)
    for (const { first, end } of input.times) this.timed.fill(1, first, end)
    this.numbered = new Uint8Array(input.tokens.length)
    for (const { first, end } of input.numbers) this.numbered.fill(1, first, end)
    this.particles = new Array(input.tokens.length).fill(null)
    this.mentionAt = new Array(input.tokens.length).fill(null)
  }

  get article(): string {
    return this.book.affixes.get('article')?.[0]?.form ?? ''
  }

  /** Written with the article, by itself or after "and". */
  isDefinite(key: string): boolean {
    return key.length > 4 && strips(key, this.book.affixes).some(({ article, prep }) => article && prep === '')
  }

  /** Adjectives and quoted names that follow a noun: definite words that are nothing else. */
  adjectives(at: number, most = 2): number {
    const { tokens, analyses } = this.input
    let end = at
    for (let taken = 0; taken < most; ) {
      const open = this.skipQuote(end)
      if (open > end) {
        let close = open
        while (close < tokens.length && close < open + 5 && tokens[close]!.kind === 'word') close++
        if (
          tokens[close]?.kind !== 'mark' ||
          tokens[close]!.key !== '"' ||
          close === open ||
          this.people.names.has(tokens[open]!.key)
        )
          return end
        end = close + 1
        taken++
        continue
      }
      const token = tokens[end]
      if (token?.kind !== 'word') return end
      const definite = this.isDefinite(token.key)
      const act = analyses[end]!.some(({ entry, form }) => entry.class === 'act' && form.part !== 'participle')
      if (!definite || act || this.nounOf(end, ['place', 'facility']) || this.isNamed(end) || this.isTime(end)) return end
      end++
      taken++
    }
    return end
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

  isTime(at: number): boolean {
    return this.timed[at] === 1
  }

  numberAt(at: number): boolean {
    return this.numbered[at] === 1
  }

  /** A small word of this role stands here. */
  particleIs(at: number, role: string): boolean {
    if (at < 0) return false
    return this.phrasesAt(at).some(({ phrase }) => phrase.kind === 'particle' && phrase.id.startsWith(`${role} `))
  }

  /** A definite adjective made of a noun: "industrial", but not "besieged". */
  isNisba(at: number): boolean {
    const key = this.input.tokens[at]?.key ?? ''
    return key.startsWith(this.article) && this.book.isNisba(key)
  }

  /** A common adjective, or a word with the ending of one. */
  isAdjective(key: string): boolean {
    return this.book.isAdjective(key)
  }

  /** Words that lead on to the rest of a name: "father of", "hill of". */
  get openers(): ReadonlySet<string> {
    return this.book.openers
  }

  /** Written with "and". */
  isJoined(key: string): boolean {
    return (this.book.affixes.get('conjunction') ?? []).some(({ form }) => key.startsWith(form) && key.length > form.length + 2)
  }

  /** "And" with a word that leads on to the rest of a name. */
  opensName(at: number): boolean {
    const { key } = this.input.tokens[at]!
    return (this.book.affixes.get('conjunction') ?? []).some(
      ({ form }) => key.startsWith(form) && this.openers.has(key.slice(form.length)),
    )
  }

  hasPronoun(key: string): boolean {
    return (this.book.affixes.get('pronoun') ?? []).some(({ form }) => form.length > 1 && key.endsWith(form))
  }

  /** With the ending of a plural of people. */
  isPlural(key: string): boolean {
    return this.book.affixes.get('plural')?.some(({ form, value }) => value === 'mp' && key.endsWith(form)) ?? false
  }

  /** A word that no list has, with the prefix or ending of a verb. */
  looksVerbal(key: string): boolean {
    const { affixes } = this.book
    const prefix = affixes.get('imperfect-prefix')?.find(({ value }) => value === 'ms')?.form ?? ''
    const ends = (slot: string, value: string) =>
      affixes.get(slot)?.some((row) => row.value === value && key.length > row.form.length + 2 && key.endsWith(row.form))
    return (
      (prefix !== '' && key.startsWith(prefix)) || ends('past', 'mp') || (ends('past', 'fs') && !ends('plural', 'fp')) || false
    )
  }

  /** Nothing here can go on with the word before: a mark, a small word, a time, or a word with one joined before it. */
  isBoundary(at: number): boolean {
    const { tokens, analyses } = this.input
    const token = tokens[at]
    if (token?.kind !== 'word' || this.isParticle(at) || this.isTime(at)) return true
    return analyses[at]!.some(({ entry, conjunction, prep }) => entry.class === 'relation' || conjunction || prep !== '')
  }

  /** What encloses a place begins here: "in the countryside of", "north of", or a place with "in" written with it. */
  isEnclosing(at: number): boolean {
    const { tokens, analyses } = this.input
    if (tokens[at]?.kind !== 'word') return false
    const noun = analyses[at]!.find(({ entry, article }) => !article && (entry.class === 'relation' || entry.class === 'place'))
    if (noun?.entry.class === 'place' && noun.prep === 'with') return true
    if (noun?.entry.class === 'relation' && noun.entry.code !== 'near' && !noun.conjunction)
      return this.nounOf(at + 1, ['place']) !== null || this.isNamed(at + 1)
    return this.phrasesAt(at).some(({ phrase, strip }) => phrase.kind === 'place' && strip.prep === 'with')
  }

  /** A place begins here: its noun, or its name. */
  isPlaceAt(at: number): boolean {
    const noun = this.nounOf(at, ['place', 'facility'])
    if (noun && !noun.prep && !noun.conjunction) return true
    return this.phrasesAt(this.skipQuote(at)).some(
      ({ phrase, strip }) => phrase.kind === 'place' && !phrase.bare && strip.lead === 0,
    )
  }

  /** "In the north of", with "in" written with the side. */
  isInSide(at: number): boolean {
    return this.input.analyses[at]?.some(({ entry, prep }) => entry.class === 'relation' && prep === 'with') ?? false
  }

  /** Keeps a name that no list has, so that it is known where it stands alone; words of the lexicon are not kept. */
  remember(first: number, end: number, code: string, ids: readonly string[]) {
    const { tokens, analyses } = this.input
    const words = tokens.slice(first, end).filter(({ kind }) => kind === 'word')
    if (!words.length || words.every(({ index }) => analyses[index]!.length > 0) || words[0]!.key.length < 3) return
    this.coined.set(words[0]!.key, { keys: words.map(({ key }) => key), code, ids })
  }

  remembered(at: number) {
    if (!this.coined.size) return null
    const { tokens } = this.input
    for (const { stem, lead, prep, conjunction, article } of strips(tokens[at]!.key, this.book.affixes)) {
      const name = article ? undefined : this.coined.get(stem)
      if (!name?.keys.every((key, i) => i === 0 || tokens[at + i]?.key === key)) continue
      return { strip: { lead, prep, conjunction }, end: at + name.keys.length, code: name.code, ids: name.ids }
    }
    return null
  }

  nounOf(at: number, classes: readonly string[]): Analysis | null {
    return (
      this.input.analyses[at]?.find(
        ({ entry, form, prep }) => form.part === 'noun' && prep !== 'like' && classes.includes(entry.class),
      ) ?? null
    )
  }

  skipQuote(at: number): number {
    return this.input.tokens[at]?.key === '"' ? at + 1 : at
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
