/** Something wrong in `data/`: where it stands, and one sentence of what and what to do. `line` counts from 1. */
export type Finding = { readonly file: string; readonly line: number; readonly message: string }

/** One finding a line, as editors understand it: data/registry/actors.tsv:12: … */
export const formatFindings = (findings: readonly Finding[]): string =>
  findings.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n')

/** The listed word nearest to one that is not listed, as a question to append; empty when none is near. */
export function didYouMean(word: string, listed: Iterable<string>): string {
  let best = ''
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const other of listed) {
    if (Math.abs(other.length - word.length) >= least) continue
    const edits = editsBetween(word.toLowerCase(), other.toLowerCase())
    if (edits < least) [best, least] = [other, edits]
  }
  return best && ` (did you mean "${best}"?)`
}

/** How many letters to add, drop or change to make one word of the other. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row.at(-1)!
}
