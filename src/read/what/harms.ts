import type { Doc, Frame } from '../doc.ts'
import { HARMED, type Loss, type LossWords } from './harm/loss.ts'
import { isOverPeriod } from './harm/periods.ts'
import { tellLosses } from './harm/tell.ts'
import { nearestAct } from './harm/ties.ts'
import { nameVictims } from './harm/victims.ts'

type Input = Parameters<typeof tellLosses>[0] & Pick<Doc, 'speakerAt' | 'note'>

/** From this number on, a second loss of as many in one sentence is the first told again. */
const TOLD_TWICE = 5

/**
 * Tolls: the losses that the report tells are given to the acts that they came of. A loss without an act stays an act of its
 * own, under the words that tell it; a figure over a period is an event of its own kind.
 */
export function joinHarms(doc: Input, frames: readonly Frame[], words: LossWords): readonly Frame[] {
  const losses = tellLosses(doc, frames, words)
  const frameAt = new Map(frames.map((frame) => [frame.trigger.at, frame]))
  const owner = new Map<Loss, Frame>()
  const joined = new Map<Frame, Frame>()
  // a word that turned out to tell of people hurt was no act of another kind
  const misread = new Set(
    losses
      .flatMap(({ cues }) => cues.flatMap((at) => frameAt.get(at) ?? []))
      .filter(({ trigger }) => !trigger.predicate.outcome),
  )
  const isHarm = (frame: Frame): boolean => frame.trigger.predicate.event === 'harm' || misread.has(frame)
  losses.forEach((loss, i) => {
    const own = loss.cues.flatMap((at) => frameAt.get(at) ?? [])
    const before = losses[i - 1]
    const told = before && owner.get(before)
    const act =
      ownAct(
        loss,
        own.filter((frame) => !isHarm(frame)),
      ) ?? nearestAct(doc, loss, own, frames, isHarm, told && before.sentence === loss.sentence ? told : null)
    const period = loss.outcomes.some((outcome) => HARMED.has(outcome)) && isOverPeriod(doc, loss, act)
    const frame = period ? tollOf(own, act, told) : (act ?? own[0])
    if (!frame) return
    owner.set(loss, frame)
    if (!isRepeated(frame, loss)) frame.harms.push(...loss.rows)
    for (const other of act ? [...own, act] : own)
      if (other !== frame && (isHarm(other) || period || act !== other)) joined.set(other, frame)
  })
  const counts = new Set(owner.values())
  // a harm that counts nobody joins its act all the same, for what else it tells
  for (const frame of frames) {
    if (!isHarm(frame) || joined.has(frame) || counts.has(frame)) continue
    const act = nearestAct(doc, bare(frame), [frame], frames, isHarm, null)
    if (act) joined.set(frame, act)
  }
  for (const [harm, act] of joined) give(doc, last(joined, act), harm)
  for (const [loss, frame] of owner) owner.set(loss, last(joined, frame))
  const kept = frames.filter((frame) => !joined.has(frame) && (!isHarm(frame) || stands(doc, frame, counts.has(frame))))
  nameVictims(doc, losses, owner)
  return kept
}

/** Those who were arrested or driven out belong to that act; who was killed in one breath with them, to the fight. */
function ownAct(loss: Loss, [act]: readonly Frame[]): Frame | null {
  if (!act) return null
  const lethal = act.trigger.predicate.outcome !== null && HARMED.has(act.trigger.predicate.outcome)
  return lethal || !loss.outcomes.some((outcome) => HARMED.has(outcome)) ? act : null
}

/** The event that a figure over a period is: the words that tell it, or the acts over which it adds up. */
function tollOf(own: readonly Frame[], act: Frame | null, told: Frame | undefined): Frame | undefined {
  const frame = told?.type === 'toll' && told.trigger.sentence === (own[0] ?? act)?.trigger.sentence ? told : (own[0] ?? act)
  if (frame) {
    frame.type = 'toll'
    frame.open = false
  }
  return frame ?? undefined
}

/** A sentence that says the same number twice ("a massacre that took twelve … left twelve dead") counts nobody twice. */
const isRepeated = (frame: Frame, { rows }: Loss): boolean =>
  rows.length === 1 &&
  rows[0]!.count.bound !== 'vague' &&
  rows[0]!.count.min >= TOLD_TWICE &&
  frame.harms.some(({ sentence, outcome, count }) => {
    const row = rows[0]!
    return sentence === row.sentence && outcome === row.outcome && count.min === row.count.min && count.max === row.count.max
  })

const bare = ({ trigger }: Frame): Loss => ({
  first: trigger.at,
  cues: [trigger.at],
  sentence: trigger.sentence,
  outcomes: [],
  rows: [],
  people: [],
  others: false,
})

/** Where an act that others joined was itself joined. */
function last(joined: ReadonlyMap<Frame, Frame>, frame: Frame): Frame {
  const seen = new Set<Frame>()
  let at = frame
  for (let next = joined.get(at); next && !seen.has(next); next = joined.get(at)) {
    seen.add(at)
    at = next
  }
  return at
}

/** A harm is an act of its own where it says whom it came to, or who did it. */
function stands(doc: Input, frame: Frame, counts: boolean): boolean {
  if (counts || frame.perpetrators.length) return true
  doc.note({
    step: 'what',
    rule: frame.trigger.rule,
    span: frame.trigger,
    gave: 'attack',
    why: 'harm',
    lacked: 'people harmed, or a doer',
  })
  return false
}

function give(doc: Input, act: Frame, harm: Frame) {
  const missing = <T>(own: T[], other: readonly T[]) => (own.length ? own : own.push(...other))
  missing(act.perpetrators, harm.perpetrators)
  missing(act.targets, harm.targets)
  missing(act.means, harm.means)
  act.harms.push(...harm.harms.splice(0))
  if (!act.sites.some((site) => site.role === 'site')) act.sites.push(...harm.sites)
  act.rules.push(...harm.rules)
  doc.note({ step: 'what', rule: 'harm.joins-act', span: harm.trigger, gave: act.type, why: 'the toll of this act' })
}
