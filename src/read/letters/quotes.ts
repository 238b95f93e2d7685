import type { Token } from './tokens.ts'

const GUILLEMETS: Readonly<Record<string, 'opens' | 'closes' | undefined>> = { '\u00AB': 'opens', '\u00BB': 'closes' }

/** A quotation that opens with a guillemet may run over some lines. */
const LONGEST = 600

/**
 * The mark that closes each quotation, by the token of the mark that opens it; -1 elsewhere. Guillemets are told apart, other
 * marks open and close by turns within a line, since the press sets them either way round.
 */
export function quotesOf(tokens: readonly Token[], text: string): Int32Array {
  const closing = new Int32Array(tokens.length).fill(-1)
  const open: number[] = []
  let plain = -1
  for (const { index, key, from } of tokens) {
    if (key === '\n') plain = -1
    if (key !== '"') continue
    const side = GUILLEMETS[text[from]!]
    if (side === 'opens') open.push(index)
    else if (side === 'closes') {
      const first = open.pop()
      if (first !== undefined && index - first <= LONGEST) closing[first] = index
    } else if (plain < 0) plain = index
    else {
      closing[plain] = index
      plain = -1
    }
  }
  return closing
}
