import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'tokens'>

/** Fights in which a side may be of the same name as the other. */
const BETWEEN: ReadonlySet<string> = new Set(['armed clash', 'agreement'])
/** The sides of an act once all its tellings are one: none is named twice, and none against itself. */
export function partSides(doc: Input, frames: readonly Frame[]): readonly Frame[] {
  for (const frame of frames) {
    frame.perpetrators = once(doc, frame.perpetrators)
    const own = (mention: Mention) => !BETWEEN.has(frame.type) && frame.perpetrators.some((other) => same(doc, mention, other))
    frame.targets = once(doc, frame.targets.filter((mention) => !own(mention)))
  }
  return frames
}

const once = (doc: Input, list: readonly Mention[]): Mention[] =>
  list.filter((mention, i) => !list.slice(0, i).some((other) => same(doc, mention, other)))

const overlaps = (a: Mention, b: Mention): boolean => a.first < b.end && b.first < a.end

const wordsOf = ({ tokens }: Input, { first, end }: Mention): string =>
  tokens
    .slice(first, end)
    .map(({ key }) => key)
    .join(' ')

const same = (doc: Input, a: Mention, b: Mention): boolean =>
  overlaps(a, b) ||
  (a.kind === 'actor' && b.kind === 'actor' && a.ids.some((id) => b.ids.includes(id))) ||
  wordsOf(doc, a) === wordsOf(doc, b)
