import { toOriginal } from '../../model/fold.ts'
import type { Span } from '../../model/span.ts'
import type { Outcome } from '../../model/types.ts'
import { OUTCOMES } from '../../model/types.ts'
import type { Doc, Frame, Harm, Mention } from '../doc.ts'

type Input = Pick<
  Doc,
  | 'numbers'
  | 'speakerAt'
  | 'folded'
  | 'tokens'
  | 'sentences'
  | 'analyses'
  | 'particles'
  | 'mentions'
  | 'mentionAt'
  | 'clauseAt'
  | 'note'
>

const NONE: Harm['count'] = { min: 0, max: 0, bound: 'exact' }
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

/**
 * Tolls: what each frame says came of it, then the harms that have an act to belong to are given to it: after "because of"
 * the act that follows, else the act before in the sentence, else the one that follows, else the act of the sentence before.
 * A harm without an act stays a frame of its own.
 */
export function joinHarms(doc: Input, frames: readonly Frame[]): readonly Frame[] {
  for (const frame of frames) frame.harms.push(...harmsOf(doc, frame, frames))
  const kept: Frame[] = []
  const isHarm = (frame: Frame) => frame.trigger.predicate.event === 'harm'
  for (const frame of frames) {
    if (!isHarm(frame)) {
      kept.push(frame)
      continue
    }
    const act = actOf(doc, frame, frames, isHarm)
    if (act) {
      give(act, frame)
      doc.note({ step: 'what', rule: 'harm.joins-act', span: frame.trigger, gave: act.type, why: 'the toll of this act' })
    } else if (frame.harms.length || frame.perpetrators.length) kept.push(frame)
    else
      doc.note({
        step: 'what',
        rule: frame.trigger.rule,
        span: frame.trigger,
        gave: 'attack',
        why: 'harm',
        lacked: 'people harmed, or a doer',
      })
  }
  for (const [i, frame] of kept.entries()) {
    victimsOf(doc, frame, kept[i + 1])
    frame.harms = counted(frame.harms)
  }
  nameVictims(doc, kept)
  return kept
}

function give(act: Frame, harm: Frame) {
  act.harms.push(
    ...harm.harms.filter((one) => !act.harms.some((other) => other.from === one.from && other.outcome === one.outcome)),
  )
  act.people.push(...harm.people)
  const missing = <T>(own: T[], other: readonly T[]) => (own.length ? own : own.push(...other))
  missing(act.perpetrators, harm.perpetrators)
  missing(act.targets, harm.targets)
  missing(act.means, harm.means)
  if (!act.sites.some((site) => site.role === 'site')) act.sites.push(...harm.sites)
  act.rules.push(...harm.rules)
}

function actOf(doc: Input, harm: Frame, frames: readonly Frame[], isHarm: (frame: Frame) => boolean): Frame | null {
  const { sentence, at } = harm.trigger
  const acts = frames.filter((frame) => !isHarm(frame) && VIOLENT.has(frame.type))
  const here = acts.filter((frame) => frame.trigger.sentence === sentence)
  const following = here.find((frame) => frame.trigger.at > at)
  const preceding = here.filter((frame) => frame.trigger.at < at).at(-1)
  const clauseBetween = (from: number, to: number): boolean => {
    for (let i = from + 1; i < to; i++) if (doc.particles[i]?.role === 'clause') return true
    return false
  }
  if (following && !clauseBetween(at, following.trigger.at)) {
    for (let i = at + 1; i < following.trigger.at; i++)
      if (doc.particles[i]?.role === 'cause' || doc.particles[i]?.role === 'with') return following
    // "killed … by shelling"
    if (doc.analyses[following.trigger.at]!.some(({ prep }) => prep === 'with')) return following
  }
  const ownAct = harm.trigger.verbal && !harm.trigger.passive && harm.perpetrators.length > 0
  if (preceding && !ownDoer(harm, preceding) && !(ownAct && clauseBetween(preceding.trigger.at, at))) return preceding
  if (following && !harm.perpetrators.length && !clauseBetween(at, following.trigger.at)) return following
  if (preceding || following) return null
  // "… this led to the death of": the act of the sentence before
  const before = acts
    .filter((frame) => frame.trigger.sentence === sentence - 1 || frame.trigger.sentence === sentence - 2)
    .at(-1)
  const first = doc.sentences[sentence]!.first
  const resumes = doc.particles[first]?.role === 'result' || doc.analyses[first]!.some(({ entry }) => entry.class === 'cause')
  return before && resumes ? before : null
}

