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
    mean(scan, index, whole.ids)
  }
}

/**
 * A name that fits several parties ("the army", "the rebels") means the one that the report names in full; else one of a
 * country that it names places of; else, where it names places of other countries only, none that is known.
 */
export function bareNames(scan: Scan) {
  if (!scan.bare.size) return
  const told = countriesOf(scan)
  scan.mentions.forEach((mention, index) => {
    if (!scan.bare.has(mention)) return
    const named = mention.ids.filter((id) => scan.named.has(id))
    mean(scan, index, named.length ? named : likeliest(scan, mention.ids, told))
  })
}

/** How many places of each country a report names. */
function countriesOf({ mentions }: Scan): ReadonlyMap<string, number> {
  const told = new Map<string, number>()
  for (const { kind, ids } of mentions)
    if (kind === 'place')
      for (const country of new Set(ids.map((id) => id.split('.')[0]!))) told.set(country, (told.get(country) ?? 0) + 1)
  return told
}

function likeliest({ book }: Scan, ids: readonly string[], told: ReadonlyMap<string, number>): readonly string[] {
  const scores = ids.map((id) => Math.max(0, ...book.countries(id).map((country) => told.get(country) ?? 0)))
  const best = Math.max(...scores)
  if (best > 0) return ids.filter((_, at) => scores[at] === best)
  return told.size && ids.every((id) => book.countries(id).length > 0) ? [] : ids
}

function mean(scan: Scan, index: number, ids: readonly string[]) {
  const mention: Mention = { ...scan.mentions[index]!, ids }
  scan.mentions[index] = mention
  for (let at = mention.first; at < mention.end; at++) scan.mentionAt[at] = mention
}
