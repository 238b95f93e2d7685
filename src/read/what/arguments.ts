import type { ArgumentRole } from '../../data/predicates.ts'
import type { Doc, Frame, Phrase } from '../doc.ts'
import { canAct, doersBefore } from './doers.ts'
import { settle, wayOf } from './kinds.ts'
import { sitesOf } from './sites.ts'
import { agree, asSide, carriedBy, type Grammar, kindOf, roleBy, takesObject } from './slots.ts'

export type Input = Pick<
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
  | 'phraseAt'
  | 'verbAt'
  | 'clauseAt'
  | 'triggers'
  | 'note'
>

/** A frame for each trigger, its roles filled from the phrases around it. */
export function fillFrames(doc: Input, grammar: Grammar): readonly Frame[] {
  const starts = new Set(doc.triggers.map(({ at }) => at))
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
    new Filling(doc, frame, grammar, starts).run()
    frame.type = settle(doc, frame)
    frame.open = OPEN.has(trigger.predicate.event) && wayOf(doc, frame) === ''
    doc.note({ step: 'what', rule: trigger.rule, span: trigger, gave: frame.type, why: 'type from predicate, means and actor' })
    return frame
  })
}

/** A phrase that may fill a role, and what governs it there. */
type Argument = { readonly phrase: Phrase; readonly governor: string }

class Filling {
  readonly doc: Input
  readonly frame: Frame
  readonly grammar: Grammar
  readonly given = new Map<Phrase, ArgumentRole>()
  readonly starts: ReadonlySet<number>

  constructor(doc: Input, frame: Frame, grammar: Grammar, starts: ReadonlySet<number>) {
    this.starts = starts
    this.doc = doc
    this.frame = frame
    this.grammar = grammar
  }

  run() {
    const { trigger } = this.frame
    const { predicate } = trigger
    const list = this.after()
    const before = doersBefore(this.doc, this.grammar, trigger)
    if (trigger.verbal) {
      for (const phrase of before.doers) this.give(phrase, trigger.passive ? this.object(phrase) : predicate.subject)
      this.verb(list, before.doers.length > 0)
    } else this.noun(list, before.late)
    for (const { phrase, governor } of list)
      if (!this.given.has(phrase)) this.give(phrase, this.governed(phrase, governor, list))
    if (!trigger.verbal) {
      if (!this.frame.perpetrators.length) for (const phrase of before.doers) this.give(phrase, predicate.subject)
      for (const phrase of before.sufferers) this.give(phrase, predicate.object === 'place' ? 'place' : 'target')
    }
    for (const phrase of before.around)
      if (phrase.class === 'weapon') this.give(phrase, 'means')
      else this.give(phrase, 'place')
  }

  /** The phrases after the trigger that belong to it: those of a relative clause stay with its verb. */
  after(): readonly Argument[] {
    const { trigger } = this.frame
    const { phraseAt, verbAt, particles } = this.doc
    const list: Argument[] = []
    let agent = false
    let inner = false
    let other = false
    let skipped = 0
    for (let at = trigger.at + 1; at < trigger.end; ) {
      const phrase = phraseAt[at]
      if (phrase) {
        if (phrase.first < trigger.at && phrase.end <= trigger.at + 1) {
          at++
          continue
        }
        const bare = phrase.governor === '' && !phrase.joined
        if (bare && skipped > 0) skipped--
        else if (inner && !bare && phrase.class !== 'place' && phrase.governor !== 'on') {
          // it belongs to the verb of a relative clause
        } else if (other && (bare || phrase.governor === 'for' || phrase.governor === 'from')) {
          // it belongs to another noun of doing
        } else {
          if (bare) inner = false
          const fired = phrase.governor === 'of' && phraseAt[phrase.of]?.class === 'weapon'
          const governor = fired || (agent && phrase.governor === '') ? 'agent' : phrase.governor
          if (kindOf(phrase) || phrase.class === 'weapon') list.push({ phrase, governor })
          if (governor === 'agent') agent = false
        }
        if (phrase.class === 'act' && !this.chained(phrase.head)) other = true
        at = Math.max(phrase.end, at + 1)
        continue
      }
      const verb = verbAt[at]
      if (verb) {
        const carried = carriedBy(this.grammar, verb.analysis)
        const kind = verb.analysis?.entry.class ?? ''
        if (carried && verb.pronoun && !(verb.relative && list.length)) agent = true
        else if (kind === 'cause') break
        else if (!verb.relative && (verb.analysis?.conjunction || kind === 'say')) break
        else if (verb.relative ? list.length > 0 : kind !== 'light') {
          skipped = 1
          inner = verb.relative
        }
      } else if (ENDS.has(particles[at]?.role ?? '') && particles[at]!.first === at) break
      at++
    }
    return list
  }

