import type { WeightTable } from '../../data/weights.ts'
import type { Doc, Frame } from '../doc.ts'
import { type Sign, signsOf } from './signs.ts'

/** How many signs the trace names for each judgement. */
const NAMED = 4

/** Judges each act by the weights of its signs: what is no event is left out, and the trace tells which signs spoke most against it. */
export function weighActs(doc: Doc, frames: readonly Frame[]): readonly Frame[] {
  const weights = doc.knowledge.weights.acts
  const signs = signsOf(doc, frames)
  return frames.filter((frame, index) => {
    const [event = 0] = sumOf(signs[index]!, weights)
    const kept = event > Number(process.env.KEEP ?? -0.5)
    doc.note(() => ({
      step: 'acts',
      rule: 'acts.weigh',
      span: frame.trigger,
      gave: frame.type,
      why: `${event.toFixed(1)}: ${foremost(signs[index]!, weights, kept)}`,
      ...(kept ? {} : { lacked: 'signs that it is an event' }),
    }))
    return kept
  })
}

/** The score of each judgement of a table: what its signs add up to. No sign known: no score. */
export function sumOf(signs: readonly Sign[], weights: WeightTable): readonly number[] {
  const sums: number[] = []
  for (const { kind, value } of signs) {
    const weight = weights.get(kind)?.get(value)
    if (weight) for (let i = 0; i < weight.length; i++) sums[i] = (sums[i] ?? 0) + weight[i]!
  }
  return sums
}

/** The signs that did most for a judgement, or against it. */
export function foremost(signs: readonly Sign[], weights: WeightTable, speaksFor: boolean): string {
  const told = signs.flatMap(({ kind, value }) => {
    const weight = weights.get(kind)?.get(value)
    return weight ? [{ text: `${kind} ${value}`, weight: Math.max(...weight) }] : []
  })
  return told
    .sort((a, b) => (speaksFor ? b.weight - a.weight : a.weight - b.weight))
    .slice(0, NAMED)
    .map(({ text, weight }) => `${text} ${weight > 0 ? '+' : ''}${weight.toFixed(1)}`)
    .join(', ')
}
