import type { Doc, Mention, Phrase } from '../doc.ts'

type Input = Pick<Doc, 'tokens' | 'analyses'>

/** Acts that are aimed at what a place without a name stands for: "the quarters", "four villages". */
const AIMED: ReadonlySet<string> = new Set([
  'bombardment',
  'air/drone strike',
  'shelling/artillery/missile attack',
  'assault',
  'storming',
  'attack',
  'looting/property destruction',
  'explosion',
])

/** Kinds of facility that say who was hit rather than where. */
export const MASSED: ReadonlySet<string> = new Set([
  'position',
  'fortification',
  'firing_position',
  'hideout',
  'trench',
  'berm',
  'aim',
  'gathering',
])

/** Kinds of place that are aimed at as such, and those that are where they are counted. */
const LIVED_IN: ReadonlySet<string> = new Set(['quarter', 'farm', 'compound', 'camp', 'bridge', 'settlement', 'road', 'line'])
const SETTLED: ReadonlySet<string> = new Set(['village', 'town'])

/** A place without a name that stands for what is in it: "the quarters", "four villages". */
export function isAimedAt({ analyses }: Input, { first, head, mention }: Phrase, event: string): boolean {
  if (mention.ids.length > 0 || !AIMED.has(event)) return false
  // "the quarter of the Port" has a name, known or not
  const last = analyses[mention.end - 1]!
  const single = analyses[head]!.some(({ form, article }) => form.number === 'one' && !article)
  if (single && mention.end > head + 1 && !last.some(({ article }) => !article)) return false
  return LIVED_IN.has(mention.code) || (first < head && SETTLED.has(mention.code))
}

/** A noun that no list has is taken for a thing only by its ending, its article, its number or what belongs to it. */
export function isObject({ analyses }: Input, { first, head, class: kind, case: ending, definite, governor }: Phrase): boolean {
  if (kind !== 'thing') return true
  const marked = ending === 'object' || definite || governor === 'of' || first < head
  return marked || analyses[head]!.length > 0
}

/** Those who hold the positions that a phrase is about: its words after the noun. */
export const holderOf = ({ tokens }: Input, { head, mention }: Phrase): Mention => ({
  ...mention,
  ...{ kind: 'actor', ids: [], first: head + 1, from: tokens[head + 1]!.from },
})
