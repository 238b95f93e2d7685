import type { ArgumentRole } from '../../data/predicates.ts'
import type { Analysis, Doc, Frame, Mention, Particle, Trigger } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { settle, wayOf } from './kinds.ts'
import { sitesOf } from './sites.ts'

type Input = Pick<
  Doc,
  | 'knowledge'
  | 'report'
  | 'tokens'
  | 'sentences'
  | 'analyses'
  | 'particles'
  | 'mentions'
  | 'mentionAt'
  | 'addressAt'
  | 'verbAt'
  | 'triggers'
  | 'note'
>

/** What a preposition makes of the words after it. */
type Relation = 'none' | 'on' | 'in' | 'from' | 'to' | 'with' | 'agent' | 'against' | 'cause' | 'other' | 'between' | 'origin'

const RELATIONS: ReadonlySet<string> = new Set([
  'on',
  'in',
  'from',
  'to',
  'with',
  'agent',
  'against',
  'cause',
  'between',
  'origin',
])

/** A frame for each trigger, its roles filled from the words around it. */
export function fillFrames(doc: Input): readonly Frame[] {
  return doc.triggers.map((trigger, i) => {
    const frame: Frame = {
      trigger,
      type: 'attack',
      open: false,
      perpetrators: [],
      targets: [],
      sites: sitesOf(doc, trigger, doc.triggers[i + 1]),
      means: [],
      harms: [],
      people: [],
      time: null,
      status: 'asserted',
      sources: [],
      background: false,
      mentions: [],
      rules: [trigger.rule],
    }
    new Filling(doc, frame).run()
    frame.type = settle(doc, frame)
    frame.open = OPEN.has(trigger.predicate.event) && wayOf(doc, frame) === ''
    doc.note({ step: 'what', rule: trigger.rule, span: trigger, gave: frame.type, why: 'type from predicate, means and actor' })
    return frame
  })
}

class Filling {
  readonly doc: Input
  readonly frame: Frame
  subject = false
  object = false

  constructor(doc: Input, frame: Frame) {
    this.doc = doc
    this.frame = frame
  }

  run() {
    const { trigger } = this.frame
    this.before()
    const passive = trigger.passive
    const { predicate, analysis } = trigger
    // an attached pronoun is the object of a verb, and of its verbal noun the doer or the thing done to
    if (analysis?.pronoun && trigger.verbal) this.object = true
    let relation: Relation = 'none'
    let roleHeld: ArgumentRole | null = null
    let last: Mention | null = null
    for (let at = trigger.at + 1; at < trigger.end; ) {
      const particle = this.doc.particles[at]
      if (particle) {
        if (RELATIONS.has(particle.role)) relation = particle.role as Relation
        else if (!['filler', 'also', 'air', 'ground', 'suicide', 'other'].includes(particle.role)) relation = 'other'
        if (particle.role === 'ground' && at <= trigger.at + 2) this.frame.means.push(adjectiveMeans(this.doc, particle))
        roleHeld = null
        last = null
        at = particle.end
        continue
      }
      const mention = this.doc.mentionAt[at]
      if (!mention) {
        const verb = at > trigger.at && this.doc.analyses[at]!.find(isFiniteVerb)
        if (verb) {
          roleHeld = null
          // "a strike that the coalition carried out": the doer follows
          if (!trigger.verbal) relation = verb.pronoun ? 'agent' : 'none'
          if (!trigger.verbal && !verb.pronoun) this.subject = true
        }
        at++
        continue
      }
      const own: Relation = mention.prep ? prepRelation(mention.prep) : relation
      if (mention.prep) relation = own
      const joined: boolean = last !== null && (mention.conjunction || adjacent(this.doc, last, mention)) && !mention.prep
      if (joined && roleHeld && sameKind(last!, mention))
        this.give(mention, own === 'between' && roleHeld === 'perp' ? 'target' : roleHeld)
      else roleHeld = this.assign(mention, own, passive, predicate)
      last = mention
      at = mention.end
    }
  }

  /** The subject before a verb, the party that a verbal noun leans on, and the place that a clause opens with. */
  before() {
    const { trigger } = this.frame
    const { mentionAt, particles } = this.doc
    for (let at = trigger.at - 1; at >= trigger.first; at--) {
      const mention = mentionAt[at]
      if (!mention) continue
      at = mention.first
      const governor = mention.prep || particles[mention.first - 1]?.role || ''
      if (mention.kind === 'weapon' && trigger.at - at < 6) {
        this.frame.means.push(mention)
        continue
      }
      const party = mention.kind === 'actor' || mention.kind === 'unit' || mention.kind === 'group'
      if (!party || this.subject || (governor && governor !== 'that')) continue
      if (!trigger.verbal) {
        // "the warplanes carried out strikes": the doer belongs to a verb that only carries the noun of the act
        if (mention.kind !== 'group' && this.carried(at, trigger.at)) {
          this.give(mention, trigger.predicate.subject === 'target' ? 'target' : 'perp')
          this.subject = true
        }
        continue
      }
      // "25 fighters were killed": those harmed may stand first
      if (trigger.predicate.event === 'harm' && mention.kind === 'group' && mention.count) {
        this.give(mention, 'target')
        this.subject = true
        continue
      }
      const role = trigger.passive ? trigger.predicate.object : trigger.predicate.subject
      this.give(mention, role)
      if (trigger.passive) this.object = true
      else this.subject = true
    }
  }

