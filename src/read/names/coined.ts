import type { Doc } from '../doc.ts'
import { type Affixes, strips } from '../letters/clitics.ts'

type Input = Pick<Doc, 'tokens' | 'analyses'>
type Name = { readonly keys: readonly string[]; readonly code: string; readonly ids: readonly string[] }

/** The shortest first word of a name that is known again. */
const SHORTEST = 3

/** Names of places that a report gave with a noun of their kind, so that they are known where they stand alone. */
export class Coined {
  private readonly names = new Map<string, Name>()

  /** Keeps the name of these tokens, unless all its words are words of the lexicon. */
  keep({ tokens, analyses }: Input, first: number, end: number, code: string, ids: readonly string[]) {
    const words = tokens.slice(first, end).filter(({ kind }) => kind === 'word')
    const [head] = words
    if (!head || head.key.length < SHORTEST || words.every(({ index }) => analyses[index]!.length > 0)) return
    this.names.set(head.key, { keys: words.map(({ key }) => key), code, ids })
  }

  /** The name that begins at this token, with how its first word is written. */
  at({ tokens }: Input, at: number, affixes: Affixes) {
    if (!this.names.size) return null
    for (const { stem, lead, prep, conjunction, article } of strips(tokens[at]!.key, affixes)) {
      const name = article ? undefined : this.names.get(stem)
      if (!name?.keys.every((key, i) => i === 0 || tokens[at + i]?.key === key)) continue
      return { strip: { lead, prep, conjunction }, end: at + name.keys.length, code: name.code, ids: name.ids }
    }
    return null
  }
}
