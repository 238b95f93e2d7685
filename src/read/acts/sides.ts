import type { Frame, Mention } from '../doc.ts'

/** Fights in which a side may be of the same name as the other. */
const BETWEEN: ReadonlySet<string> = new Set(['armed clash', 'agreement'])
/** The sides of an act once all its tellings are one: none is named twice, and none against itself. */
export function partSides(frames: readonly Frame[]): readonly Frame[] {
  for (const frame of frames) {
    frame.perpetrators = once(frame.perpetrators)
    const own = (mention: Mention) => !BETWEEN.has(frame.type) && frame.perpetrators.some((other) => same(mention, other))
    frame.targets = once(frame.targets.filter((mention) => !own(mention)))
  }
  return frames
}

const once = (list: readonly Mention[]): Mention[] =>
  list.filter((mention, i) => !list.slice(0, i).some((other) => same(mention, other)))

const overlaps = (a: Mention, b: Mention): boolean => a.first < b.end && b.first < a.end

const same = (a: Mention, b: Mention): boolean =>
  overlaps(a, b) || (a.kind === 'actor' && b.kind === 'actor' && a.ids.some((id) => b.ids.includes(id)))
