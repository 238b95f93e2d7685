import type { Lexicon } from '../../data/lexicon.ts'
import type { Predicate } from '../../data/predicates.ts'
import { foldKey, toOriginal } from '../../model/fold.ts'
import type { Outcome } from '../../model/types.ts'
import type { Analysis, Count, Doc, Frame, Harm, Mention, NumberMention, Particle } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { countOf, countOfNoun, NONE, nounOfPeople, ONE, outcomeSaid, SEVERAL, shared, TWO } from './counts.ts'

type Input = Pick<
  Doc,
  | 'knowledge'
  | 'numbers'
  | 'times'
  | 'folded'
  | 'tokens'
  | 'sentences'
  | 'analyses'
  | 'particles'
  | 'mentions'
  | 'mentionAt'
  | 'clauseAt'
  | 'speakerAt'
>

/** What one stretch of words says of people who came to harm: an outcome, how many, and who by name. */
export type Loss = {
  readonly first: number
  /** the words that say the outcome */
  readonly cues: number[]
  readonly sentence: number
  readonly outcomes: Outcome[]
  rows: Harm[]
  people: Frame['people']
  /** counted as "others": of the same act as the loss before */
  others: boolean
}

/** Words of the lexicon that a toll is read by. */
export type LossWords = {
  /** outcome of each lemma that tells harm */
  readonly harms: ReadonlyMap<string, Outcome>
  /** lemmas by which people are told to have come to harm, whoever did it */
  readonly tells: ReadonlySet<string>
  /** those that tell it only in company */
  readonly shy: ReadonlySet<string>
  readonly joins: readonly string[]
  /** who an attached pronoun stands for, by its letters */
  readonly pronouns: ReadonlyMap<string, string>
}

/** Collects, once, the words that tolls are read by. */
export function lossWords(predicates: readonly Predicate[], lexicon: Lexicon): LossWords {
  const harms = predicates.filter(({ event, subject, outcome }) => event === 'harm' && subject === 'perp' && outcome !== null)
  const bold = new Set(harms.filter(({ needs }) => !needs.length).map(({ lemma }) => foldKey(lemma)))
  const affixes = (slot: string) => lexicon.affixes.filter((row) => row.slot === slot)
  return {
    harms: new Map(harms.map(({ lemma, outcome }) => [foldKey(lemma), outcome as Outcome] as const)),
    tells: new Set(predicates.filter(({ event }) => event === 'harm').map(({ lemma }) => foldKey(lemma))),
    shy: new Set(harms.map(({ lemma }) => foldKey(lemma)).filter((lemma) => !bold.has(lemma))),
    joins: affixes('conjunction').map(({ form }) => foldKey(form)),
    pronouns: new Map(affixes('pronoun').map(({ form, value }) => [foldKey(form), value])),
  }
}

/** Every loss that a report tells, in order. */
export function tellLosses(doc: Input, frames: readonly Frame[], words: LossWords): readonly Loss[] {
  const told: Loss[] = []
  const frameAt = new Map(frames.map((frame) => [frame.trigger.at, frame]))
  const numberAt = new Map(doc.numbers.map((number) => [number.first, number]))
  const timeAt = new Map(doc.times.filter(({ kind }) => kind !== 'duration').map(({ first, end }) => [first, end]))
  for (const { index } of doc.sentences) told.push(...new Telling(doc, words, frameAt, numberAt, timeAt, index).run())
  return told
}

const HARMED: ReadonlySet<Outcome> = new Set(['killed', 'wounded'])
/** A noun of loss stands at most this many tokens after the word that says there was none. */
const NONE_REACH = 8
/** The first of those harmed is named within this many tokens after the word that tells it. */
const NAME_REACH = 8
/** People harmed are named before their verb within this many tokens. */
const BEFORE = 14
/** Words before a bare "dead" or "wounded" that tell of them as news. */
const TELLS: ReadonlySet<string> = new Set(['cause', 'light', 'doubt'])
const PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'on', 'from', 'to', 'with', 'against', 'agent', 'cause', 'between'])

