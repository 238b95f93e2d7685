import type { Doc, Mention, Phrase, Verb } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { headOf, joinsNumber, numberPrep } from './counts.ts'
import { Extents, OPENS, QUOTED } from './extent.ts'
import { agreementOf, caseOf, classOf, classOfNamed, isOpen, referTo } from './heads.ts'
import { governing, type Input, isAiming, type PhraseWords, type Word, wordAt } from './words.ts'

type Layers = Pick<Doc, 'phrases' | 'phraseAt' | 'verbAt'>

/** Small words that stand inside a phrase or between a preposition and its noun, and govern nothing. */
const PASSED: ReadonlySet<string> = new Set([
  'filler',
  'turn',
  'small',
  'also',
  'air',
  'ground',
  'suicide',
  'other',
  'names',
  'sport',
  'past',
  'ongoing',
])

/** One pass over the tokens of each sentence: noun phrases, each with what governs it, and the verbs between them. */
export function phrasesOf(doc: Input, words: PhraseWords): Layers {
  const chunks = new Chunks(doc, words)
  for (const { first, end } of doc.sentences) chunks.sentence(first, end)
  return { phrases: chunks.phrases, phraseAt: chunks.phraseAt, verbAt: chunks.verbAt }
}

class Chunks {
  readonly doc: Input
  readonly words: PhraseWords
  readonly phrases: Phrase[] = []
  readonly phraseAt: (Phrase | null)[]
  readonly verbAt: (Verb | null)[]
  readonly timeEnd: Int32Array
  readonly numberEnd: Int32Array
  readonly extents: Extents
  limit = 0
  governor = ''
  /** the noun of doing whose genitive may follow */
  of = -1
  relative = false
  /** where a number or a word of quantity began that counts the next noun */
  counted = -1
  /** "and" stands alone before: before a quotation mark */
  joint = false
  /** tokens up to here follow the last phrase closely: a name in brackets after it */
  reach = 0
  /** a comma stands before: the next noun may go on with a list */
  comma = false
  /** a verb stands before that only carries an act, whose noun follows */
  awaits = false

  constructor(doc: Input, words: PhraseWords) {
    this.doc = doc
    this.words = words
    this.phraseAt = new Array(doc.tokens.length).fill(null)
    this.verbAt = new Array(doc.tokens.length).fill(null)
    this.timeEnd = new Int32Array(doc.tokens.length)
    this.numberEnd = new Int32Array(doc.tokens.length)
    for (const { first, end } of doc.times) this.timeEnd[first] = end
    for (const { first, end } of doc.numbers) this.numberEnd[first] = end
    this.extents = new Extents(doc, words, this.timeEnd, this.numberEnd)
  }

  sentence(first: number, end: number) {
    this.limit = end
    this.extents.limit = end
    this.free()
    this.relative = false
    this.awaits = false
    for (let at = first; at < end; ) at = this.step(at)
  }

  /** What follows is governed by nothing. */
  free() {
    this.governor = ''
    this.of = -1
    this.counted = -1
    this.comma = false
    this.joint = false
  }

  step(at: number): number {
    const { doc } = this
    const mention = doc.mentionAt[at]
    if (mention) return this.phrase(at, mention, headOf(doc, mention, this.numberEnd), null)
    const particle = doc.particles[at]
    // "a suicide bomber": a word that describes an act names the doer where no noun stands before it
    if (particle && particle.role !== 'sport' && !(particle.role === 'suicide' && particle.first === at))
      return this.particle(particle.role, particle.first, particle.end)
    if (this.timeEnd[at]! > at) {
      this.of = -1
      this.governor = ''
      return this.timeEnd[at]!
    }
    const token = doc.tokens[at]!
    if (particle?.role === 'suicide') return this.phrase(at, null, at, this.doer(at))
    if (token.kind === 'mark') {
      if (token.key === COMMA) {
        this.free()
        this.comma = true
      } else if (token.key === '(') {
        const close = this.bracketed(at)
        if (close > at) return close
        this.free()
      } else if (token.key !== '"') this.free()
      return at + 1
    }
    if (token.key.length === 1 && this.letter(token.key)) return at + 1
    if (this.numberEnd[at]! > at) {
      if (this.counted < 0) this.counted = at
      this.governor = numberPrep(doc, this.words, at) || this.governor
      return this.numberEnd[at]!
    }
    const last = this.phraseAt[at - 1]
    const two = last !== null && last !== undefined && doc.analyses[last.head]!.some(({ form }) => form.number === 'two')
    const word = wordAt(doc, at, this.words, this.governor !== '' || this.of >= 0 || this.isNoun(at), two)
    if (word.kind === 'verb') return this.verb(at, word)
    if (word.kind === 'other') return at + 1
    // "raids targeting a convoy"
    if (isAiming(word, this.words)) {
      this.free()
      this.governor = 'on'
      return at + 1
    }
    // "a large number of": what describes the number does not end its counting
    const quantity = this.counted === at - 1 && this.numberEnd[this.counted]! <= this.counted
    if (quantity && !word.definite && !word.conjunction && this.words.adjectives.has(word.stem)) return at + 1
    return this.phrase(at, null, at, word)
  }

  /** "Went on shelling", "a shelling of the army": no verb of doing is followed by "of", nor by an adjective of an act. */
  isNoun(at: number): boolean {
    const { doc } = this
    const readings = doc.analyses[at]!
    if (this.awaits && !readings.some(({ conjunction }) => conjunction)) return true
    if (at + 1 >= this.limit || !readings.some(({ entry, form }) => entry.class === 'act' && form.part === 'noun')) return false
    const role = doc.particles[at + 1]?.role
    const next = doc.mentionAt[at + 1]
    if (role === 'air' || role === 'ground' || next?.prep === 'to') return true
    // "the army's shelling of": after its doer a verb takes its object without "of"
    const doer = next?.kind === 'actor' || next?.kind === 'unit' || next?.kind === 'place'
    return doer && next.end < this.limit && (doc.mentionAt[next.end]?.prep ?? doc.analyses[next.end]![0]?.prep) === 'to'
  }