/** The harm names a doer of its own, other than the act's. */
const ownDoer = (harm: Frame, act: Frame): boolean =>
  harm.perpetrators.length > 0 &&
  act.perpetrators.length > 0 &&
  !harm.perpetrators.some((a) => act.perpetrators.some((b) => a.ids.some((id) => b.ids.includes(id))))

/** The people counted as harmed by this predicate: after it, or before a passive verb; joined by "and" they share it. */
function harmsOf(doc: Input, frame: Frame, frames: readonly Frame[]): readonly Harm[] {
  const { trigger } = frame
  const outcome = trigger.predicate.outcome
  const found: Harm[] = []
  if (!outcome) return found
  const zero = zeroBefore(doc, trigger.at)
  if (zero) return [made(doc, outcome, NONE, { from: zero.from, to: trigger.to }, null)]
  let end = trigger.end
  // "death and injury of five": the noun before shares the people of the next
  const next = frames.find((other) => other.trigger.at > trigger.at && other.trigger.sentence === trigger.sentence)
  if (next && next.trigger.at <= trigger.at + 2 && next.trigger.predicate.outcome && !next.trigger.verbal)
    end = next.trigger.end
  const take = (mention: Mention, total: boolean) => {
    if (mention.count) found.push({ ...made(doc, outcome, mention.count, mention, mention), total })
  }
  // "killed them": those counted before
  if (trigger.verbal && trigger.analysis?.pronoun) {
    const start = doc.sentences[trigger.sentence]!.first
    const before = doc.mentions
      .filter((mention) => mention.kind === 'group' && mention.count && mention.first >= start && mention.end <= trigger.at)
      .at(-1)
    if (before) {
      frame.targets.push(before)
      return [made(doc, outcome, before.count!, before, before)]
    }
  }
  let parts = false
  const inside = trigger.verbal && trigger.passive ? Math.max(trigger.first, trigger.at - 6) : trigger.at + 1
  for (let at = inside; at < end; at++) {
    const particle = doc.particles[at]
    if (particle?.first === at && particle.role === 'part') parts = true
    if (particle && ['agent', 'cause', 'with'].includes(particle.role) && at > trigger.at) break
    const mention = doc.mentionAt[at]
    if (!mention) {
      const number = loneNumber(doc, at)
      if (number && at > trigger.at && !found.length) found.push(made(doc, outcome, number, tokenSpan(doc, at), null))
      continue
    }
    at = mention.end - 1
    if (mention.kind === 'person') {
      frame.people.push({ mention, outcome })
      continue
    }
    if (mention.kind !== 'group' || !mention.count || isDoer(frame, mention)) continue
    if (victimOutcome(doc, mention)) continue
    if (parts && !found.length) continue
    if (parts && found.length) {
      if (!found[0]!.total) found[0] = { ...found[0]!, total: true }
      take(mention, false)
    } else if (!found.length || mention.conjunction) take(mention, false)
  }
  return found
}

const made = (doc: Input, outcome: Outcome, count: Harm['count'], { from, to }: Span, mention: Mention | null): Harm => ({
  outcome,
  mention,
  count,
  from,
  to,
  total: false,
  cumulative: mention !== null && isRunning(doc, mention),
})

/** "The number of the dead rose to three": a total that replaces the one told before. */
function isRunning(doc: Input, mention: Mention): boolean {
  const { first } = doc.clauseAt[mention.first]!
  return doc.particles.slice(first, mention.first).some((particle) => particle?.role === 'rising')
}

const isDoer = (frame: Frame, mention: Mention): boolean => frame.perpetrators.includes(mention)