/** The loss being told at a token, and what its next words would mean. */
type Open = {
  readonly loss: Loss
  /** the last word that said an outcome */
  cue: number
  /** what follows says who those counted are */
  part: boolean
  /** another act was told since, before anybody was counted: by a noun, or by a verb */
  far: 'no' | 'noun' | 'verb'
  /** what follows is counted besides */
  plus: boolean
  /** names stand for people already counted */
  named: boolean
  /** a definite noun ("the dead") opened it: only a running total or a breakdown counts them */
  definite: boolean
}

/** Reads one sentence from left to right. */
class Telling {
  readonly doc: Input
  readonly words: LossWords
  readonly frameAt: ReadonlyMap<number, Frame>
  readonly numberAt: ReadonlyMap<number, NumberMention>
  /** the token after the time that begins at a token */
  readonly timeAt: ReadonlyMap<number, number>
  readonly sentence: Doc['sentences'][number]
  readonly told: Loss[] = []
  open: Open | null = null
  /** tokens before this one are told not to be lost */
  none = -1
  /** the word that is denied */
  denies = -1
  /** where "without" ends */
  without = -9
  /** a wound that somebody died of is told until this token */
  dying = -1
  /** "the number of the dead rose": the total is still to come, or has come */
  rising: 'no' | 'to come' | 'told' = 'no'
  bracket: boolean[] = []
  /** mentions that begin before this token are already read */
  taken = -1

  constructor(
    doc: Input,
    words: LossWords,
    frameAt: ReadonlyMap<number, Frame>,
    numberAt: ReadonlyMap<number, NumberMention>,
    timeAt: ReadonlyMap<number, number>,
    index: number,
  ) {
    this.doc = doc
    this.words = words
    this.frameAt = frameAt
    this.numberAt = numberAt
    this.timeAt = timeAt
    this.sentence = doc.sentences[index]!
  }

  run(): readonly Loss[] {
    const { first, end } = this.sentence
    for (let at = first; at < end; ) at = this.step(at)
    return this.told.filter(({ rows, people }) => rows.length > 0 || people.length > 0)
  }

  /** Hears what begins at this token; gives the token after it. */
  step(at: number): number {
    const { doc } = this
    const time = this.timeAt.get(at)
    if (time && time > at) return time
    const particle = doc.particles[at]
    if (particle) {
      if (particle.first === at) this.particle(particle)
      return particle.end
    }
    if (this.cue(at)) return at + 1
    const mention = doc.mentionAt[at]
    if (mention) {
      if (mention.first === at && at >= this.taken) this.mention(mention)
      return Math.max(mention.end, at + 1)
    }
    const number = this.numberAt.get(at)
    if (number) {
      this.number(number)
      return number.end
    }
    const token = doc.tokens[at]!
    if (token.kind === 'mark') this.mark(token.key)
    else if (this.frameAt.has(at) || this.isVerb(at)) this.away(at)
    else this.role(at)
    return at + 1
  }

  // ---- small words -------------------------------------------------------------------------------------------------

  particle(particle: Particle) {
    const { role, id, first, end } = particle
    const { open } = this
    if (role === 'clause' || role === 'result') {
      this.close()
      this.rising = 'no'
    }
    if (id === 'so-killed') this.begin(first, 'killed')
    else if (role === 'part' || role === 'names') this.breaksDown(particle)
    else if (role === 'plus' && open) open.plus = true
    else if ((id === 'along-with' || id === 'accompanied') && open && (open.loss.rows.length || open.loss.people.length))
      open.plus = true
    else if (role === 'other') this.other(id, first)
    else if (role === 'rising') this.rising = 'to come'
    else if (role === 'to' && this.rising === 'to come' && open) this.rising = 'told'
    else if (role === 'dying') this.dying = this.doc.clauseAt[first]!.end
    else if (role === 'unharmed') this.unhurt(['killed', 'wounded'], first, end)
    else if (role === 'loss' && first < this.none) this.unhurt(['killed', 'wounded'], first, end)
    else if (role === 'without' && id !== 'without-knowing') {
      this.without = end
      this.none = end + NONE_REACH
    } else if (role === 'negation' && id !== 'not-known') this.denied(end)
    else if (role === 'between') this.between(end)
    else if (role === 'cause' || role === 'agent' || role === 'during') this.away(first)
  }

  /** What follows says who those counted are, or names those who are to be counted. */
  breaksDown({ role, id, end }: Particle) {
    const { open } = this
    if (!open) return
    if (open.loss.rows.length || (open.definite && role === 'part')) open.part = true
    if (open.loss.rows.length || open.definite) open.named = true
    open.cue = end
    // "the dead are eighteen fighters"
    if (open.definite && role === 'names' && id !== 'listed') open.definite = false
  }