  /** A short note in brackets after a phrase is passed over: what follows goes on from the phrase. */
  bracketed(at: number): number {
    const { tokens } = this.doc
    for (let close = at + 1; close < this.limit && close <= at + QUOTED + 1; close++)
      if (tokens[close]!.key === ')') {
        if (at <= Math.max(this.reach, this.phrases.at(-1)?.end ?? 0) + 1) this.reach = close + 1
        return close + 1
      }
    return at
  }

  /** A conjunction or preposition that stands alone, before a quotation mark. */
  letter(key: string): boolean {
    const { affixes } = this.words
    if (affixes.get('conjunction')!.some(({ form, value }) => form === key && value === 'and')) this.joint = true
    else {
      const prep = affixes.get('prep')!.find(({ form }) => form === key)
      if (!prep) return false
      this.free()
      this.governor = governing(prep.value)
    }
    return true
  }

  particle(role: string, first: number, end: number): number {
    if (role === 'side') {
      this.comma = true
      this.reach = end
      return end
    }
    if (PASSED.has(role)) return end
    // "a number of", "one of": the noun counted follows
    if (role === 'from' && this.counted >= 0) return end
    this.free()
    this.relative = role === 'relative'
    // "moved of them a child": no part of anything told just before
    if (role === 'part' && (this.phrases.at(-1)?.end ?? 0) < first) return end
    if (OPENS.has(role)) this.awaits = false
    else this.governor = role === 'with' ? 'by' : role
    return end
  }

  verb(at: number, { analysis }: Word): number {
    this.verbAt[at] = {
      at,
      analysis,
      person: analysis?.form.person ?? '',
      pronoun: analysis ? analysis.pronoun !== '' : false,
      relative: this.relative,
    }
    this.free()
    this.relative = false
    this.awaits = analysis !== null && this.words.carriers.has(analysis.entry.lemma)
    return at + 1
  }

  /** A word that describes an act, as the noun of one who does it. */
  doer(at: number): Word {
    const word = wordAt(this.doc, at, this.words, true)
    const analysis = this.doc.analyses[at]!.find(({ entry }) => entry.class === 'fighters') ?? word.analysis
    return { ...word, kind: 'noun', analysis }
  }

  phrase(first: number, named: Mention | null, head: number, known: Word | null): number {
    const { doc, words } = this
    const word = known ?? wordAt(doc, head, words, true)
    const found = named ? classOfNamed(doc, named, word, this.governor) : classOf(word, words)
    const prep = named ? named.prep : word.prep
    const joint = (named ? named.conjunction : word.conjunction) || this.joint || this.joinsCount(first)
    if (found === 'relation') {
      this.governor = word.analysis?.entry.code === 'inside' ? 'in' : 'near'
      this.of = -1
      return first + 1
    }
    if (found === 'quantity') {
      // "all of them", "himself"
      if (word.analysis?.pronoun) return first + 1
      if (prep) this.governor = governing(prep)
      this.counted = this.counted < 0 ? first : this.counted
      return first + 1
    }
    const last = this.phrases.at(-1)
    const near =
      last !== undefined &&
      Math.max(last.end, this.reach) >=
        first - 1 - Number(this.comma) - 2 * Number(this.joint) - (this.counted < 0 ? 0 : first - this.counted)
    // a comma alone goes on with a list of the same kind; it also stands between subject and object
    const listed = this.comma && last !== undefined && last.class === found && (last.governor !== '' || last.joined)
    const joined = near && !prep && (joint || listed) && this.governor === ''
    const governor = governing(prep) || (joined ? last.governor : this.governor) || (this.of >= 0 && !joint ? 'of' : '')
    const of = governor === 'of' ? (joined ? last.of : this.of) : -1
    // a name of a place may be spelled like another word
    const agrees = named?.kind === 'place' && named.ids.length && named.code === '' ? '' : agreementOf(word, found, words)
    const core = this.extents.core(head, named, word, found, agrees)
    const end = this.extents.closed(head, found === 'act' ? core.end : this.extents.owned(core.end, core.definite, found))
    const owner = end > core.end ? (this.extents.ownerIn(core.end, end) ?? null) : null
    const phrase: Phrase = {
      ...{
        first: this.counted < 0 ? first : this.counted,
        head,
        end,
        class: found,
        named,
        governor,
        of,
        joined,
        agrees,
        owner,
      },
      mention: referTo(doc, named, found, head, word, end),
      // a name that ends as an object does is only spelled so
      case: named?.ids.length && word.analysis?.form.number === 'one' ? '' : caseOf(word, words),
      definite: named?.kind === 'actor' || word.definite,
    }
    this.phrases.push(phrase)
    if (found === 'act') this.awaits = false
    for (let at = phrase.first; at < end; at++) this.phraseAt[at] = phrase
    this.free()
    if (
      (found === 'act' || found === 'abstract' || (found === 'weapon' && governor === 'with')) &&
      end === head + 1 &&
      isOpen(word, words)
    )
      this.of = head
    return end
  }

  /** "And three of": the conjunction is written with the number. */
  joinsCount(first: number): boolean {
    const start = this.counted < 0 ? first : this.counted
    return this.numberEnd[start]! > start && joinsNumber(this.doc, this.words, start)
  }
}
