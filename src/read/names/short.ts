import type { Mention } from '../doc.ts'
import type { Scan } from './scan.ts'

/**
 * A party named by one word with the article is the one that a longer name of the same first word names in the report: "the
 * Resistance" after "the Popular Resistance", "the Party" after "the Workers' Party". The nearest before it, else after it.
 */
export function shortNames(scan: Scan) {
  const { tokens } = scan.input
  const bare = (key: string) => (key.startsWith(scan.article) ? key.slice(scan.article.length) : key)
  const long = new Map<string, Mention[]>()
  const short: { mention: Mention; index: number; word: string }[] = []
  scan.mentions.forEach((mention, index) => {
    if (mention.kind !== 'actor' && mention.kind !== 'unit') return
    const key = tokens[mention.first]!.key.slice(mention.from - tokens[mention.first]!.from)
    const word = bare(key)
    if (mention.end > mention.first + 1) {
      if (mention.kind === 'actor' && mention.ids.length === 1) long.set(word, [...(long.get(word) ?? []), mention])
    } else if (word !== key || mention.prep === 'to') short.push({ mention, index, word })
  })
  for (const { mention, index, word } of short) {
    const named = long.get(word)
    if (!named) continue
    const whole = named.findLast(({ end }) => end <= mention.first) ?? named[0]!
    const resolved: Mention = { ...mention, ids: whole.ids }
    scan.mentions[index] = resolved
    scan.mentionAt[mention.first] = resolved
  }
}