  /** "No" before a verb that tells of losses, or right before them; "nobody was hurt". */
  denied(at: number) {
    this.denies = at
    const analyses = this.doc.analyses[at] ?? []
    const classes = analyses.map(({ entry }) => entry.class)
    if (classes.includes('say')) this.none = at + 4
    if (classes.includes('cause') || classes.includes('light') || classes.includes('other')) this.none = at + NONE_REACH
    if (outcomeSaidAt(this.doc, at) || this.doc.particles[at]?.role === 'loss') this.none = at + 1
    const harmed = this.frameLike(at)
    if (harmed && this.doc.particles[at + 1]?.role === 'one-of') this.unhurt([harmed], at, at + 2)
    if (harmed === 'killed' || classes.includes('act')) this.none = Math.max(this.none, at + 4)
  }

  /** The outcome of a verb that tells harm, whether or not it is at work here. */
  frameLike(at: number): Outcome | null {
    for (const { entry } of this.doc.analyses[at] ?? []) {
      const outcome = this.words.harms.get(entry.lemma)
      if (outcome) return outcome
    }
    return null
  }

  /** "Between dead and wounded": the people counted before came to either. */
  between(at: number) {
    const first = this.doc.mentionAt[at]
    const second = first && this.doc.mentionAt[first.end]
    const outcomes = [first, second].map((mention) => mention && outcomeSaid(this.doc, mention))
    if (!outcomes[0] || !outcomes[1] || !second?.conjunction) return
    const before = this.doc.mentions.findLast(
      (mention) => mention.end <= at && mention.first >= at - 6 && mention.kind === 'group',
    )
    const count = before && countOf(this.doc, before)
    const number = this.doc.numbers.findLast((one) => one.end <= at - 1 && one.first >= at - 4)
    const given = count ?? (number?.kind === 'count' ? number : null)
    if (!given) return
    const words = before && count ? before : this.span(number!.first, number!.end)
    this.taken = second.end
    const taken = this.open?.loss
    if (taken) taken.rows = []
    const loss = taken ?? this.begin(at, outcomes[0]).loss
    loss.outcomes.splice(0, loss.outcomes.length, ...(outcomes as Outcome[]))
    this.push(given, words, count ? before! : null)
    this.close()
  }

  /** "Others" alone counts them; after a noun it only says that they are more of the kind. */
  other(id: string, at: number) {
    const { open } = this
    if (!open || open.part || open.definite || this.isOfNoun(open)) return
    const joined = this.isJoined(at)
    if (open.loss.rows.length ? !joined : at - open.cue > 2) return
    open.loss.others ||= !open.loss.rows.length
    this.push(id === 'other-one' ? ONE : id === 'other-two' ? TWO : SEVERAL, this.span(at, at + 1), null)
  }

  mark(key: string) {
    const { open } = this
    if (key === COMMA) this.none = -1
    if (key === '(' || key === '[') {
      this.bracket.push(open?.part ?? false)
      if (open?.loss.rows.length) open.part = true
    } else if (key === ')' || key === ']') {
      const before = this.bracket.pop() ?? false
      if (open) open.part = before
    } else if (key === '-' && open?.loss.rows.length) open.part = !open.part
    else if (key === ':' && open?.loss.rows.length) open.part = true
  }

  // ---- words that say an outcome -----------------------------------------------------------------------------------

