import type { WeightTable } from '../../data/weights.ts'
import type { Doc, Frame } from '../doc.ts'
import { type Sign, signsOf } from './signs.ts'

/**
 * An act is left out when its signs speak against it by more than this, in log odds. Between -0.5 and -1.1 the F1 of events stays
 * level; what people look through may rather hold one claim too many.
 */
const LEAST = -1

/** How many signs the trace names for each judgement. */
const NAMED = 4

const DISPUTES: ReadonlySet<string> = new Set([
  ...['says.undone', 'says.denies', 'says.denies.on', 'says.denial', 'says.untrue-of', 'says.untrue-that'],
  ...['says.rumour', 'says.unverified', 'says.doubt-of', 'says.doubt-that', 'says.doubt-all', 'says.doubt-here'],
])

/** Judges each act by the weights of its signs: what is no event is left out, and the trace tells which signs spoke most against it. */
export function weighActs(doc: Doc, frames: readonly Frame[]): readonly Frame[] {
  const weights = doc.knowledge.weights.acts
  const signs = signsOf(doc, frames)
  return frames.filter((frame, index) => {
    const [event = 0] = sumOf(signs[index]!, weights)
    const kept = (event > LEAST && !isAtLarge(frame)) || isDisputed(frame) || isIdiom(frame)
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

/** Told by a card of data/rules/, whose misses say what it is not. */
const isIdiom = ({ rules }: Frame): boolean => rules.some((rule) => rule.startsWith('idiom.'))

/** "The shelling goes on": a noun of an act, with nobody, no place, no means and no toll of its own, tells of war at large. */
const isAtLarge = ({ trigger, perpetrators, targets, harms, means, sites, people, rules, type }: Frame): boolean =>
  !trigger.verbal &&
  FORCE.has(type) &&
  [perpetrators, targets, harms, means, people].every(({ length }) => length === 0) &&
  (sites.length === 0 || rules.some((rule) => rule.startsWith('carry.place')))

const FORCE: ReadonlySet<string> = new Set([
  'attack',
  'shelling/artillery/missile attack',
  'air/drone strike',
  'government regains territory',
  'non-state actor overtakes territory',
  'arrests',
])

/** What is denied, or told as news without confirmation, is an act of which a record must tell, whatever its signs. */
const isDisputed = ({ rules }: Frame): boolean => rules.some((rule) => DISPUTES.has(rule))

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
