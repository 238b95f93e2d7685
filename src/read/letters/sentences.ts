import type { Token } from './tokens.ts'

/** A sentence as a half-open range of tokens, without the mark that ends it. */
export type Sentence = { readonly index: number; readonly first: number; readonly end: number }

const ENDS = new Set(['.', '!', '?', '\u061F', '\n', '\u2026', '\u061B', ';'])

/** Sentences end at a full stop, question or exclamation mark, semicolon or line end. Empty ones are left out. */
export function sentences(tokens: readonly Token[]): readonly Sentence[] {
  const found: Sentence[] = []
  let first = 0
  const close = (end: number) => {
    if (end > first) found.push({ index: found.length, first, end })
    first = end + 1
  }
  for (const token of tokens) if (token.kind === 'mark' && ENDS.has(token.key)) close(token.index)
  close(tokens.length)
  return found
}
