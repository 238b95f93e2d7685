import type { Doc, Frame } from '../doc.ts'
import type { Loss } from './losses.ts'

type Input = Pick<Doc, 'sentences' | 'analyses' | 'particles' | 'mentionAt'>

/** Acts that people come to harm by. */
const VIOLENT: ReadonlySet<string> = new Set([
  'armed clash',
  'air/drone strike',
  'shelling/artillery/missile attack',
  'remote explosive/landmine/IED',
  'suicide bomb',
  'chemical weapon',
  'grenade',
  'attack',
  'excessive force against protesters',
  'mob violence',
  'torture',
])
/** Particles that tie what follows to an act after it. */
const CAUSES: ReadonlySet<string> = new Set(['cause', 'with', 'during'])
/** A loss without an act in its sentence may belong to one told at most this many sentences before. */
const REACH = 2
/** A loss told again, with the same figure, at most so many. */
const REACH_AGAIN = 6

/**
 * The act that a loss came of: the one before it that "led to" it, the one after it that it is "because of", else the nearest
 * of its sentence that no other clause parts from it, else the one just told. Null where the loss stands alone. `told` is the
 * act of the loss before it in the sentence, `own` are the loss's own words as acts.
 */
export function nearestAct(
  doc: Input,
  loss: Loss,
  own: readonly Frame[],
  frames: readonly Frame[],
  told: Frame | null,
): Frame | null {
  const from = loss.cues[0] ?? loss.first
  const to = (loss.cues.at(-1) ?? loss.first) + 1
  const acts = frames.filter((frame) => !own.includes(frame))
  const violent = acts.filter(({ type }) => VIOLENT.has(type))
  const here = violent.filter(({ trigger }) => trigger.sentence === loss.sentence)
  const following = here.find(({ trigger }) => trigger.at >= to) ?? null
  const preceding = here.findLast(({ trigger }) => trigger.at < from) ?? null
  if (told && loss.others) return told
  if (preceding && results(doc, preceding.trigger.at, from)) return preceding
  if (following && isTied(doc, to, following.trigger.at)) return following
  const during = acts.find(
    ({ trigger }) => trigger.sentence === loss.sentence && trigger.at >= to && isDuring(doc, to, trigger.at),
  )
  if (during) return during
  const doer = own.find((frame) => frame.perpetrators.length > 0)
  const differs = preceding !== null && doer !== undefined && preceding.perpetrators.length > 0 && !shares(doer, preceding)
  if (preceding && !differs && !(doer && separates(doc, preceding.trigger.at, from))) return preceding
  if (following && !doer && !separates(doc, to, following.trigger.at)) return following
  if (told && !doer) return told
  return preceding || following || doer ? null : actBefore(doc, loss, own, violent)
}

/** The act of the sentences before, where the loss resumes it, or says nothing by which it would be another. */
function actBefore(doc: Input, loss: Loss, own: readonly Frame[], acts: readonly Frame[]): Frame | null {
  const back = (reach: number) =>
    acts.filter(({ trigger }) => trigger.sentence < loss.sentence && trigger.sentence >= loss.sentence - reach)
  const first = doc.sentences[loss.sentence]!.first
  const resumes = doc.particles[first]?.role === 'result' || doc.analyses[first]!.some(({ entry }) => entry.class === 'cause')
  const none = loss.rows.some(({ count }) => count.max === 0)
  const before = back(REACH).at(-1)
  if (before && (resumes || none || !own.length)) return before
  void REACH_AGAIN
  return null
}

const shares = (a: Frame, b: Frame): boolean =>
  a.perpetrators.some((x) => b.perpetrators.some((y) => x === y || x.ids.some((id) => y.ids.includes(id))))

/** "Which led to": what follows came of what stands before. */
function results(doc: Input, from: number, to: number): boolean {
  let led = false
  for (let at = from + 1; at < to; at++) {
    const role = doc.particles[at]?.role
    if (role === 'result') led = true
    else if (role === 'clause') led = false
    else if (!doc.particles[at] && !doc.mentionAt[at] && doc.analyses[at]!.some(({ entry }) => entry.class === 'cause'))
      led = true
  }
  return led
}

/** "Killed by shelling", "in a raid", "as a result of clashes". */
function isTied(doc: Input, from: number, act: number): boolean {
  if (separates(doc, from, act)) return false
  for (let at = from; at < act; at++)
    if (CAUSES.has(doc.particles[at]?.role ?? '') || doc.particles[at]?.id === 'clause-at') return true
  if (doc.analyses[act]!.some(({ prep }) => prep === 'with')) return true
  return doc.particles[act - 1]?.role === 'in' || doc.particles[act - 2]?.role === 'in'
}

/** "While they were combing the quarter": any act may be what people came to harm in. */
function isDuring(doc: Input, from: number, act: number): boolean {
  if (separates(doc, from, act)) return false
  for (let at = Math.max(from, act - 3); at < act; at++) if (doc.particles[at]?.role === 'during') return true
  return false
}

/** A word that opens another clause stands between. */
function separates(doc: Input, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const particle = doc.particles[at]
    if (particle?.role === 'result' || (particle?.role === 'clause' && particle.id !== 'clause-at')) return true
  }
  return false
}