  /** A verb, verbal noun or noun that says what people came to. True when it was one. */
  cue(at: number): boolean {
    const frame = this.frameAt.get(at)
    const mention = this.doc.mentionAt[at]
    const analysis = frame?.trigger.analysis ?? null
    // "six injuries": a noun that is counted
    if (mention?.first !== at && mention) return false
    const said = mention && outcomeSaid(this.doc, mention)
    if (said && (analysis?.form.number === 'many' || analysis?.entry.kind === 'noun')) return false
    const outcome = frame?.trigger.predicate.outcome ?? this.shyAt(at)
    if (!outcome) return false
    if (at < this.dying && outcome === 'wounded') return true
    const { open } = this
    if (open && this.rising === 'to come') {
      this.away(at)
      return true
    }
    // "ten met their deaths": the noun says again what the verb said
    if (open && analysis?.pronoun && analysis.form.part === 'masdar' && open.loss.outcomes.includes(outcome)) {
      open.loss.cues.push(at)
      return true
    }
    const together =
      open !== null &&
      !open.loss.rows.length &&
      !open.loss.people.length &&
      !open.definite &&
      at - open.cue <= 2 &&
      this.isJoined(at) &&
      !open.loss.outcomes.includes(outcome)
    if (together) {
      open.loss.outcomes.push(outcome)
      open.loss.cues.push(at)
      open.cue = at
    } else {
      this.close()
      this.begin(at, outcome)
      this.open!.loss.cues.push(at)
    }
    if (this.without >= 0 && at - this.without <= 1) {
      this.unhurt([outcome], at, at + 1)
      return true
    }
    if (frame) this.ofFrame(frame)
    return true
  }

  /**
   * A word that tells harm only in company, or that was read as another act: people, a number or "others" stand right after
   * it. What was passed over as unreal stays so.
   */
  shyAt(at: number): Outcome | null {
    if (at < this.none) return null
    const read = this.frameAt.has(at)
    for (const { entry, form, article, prep } of this.doc.analyses[at]!) {
      const outcome = read || this.words.shy.has(entry.lemma) ? this.words.harms.get(entry.lemma) : undefined
      if (!outcome || article || (!read && prep === 'to') || form.part === 'noun' || form.part === 'participle') continue
      const number = this.numberAt.get(at + 1)
      if (number?.kind === 'count' && !this.isOfThings(number)) return outcome
      if (this.doc.particles[at + 1]?.role === 'other') return outcome
      const next = this.doc.mentionAt[at + 1]
      if (next && next.first === at + 1 && !next.prep && countOf(this.doc, next)) return outcome
    }
    return null
  }

  /** People that stand before their verb, and those that an attached pronoun stands for. */
  ofFrame({ trigger }: Frame) {
    const { at, analysis, verbal, predicate } = trigger
    if (!analysis) return
    const who = this.words.pronouns.get(analysis.pronoun)
    if (analysis.entry.kind === 'noun') return
    if (who && (verbal || predicate.object === 'target')) {
      this.ofPronoun(at, who, verbal)
      return
    }
    // a verb whose object does not follow, and "came to injury"
    const undergone = verbal ? !this.takesObject(at) : analysis.article && analysis.prep === 'to'
    if (!undergone || analysis.conjunction) return
    const before = this.before(at)
    if (!before.length) return
    for (const { count, mention, words } of before) this.push(count, words, mention)
    this.open!.part = true
  }

  /** Whom it was done to stands right after the verb, or who did it. */
  takesObject(at: number): boolean {
    const next = this.doc.mentionAt[at + 1]
    if (next && next.first === at + 1 && !next.prep && !outcomeSaid(this.doc, next) && next.kind !== 'place') return true
    return this.countsAfter(at) && !(next && outcomeSaid(this.doc, next))
  }

  ofPronoun(at: number, who: string, verbal: boolean) {
    const { loss } = this.open!
    const again = this.told.some((other) => other !== loss && other.outcomes.some((outcome) => loss.outcomes.includes(outcome)))
    if (again) return
    const groups = this.doc.mentions.filter(
      ({ kind, first, end }) => kind === 'group' && first >= this.sentence.first && end <= at,
    )
    const meant = groups.findLast((group) => group.count)
    if (who === 'dual') this.push(TWO, this.span(at, at + 1), null)
    else if (who === 'mp' || who === 'fp' || verbal) {
      if (!meant) return
      this.push(meant.count!, meant, meant)
      if (verbal) this.frameAt.get(at)!.targets.push(meant)
    } else if (!this.countsAfter(at)) this.push(ONE, this.span(at, at + 1), null)
  }

  /** People or a number right after a word. */
  countsAfter(at: number): boolean {
    let next = at + 1
    while (next < this.sentence.end && ['filler', 'also', 'on'].includes(this.doc.particles[next]?.role ?? '')) next++
    const mention = this.doc.mentionAt[next]
    if (mention && mention.first === next && !mention.prep)
      return mention.kind === 'person' || countOf(this.doc, mention) !== null
    return this.numberAt.get(next)?.kind === 'count' || this.doc.particles[next]?.role === 'other'
  }

