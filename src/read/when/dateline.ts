import type { Token } from '../letters/tokens.ts'
import type { TimeMention } from './page.ts'

/** A line with more words than this beside its date tells something; it is no dateline. */
const WORDS = 3

/**
 * The day of a dateline: the first full date that has its line to itself, but for an hour and a word or two ("Wednesday,
 * 23 November 2022, 19:12"). What a report whose date of publication is unknown says of its own date; else null.
 */
export function datelineOf(tokens: readonly Token[], mentions: readonly TimeMention[]): string | null {
  for (const mention of mentions) {
    const { start, finish, known } = mention
    if (finish !== null || start?.length !== 10 || !known.includes('year') || !known.includes('day')) continue
    let first = mention.first
    let end = mention.end
    while (first > 0 && tokens[first - 1]!.key !== '\n') first--
    while (end < tokens.length && tokens[end]!.key !== '\n') end++
    const covered = mentions.reduce(
      (sum, other) => (other.first >= first && other.end <= end ? sum + words(tokens, other.first, other.end) : sum),
      0,
    )
    if (words(tokens, first, end) - covered <= WORDS) return start
  }
  return null
}

const words = (tokens: readonly Token[], first: number, end: number): number => {
  let count = 0
  for (let at = first; at < end; at++) if (tokens[at]!.kind !== 'mark') count++
  return count
}
