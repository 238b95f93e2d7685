import type { Doc, Mention } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { isPlace } from './extent.ts'
import { isJoined, type Letters, LINKS, PASSING } from './governor.ts'

type Input = Pick<Doc, 'tokens' | 'analyses' | 'particles' | 'mentionAt' | 'verbAt' | 'times'>

/** A place after another, and how the two are tied. */
export type Tie = {
  readonly next: Mention
  /** the small word between them; "plus" for "in addition to" */
  readonly role: string
  readonly comma: boolean
  readonly bracket: boolean
  /** adjectives between them: "A, which belongs to B" */
  readonly passed: number
  /** "and" stands before it */
  readonly joint: boolean
}

/** Words passed over between a place and the next: "the Syrian border town A, which belongs to B". */
const PASSED = 3
/** "And its surroundings" stands inside a list. */
const AROUND: ReadonlySet<string> = new Set(['relation', 'place'])

/** Finds the place that follows another with no more than small words, marks and adjectives between. */
export class Ties {
  readonly doc: Input
  readonly letters: Letters
  readonly timed: Uint8Array

  constructor(doc: Input, letters: Letters) {
    this.doc = doc
    this.letters = letters
    this.timed = new Uint8Array(doc.tokens.length)
    for (const { first, end } of doc.times) this.timed.fill(1, first, end)
  }

  after({ end, name }: Mention, limit: number): Tie | null {
    const { doc, letters } = this
    const { article } = letters
    let role = ''
    let comma = false
    let bracket = false
    let passed = 0
    let joint = false
    for (let at = end; at < limit; ) {
      const next = doc.mentionAt[at]
      if (next) {
        if (next.first !== at) return null
        if (isPlace(next)) return { next, role, comma, bracket, passed, joint: joint || next.conjunction }
        const describes = next.kind === 'actor' && next.end === at + 1 && doc.tokens[at]!.key.startsWith(article)
        if (!describes || role || ++passed > PASSED) return null
        at = next.end
        continue
      }
      const particle = doc.particles[at]
      if (particle) {
        if (particle.role === 'plus' && !role) role = 'plus'
        else if (isJoined(doc, particle, letters)) return null
        else if (LINKS.has(particle.role) && !role && (!comma || particle.role === 'in')) role = particle.role
        else if (!PASSING.has(particle.role)) return null
        at = particle.end
        continue
      }
      const { kind, key } = doc.tokens[at]!
      if (kind === 'mark') {
        if (key === COMMA) {
          if (comma || role) return null
          comma = true
        } else if (key === '(' || key === '-') bracket = true
        else if (key !== '"' && key !== "'" && key !== ')') return null
      } else if (kind !== 'word' || this.timed[at]) return null
      else if (letters.conjunctions.includes(key) && !role) joint = true
      else if (!this.isAround(at)) {
        if (role || !this.describes(at, name === undefined) || ++passed > PASSED) return null
      }
      at++
    }
    return null
  }

  private isAround(at: number): boolean {
    return this.doc.analyses[at]!.some(({ pronoun, conjunction, entry }) => pronoun && conjunction && AROUND.has(entry.class))
  }

  /** A definite word that is no verb, or "belonging to"; after a noun without a name also one that no list has, or with a pronoun. */
  private describes(at: number, generic: boolean): boolean {
    const readings = this.doc.analyses[at]!
    if (readings.some(({ entry, conjunction }) => entry.class === 'allied' && !conjunction)) return true
    if (this.doc.verbAt[at]) return false
    if (this.doc.tokens[at]!.key.startsWith(this.letters.article)) return true
    // "the areas of its deployment in A"
    return generic && readings.every(({ pronoun }) => pronoun !== '')
  }
}