  /** The people counted before a verb that tells what came of them, those joined by "and" together. */
  before(at: number): { count: Count; mention: Mention | null; words: { from: number; to: number } }[] {
    const { doc } = this
    let found: { count: Count; mention: Mention | null; words: { from: number; to: number } }[] = []
    const start = Math.max(this.sentence.first, at - BEFORE)
    let whole = false
    for (let i = at - 1; i >= start; i--) {
      const particle = doc.particles[i]
      if (particle) {
        i = particle.first
        if (particle.role === 'part') {
          // "among them two who were killed": a part of those counted
          if (found.length && agrees(found[0]!.count, this.frameAt.get(at))) return []
          found = []
          whole = true
        } else if (['that', 'clause', 'result', 'cause', 'agent', 'relative'].includes(particle.role)) break
        continue
      }
      const mention = doc.mentionAt[i]
      if (mention) {
        i = mention.first
        const count = countOf(doc, mention)
        if (!count || mention.kind === 'person') continue
        const governor = doc.particles[mention.first - 1]?.role ?? ''
        if (mention.prep || PREPOSITIONS.has(governor)) continue
        found.unshift({ count: dual(count, this.frameAt.get(at)), mention, words: mention })
        if (mention.conjunction || (!whole && this.doc.particles[mention.first - 1]?.role === 'part')) continue
        break
      }
      const number = doc.numbers.find((one) => one.first <= i && i < one.end)
      if (number?.kind === 'count' && !found.length && at - number.end <= 2 && !this.isOfThings(number)) {
        found = [{ count: number, mention: null, words: this.span(number.first, number.end) }]
        break
      }
      if (this.frameAt.has(i) || this.isVerb(i)) break
    }
    return found
  }

  // ---- people ------------------------------------------------------------------------------------------------------

  mention(mention: Mention) {
    const outcome = outcomeSaid(this.doc, mention)
    if (outcome && HARMED.has(outcome) && this.victims(mention, outcome)) return
    if (mention.kind === 'weapon') this.away(mention.first)
    else if (mention.kind === 'person') this.person(mention)
    else if (mention.kind === 'group' || mention.kind === 'actor') this.people(mention)
  }

  /** "Three dead and some wounded": nouns that say the outcome. False where they are people like others. */
  victims(mention: Mention, outcome: Outcome): boolean {
    const { open, doc } = this
    if (mention.first < this.none && (!mention.count || mention.count.bound === 'vague' || mention.count.max === 1)) {
      this.unhurt([outcome], mention.first, mention.end)
      return true
    }
    const own = open?.loss.outcomes[0]
    if (own && !HARMED.has(own)) return false
    const last = open?.loss.rows.at(-1)
    // "three injured children", "left militants dead": it describes those just counted, or some of them
    if (last?.mention?.end === mention.first && !mention.conjunction) return true
    if (open?.part && !this.isCounted(mention)) return true
    const joined = last?.mention && last.mention.end === mention.first && mention.conjunction && outcomeSaid(doc, last.mention)
    // "twenty dead and wounded", "dozens of dead and wounded"
    if (joined && last.count.bound === 'vague' && last.mention!.definite && !this.isCounted(mention)) {
      this.begin(mention.first, outcome)
      this.push(last.count, mention, mention)
      return true
    }
    if (joined && open && mention.count?.max === 1 && last.count.min > 2) {
      open.loss.outcomes.push(outcome)
      open.loss.rows.pop()
      this.push(last.count, last.mention!, last.mention)
      return true
    }
    if ((open?.part && own === outcome) || this.isUnreal(mention.first)) return true
    const governed = this.isGoverned(mention)
    if (this.rising === 'to come') {
      this.begin(mention.first, outcome)
      this.open!.definite = true
      return true
    }
    const bare = mention.definite || !this.isCounted(mention)
    const ofNoun = open !== null && this.isOfNoun(open)
    if (!mention.count || (bare && ((!governed && !joined) || ofNoun))) {
      if (!open || open.loss.rows.length) {
        this.begin(mention.first, outcome)
        this.open!.definite = true
      }
      return true
    }
    if (open && !open.loss.rows.length && !(open.definite && this.rising !== 'told'))
      open.loss.outcomes.splice(0, open.loss.outcomes.length, outcome)
    else this.begin(mention.first, outcome)
    this.push(mention.count, mention, mention)
    // "a body was found": the noun is an act of its own
    const frame = this.frameAt.get(mention.first)
    if (frame?.trigger.predicate.outcome) this.open!.loss.cues.push(mention.first)
    return true
  }

