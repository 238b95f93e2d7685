import type { ArgumentRole } from '../../data/predicates.ts'
import type { Frame, Phrase } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { isAimedAt, isObject, MASSED } from './aims.ts'
import { impliedMeans } from './arms.ts'
import { canAct, doersBefore } from './doers.ts'
import { fill, PEACEFUL } from './fill.ts'
import { type Argument, argumentsOf, fillsOut, type Input } from './scope.ts'
import { agree, asSide, type Grammar, isAccusative, kindOf, roleBy, takesObject } from './slots.ts'

/** Acts of fire that has a place of origin. */
const FIRE: ReadonlySet<string> = new Set(['bombardment', 'shelling/artillery/missile attack'])

/** So many tokens before its verb, at most, a relative clause may have its noun. */
const FAR = 16

/** Fills the roles of a frame from the phrases around its trigger. `starts`: the tokens of all triggers. */
export function fillRoles(doc: Input, frame: Frame, grammar: Grammar, starts: ReadonlySet<number>) {
  new Filling(doc, frame, grammar, starts).run()
}

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
    const list = argumentsOf(this.doc, this.grammar, trigger, this.starts)
    const before = doersBefore(this.doc, this.grammar, trigger)
    if (trigger.verbal) {
      for (const phrase of before.doers) this.give(phrase, trigger.passive ? this.object(phrase) : predicate.subject, '')
      this.verb(list, before.doers.length > 0)
    } else this.noun(list, before.late)
    for (const { phrase, governor } of list)
      if (!this.given.has(phrase)) this.give(phrase, this.governed(phrase, governor, list), governor)
    if (!trigger.verbal) {
      if (!this.frame.perpetrators.length) for (const phrase of before.doers) this.give(phrase, predicate.subject, '')
      for (const phrase of before.sufferers) this.give(phrase, predicate.object === 'place' ? 'place' : 'target', '')
    }
    for (const phrase of before.around)
      if (phrase.class === 'weapon') this.give(phrase, 'means', '')
      else this.give(phrase, 'place', phrase.governor)
    if (!this.frame.means.length && FIRE.has(predicate.event)) this.frame.means.push(...impliedMeans(this.doc, this.frame))
  }

  /** The role of the object, told or implied: of an act that takes places, a party is whom they are taken from. */
  object(phrase: Phrase): ArgumentRole {
    const { object, event } = this.frame.trigger.predicate
    const kind = kindOf(phrase)
    if (event === 'movement restriction' && kind === 'thing') return 'target'
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
      this.give(first.phrase, this.object(first.phrase), '')
      return
    }
    const person = analysis?.form.person ?? ''
    // an attached pronoun is the object: what follows is the doer
    if (analysis?.pronoun) {
      // "which the army besieges": what the clause is about stands before it
      const about = this.doc.verbAt[trigger.at]?.relative ? this.about() : null
      if (about && this.object(about) === 'target') this.give(about, 'target', '')
      if ((!subject || about) && agree(person, first.phrase, false)) this.give(first.phrase, predicate.subject, '')
      return
    }
    const taken = subject || this.hasSubject(list) || person === 'mp' || person === 'fp' || person === 'dual'
    const behind = !taken && second && isAccusative(first.phrase) && canAct(this.grammar, second.phrase)
    if (behind) {
      this.give(first.phrase, this.object(first.phrase), '')
      this.give(second.phrase, predicate.subject, '')
    } else if (!taken && this.isSubject(first.phrase, person, second !== undefined)) {
      this.give(first.phrase, predicate.subject, '')
      if (second) this.give(second.phrase, this.object(second.phrase), '')
    } else this.give(first.phrase, this.object(first.phrase), '')
  }

  /** The noun that a relative clause is about: right before it, or before a comma the one that nothing governs. */
  about(): Phrase | null {
    const { trigger } = this.frame
    let apart = false
    for (let at = trigger.at - 2; at >= Math.max(0, trigger.at - FAR); at--) {
      if (this.doc.tokens[at]!.key === COMMA) apart = true
      const phrase = this.doc.phraseAt[at]
      if (!phrase) continue
      if (!apart || (phrase.governor === '' && kindOf(phrase))) return phrase
      at = phrase.first
    }
    return null
  }

  /** "Strikes that hit": the verb's subject is the act, or whatever its clause is about. */
  hasSubject(list: readonly Argument[]): boolean {
    const { at } = this.frame.trigger
    const { phrase, governor } = list[0]!
    if (phrase.class === 'weapon' && governor === '') return true
    // "which the army holds": the pronoun after the verb stands for the noun before
    if (this.doc.verbAt[at]?.relative) return this.doc.particles[at + 1]?.role !== 'small'
    let last = at - 1
    while (this.doc.particles[last]?.role === 'other' || this.doc.particles[last]?.role === 'filler') last--
    const before = this.doc.phraseAt[last]
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
    // "wounded of the army" tells whose they are in its own phrase
    const self = this.doc.phraseAt[trigger.at]
    if (predicate.event === 'harm' && self?.owner && self.class === 'group') this.frame.targets.push(self.owner)
    const objective = takesObject(this.doc, trigger)
    const start = this.doc.phraseAt[trigger.at]?.end ?? trigger.at + 1
    const genitive = list.find(
      ({ phrase, governor }) => governor === 'of' && fillsOut(this.doc, trigger, phrase.of, this.starts) && !phrase.joined,
    )
    const beside = list.find(({ phrase, governor }) => governor === '' && phrase.first === start && !phrase.joined)
    const own = trigger.analysis?.pronoun ? undefined : (genitive ?? beside)
    const bare = list.filter((one) => one !== own && one.governor === '' && !one.phrase.joined && isGoal(one.phrase))
    const nextTo = bare.find(
      ({ phrase }) => own !== undefined && phrase.first <= own.phrase.end + 1 && isObject(this.doc, phrase),
    )
    const after = list.find(({ phrase, governor }) => governor === 'for' && phrase.first === own?.phrase.end)
    const goal = (own ? nextTo : bare[0]) ?? after ?? (objective ? list.find(({ governor }) => governor === 'for') : undefined)
    if (late !== null && bare[0] && !genitive && canAct(this.grammar, bare[0].phrase) && agree(late, bare[0].phrase, false)) {
      this.give(bare[0].phrase, predicate.subject, '')
      return
    }
    if (trigger.analysis?.pronoun) {
      if (goal) this.give(goal.phrase, this.object(goal.phrase), '')
      return
    }
    if (!own || own.phrase.class === 'weapon') {
      if (predicate.subject === 'target' && bare[0]) this.give(bare[0].phrase, 'target', '')
      return
    }
    const kind = kindOf(own.phrase)
    const side = kind === 'place' ? asSide(this.grammar, own.phrase) : null
    const acts = kind === 'party' || (kind === 'people' && own.phrase.mention.code === 'fighters') || (side && goal)
    if (objective && (!goal || !acts)) this.give(own.phrase, this.object(own.phrase), 'of')
    else if (acts || predicate.subject !== 'perp') {
      this.give(own.phrase, predicate.subject, '')
      if (goal) this.give(goal.phrase, this.object(goal.phrase), goal.governor)
    } else if (kind === 'people')
      this.give(own.phrase, predicate.outcome ? this.object(own.phrase) : PEACEFUL.has(predicate.event) ? 'perp' : 'target', '')
    else this.give(own.phrase, predicate.object === 'place' || predicate.event === 'armed clash' ? 'place' : 'target', 'of')
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
        if (!role || !(next || alike(kind, kindOf(other.phrase))) || (role === 'place' && kind !== 'place')) continue
        if (other.governor === 'between' && role === 'perp' && this.parted(list, at)) return 'target'
        return role
      }
    }
    const sided = kind === 'party' || kind === 'people' || asSide(this.grammar, phrase) !== null
    // "losses among civilians"
    if (governor === 'between' && predicate.event === 'harm') return 'target'
    if (governor === 'between' && sided && this.ownSide(phrase)) return 'target'
    if (governor === 'between') return sided ? (this.frame.perpetrators.length ? 'target' : 'perp') : 'none'
    // "the threat to security": it is of the thing just before
    const before = this.doc.phraseAt[phrase.first - 1]
    if (governor === 'for' && (before?.class === 'thing' || before?.class === 'abstract') && !this.given.has(before))
      return 'none'
    // "fell into the hands of"
    if (governor === 'in' && predicate.event === 'takeover' && predicate.subject !== 'perp' && kind === 'party') return 'perp'
    if (governor === '' || governor === 'of') return kind === 'place' && governor === '' ? 'place' : 'none'
    const against = governor === 'against' && kind === 'place' && asSide(this.grammar, phrase) !== null
    // "shelling from the positions of the army": fire comes from those who hold the place
    const held = (governor === 'from' || governor === 'origin') && FIRE.has(predicate.event) && MASSED.has(phrase.mention.code)
    if (held && phrase.mention.end > phrase.mention.first + 1) return 'perp'
    const role = against ? 'target' : roleBy(this.grammar, governor, predicate.event, kind)
    if ((governor === 'for' || governor === 'from') && role === 'perp') {
      const early = !list.slice(0, at).some(({ phrase }) => phrase.class !== 'weapon')
      if (governor === 'from') return early ? 'perp' : 'none'
      if (predicate.subject === 'target') return 'perp'
      if (trigger.verbal) return 'none'
      return this.frame.perpetrators.length || takesObject(this.doc, trigger) ? 'target' : early ? 'perp' : 'none'
    }
    if (role === 'target' && kind === 'place')
      return isAimedAt(this.doc, phrase, this.frame.trigger.predicate.event) ? 'target' : 'place'
    return role
  }

  /** "Between it and B": the one side is a pronoun. */
  ownSide({ first }: Phrase): boolean {
    const { particles } = this.doc
    const between = particles[first - 1]
    return between?.role === 'between' && particles[between.first - 1]?.role === 'part'
  }

  /** "Between A and B on one side, and C and D": the side begins after the words that part them, else with the second. */
  parted(list: readonly Argument[], at: number): boolean {
    const first = list.findIndex(({ governor }) => governor === 'between')
    const before = (phrase: Phrase, is: (token: number) => boolean): boolean => {
      const i = list.findIndex((one) => one.phrase === phrase)
      for (let token = list[i - 1]!.phrase.end; token < phrase.first; token++) if (is(token)) return true
      return false
    }
    const rest = list.filter(({ phrase, governor }, i) => i > first && governor === 'between' && phrase.joined)
    const side =
      rest.find(({ phrase }) => before(phrase, (token) => this.doc.particles[token]?.role === 'side')) ??
      rest.find(({ phrase }) => before(phrase, (token) => this.doc.tokens[token]!.key === COMMA))
    return !side || list.findIndex(({ phrase }) => phrase === side.phrase) <= at
  }

  /** Puts a phrase where its role says, and keeps the role for those that "and" joins to it. */
  give(phrase: Phrase, role: ArgumentRole, governor: string) {
    this.given.set(phrase, role)
    fill(this.doc, this.frame, this.grammar, phrase, role, governor)
  }
}

/** "The shelling, east of the town": a weapon or a bearing is no object. */
const isGoal = ({ class: kind, mention }: Phrase): boolean => kind !== 'weapon' && mention.bearing === null

const alike = (a: string | null, b: string | null): boolean => {
  const family = (kind: string | null) => (kind === 'people' ? 'party' : kind === 'thing' ? 'place' : kind)
  return family(a) === family(b)
}
