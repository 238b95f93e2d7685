import type { Span } from '../../../model/span.ts'
import type { Outcome } from '../../../model/types.ts'
import type { Count, Frame, Mention } from '../../doc.ts'
import { countsAfter, isJoined, isMany, isOfThings, isVerb, PREPOSITIONS, type Scope, takesObject } from './around.ts'
import { countOf, ONE, outcomeSaid, TWO } from './counts.ts'
import type { Ledger, Open } from './ledger.ts'

/** People harmed are named before their verb within this many tokens. */
const BEFORE = 14
/** Particles that part a verb from what stands before it. */
const PARTS: ReadonlySet<string> = new Set(['that', 'clause', 'result', 'cause', 'agent', 'relative'])

/** A verb or verbal noun that says what people came to. True when it was one. */
export function hearCue(ledger: Ledger, at: number): boolean {
  const { open, scope } = ledger
  const frame = scope.frameAt.get(at)
  const mention = scope.doc.mentionAt[at]
  const analysis = frame?.trigger.analysis ?? null
  // "six injuries", "a body": nouns that are counted
  if (mention && mention.first !== at) return false
  const noun = mention !== null && mention !== undefined && outcomeSaid(scope.doc, mention) !== null
  if (noun && (analysis?.form.number === 'many' || analysis?.entry.kind === 'noun')) return false
  // "his family" is spelled like "his capture"
  if (mention && !noun && analysis?.pronoun) return false
  const outcome = frame?.trigger.predicate.outcome ?? shyAt(ledger, at)
  if (!outcome) return false
  if (at < ledger.dying && outcome === 'wounded') return true
  if (open && ledger.rising === 'to come') {
    ledger.away(at)
    return true
  }
  // "ten met their deaths": the noun says again what the verb said
  if (open && analysis?.pronoun && !frame?.trigger.verbal && open.loss.outcomes.includes(outcome)) {
    open.loss.cues.push(at)
    return true
  }
  if (frame?.trigger.verbal) ledger.none = -1
  if (isTogether(ledger, at, outcome)) {
    open!.loss.outcomes.push(outcome)
    open!.cue = at
  } else if (open && isAlso(ledger, open, at, outcome)) {
    shareOut(ledger, open, outcome)
    return true
  } else {
    ledger.close()
    ledger.begin(at, outcome)
  }
  ledger.open!.loss.cues.push(at)
  if (ledger.without >= 0 && at - ledger.without <= 1) ledger.unhurt([outcome], at, at + 1)
  else if (frame) countOfFrame(ledger, frame)
  return true
}

/** "Killed and injured": one number is to come for both. */
const isTogether = ({ open, scope }: Ledger, at: number, outcome: Outcome): boolean =>
  open !== null &&
  !open.loss.rows.length &&
  !open.loss.people.length &&
  !open.definite &&
  at - open.cue <= 2 &&
  isJoined(scope, at) &&
  !open.loss.outcomes.includes(outcome)

/** "Ten fighters were killed and injured": the people before the first verb came to either. */
const isAlso = ({ scope }: Ledger, { loss, cue, part }: Open, at: number, outcome: Outcome): boolean =>
  part &&
  at - cue === 1 &&
  scope.frameAt.get(at)?.trigger.verbal === true &&
  isJoined(scope, at) &&
  !takesObject(scope, at) &&
  !loss.outcomes.includes(outcome)

function shareOut(ledger: Ledger, { loss }: Open, outcome: Outcome) {
  const counted = loss.rows.splice(0)
  loss.outcomes.push(outcome)
  for (const row of counted) ledger.push(row.count, row, row.mention)
}

/** The outcome of a verb that tells harm, whether or not it is at work here. */
export function harmOf({ doc, words }: Scope, at: number): Outcome | null {
  for (const { entry } of doc.analyses[at] ?? []) {
    const outcome = words.harms.get(entry.lemma)
    if (outcome) return outcome
  }
  return null
}

/**
 * A word that tells harm only in company, or that was read as another act: people, a number or "others" stand right after
 * it. What was passed over as unreal stays so.
 */
function shyAt({ scope, none }: Ledger, at: number): Outcome | null {
  if (at < none) return null
  const { doc, words, frameAt, numberAt } = scope
  const read = frameAt.has(at)
  for (const { entry, form, article, prep } of doc.analyses[at]!) {
    const outcome = read || words.shy.has(entry.lemma) ? words.harms.get(entry.lemma) : undefined
    if (!outcome || article || (!read && prep === 'to') || form.part === 'noun' || form.part === 'participle') continue
    const number = numberAt.get(at + 1)
    if (number?.kind === 'count' && !isOfThings(scope, number)) return outcome
    if (['other', 'names'].includes(doc.particles[at + 1]?.role ?? '')) return outcome
    const next = doc.mentionAt[at + 1]
    if (next && next.first === at + 1 && !next.prep && countOf(doc, next)) return outcome
  }
  return null
}