  /** A number, and no bare plural, counts them. */
  isCounted({ first }: Mention): boolean {
    return this.numberAt.has(first) || (this.doc.tokens[first - 1]?.kind === 'mark' && this.numberAt.has(first - 1))
  }

  /** Bare victims are told of after a word of cause or harm, at the head of a sentence, or after others. */
  isGoverned({ first, conjunction }: Mention): boolean {
    if (first - this.sentence.first <= 1 || conjunction) return true
    if (this.open && !this.open.loss.rows.length && !this.open.definite) return true
    for (let at = first - 1; at >= Math.max(this.sentence.first, first - 4); at--) {
      const particle = this.doc.particles[at]
      if (particle?.role === 'result' || particle?.role === 'doubt') return true
      if (!particle && this.doc.analyses[at]!.some(({ entry }) => TELLS.has(entry.class) || this.words.tells.has(entry.lemma))) return true
    }
    return false
  }

  /** Feared, prevented or asked about: it did not happen. */
  isUnreal(at: number): boolean {
    for (let i = at - 1; i >= Math.max(this.sentence.first, at - 7); i--) {
      const role = this.doc.particles[i]?.role
      if (role === 'unreal') return true
      if (role === 'clause') return false
      if (this.doc.analyses[i]!.some(({ entry, form }) => entry.class === 'intend' && form.part !== 'noun')) return true
    }
    return false
  }

  people(mention: Mention) {
    const { open } = this
    if (!open || this.isDoer(mention) || this.isNext(mention.end)) return
    if (this.rising === 'to come') return
    const count = mention.definite && !mention.count ? this.definite(mention) : countOf(this.doc, mention)
    if (!count || (this.isOfNoun(open) && !this.numberAt.has(mention.first))) return
    // "ten of the group's fighters and commanders": the second noun belongs to the first
    const bare = !this.numberAt.has(mention.first) && count.bound === 'vague'
    if (bare && mention.conjunction && open.loss.rows.at(-1)?.mention?.code === 'fighters' && isFighters(mention)) return
    this.take(count, mention, mention.first, mention.conjunction, mention)
  }

  /** "The soldier" is one; the soldier by his name is counted by it. */
  definite(mention: Mention): Count | null {
    const noun = nounOfPeople(this.doc, mention.first)
    if (!noun) return null
    if (noun.form.number === 'one' && this.personAfter(mention.end)) {
      if (this.open && (mention.conjunction || this.afterComma(mention.first))) this.open.plus = true
      return null
    }
    const near = mention.first - this.open!.cue <= 3 || mention.conjunction
    return near ? countOfNoun(this.doc, mention.first, noun) : null
  }

  /** "A massacre": a noun that counts nobody by what stands around it. */
  isOfNoun({ loss }: Open): boolean {
    const at = loss.cues.at(-1)
    return at !== undefined && this.frameAt.get(at)?.trigger.analysis?.entry.kind === 'noun'
  }

  personAfter(at: number): boolean {
    for (let i = at; i <= at + 2; i++) if (this.doc.mentionAt[i]?.kind === 'person') return true
    return false
  }

  /** A noun for an official or a reporter right after the word of harm: one of them. */
  role(at: number) {
    const { open } = this
    if (!open || open.loss.rows.length || open.definite || open.far !== 'no' || at - open.cue > 3) return
    const noun = nounOfPeople(this.doc, at)
    if (noun?.entry.class !== 'role' || this.personAfter(at + 1) || this.isOfNoun(open)) return
    const count = countOfNoun(this.doc, at, noun)
    if (count) this.push(count, this.span(at, at + 1), null)
  }