  /** The role of the object, told or implied: of an act that takes places, a party is whom they are taken from. */
  object(phrase: Phrase): ArgumentRole {
    const { object } = this.frame.trigger.predicate
    const kind = kindOf(phrase)
    if (object === 'place' && (kind === 'place' || kind === 'thing')) return 'place'
    return object === 'none' || object === 'place' ? 'target' : object
  }

  /** A verb: its subject, then its object, by their endings, by what agrees with it, and by their order. */
  verb(list: readonly Argument[], subject: boolean) {
    const { trigger } = this.frame
    const { predicate, analysis } = trigger
    const bare = list.filter(({ phrase, governor }) => governor === '' && !phrase.joined && phrase.class !== 'weapon')
    const [first, second] = bare
    if (!first) return
    if (trigger.passive) {
      this.give(first.phrase, this.object(first.phrase))
      return
    }
    const person = analysis?.form.person ?? ''
    // an attached pronoun is the object: what follows is the doer
    if (analysis?.pronoun) {
      if (!subject && agree(person, first.phrase, false)) this.give(first.phrase, predicate.subject)
      return
    }
    const taken = subject || this.hasSubject() || person === 'mp' || person === 'fp' || person === 'dual'
    if (!taken && this.isSubject(first.phrase, person, second !== undefined)) {
      const side = predicate.subject === 'perp' ? asSide(this.grammar, first.phrase) : null
      if (side) this.give({ ...first.phrase, class: 'actor', mention: side, named: side }, 'perp')
      else this.give(first.phrase, predicate.subject)
      this.given.set(first.phrase, predicate.subject)
      if (second) this.give(second.phrase, this.object(second.phrase))
    } else this.give(first.phrase, this.object(first.phrase))
  }

  /** "Strikes that hit": the verb's subject is the act, or whatever its clause is about. */
  hasSubject(): boolean {
    const { at, passive } = this.frame.trigger
    if (passive) return false
    if (this.doc.verbAt[at]?.relative) return true
    const before = this.doc.phraseAt[at - 1]
    return before?.class === 'act' || before?.class === 'weapon'
  }

  isSubject(phrase: Phrase, person: string, more: boolean): boolean {
    const { predicate } = this.frame.trigger
    const kind = kindOf(phrase)
    if (predicate.subject !== 'perp') return true
    if (!agree(person, phrase, false)) return false
    if (phrase.case === 'subject') return true
    if (kind === 'party') return true
    if (kind === 'place') return more && asSide(this.grammar, phrase) !== null
    if (kind === 'people') return more || phrase.mention.code === 'fighters' || predicate.object !== 'target'
    return more && phrase.class === 'thing' && phrase.named === null && phrase.agrees !== ''
  }

