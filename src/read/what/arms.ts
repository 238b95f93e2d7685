import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'tokens' | 'analyses' | 'particles'>

/** The means of an act of fire that no weapon is named for: "artillery shelling", "the artillery of A shelled". */
export function impliedMeans(doc: Input, { trigger, perpetrators }: Frame): readonly Mention[] {
  for (let at = trigger.at + 1; at <= trigger.at + 2 && at < trigger.end; at++)
    if (doc.particles[at]?.role === 'ground') return [meansAt(doc, at)]
  for (const { first } of perpetrators)
    if (doc.analyses[first]!.some(({ entry }) => entry.means === 'artillery')) return [meansAt(doc, first)]
  return []
}

function meansAt(doc: Input, at: number): Mention {
  const { from, to } = doc.tokens[at]!
  return {
    ...{ kind: 'weapon', first: at, end: at + 1, from, to, ids: [], prep: '', conjunction: false, code: 'artillery' },
    ...{ count: null, near: false, bearing: null, definite: false, sex: 'unknown' },
  }
}