  person(mention: Mention) {
    const { open } = this
    if (!open || this.doc.speakerAt[mention.first])
      return
    const { loss, part, named, plus } = open
    const outcome = loss.outcomes[0]!
    const joined = mention.conjunction || plus || this.afterComma(mention.first)
    if (loss.rows.length && !joined && !named && !part && this.isFar(mention.first)) return
    if (!loss.rows.length && !loss.people.length && !named && !open.definite && mention.first - open.cue > NAME_REACH) return
    loss.people.push({ mention, outcome })
    const last = loss.rows.at(-1)
    if (part || named || open.definite || (last && !joined)) {
      open.named = true
      return
    }
    // the first of a list after "the civilians": they are who was counted
    if (last && last.mention && last.mention.kind !== 'person' && !plus && !mention.conjunction) {
      open.named = true
      return
    }
    this.push(ONE, mention, mention)
    open.plus = false
  }

  /** Past the people that were counted, another name is no name of theirs. */
  isFar(at: number): boolean {
    const last = this.open?.loss.rows.at(-1)?.mention
    return last !== null && last !== undefined && at - last.end > 6
  }

  number(number: NumberMention) {
    const { open } = this
    if (!open || open.part || number.kind !== 'count' || this.isNext(number.end) || this.isOfThings(number)) return
    if (this.rising === 'to come') return
    const { first, end } = number
    const others = this.doc.particles[end]?.role === 'other' || this.doc.particles[end + 1]?.role === 'other'
    const near = first - open.cue <= 2
    if (open.definite ? this.rising !== 'told' : !near && !others && !this.isJoined(first)) return
    if (others && !open.loss.rows.length) open.loss.others = true
    this.take(number, this.span(first, end), first, this.isJoined(first), null)
  }

  take(count: Count, words: { from: number; to: number }, first: number, joined: boolean, mention: Mention | null) {
    const { open } = this
    if (!open) return
    const { rows } = open.loss
    const from = this.doc.particles[first - 1]?.role ?? ''
    if (!rows.length) {
      if (open.definite && this.rising !== 'told') return
      const counted = this.numberAt.has(first) || open.far === 'noun'
      if (open.far !== 'no' && !open.definite && (!counted || mention?.prep || PREPOSITIONS.has(from))) return
      this.push(count, words, mention)
      return
    }
    const whole = rows.filter(({ part }) => !part)
    if (open.part) {
      if (whole.length === open.loss.outcomes.length)
        rows.push({ ...this.made(open.loss.outcomes[0]!, count, words, mention), part: true })
      return
    }
    const listed = this.afterComma(first) && whole.at(-1)?.mention?.end === first - 1
    if (!joined && !open.plus && !listed) return
    open.plus = false
    this.push(count, words, mention)
  }

  push(count: Count, words: { from: number; to: number }, mention: Mention | null) {
    const { loss } = this.open!
    const given = shared(count, loss.outcomes.length)
    for (const outcome of loss.outcomes) loss.rows.push(this.made(outcome, given, words, mention))
  }

  made(
    outcome: Outcome,
    { min, max, bound }: Count,
    { from, to }: { from: number; to: number },
    mention: Mention | null,
  ): Harm {
    const cumulative = this.rising === 'told'
    const { index: sentence } = this.sentence
    // "four were killed and five others injured": the others are apart from those of the same breath
    const others = this.open!.loss.others && this.told[0] === this.open!.loss
    return { outcome, mention, count: { min, max, bound }, from, to, sentence, part: false, others, cumulative }
  }

  unhurt(outcomes: readonly Outcome[], first: number, end: number) {
    this.close()
    for (const outcome of outcomes) {
      const { loss } = this.begin(first, outcome)
      loss.rows.push(this.made(outcome, NONE, this.span(first, end), null))
    }
    this.close()
  }

  // ---- where it begins and ends ------------------------------------------------------------------------------------

  begin(at: number, outcome: Outcome): Open {
    const loss: Loss = {
      first: at,
      cues: [],
      sentence: this.sentence.index,
      outcomes: [outcome],
      rows: [],
      people: [],
      others: false,
    }
    this.told.push(loss)
    this.open = { loss, cue: at, part: false, far: 'no', plus: false, named: false, definite: false }
    return this.open
  }

  close() {
    this.open = null
    if (this.rising === 'told') this.rising = 'no'
  }

  /** Another act, cause or doer is told: it ends the people already counted, else they may still follow. */
  away(at: number) {
    const verb = this.isVerb(at)
    if (verb && at > this.denies) this.none = -1
    if (!this.open) return
    const { loss } = this.open
    if (loss.rows.length || loss.people.length) this.close()
    else if (verb || this.open.far === 'no') this.open.far = verb ? 'verb' : 'noun'
  }