/** People that stand before their verb, and those that an attached pronoun stands for. */
function countOfFrame(ledger: Ledger, { trigger }: Frame) {
  const { scope } = ledger
  const { at, analysis, verbal, predicate } = trigger
  if (!analysis || analysis.entry.kind === 'noun') return
  const who = scope.words.pronouns.get(analysis.pronoun)
  if (who && (verbal || predicate.object === 'target')) {
    countOfPronoun(ledger, at, who, verbal)
    return
  }
  // a verb whose object does not follow, and "came to injury"
  const undergone = verbal ? !takesObject(scope, at) : analysis.article && analysis.prep === 'to'
  if (!undergone || analysis.conjunction) return
  const people = peopleBefore(ledger, at)
  for (const { count, mention, words } of people) ledger.push(count, words, mention)
  if (!people.length) return
  ledger.open!.part = true
  nameBefore(ledger, people[0]!)
}

/** "A, his wife B and their son C, three civilians, were killed". */
function nameBefore({ scope, sentence, open }: Ledger, { mention }: Counted) {
  if (!mention) return
  const { loss } = open!
  for (let i = mention.first - 1; i >= sentence.first; i--) {
    const named = scope.doc.mentionAt[i]
    if (named) i = named.first
    if (named?.kind === 'person') loss.people.unshift({ mention: named, outcome: loss.outcomes[0]! })
    else if (named ? named.kind !== 'group' : scope.doc.tokens[i]!.kind === 'word') return
  }
}

function countOfPronoun(ledger: Ledger, at: number, who: string, verbal: boolean) {
  const { scope, sentence, told } = ledger
  const { loss } = ledger.open!
  if (told.some((other) => other !== loss && other.outcomes.some((outcome) => loss.outcomes.includes(outcome)))) return
  const meant = scope.doc.mentions.findLast(
    ({ kind, first, end, count }) => kind === 'group' && first >= sentence.first && end <= at && count !== null,
  )
  if (who === 'dual') ledger.push(TWO, ledger.span(at, at + 1), null)
  else if (who === 'mp' || who === 'fp' || verbal) {
    if (!meant) return
    ledger.push(meant.count!, meant, meant)
    if (verbal) scope.frameAt.get(at)!.targets.push(meant)
  } else if (!countsAfter(scope, at)) ledger.push(ONE, ledger.span(at, at + 1), null)
}

type Counted = { readonly count: Count; readonly mention: Mention | null; readonly words: Span }

/** The people counted before a verb that tells what came of them, those joined by "and" together. */
function peopleBefore(ledger: Ledger, at: number): readonly Counted[] {
  const { scope, sentence } = ledger
  const { doc, frameAt } = scope
  const verb = frameAt.get(at)!
  let found: Counted[] = []
  let whole = false
  for (let i = at - 1; i >= Math.max(sentence.first, at - BEFORE); i--) {
    const particle = doc.particles[i]
    const mention = doc.mentionAt[i]
    if (particle) {
      i = particle.first
      if (particle.role === 'part') {
        // "among them two who were killed": a part of those counted
        if (found.length && agrees(found[0]!.count, verb)) return []
        found = []
        whole = true
      } else if (PARTS.has(particle.role)) break
    } else if (mention) {
      i = mention.first
      const count = countOf(doc, mention)
      const before = doc.particles[mention.first - 1]?.role ?? ''
      if (!count || mention.kind === 'person' || mention.prep || PREPOSITIONS.has(before)) continue
      found.unshift({ count: isDual(count, verb) ? TWO : count, mention, words: mention })
      if (!mention.conjunction && (whole || before !== 'part')) break
    } else {
      const number = doc.numbers.find((one) => one.first <= i && i < one.end)
      if (number?.kind === 'count' && !found.length && at - number.end <= 2 && !isOfThings(scope, number))
        return [{ count: number, mention: null, words: ledger.span(number.first, number.end) }]
      if (frameAt.has(i) || isVerb(scope, i)) break
    }
  }
  return found
}

/** "Two soldiers were killed" in a verb of the dual, whose noun is written like the plural. */
const isDual = ({ bound }: Count, { trigger }: Frame): boolean => bound === 'vague' && trigger.analysis?.form.person === 'dual'

/** The verb speaks of so many. */
function agrees({ min, max }: Count, { trigger }: Frame): boolean {
  const person = trigger.analysis?.form.person
  if (person === 'dual') return min === 2
  return isMany(trigger.analysis) ? max !== 1 && !(min === 2 && max === 2) : max === 1
}
