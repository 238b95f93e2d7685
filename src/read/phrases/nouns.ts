import type { Analysis, Doc, Mention, Phrase, PhraseClass, Verb } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { agreementOf, caseOf, classOf, fits, isOpen, isParty, referTo } from './heads.ts'
import { type Input, type PhraseWords, type Word, wordAt } from './words.ts'

type Layers = Pick<Doc, 'phrases' | 'phraseAt' | 'verbAt'>

/** Small words that stand inside a phrase or between a preposition and its noun, and govern nothing. */
const PASSED: ReadonlySet<string> = new Set(['filler', 'side', 'also', 'air', 'ground', 'suicide', 'other', 'names', 'sport', 'past', 'ongoing'])
/** Small words after which a clause begins anew: what follows is governed by nothing. */
const OPENS: ReadonlySet<string> = new Set(['that', 'clause', 'relative', 'negation', 'unreal', 'result', 'source', 'small'])
/** Words of a name in quotation marks, at most. */
const QUOTED = 4

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
  limit = 0
  governor = ''
  /** the noun of doing whose genitive may follow */
  of = -1
  relative = false
  /** where a number or a word of quantity began that counts the next noun */
  counted = -1
  /** "and" stands alone before: before a quotation mark */
  joint = false
  /** a comma stands before: the next noun may go on with a list */
  comma = false

  constructor(doc: Input, words: PhraseWords) {
    this.doc = doc
    this.words = words
    this.phraseAt = new Array(doc.tokens.length).fill(null)
    this.verbAt = new Array(doc.tokens.length).fill(null)
    this.timeEnd = new Int32Array(doc.tokens.length)
    this.numberEnd = new Int32Array(doc.tokens.length)
    for (const { first, end } of doc.times) this.timeEnd[first] = end
    for (const { first, end } of doc.numbers) this.numberEnd[first] = end
  }

  sentence(first: number, end: number) {
    this.limit = end
    this.free()
    this.relative = false
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
    if (mention) return this.phrase(at, mention, this.headOf(mention), null)
    const particle = doc.particles[at]
    // "a suicide bomber": a word that describes an act names the doer where no noun stands before it
    if (particle && particle.role !== 'sport' && !(particle.role === 'suicide' && particle.first === at)) return this.particle(particle.role, particle.end)
    if (this.timeEnd[at]! > at) {
      this.of = -1
      return this.timeEnd[at]!
    }
    const token = doc.tokens[at]!
    if (particle?.role === 'suicide') return this.phrase(at, null, at, this.doer(at))
    if (token.kind === 'mark') {
      if (token.key === COMMA) {
        this.free()
        this.comma = true
      } else if (token.key !== '"') this.free()
      return at + 1
    }
    if (token.key.length === 1 && this.letter(token.key)) return at + 1
    if (this.numberEnd[at]! > at) {
      if (this.counted < 0) this.counted = at
      return this.numberEnd[at]!
    }
    const word = wordAt(doc, at, this.words, this.governor !== '' || this.of >= 0)
    if (word.kind === 'verb') return this.verb(at, word)
    if (word.kind === 'other') return at + 1
    return this.phrase(at, null, at, word)
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

  particle(role: string, end: number): number {
    if (PASSED.has(role)) return end
    // "a number of", "one of": the noun counted follows
    if (role === 'from' && this.counted >= 0) return end
    if (role === 'side') this.comma = true
    this.free()
    this.relative = role === 'relative'
    if (!OPENS.has(role)) this.governor = role === 'with' ? 'by' : role
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
    return at + 1
  }

  /** A word that describes an act, as the noun of one who does it. */
  doer(at: number): Word {
    const word = wordAt(this.doc, at, this.words, true)
    const analysis = this.doc.analyses[at]!.find(({ entry }) => entry.class === 'fighters') ?? word.analysis
    return { ...word, kind: 'noun', analysis }
  }

  /** The noun of a mention that begins with a number: "three of the soldiers". */
  headOf(mention: Mention): number {
    const { doc } = this
    let at = mention.first
    if (this.numberEnd[at]! > at && this.numberEnd[at]! < mention.end) at = this.numberEnd[at]!
    if (at > mention.first && at + 1 < mention.end && !doc.analyses[at]!.length && doc.tokens[at]!.key.length < 4) at++
    return at
  }

  phrase(first: number, named: Mention | null, head: number, known: Word | null): number {
    const { doc, words } = this
    const word = known ?? wordAt(doc, head, words, true)
    const found = named ? named.kind : classOf(word, words)
    const prep = named ? named.prep : word.prep
    const joint = (named ? named.conjunction : word.conjunction) || this.joint || this.joinsNumber(first)
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
    const near = last !== undefined && last.end >= first - 1 - Number(this.comma) - 2 * Number(this.joint) - (this.counted < 0 ? 0 : first - this.counted)
    // a comma alone goes on with a list of the same kind; it also stands between subject and object
    const listed = this.comma && last !== undefined && last.class === found && (last.governor !== '' || last.joined)
    const joined = near && !prep && (joint || listed) && this.governor === ''
    const governor = governing(prep) || (joined ? last.governor : this.governor) || (this.of >= 0 && !joint ? 'of' : '')
    const of = governor === 'of' ? (joined ? last.of : this.of) : -1
    const agrees = agreementOf(word, found, words)
    const end = this.extent(head, named, word, found, agrees)
    const phrase: Phrase = {
      ...{ first: this.counted < 0 ? first : this.counted, head, end, class: found, named, governor, of, joined, agrees },
      mention: referTo(doc, named, found, head, word.lead, end),
      case: caseOf(word, words),
      definite: named?.kind === 'actor' || word.definite,
    }
    this.phrases.push(phrase)
    for (let at = phrase.first; at < end; at++) this.phraseAt[at] = phrase
    this.free()
    if ((found === 'act' || found === 'abstract' || (found === 'weapon' && governor === 'with')) && end === head + 1 && isOpen(word, words)) this.of = head
    return end
  }

  /** "And three of": the conjunction is written with the number. */
  joinsNumber(first: number): boolean {
    const start = this.counted < 0 ? first : this.counted
    const key = this.doc.tokens[start]!.key
    if (this.numberEnd[start]! <= start) return false
    const { words } = this.doc.knowledge.calendar.numerals
    return this.words.affixes.get('conjunction')!.some(({ form }) => key.startsWith(form) && words.has(key.slice(form.length)))
  }

  /** Where the phrase ends: past its adjectives, its genitives, a name in quotation marks, and the party it belongs to. */
  extent(head: number, named: Mention | null, word: Word, found: PhraseClass, agrees: Phrase['agrees']): number {
    const { doc, words } = this
    let end = named ? named.end : head + 1
    const tail = named && named.end > head + 1 ? wordAt(doc, named.end - 1, words, true) : word
    const whole = named !== null && (named.kind === 'actor' || named.kind === 'group' || named.ids.length > 0)
    let open = !whole && isOpen(tail, words)
    let definite = tail.definite || tail.owned || (named !== null && named.ids.length > 0)
    const people = found === 'group' || found === 'person' || found === 'unit' || caseOf(word, words) !== ''
    const doing = found === 'act'
    if (named?.kind === 'person' || named?.kind === 'source' || named?.kind === 'weapon') return end
    if (named?.kind === 'place' && named.ids.length) return end
    while (end < this.limit) {
      const next = doc.mentionAt[end]
      if (next && next.first === end) {
        if (!definite && next.kind === 'group' && next.end === end + 1 && this.describes(end, agrees, people)) {
          end++
          open = false
          continue
        }
        const fitting = next.kind !== 'weapon' && !next.prep && !next.conjunction
        const title = next.kind === 'person' && (found === 'person' || found === 'group')
        if (!fitting || doing || !(open || title)) break
        end = next.end
        open = false
        definite = true
        continue
      }
      if (doc.particles[end] || this.timeEnd[end]! > end) {
        const role = doc.particles[end]?.role
        if (role === 'air' || role === 'ground' || role === 'suicide') {
          end = doc.particles[end]!.end
          open = false
          continue
        }
        break
      }
      const token = doc.tokens[end]!
      if (token.kind === 'number' && (found === 'unit' || found === 'facility') && !this.counts(end)) {
        end++
        continue
      }
      if (token.kind === 'mark') {
        const close = doing ? end : this.quoted(end)
        if (close === end) break
        end = close
        open = false
        continue
      }
      if (token.kind !== 'word') break
      const more = wordAt(doc, end, words, true)
      if (more.conjunction || more.prep || more.kind === 'other') break
      const kind = more.analysis ? classOf(more, words) : null
      if (more.analysis?.entry.class === 'allied' || kind === 'quantity') break
      const describes = more.describes || ((kind === 'group' || kind === null) && more.definite)
      if (describes && more.definite === definite && fits(more, agrees, people, words)) {
        open = false
        end++
        continue
      }
      const verbal = wordAt(doc, end, words, false).kind === 'verb'
      if (open && !doing && !verbal && more.kind !== 'adjective') {
        definite = more.definite || more.owned
        open = isOpen(more, words)
        end++
        continue
      }
      if (!definite && kind === 'group' && found === 'unit' && fits(more, agrees, people, words)) {
        end++
        continue
      }
      break
    }
    return doing ? end : this.owned(end, definite, found)
  }

  /** "A military column": a noun of people that stands as an adjective. */
  describes(at: number, agrees: Phrase['agrees'], people: boolean): boolean {
    const word = wordAt(this.doc, at, this.words, true)
    const plain = !word.definite && !word.conjunction && !word.prep
    return plain && this.words.adjectives.has(word.stem) && fits(word, agrees, people, this.words)
  }

  /** A number that counts what follows it, not one that numbers what stands before. */
  counts(at: number): boolean {
    const next = this.numberEnd[at]! || at + 1
    if (next >= this.limit || this.doc.tokens[next]!.kind !== 'word' || this.doc.particles[next]) return false
    const word = wordAt(this.doc, next, this.words, true)
    return !word.definite && word.kind === 'noun'
  }

  quoted(at: number): number {
    const { tokens } = this.doc
    if (tokens[at]?.key !== '"') return at
    let close = at + 1
    while (close < this.limit && close - at <= QUOTED && tokens[close]!.kind === 'word') close++
    return close > at + 1 && tokens[close]?.key === '"' ? close + 1 : at
  }

  /** "Of the army", "loyal to the president", "from the tribes": the party that this belongs to, if it follows. */
  owned(end: number, definite: boolean, found: PhraseClass): number {
    const { doc, words } = this
    let next = end
    const tie = next < this.limit && !doc.mentionAt[next] ? this.tieAt(next) : null
    if (tie && !tie.conjunction && !tie.prep) {
      next++
      if (doc.particles[next] && !OPENS.has(doc.particles[next]!.role)) next = doc.particles[next]!.end
      else if (doc.tokens[next]?.key.length === 1) next++
      const after = this.plain(next)
      return after > next ? after : end
    }
    const particle = doc.particles[next]
    const armed = found === 'group' || found === 'unit' || found === 'person'
    if (particle && armed && !definite && (particle.role === 'from' || (particle.role === 'in' && found !== 'unit'))) {
      const inner = doc.mentionAt[particle.end]
      return inner && isParty(inner) && !inner.prep && particle.end < this.limit ? inner.end : end
    }
    const inner = doc.mentionAt[next]
    if (next < this.limit && inner?.first === next && inner.prep === 'to' && !inner.conjunction && !definite && found !== 'act')
      return isParty(inner) || inner.kind === 'group' ? inner.end : end
    if (next < this.limit && !inner && !particle && !definite && found !== 'act' && found !== 'abstract') {
      const more = wordAt(doc, next, words, true)
      if (more.prep === 'to' && !more.conjunction && (more.kind === 'noun' || more.kind === 'adjective')) return this.plain(next)
    }
    return end
  }

  tieAt(at: number): Analysis | null {
    return this.doc.analyses[at]!.find(({ entry }) => entry.class === 'allied') ?? null
  }

  /** The end of a plain noun with its genitives and adjectives, named or not. */
  plain(at: number): number {
    const { doc, words } = this
    if (at >= this.limit) return at
    const mention = doc.mentionAt[at]
    if (mention) return mention.first === at ? mention.end : at
    const token = doc.tokens[at]!
    if (token.kind !== 'word') return at
    if (doc.particles[at]) return at
    const word = wordAt(doc, at, words, true)
    if (word.kind === 'other') return at
    if (word.analysis?.entry.class === 'relation') return at
    const found = classOf(word, words)
    if (found === 'quantity' || found === 'relation') return at
    return this.extent(at, null, word, found, agreementOf(word, found, words))
  }
}

/** "To" written with its noun says for whom or of whom, and "towards" is a word of its own. */
const governing = (prep: string): string => (prep === 'to' ? 'for' : prep)