  /** A noun of doing: the genitive after it is its doer or, of a verb that takes an object, that object. */
  noun(list: readonly Argument[], late: string | null) {
    const { trigger } = this.frame
    const { predicate } = trigger
    const objective = takesObject(this.doc, trigger)
    const start = this.doc.phraseAt[trigger.at]?.end ?? trigger.at + 1
    const genitive = list.find(({ phrase, governor }) => governor === 'of' && this.chained(phrase.of) && !phrase.joined)
    const beside = list.find(({ phrase, governor }) => governor === '' && phrase.first === start && !phrase.joined)
    const own = genitive ?? beside
    const bare = list.filter((one) => one !== own && one.governor === '' && !one.phrase.joined && one.phrase.class !== 'weapon')
    const nextTo = bare.find(({ phrase }) => own !== undefined && phrase.first <= own.phrase.end + 1)
    const goal = (own ? nextTo : bare[0]) ?? (objective ? list.find(({ governor }) => governor === 'for') : undefined)
    if (late !== null && bare[0] && !genitive && canAct(this.grammar, bare[0].phrase) && agree(late, bare[0].phrase, false)) {
      this.give(bare[0].phrase, predicate.subject)
      return
    }
    if (trigger.analysis?.pronoun) {
      if (goal) this.give(goal.phrase, this.object(goal.phrase))
      return
    }
    if (!own || own.phrase.class === 'weapon') {
      if (predicate.subject === 'target' && bare[0]) this.give(bare[0].phrase, 'target')
      return
    }
    const kind = kindOf(own.phrase)
    const side = kind === 'place' ? asSide(this.grammar, own.phrase) : null
    const acts = kind === 'party' || (kind === 'people' && own.phrase.mention.code === 'fighters') || (side && goal)
    if (objective && (!goal || !acts)) this.give(own.phrase, this.object(own.phrase))
    else if (acts || predicate.subject !== 'perp') {
      if (side) this.give({ ...own.phrase, class: 'actor', mention: side, named: side }, 'perp')
      else this.give(own.phrase, predicate.subject)
      this.given.set(own.phrase, predicate.subject)
      if (goal) this.give(goal.phrase, this.object(goal.phrase))
    } else if (kind === 'people')
      this.give(own.phrase, predicate.outcome ? this.object(own.phrase) : PEACEFUL.has(predicate.event) ? 'perp' : 'target')
    else this.give(own.phrase, predicate.object === 'place' || predicate.event === 'armed clash' ? 'place' : 'target')
  }

  /** The noun of doing at this token is the trigger, or one that follows it and only fills it out: "release", "arrest". */
  chained(of: number): boolean {
    const { trigger } = this.frame
    for (let at = of; at > trigger.at; ) {
      const phrase = this.doc.phraseAt[at]
      if (phrase?.class !== 'act' || this.starts.has(at)) return false
      if (phrase.governor === '' && phrase.first === trigger.at + 1) return true
      if (phrase.governor !== 'of') return false
      at = phrase.of
    }
    return of === trigger.at || this.doc.phraseAt[of]?.of === trigger.at
  }

