import type { Clause, Doc } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'

const OPENS: ReadonlySet<string> = new Set(['clause', 'result'])

type Input = Pick<Doc, 'tokens' | 'sentences' | 'particles' | 'phraseAt' | 'verbAt'>

/**
 * The clause of each token. A clause begins with its sentence, with a word that opens one ("while", "also", "which led
 * to"), and after a comma before a finite verb; other commas part the items of a list.
 */
export function clausesOf(doc: Input): readonly Clause[] {
  // a mark between two sentences is a clause of its own
  const clauseAt: Clause[] = doc.tokens.map((_, at) => ({ first: at, end: at + 1 }))
  for (const sentence of doc.sentences) {
    let first = sentence.first
    const close = (end: number) => {
      const clause = { first, end }
      for (let at = first; at < end; at++) clauseAt[at] = clause
      first = end
    }
    // a comma parts clauses only where one has been told: "the army, it is said, shelled" is one
    let told = isTold(doc, sentence.first)
    for (let at = sentence.first + 1; at < sentence.end; at++) {
      const particle = doc.particles[at]
      if (particle?.first === at && particle.role === 'that') told = false
      const comma = doc.tokens[at - 1]!.key === COMMA
      const opens = particle?.first === at && (OPENS.has(particle.role) || (particle.role === 'turn' && comma))
      const verb = isTold(doc, at)
      if (!opens && !(comma && verb && told && !isAside(doc, at))) {
        told ||= verb
        continue
      }
      told = verb
      close(comma ? at - 1 : at)
      if (comma) clauseAt[at - 1] = { first: at - 1, end: at }
      first = at
    }
    close(sentence.end)
  }
  return clauseAt
}

/** "Shells, which the army fired": a verb whose object is the noun before the comma. */
const isAside = ({ phraseAt, verbAt }: Input, at: number): boolean =>
  verbAt[at]!.pronoun && !verbAt[at]!.analysis?.conjunction && phraseAt[at - 2]?.definite === false

/** A verb that tells: neither "was", nor one that a relative clause is about. */
const isTold = ({ verbAt }: Input, at: number): boolean => {
  const verb = verbAt[at]
  return verb !== null && verb !== undefined && verb.analysis !== null && verb.analysis.entry.class !== 'be' && !verb.relative
}