  // ---- what may be asked of a token --------------------------------------------------------------------------------

  isVerb(at: number): boolean {
    const analyses = this.doc.analyses[at] ?? []
    return (
      analyses.some(
        ({ entry, form, article }) => entry.kind === 'verb' && !article && (form.part === 'past' || form.part === 'imperfect'),
      ) && !analyses.some(({ entry }) => entry.kind === 'noun')
    )
  }

  /** Written with "and", in one word or as a token before it. */
  isJoined(at: number): boolean {
    const { tokens, analyses, knowledge } = this.doc
    const key = tokens[at]!.key
    if (this.words.joins.includes(tokens[at - 1]?.key ?? '')) return true
    if (analyses[at]!.some(({ conjunction }) => conjunction)) return true
    const spelled = knowledge.calendar.numerals.words.get(key)?.[0]?.proclitic ?? ''
    if (spelled.startsWith('and')) return true
    return (
      this.doc.particles[at] !== null && this.words.joins.some((join) => key.startsWith(join) && key.length > join.length + 2)
    )
  }

  afterComma(at: number): boolean {
    return this.doc.tokens[at - 1]?.key === COMMA
  }

  /** The words before a verb that tells another outcome are the people of that verb. */
  isNext(end: number): boolean {
    for (let at = end; at <= end + 2; at++) {
      const trigger = this.frameAt.get(at)?.trigger
      if (trigger) {
        const joined = trigger.analysis?.conjunction ?? false
        return trigger.verbal && !joined && trigger.predicate.outcome !== null && many(trigger.analysis)
      }
      if (this.doc.particles[at] || this.doc.tokens[at]?.kind !== 'word') return false
    }
    return false
  }

  isDoer(mention: Mention): boolean {
    return this.open!.loss.cues.some((at) => this.frameAt.get(at)?.perpetrators.includes(mention))
  }

  /** A number of things, places or hours. */
  isOfThings({ first, end }: NumberMention): boolean {
    const unit = this.doc.tokens[end]?.kind === 'word' ? end : null
    if (this.doc.times.some((time) => time.first <= first && first < time.end)) return true
    if (unit === null) return false
    const mention = this.doc.mentionAt[unit]
    if (mention)
      return mention.kind !== 'group' && mention.kind !== 'person' && mention.kind !== 'actor' && !mention.prep
    return (
      !this.doc.particles[unit] &&
      !this.frameAt.has(unit) &&
      (this.doc.analyses[unit]!.some(
        ({ entry, prep, pronoun, conjunction }) =>
          entry.kind === 'noun' && !PEOPLE_CLASSES.has(entry.class) && prep === '' && pronoun === '' && !conjunction,
      ) ||
        this.doc.knowledge.calendar.words.get(this.doc.tokens[unit]!.key)?.some(({ role }) => role.startsWith('unit')) === true)
    )
  }

  span(first: number, end: number) {
    return toOriginal(this.doc.folded, this.doc.tokens[first]!.at, this.doc.tokens[end - 1]!.until)
  }
}

const PEOPLE_CLASSES: ReadonlySet<string> = new Set(['people', 'fighters', 'victims', 'relation'])

const many = (analysis: Analysis | null): boolean =>
  analysis !== null && (analysis.form.person === 'mp' || analysis.form.person === 'fp' || analysis.form.person === 'dual')

/** "Two soldiers were killed" in a verb of the dual, whose noun is written like the plural. */
const dual = (count: Count, frame: Frame | undefined): Count =>
  count.bound === 'vague' && frame?.trigger.analysis?.form.person === 'dual' ? TWO : count

/** Two of whom the verb speaks in the dual, one in the singular. */
const agrees = ({ min, max }: Count, frame: Frame | undefined): boolean => {
  const person = frame?.trigger.analysis?.form.person
  if (person === 'dual') return min === 2
  return person === 'mp' || person === 'fp' ? max !== 1 && !(min === 2 && max === 2) : max === 1
}

const isFighters = ({ kind, code }: Mention): boolean => kind === 'actor' || code === 'fighters'

function outcomeSaidAt(doc: Input, at: number): Outcome | null {
  const mention = doc.mentionAt[at]
  return mention ? outcomeSaid(doc, mention) : null
}
