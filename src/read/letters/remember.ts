/** Words come again and again: what was worked out for the last ones is kept, for this many of them. */
const MOST = 40_000

/** A function of one word that keeps its answers; when there are too many it starts anew, so that memory stays bounded. */
export function remember<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= MOST) known.clear()
    const answer = work(word)
    known.set(word, answer)
    return answer
  }
}
