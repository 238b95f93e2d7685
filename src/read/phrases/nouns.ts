import type { Analysis, Doc, Mention, Phrase, PhraseClass, Verb } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { agreementOf, caseOf, classOf, fits, isOpen, isParty, referTo } from './heads.ts'
import { type Input, type PhraseWords, type Word, wordAt } from './words.ts'

type Layers = Pick<Doc, 'phrases' | 'phraseAt' | 'verbAt'>

/** Small words that stand inside a phrase or between a preposition and its noun, and govern nothing. */
const PASSED: ReadonlySet<string> = new Set([
  'filler',
  'side',
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
/** Small words after which a clause begins anew: what follows is governed by nothing. */
const OPENS: ReadonlySet<string> = new Set(['that', 'clause', 'relative', 'negation', 'unreal', 'result', 'source'])
/** Words of a name in quotation marks, at most. */
const QUOTED = 4

/** One pass over the tokens of each sentence: noun phrases, each with what governs it, and the verbs between them. */
export function phrasesOf(doc: Input, words: PhraseWords): Layers {
  const chunks = new Chunks(doc, words)
  for (const { first, end } of doc.sentences) chunks.sentence(first, end)
  return { phrases: chunks.phrases, phraseAt: chunks.phraseAt, verbAt: chunks.verbAt }
}

/** A noun with its adjectives and genitives: where it ends, and whether it is definite by then. */
type Core = { readonly end: number; readonly definite: boolean }

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
  /** tokens up to here follow the last phrase closely: a name in brackets after it */
  reach = 0
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
      this.governor = this.numberPrep(token.key) || this.governor
      return this.numberEnd[at]!
    }
    const word = wordAt(doc, at, this.words, this.governor !== '' || this.of >= 0)
    if (word.kind === 'verb') return this.verb(at, word)
    if (word.kind === 'other') return at + 1
    // "a large number of": what describes the number does not end its counting
    const quantity = this.counted === at - 1 && this.numberEnd[this.counted]! <= this.counted
    if (quantity && !word.definite && !word.conjunction && this.words.adjectives.has(word.stem)) return at + 1
    return this.phrase(at, null, at, word)
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
    if (PASSED.has(role)) return end
    // "a number of", "one of": the noun counted follows
    if (role === 'from' && this.counted >= 0) return end
    if (role === 'side') this.comma = true
    this.free()
    this.relative = role === 'relative'
    // "moved of them a child": no part of anything told before
    if (role === 'part' && (this.phrases.at(-1)?.end ?? 0) < first - 1) return end
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
    const found = named ? this.kindOfNamed(named, word) : classOf(word, words)
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
    const near =
      last !== undefined &&
      Math.max(last.end, this.reach) >=
        first - 1 - Number(this.comma) - 2 * Number(this.joint) - (this.counted < 0 ? 0 : first - this.counted)
    // a comma alone goes on with a list of the same kind; it also stands between subject and object
    const listed = this.comma && last !== undefined && last.class === found && (last.governor !== '' || last.joined)
    const joined = near && !prep && (joint || listed) && this.governor === ''
    const governor = governing(prep) || (joined ? last.governor : this.governor) || (this.of >= 0 && !joint ? 'of' : '')
    const of = governor === 'of' ? (joined ? last.of : this.of) : -1
    const agrees = agreementOf(word, found, words)
    const core = this.extent(head, named, word, found, agrees)
    const end = found === 'act' ? core.end : this.owned(core.end, core.definite, found)
    const owner = end > core.end ? (this.ownerIn(core.end, end) ?? null) : null
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
      mention: referTo(doc, named, found, head, word.lead, end),
      case: caseOf(word, words),
      definite: named?.kind === 'actor' || word.definite,
    }
    this.phrases.push(phrase)
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

  /** A facility that the gazetteer knows as a place is still a thing that may be hit, and so is a vehicle of war. */
  kindOfNamed(named: Mention, word: Word): PhraseClass {
    if (named.kind === 'place' && word.analysis?.entry.class === 'facility') return 'facility'
    const crewed = named.kind === 'weapon' && this.doc.knowledge.registry.weapons.get(named.ids[0] ?? '')?.crew === 'crewed'
    return crewed && named.prep !== 'with' && this.governor !== 'by' ? 'thing' : named.kind
  }

  /** "With two shells": the preposition is written with the number. */
  numberPrep(key: string): string {
    const { words } = this.doc.knowledge.calendar.numerals
    const prep = this.words.affixes.get('prep')!.find(({ form }) => key.startsWith(form) && words.has(key.slice(form.length)))
    return prep && !words.has(key) ? governing(prep.value) : ''
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
  extent(head: number, named: Mention | null, word: Word, found: PhraseClass, agrees: Phrase['agrees']): Core {
    const { doc, words } = this
    let end = named ? named.end : head + 1
    const tail = named && named.end > head + 1 ? wordAt(doc, named.end - 1, words, true) : word
    const whole = named !== null && (named.kind === 'actor' || named.kind === 'group' || named.ids.length > 0)
    let open = !whole && isOpen(tail, words)
    let definite = tail.definite || tail.owned || (named !== null && named.ids.length > 0)
    const people = found === 'group' || found === 'person' || found === 'unit' || caseOf(word, words) !== ''
    const doing = found === 'act'
    if (named?.kind === 'person' || named?.kind === 'source' || named?.kind === 'weapon') return { end, definite: true }
    if (named?.kind === 'place' && named.ids.length) return { end, definite: true }
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
    return { end, definite }
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
      const inside = doc.tokens[particle.end]?.key === '"' ? particle.end + 1 : particle.end
      const inner = doc.mentionAt[inside]
      return inner && isParty(inner) && !inner.prep && inside < this.limit ? inner.end : end
    }
    const inner = doc.mentionAt[next]
    if (next < this.limit && inner?.first === next && inner.prep === 'to' && !inner.conjunction && !definite && found !== 'act')
      return isParty(inner) || inner.kind === 'group' ? inner.end : end
    if (next < this.limit && !inner && !particle && !definite && found !== 'act' && found !== 'abstract') {
      const more = wordAt(doc, next, words, true)
      if (more.prep === 'to' && !more.conjunction && (more.kind === 'noun' || more.kind === 'adjective'))
        return this.plain(next)
    }
    return end
  }

  /** The party named in the words that say whose a thing is. */
  ownerIn(first: number, end: number): Mention | undefined {
    for (let at = first; at < end; at++) {
      const mention = this.doc.mentionAt[at]
      if (mention && isParty(mention)) return mention
    }
    return undefined
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
    const core = this.extent(at, null, word, found, agreementOf(word, found, words))
    return this.owned(core.end, core.definite, found)
  }
}

/** "To" written with its noun says for whom or of whom, and "towards" is a word of its own. */
const governing = (prep: string): string => (prep === 'to' ? 'for' : prep)