  /** A phrase after a preposition; one that "and" joins has the role of the one before. */
  governed(phrase: Phrase, governor: string, list: readonly Argument[]): ArgumentRole {
    const { trigger } = this.frame
    const { predicate } = trigger
    const kind = kindOf(phrase)
    if (phrase.class === 'weapon') return 'means'
    if (!kind) return 'none'
    const at = list.findIndex((argument) => argument.phrase === phrase)
    if (phrase.joined) {
      for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
        const other = list[i]!
        const role = this.given.get(other.phrase)
        const next = i === at - 1 && role !== 'place' && role !== 'none'
        if (!role || !(next || alike(kind, kindOf(other.phrase)))) continue
        if (other.governor === 'between' && role === 'perp' && this.parted(list, at)) return 'target'
        return role
      }
    }
    if (governor === 'between')
      return kind === 'party' || kind === 'people' ? (this.frame.perpetrators.length ? 'target' : 'perp') : 'none'
    if (governor === '' || governor === 'of') return kind === 'place' && governor === '' ? 'place' : 'none'
    const role = roleBy(this.grammar, governor, predicate.event, kind)
    if (
      (governor === 'for' || governor === 'from') &&
      role === 'perp' &&
      list.slice(0, at).some(({ phrase }) => phrase.class !== 'weapon')
    )
      return 'none'
    if (governor === 'for' && role === 'perp') {
      if (predicate.subject === 'target') return 'perp'
      if (trigger.verbal) return 'none'
      return this.frame.perpetrators.length || takesObject(this.doc, trigger) ? 'target' : role
    }
    if (role === 'target' && kind === 'place') return this.aimedAt(phrase) ? 'target' : 'place'
    return role
  }

  /** "Between A and B on one side, and C and D": the side begins after the words that part them, else with the second. */
  parted(list: readonly Argument[], at: number): boolean {
    const first = list.findIndex(({ governor }) => governor === 'between')
    const marks = (i: number): boolean => {
      for (let token = list[i - 1]!.phrase.end; token < list[i]!.phrase.first; token++)
        if (this.doc.particles[token]?.role === 'side') return true
      return false
    }
    const rest = list.filter(({ phrase, governor }, i) => i > first && governor === 'between' && phrase.joined)
    const side = rest.find(({ phrase }) => marks(list.findIndex((one) => one.phrase === phrase)))
    return !side || list.findIndex(({ phrase }) => phrase === side.phrase) <= at
  }

  give(phrase: Phrase, role: ArgumentRole) {
    const { frame } = this
    this.given.set(phrase, role)
    const { mention } = phrase
    if (phrase.class === 'weapon') {
      if (!frame.means.includes(mention)) frame.means.push(mention)
    } else if (role === 'place' || (phrase.class === 'place' && (role !== 'target' || !this.aimedAt(phrase)))) {
      // where it was is read by addresses
    } else if (role === 'means') frame.means.push(mention)
    else if (role === 'perp') {
      if (mention.code !== 'killed' && mention.code !== 'wounded' && kindOf(phrase) !== 'thing')
        frame.perpetrators.push(mention)
    } else if (role === 'target') {
      // the dead and wounded are what came of an act, not what it was aimed at
      if (phrase.class === 'group' && (mention.code === 'killed' || mention.code === 'wounded')) return
      if (phrase.class === 'thing' && !this.isObject(phrase)) return
      frame.targets.push(mention)
    }
  }

  /** A place without a name that stands for what is in it: "the quarters", "four villages". */
  aimedAt({ first, head, mention }: Phrase): boolean {
    if (mention.ids.length > 0 || !AIMED.has(this.frame.trigger.predicate.event)) return false
    return LIVED_IN.has(mention.code) || (first < head && SETTLED.has(mention.code))
  }

  /** A noun that no list has is taken for a thing only by its ending, its article, its number or what belongs to it. */
  isObject({ first, head, case: ending, definite, governor }: Phrase): boolean {
    const marked = ending === 'object' || definite || governor === 'of' || first < head
    return marked || this.doc.analyses[head]!.length > 0
  }
}

const OPEN: ReadonlySet<string> = new Set(['bombardment', 'harm', 'assault'])

/** Acts that are aimed at what a place without a name stands for: "the quarters", "four villages". */
const AIMED: ReadonlySet<string> = new Set([
  'bombardment',
  'air/drone strike',
  'shelling/artillery/missile attack',
  'assault',
  'attack',
  'looting/property destruction',
  'explosion',
])

/** Small words after which nothing belongs to the act. */
const ENDS: ReadonlySet<string> = new Set(['that', 'unreal', 'context', 'source'])

/** Kinds of place that are aimed at as such, and those that are where they are counted. */
const LIVED_IN: ReadonlySet<string> = new Set(['quarter', 'farm', 'compound', 'camp', 'bridge', 'settlement'])
const SETTLED: ReadonlySet<string> = new Set(['village', 'town'])

const PEACEFUL: ReadonlySet<string> = new Set([
  'peaceful protest',
  'violent demonstration',
  'displacement',
  'agreement',
  'mob violence',
  'looting/property destruction',
  'change to group/activity',
])

const alike = (a: string | null, b: string | null): boolean => {
  const family = (kind: string | null) => (kind === 'people' ? 'party' : kind === 'thing' ? 'place' : kind)
  return family(a) === family(b)
}
