import type { Analysis, Mention, Phrase, PhraseClass } from '../doc.ts'
import { agreementOf, caseOf, classOf, fits, isOpen, isParty } from './heads.ts'
import { type Input, isAiming, type PhraseWords, type Word, wordAt } from './words.ts'

/** Words of a name in quotation marks, at most. */
export const QUOTED = 4
/** Small words that open a clause: no noun follows them in a phrase. */
export const OPENS: ReadonlySet<string> = new Set(['that', 'clause', 'relative', 'negation', 'unreal', 'result', 'source'])

/** A noun with its adjectives and genitives: where it ends, and whether it is definite by then. */
export type Core = { readonly end: number; readonly definite: boolean }

/** How far a phrase goes on from its noun, within the sentence that ends at `limit`. */
export class Extents {
  readonly doc: Input
  readonly words: PhraseWords
  readonly timeEnd: Int32Array
  readonly numberEnd: Int32Array
  limit = 0

  constructor(doc: Input, words: PhraseWords, timeEnd: Int32Array, numberEnd: Int32Array) {
    this.doc = doc
    this.words = words
    this.timeEnd = timeEnd
    this.numberEnd = numberEnd
  }

  /** Where the phrase ends: past its adjectives, its genitives, a name in quotation marks, and the party it belongs to. */
  core(head: number, named: Mention | null, word: Word, found: PhraseClass, agrees: Phrase['agrees']): Core {
    const { doc, words } = this
    let end = named ? named.end : head + 1
    const tail = named && named.end > head + 1 ? wordAt(doc, named.end - 1, words, true) : word
    const whole = named !== null && (named.kind === 'actor' || named.kind === 'group' || named.ids.length > 0)
    // a name in quotation marks closes it
    const quoted = doc.tokens[end - 1]!.kind === 'mark'
    let open = !whole && !quoted && isOpen(tail, words)
    let definite = quoted || tail.definite || tail.owned || (named !== null && named.ids.length > 0)
    const people = found === 'group' || found === 'person' || found === 'unit' || caseOf(word, words) !== ''
    const doing = found === 'act'
    if (named?.kind === 'person' || named?.kind === 'source' || named?.kind === 'weapon') return { end, definite: true }
    if (named?.kind === 'place' && named.ids.length) return { end, definite: true }
    while (end < this.limit) {
      const next = doc.mentionAt[end]
      if (next && next.first === end) {
        if (next.kind === 'group' && next.end === end + 1 && this.describes(end, definite, agrees, people)) {
          end++
          open = false
          continue
        }
        // "a shipment of arms"
        const fitting = (next.kind !== 'weapon' || found === 'thing' || found === 'facility') && !next.prep && !next.conjunction
        // "a commander of the brigade"
        const ofParty = isParty(next) && named?.kind === 'group' && isOpen(tail, words) && end === named.end
        const title = next.kind === 'person' && (found === 'person' || found === 'group' || this.hasTitle(head, end))
        if (!fitting || doing || !(open || title || ofParty)) break
        end = next.end
        const last = wordAt(doc, end - 1, words, true)
        open = (next.kind === 'group' || next.kind === 'unit') && isOpen(last, words)
        definite = !open
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
        definite = true
        continue
      }
      if (token.kind !== 'word') break
      const more = wordAt(doc, end, words, true)
      if (more.conjunction || more.prep || more.kind === 'other') break
      const kind = more.analysis ? classOf(more, words) : null
      // "the killing of the head of": a title is no adjective of an act
      const other = doing && more.analysis?.entry.class === 'role'
      if (kind === 'quantity' || this.tieAt(end) || other || isAiming(more, words)) break
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
  describes(at: number, definite: boolean, agrees: Phrase['agrees'], people: boolean): boolean {
    const word = wordAt(this.doc, at, this.words, true)
    const { article, adjectives } = this.words
    const bare = word.definite ? word.stem.slice(article.length) : word.stem
    return (
      word.definite === definite &&
      !word.conjunction &&
      !word.prep &&
      adjectives.has(bare) &&
      fits(word, agrees, people, this.words)
    )
  }

  /** "The forces loyal to the former president": the name of him who has the title may follow. */
  hasTitle(head: number, end: number): boolean {
    for (let at = head; at < end; at++) if (this.doc.analyses[at]!.some(({ entry }) => entry.class === 'role')) return true
    return false
  }

  /** A number that counts what follows it, not one that numbers what stands before. */
  counts(at: number): boolean {
    const next = this.numberEnd[at]! || at + 1
    if (next >= this.limit || this.doc.tokens[next]!.kind !== 'word' || this.doc.particles[next]) return false
    const word = wordAt(this.doc, next, this.words, true)
    return !word.definite && word.kind === 'noun'
  }

  /** The end with the mark that closes a quotation begun inside. */
  closed(first: number, end: number): number {
    for (let at = first; at < end; at++) if (this.doc.quotes[at] === end) return end + 1
    return end
  }

  quoted(at: number): number {
    const { tokens, quotes } = this.doc
    const close = quotes[at] ?? -1
    if (close <= at + 1 || close >= this.limit || close > at + QUOTED + 1) return at
    return tokens.slice(at + 1, close).every(({ kind }) => kind === 'word') ? close + 1 : at
  }

  /** "Of the army", "loyal to the president", "from the tribes": the party that this belongs to, if it follows. */
  owned(end: number, definite: boolean, found: PhraseClass): number {
    const { doc, words } = this
    const next = end
    // who is known by name needs no telling whom they support
    const known = doc.mentionAt[end - 1]?.kind === 'actor' && doc.mentionAt[end - 1]!.ids.length === 1
    const tie = next < this.limit && !known && !doc.mentionAt[next] ? this.tieAt(next) : null
    const after =
      tie && !tie.conjunction && !tie.prep
        ? this.tied(next + 1, false)
        : !known && this.tieAt(end - 1)
          ? this.tied(next, true)
          : 0
    if (after) return after
    if (tie && !tie.conjunction && !tie.prep) return end
    const particle = doc.particles[next]
    const armed = found === 'group' || found === 'unit' || found === 'person'
    if (particle && armed && !definite && (particle.role === 'from' || (particle.role === 'in' && found !== 'unit'))) {
      const inside = doc.tokens[particle.end]?.key === '"' ? particle.end + 1 : particle.end
      const inner = doc.mentionAt[inside]
      const members = inner && (isParty(inner) || (found === 'unit' && inner.kind === 'group'))
      return members && !inner.prep && inside < this.limit ? inner.end : end
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

  /** The end of what follows "loyal", with its preposition; `strict`: without one nothing does. */
  tied(at: number, strict: boolean): number {
    const { doc } = this
    const particle = doc.particles[at]
    const governed = particle && !OPENS.has(particle.role) && particle.role !== 'in' && particle.role !== 'small'
    if (strict && particle && !governed) return 0
    const start = governed ? particle.end : doc.tokens[at]?.key.length === 1 ? at + 1 : at
    if (strict && start === at && !doc.mentionAt[at]?.prep) return 0
    const end = doc.tokens[start]?.key === '"' ? this.quoted(start) : this.plain(start)
    return end > start ? end : 0
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
    const core = this.core(at, null, word, found, agreementOf(word, found, words))
    return this.owned(core.end, core.definite, found)
  }
}
