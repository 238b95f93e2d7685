import type { Doc, Frame } from '../../doc.ts'
import type { Loss } from './loss.ts'

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
const CAUSES: ReadonlySet<string> = new Set(['cause', 'with', 'during', 'after'])
/** Acts by which nobody need come to harm, so that a text may say that nobody did. */
const SPARING: ReadonlySet<string> = new Set(['arrests', 'raid/search'])
/** Acts in the course of which people come to harm; "killed during their retreat" is no part of the retreat. */
const FORCEFUL: ReadonlySet<string> = new Set([
  ...VIOLENT,
  ...SPARING,
  'government regains territory',
  'non-state actor overtakes territory',
  'disrupted weapons use',
])
/** A loss without an act in its sentence may belong to one told at most this many sentences before. */
const REACH = 2
/** A loss opens its sentence within this many tokens. */
const OPENS = 6
/** A loss told again in other words, with the same number. */
const REACH_AGAIN = 6
/** Nouns alone ("the dead and wounded") lean on an act that stands further back. */
const REACH_OF_NOUNS = 4

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
  isHarm: (frame: Frame) => boolean,
  told: Frame | null,
): Frame | null {
  const from = loss.cues[0] ?? loss.first
  const to = (loss.cues.at(-1) ?? loss.first) + 1
  const acts = frames.filter((frame) => !own.includes(frame) && (!isHarm(frame) || isMassacre(doc, frame)))
  const none = loss.rows.some(({ count }) => count.max === 0)
  const violent = acts.filter(({ type }) => VIOLENT.has(type) || (none && SPARING.has(type)))
  const here = violent.filter(({ trigger }) => trigger.sentence === loss.sentence)
  const following = here.find(({ trigger }) => trigger.at >= to) ?? null
  const preceding = here.findLast(({ trigger }) => trigger.at < from) ?? null
  if (told && loss.others) return told
  if (preceding && results(doc, frames, preceding.trigger.at, from)) return preceding
  if (following && isTied(doc, to, following.trigger.at)) return following
  const during = acts.find(
    ({ trigger, type }) =>
      FORCEFUL.has(type) && trigger.sentence === loss.sentence && trigger.at >= to && isDuring(doc, to, trigger.at),
  )
  const doer = own.find((frame) => frame.perpetrators.length > 0)
  if (during) return during
  const differs = preceding !== null && doer !== undefined && preceding.perpetrators.length > 0 && !shares(doer, preceding)
  if (preceding && !differs && !(doer && separates(doc, preceding.trigger.at, from))) return preceding
  if (following && !doer && !separates(doc, to, following.trigger.at)) return following
  // "a youth was killed and his father wounded, by gunmen": told in one breath
  const apart = doer && told?.perpetrators.length && !shares(doer, told)
  if (told && !apart && !(doer && separates(doc, told.trigger.at, from))) return told
  return preceding || following || doer ? null : actBefore(doc, loss, own, violent)
}

/** A noun of harm that somebody commits is an act of its own. */
const isMassacre = (doc: Input, { trigger }: Frame): boolean =>
  !doc.mentionAt[trigger.at] &&
  trigger.analysis?.entry.kind === 'noun' &&
  !trigger.analysis.pronoun &&
  trigger.predicate.event === 'harm' &&
  trigger.predicate.subject === 'perp'

/** The act of the sentences before, where the loss resumes it, or says nothing by which it would be another. */
function actBefore(doc: Input, loss: Loss, own: readonly Frame[], acts: readonly Frame[]): Frame | null {
  const reach = own.length ? REACH : REACH_OF_NOUNS
  const back = (most: number) =>
    acts.filter(({ trigger }) => trigger.sentence < loss.sentence && trigger.sentence >= loss.sentence - most)
  const again = back(REACH_AGAIN).findLast((frame) => repeats(frame, loss))
  const act = again ?? back(reach).at(-1)
  if (!act) return null
  const first = doc.sentences[loss.sentence]!.first
  const resumes = doc.particles[first]?.role === 'result' || doc.analyses[first]!.some(({ entry }) => entry.class === 'cause')
  // "no losses were recorded" alone is said of the act before; after other words, of what they tell
  if (loss.rows.some(({ count }) => count.max === 0)) return loss.first - first <= OPENS ? act : null
  if (resumes || !own.length) return act
  const apart = own.some((frame) => frame.perpetrators.length > 0 || frame.means.length > 0 || isElsewhere(frame, act))
  return apart || contradicts(act, loss) ? null : act
}

/** The act is told to have cost as many. */
const repeats = (act: Frame, { rows }: Loss): boolean =>
  rows.some(
    ({ outcome, count, part }) =>
      !part &&
      count.min > 1 &&
      count.bound !== 'vague' &&
      act.harms.some((harm) => harm.outcome === outcome && harm.count.bound !== 'vague' && harm.count.min === count.min),
  )

/** It names a place of its own, and not the act's. */
const isElsewhere = (frame: Frame, act: Frame): boolean =>
  frame.sites.length > 0 &&
  !frame.sites.some(({ mention }) =>
    act.sites.some((site) => site.mention === mention || site.mention.ids.some((id) => mention.ids.includes(id))),
  )

/** The act is told to have cost another number; a name is one of many. */
const contradicts = (act: Frame, { rows, people }: Loss): boolean =>
  !people.length &&
  rows.some(
    ({ outcome, count, part }) =>
      !part &&
      count.bound !== 'vague' &&
      act.harms.some((harm) => harm.outcome === outcome && harm.count.bound !== 'vague' && harm.count.min !== count.min),
  )

const shares = (a: Frame, b: Frame): boolean =>
  a.perpetrators.some((x) => b.perpetrators.some((y) => x === y || x.ids.some((id) => y.ids.includes(id))))

/** "Which led to": what follows came of what stands before. */
function results(doc: Input, frames: readonly Frame[], from: number, to: number): boolean {
  let led = false
  // "the first led to two deaths, and five were hurt in the second": a verb of harm begins anew
  const anew = new Set(frames.flatMap(({ trigger }) => (trigger.verbal && trigger.predicate.outcome ? [trigger.at] : [])))
  for (let at = from + 1; at < to; at++) {
    const role = doc.particles[at]?.role
    if (role === 'result') led = true
    else if (role === 'clause' || anew.has(at)) led = false
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