/** "Eight others". */
function loneNumber(doc: Input, at: number): Harm['count'] | null {
  const number = doc.numbers.find((found) => found.first === at && found.kind === 'count')
  if (!number || doc.particles[number.end]?.role !== 'other') return null
  return { min: number.min, max: number.max, bound: number.bound }
}

/** "The dead", "the wounded", "martyrs": nouns that say the outcome themselves. */
function victimOutcome(doc: Input, mention: Mention): Outcome | null {
  for (let at = mention.first; at < mention.end; at++) {
    const entry = doc.analyses[at]!.find((analysis) => analysis.entry.class === 'victims')?.entry
    if (entry && (OUTCOMES as readonly string[]).includes(entry.code)) return entry.code as Outcome
  }
  return null
}

function victimsOf(doc: Input, frame: Frame, next: Frame | undefined) {
  const { trigger } = frame
  if (!VIOLENT.has(frame.type) && frame.type !== 'toll') return
  const sentence = doc.sentences[trigger.sentence]!
  const end = next && next.trigger.sentence === trigger.sentence && VIOLENT.has(next.type) ? next.trigger.at : sentence.end
  for (let at = trigger.at; at < end; at++) {
    const mention = doc.mentionAt[at]
    if (!mention || mention.first !== at || mention.kind !== 'group' || !mention.count) continue
    const outcome = victimOutcome(doc, mention)
    if (outcome !== 'killed' && outcome !== 'wounded') continue
    // a number outranks a bare plural; of two of a kind the first stands
    const vague = mention.count.bound === 'vague'
    if (frame.harms.some((harm) => harm.outcome === outcome && (vague || harm.count.bound !== 'vague'))) continue
    frame.harms.push(made(doc, outcome, zeroBefore(doc, at) ? NONE : mention.count, mention, mention))
  }
}

/** "With no injuries recorded": none, and said so. */
function zeroBefore(doc: Input, at: number) {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const particle = doc.particles[i]
    if (particle?.role === 'without') return tokenSpan(doc, particle.first)
  }
  return null
}

/** Names of those harmed stand at most this many sentences after the act. */
const NAMES_REACH = 2

/** Gives each person named, but not as a speaker, to the act just before that harmed people, with the outcome told last. */
function nameVictims(doc: Input, frames: readonly Frame[]) {
  for (const mention of doc.mentions) {
    if (mention.kind !== 'person') continue
    if (doc.speakerAt[mention.first]) continue
    if (
      frames.some((frame) => frame.people.some((person) => person.mention === mention) || frame.perpetrators.includes(mention))
    )
      continue
    const sentence = doc.sentences.find(({ first, end }) => first <= mention.first && mention.first < end)
    if (!sentence) continue
    const near = frames.filter((frame) => {
      const gap = sentence.index - frame.trigger.sentence
      return (
        gap >= 0 &&
        gap <= NAMES_REACH &&
        outcomeOf(frame) !== null &&
        (gap > 0 || frame.trigger.at < mention.first || frame.trigger.passive)
      )
    })
    const frame = near.at(-1)
    if (!frame) continue
    const told = frame.harms.filter((harm) => harm.from <= mention.from).at(-1)
    const outcome = told?.outcome ?? outcomeOf(frame)!
    frame.people.push({ mention, outcome })
    doc.note({ step: 'what', rule: 'harm.named', span: mention, gave: outcome, why: 'named after an act that harmed people' })
  }
}

const outcomeOf = (frame: Frame): Outcome | null => {
  const outcome = frame.harms[0]?.outcome ?? frame.trigger.predicate.outcome
  return outcome === 'displaced' || outcome === 'evacuated' ? null : outcome
}

/** Where a number is said, bare nouns of the same outcome describe those people and count nobody more. */
const counted = (harms: readonly Harm[]): Harm[] =>
  harms.filter(
    (harm) =>
      harm.total ||
      harm.count.bound !== 'vague' ||
      !harms.some((other) => other !== harm && other.outcome === harm.outcome && other.count.bound !== 'vague'),
  )

const tokenSpan = (doc: Input, at: number) => toOriginal(doc.folded, doc.tokens[at]!.at, doc.tokens[at]!.until)
