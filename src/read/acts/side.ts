import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'knowledge' | 'mentions' | 'analyses' | 'note'>

/**
 * "Its forces" are those of the party named before; and where nobody else is named as taking a place, the party whose own
 * outlet tells of it took it. The type of a capture follows from its taker.
 */
export function takeSides(doc: Input, frames: readonly Frame[]): void {
  const { actors, sources } = doc.knowledge.registry
  for (const frame of frames) {
    frame.perpetrators = frame.perpetrators.map((mention) => ownerOf(doc, mention) ?? mention)
    if (frame.trigger.predicate.event !== 'takeover') continue
    const territory = (id: string | null | undefined) => actors.get(id ?? '')?.territory ?? ''
    const named = frame.perpetrators.flatMap(({ ids }) => ids.map(territory)).find((side) => side !== '')
    const told = frame.sources.map(({ id }) => territory(sources.get(id ?? '')?.actor || id)).find((side) => side !== '')
    const side = named ?? (frame.targets.length ? undefined : told)
    if (side) frame.type = side === 'state' ? 'government regains territory' : 'non-state actor overtakes territory'
  }
}

/** The party that a unit with an attached pronoun belongs to: the last one named before. */
function ownerOf(doc: Input, mention: Mention): Mention | null {
  if (mention.kind !== 'unit' || mention.ids.length) return null
  if (!doc.analyses[mention.first]!.some(({ entry, pronoun }) => entry.class === 'unit' && pronoun !== '')) return null
  return doc.mentions.filter((other) => other.kind === 'actor' && other.end <= mention.first).at(-1) ?? null
}