  /** A verb without an act of its own stands before the noun of the act, by the doer. */
  carried(doer: number, act: number): boolean {
    for (let at = Math.max(this.frame.trigger.first, doer - 3); at < act; at++)
      if (!this.doc.mentionAt[at] && this.doc.analyses[at]!.some(isFiniteVerb)) return true
    return false
  }

  assign(mention: Mention, relation: Relation, passive: boolean, predicate: Trigger['predicate']): ArgumentRole {
    const role = this.roleOf(mention, relation, passive, predicate)
    this.give(mention, role)
    return role
  }

  roleOf(mention: Mention, relation: Relation, passive: boolean, predicate: Trigger['predicate']): ArgumentRole {
    const { trigger } = this.frame
    if (mention.kind === 'weapon') return 'means'
    if (mention.kind === 'place') return 'place'
    if (mention.kind === 'source') return 'none'
    const party = mention.kind === 'actor' || mention.kind === 'unit'
    if (relation === 'agent') return 'perp'
    if (relation === 'against') return 'target'
    if (relation === 'cause' || relation === 'other') return 'none'
    if (relation === 'in' || relation === 'origin') return mention.kind === 'facility' ? 'place' : 'none'
    if (relation === 'to')
      return mention.kind === 'facility' ? 'place' : predicate.subject === 'target' && party ? 'perp' : 'none'
    if (relation === 'on') return predicate.object === 'place' && mention.kind === 'facility' ? 'place' : 'target'
    if (relation === 'between') return party ? (this.frame.perpetrators.length ? 'target' : 'perp') : 'none'
    // "reinforcements from X" are X's
    if (
      relation === 'from' &&
      party &&
      predicate.event === 'change to group/activity' &&
      !this.frame.perpetrators.some(({ kind }) => kind === 'actor')
    )
      return 'perp'
    if (relation === 'from')
      return party && !this.frame.targets.length && predicate.object !== 'none' && trigger.predicate.event === 'takeover'
        ? 'target'
        : 'none'
    if (relation === 'with') return party ? 'target' : mention.kind === 'facility' ? 'place' : 'none'
    // no preposition: subject, then object
    if (mention.kind === 'facility') return predicate.object === 'place' || predicate.subject === 'place' ? 'place' : 'target'
    if (passive) {
      this.object = true
      return predicate.object === 'none' || predicate.object === 'place' ? 'target' : predicate.object
    }
    if (!trigger.verbal) {
      const people = mention.kind === 'group' || mention.kind === 'person'
      if (people && predicate.object === 'target') return 'target'
      if (predicate.outcome && predicate.object === 'target') return 'target'
      if (!this.subject) {
        this.subject = true
        return predicate.subject === 'target' ? 'target' : party ? 'perp' : predicate.subject
      }
      return 'target'
    }
    if (!this.subject && !(mention.kind === 'person' && predicate.subject === 'perp' && predicate.outcome)) {
      this.subject = true
      return predicate.subject
    }
    if (!this.object) {
      this.object = true
      return predicate.object === 'place' ? 'target' : predicate.object
    }
    return 'none'
  }

  give(mention: Mention, role: ArgumentRole) {
    const { frame } = this
    if (role === 'means' || mention.kind === 'weapon') {
      if (!frame.means.includes(mention)) frame.means.push(mention)
    } else if (role === 'perp') {
      // people who bear no arms do not act against others; they march, flee and are freed
      const violent = frame.trigger.predicate.subject === 'perp' && !PEACEFUL.has(frame.trigger.predicate.event)
      if (mention.kind === 'actor' || mention.kind === 'unit' || mention.code === 'fighters' || !violent)
        frame.perpetrators.push(mention)
    } else if (role === 'target') {
      // the dead and wounded are what came of an act, not what it was aimed at
      if (
        mention.kind === 'group' &&
        frame.trigger.predicate.event !== 'harm' &&
        (mention.code === 'killed' || mention.code === 'wounded')
      )
        return
      frame.targets.push(mention)
    }
  }
}

const isFiniteVerb = ({ entry, form, article }: Analysis): boolean =>
  entry.kind === 'verb' && entry.class !== 'say' && !article && (form.part === 'past' || form.part === 'imperfect')

/** "Artillery shelling", "rocket shelling": the adjective says the means. */
const adjectiveMeans = (doc: Input, { first, end }: Particle): Mention => ({
  kind: 'weapon',
  first,
  end,
  from: doc.tokens[first]!.from,
  to: doc.tokens[end - 1]!.to,
  ids: [],
  prep: '',
  conjunction: false,
  code: 'artillery',
  count: null,
  near: false,
  bearing: null,
  definite: false,
  sex: 'unknown',
})

const OPEN: ReadonlySet<string> = new Set(['bombardment', 'harm', 'assault'])

const PEACEFUL: ReadonlySet<string> = new Set([
  'peaceful protest',
  'violent demonstration',
  'displacement',
  'agreement',
  'mob violence',
  'looting/property destruction',
])

const prepRelation = (prep: string): Relation => (prep === 'with' ? 'with' : prep === 'to' ? 'to' : 'other')

const adjacent = (doc: Input, before: Mention, after: Mention): boolean =>
  after.first - before.end <= 1 && (after.first === before.end || doc.tokens[before.end]?.key === COMMA)

const sameKind = (a: Mention, b: Mention): boolean => {
  const kind = ({ kind }: Mention) => (kind === 'unit' ? 'actor' : kind === 'facility' ? 'place' : kind)
  return kind(a) === kind(b) || (a.kind === 'group' && kind(b) === 'actor')
}
