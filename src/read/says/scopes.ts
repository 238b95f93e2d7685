import type { Sentence } from '../letters/sentences.ts'
import { COMMA } from '../letters/tokens.ts'
import type { Page } from './page.ts'
import { DOCUMENTS, roleAt } from './phrase.ts'
import { skipTo } from './speakers.ts'
import { hasAct, isAct, mayTell, opens, readings, tells, verbAt } from './words.ts'

/**
 * What is told, tokens [first, end): a clause ("that …"), a quotation, or a thing ("the killing of …"); nothing where the
 * statement has no words of its own after it.
 */
export type Content = { readonly kind: 'clause' | 'quote' | 'thing' | 'none'; readonly first: number; readonly end: number }

/** At most this many words after a speaker are those to whom it was said. */
const FEW = 2
/** Words between commas about a speaker. */
const ASIDE = 12
const SEMICOLONS: ReadonlySet<string> = new Set(['\u061B', ';'])
/** A quotation of this many words is a statement, and a shorter one where it has a verb. */
const STATEMENT = 5
/** Words that open a clause which tells on about the act before it. */
const TELLS_ON: ReadonlySet<string> = new Set(['clause-where', 'clause-when', 'clause-at'])
/** Words before which a statement that is attributed after its end may begin. */
const BEGINS: ReadonlySet<string> = new Set(['clause-where', 'clause-while', 'clause-but'])

/** What follows a speaker, from the token after it. */
export function contentAfter(page: Page, from: number, sentence: Sentence): Content {
  const { doc } = page
  const limit = stopAfter(page, sentence)
  let relative = false
  for (let at = from; at < limit; at++) {
    if (opens(doc, at, 'that') && !isLater(doc, at)) return clauseFrom(page, doc.particles[at]!.end, limit)
    const { key } = doc.tokens[at]!
    if (key === ':') return at + 1 < limit ? clauseFrom(page, at + 1, limit) : below(page, limit)
    if (key === '"' && page.quotes[at]! > at && isStatement(page, at)) return quoteAt(page, at, limit)
    if (key === COMMA) relative = false
    if (opens(doc, at, 'relative') || isOf(doc, at)) relative = true
    if (verbAt(doc, at) && !relative) return afterAside(page, at, limit) ?? { kind: 'none', first: at, end: at }
    if (isAct(doc, at) || (tells(doc, at) && !relative)) return { kind: 'thing', first: from, end: mainEnd(page, from, limit) }
  }
  const first = skipTo(page, from, limit, true)
  const named = limit - first > FEW && doc.tokens[first]!.kind === 'word' && !doc.particles[first]
  return named ? { kind: 'thing', first: from, end: mainEnd(page, from, limit) } : { kind: 'none', first: limit, end: limit }
}

/** "In a statement that it issued", "a fighter whom we reached": a verb that tells of the noun before it. */
const isOf = (doc: Page['doc'], at: number): boolean =>
  mayTell(doc, at) &&
  (readings(doc, at).some(({ pronoun }) => pronoun !== '') || DOCUMENTS.has(roleAt(doc, at - 1)?.entry.code ?? ''))

/** After words between commas about the speaker: "said a fighter, he spoke by telephone, that …". */
function afterAside(page: Page, verb: number, limit: number): Content | null {
  const { doc } = page
  if (doc.tokens[verb - 1]?.key !== COMMA || readings(doc, verb)[0]!.conjunction) return null
  for (let at = verb; at < Math.min(verb + ASIDE, limit); at++)
    if (doc.tokens[at]!.key === COMMA) return opens(doc, at + 1, 'that') ? clauseFrom(page, at + 2, limit) : null
  return null
}

/** "After that", "before that": a time, nothing that is told. */
const isLater = (doc: Page['doc'], at: number): boolean => ['after', 'before'].includes(doc.particles[at - 1]?.role ?? '')

/** A semicolon does not end what is told. */
function stopAfter({ doc }: Page, sentence: Sentence): number {
  let { index } = sentence
  while (SEMICOLONS.has(doc.tokens[doc.sentences[index]!.end]?.key ?? '') && doc.sentences[index + 1]) index++
  return doc.sentences[index]!.end
}

/** What follows "that" or a colon: up to the end of the sentence, or of the quotation that it is. */
function clauseFrom(page: Page, first: number, limit: number): Content {
  const open = page.doc.tokens[first]?.key === '"' ? first : -1
  if (open >= 0 && page.quotes[open]! > open && isStatement(page, open)) return quoteAt(page, open, limit)
  return { kind: 'clause', first, end: limit }
}

/** A quotation; where "and that" follows it, what is told goes on. */
function quoteAt(page: Page, open: number, limit: number): Content {
  const close = page.quotes[open]!
  const after = page.doc.tokens[close + 1]?.key === COMMA ? close + 2 : close + 1
  const on = after < limit && (opens(page.doc, after, 'that') !== null || goesOn(page, after, limit))
  return { kind: 'quote', first: open + 1, end: on ? limit : close }
}

/** Words after a quotation that are still of its sentence: no new statement with a verb of its own. */
function goesOn(page: Page, after: number, limit: number): boolean {
  for (let at = after; at < limit; at++) if (mayTell(page.doc, at) || page.doc.particles[at]?.role === 'relative') return false
  return hasAct(page.doc, after, limit)
}

/** After a colon at the end of a line: the quotation, or the line, below it. */
function below(page: Page, colon: number): Content {
  const { tokens } = page.doc
  let first = colon
  while (first < tokens.length && tokens[first]!.key === '\n') first++
  if (tokens[first]?.key === '"' && page.quotes[first]! > first) return { kind: 'quote', first, end: page.quotes[first]! }
  let end = first
  while (end < tokens.length && tokens[end]!.key !== '\n') end++
  return { kind: first < end ? 'clause' : 'none', first, end }
}

function isStatement(page: Page, open: number): boolean {
  const close = page.quotes[open]!
  if (close - open > STATEMENT || opens(page.doc, open + 1, 'that')) return true
  for (let at = open + 1; at < close; at++) if (mayTell(page.doc, at)) return true
  return false
}

/** Where a statement about a thing ends: before the next clause that has a verb of its own and does not tell on. */
export function mainEnd({ doc }: Page, from: number, limit: number): number {
  for (let at = from + 1; at < limit; at++) {
    if (doc.clauseAt[at]?.first !== at) continue
    const particle = doc.particles[at]
    if (particle ? particle.role === 'clause' && !TELLS_ON.has(particle.id) : readings(doc, at).some(joins)) return at
  }
  return limit
}

const joins = ({ conjunction }: { readonly conjunction: boolean }): boolean => conjunction

/** Where what is attributed after its end began. */
export function mainStart({ doc }: Page, end: number, first: number): number {
  for (let at = end - 1; at > first; at--) {
    const particle = doc.particles[at]
    if (particle?.first === at && BEGINS.has(particle.id)) return at
  }
  return first
}
