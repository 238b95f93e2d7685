import type { Span } from '../../../model/span.ts'
import type { Count, Mention, NumberMention, Particle } from '../../doc.ts'
import { belongsToNext, isAfterComma, isJoined, isNamed, isOfThings, PREPOSITIONS } from './around.ts'
import { countOf, countOfNoun, nounOfPeople, ONE, SEVERAL, TWO } from './counts.ts'
import type { Ledger, Open } from './ledger.ts'

/** The first of those harmed is named within this many tokens after the word that tells it. */
const NAME_REACH = 8
/** A name this many tokens after the people counted is no name of theirs. */
const NAME_FAR = 6

/** People, as a noun or a number counts them. */
export function hearPeople(ledger: Ledger, mention: Mention) {
  const { open, scope } = ledger
  if (!open || ledger.rising === 'to come' || isDoer(ledger, open, mention) || belongsToNext(scope, mention.end)) return
  const counted = scope.numberAt.has(mention.first)
  const count =
    mention.definite && !mention.count
      ? definite(ledger, open, mention)
      : (countOf(scope.doc, mention) ?? foreigner(ledger, open, mention))
  if (!count || (isOfNoun(ledger, open) && !counted)) return
  // "ten of the group's fighters and commanders": the second noun belongs to the first
  const belongs = !counted && count.bound === 'vague' && mention.conjunction && isFighters(mention)
  if (belongs && open.loss.rows.at(-1)?.mention?.code === 'fighters') return
  // "four officers of the rank of colonel and captain": joined to what is not counted
  const joined = mention.conjunction && ledger.passed !== mention.first
  if (!take(ledger, count, mention, mention.first, joined, mention)) ledger.passed = mention.end
}

const isFighters = ({ kind, code }: Mention): boolean => kind === 'actor' || code === 'fighters'

/** The verb says that they did it. */
const isDoer = ({ scope }: Ledger, { loss }: Open, mention: Mention): boolean =>
  loss.cues.some((at) => {
    const frame = scope.frameAt.get(at)
    return frame?.trigger.verbal === true && frame.perpetrators.includes(mention)
  })

/** "A massacre": a noun that counts nobody by the nouns around it. */
export function isOfNoun({ scope }: Ledger, { loss }: Open): boolean {
  const at = loss.cues.at(-1)
  return at !== undefined && scope.frameAt.get(at)?.trigger.analysis?.entry.kind === 'noun'
}

/** "The soldier" is one; the soldier by his name is counted by it. */
function definite({ scope }: Ledger, open: Open, mention: Mention): Count | null {
  const noun = nounOfPeople(scope.doc, mention.first)
  if (!noun) return null
  if (noun.form.number === 'one' && isNamed(scope, mention.end)) {
    if (mention.conjunction || isAfterComma(scope, mention.first)) open.plus = true
    return null
  }
  const near = mention.first - open.cue <= 3 || mention.conjunction
  return near ? countOfNoun(scope.doc, mention.first, noun) : null
}

/** "The death of a Turk": a party's adjective that names one of its people, right after the word of harm. */
function foreigner({ scope }: Ledger, { cue }: Open, { first }: Mention): Count | null {
  const noun = nounOfPeople(scope.doc, first)
  if (first !== cue + 1 || noun?.entry.class !== 'nation') return null
  // "a Turk" in the accusative is spelled like "Turkey"
  const spelled = noun.form.number !== 'one' || scope.doc.tokens[first]!.key === noun.entry.lemma
  return spelled ? countOfNoun(scope.doc, first, noun) : null
}

/** A noun for an official, a reporter or a foreigner right after the word of harm. */
export function hearNoun(ledger: Ledger, at: number) {
  const { open, scope } = ledger
  if (!open || open.loss.rows.length || open.definite || open.far !== 'no' || isOfNoun(ledger, open)) return
  const noun = nounOfPeople(scope.doc, at)
  const reach = noun?.entry.class === 'role' ? 3 : noun?.entry.class === 'nation' && !noun.article ? 1 : 0
  if (!noun || at - open.cue > reach || isNamed(scope, at + 1)) return
  const count = countOfNoun(scope.doc, at, noun)
  if (count) ledger.push(count, ledger.span(at, at + 1), null)
}

/** "One of the informers": one, whatever the noun, unless it is of things. */
export function hearOneOf(ledger: Ledger, { first, end }: Particle) {
  const { open, scope } = ledger
  const next = scope.doc.mentionAt[end]
  if (end >= scope.doc.tokens.length) return
  if (!open || open.definite || open.part || (next && next.kind !== 'actor')) return
  const { rows } = open.loss
  if (rows.length ? !isJoined(scope, first) : first - open.cue > 2) return
  if (!scope.doc.analyses[end]?.some(({ entry }) => entry.kind === 'noun' && THINGS.has(entry.class)))
    ledger.push(ONE, ledger.span(first, end + 1), null)
}

const THINGS: ReadonlySet<string> = new Set(['facility', 'place', 'loss', 'unit'])

/** A number without a noun: "four were wounded", "fifteen others". */
export function hearNumber(ledger: Ledger, number: NumberMention) {
  const { open, scope } = ledger
  if (!open || open.part || ledger.rising === 'to come') return
  const { first, end } = number
  // "two were killed and a third wounded"
  if (number.kind === 'ordinal' && first === open.cue + 1 && !open.loss.rows.length)
    ledger.push(ONE, ledger.span(first, end), null)
  if (number.kind !== 'count') return
  if (belongsToNext(scope, end) || isOfThings(scope, number)) return
  const { particles } = scope.doc
  const others = particles[end]?.role === 'other' || particles[end + 1]?.role === 'other'
  const joined = isJoined(scope, first)
  if (open.definite ? ledger.rising !== 'told' : first - open.cue > 2 && !others && !joined) return
  if (others && !open.loss.rows.length) open.loss.others = true
  take(ledger, number, ledger.span(first, end), first, joined, null)
}

/** "Others" alone counts them; after a noun it only says that they are more of the kind. */
export function hearOthers(ledger: Ledger, id: string, at: number) {
  const { open, scope } = ledger
  if (!open || open.part || open.definite || isOfNoun(ledger, open)) return
  if (open.loss.rows.length ? !isJoined(scope, at) : at - open.cue > 2) return
  open.loss.others ||= !open.loss.rows.length
  ledger.push(id === 'other-one' ? ONE : id === 'other-two' ? TWO : SEVERAL, ledger.span(at, at + 1), null)
}

/** Counts people where the words before let them be counted: the first, those joined to them, or a part of them. */
function take(ledger: Ledger, count: Count, words: Span, first: number, joined: boolean, mention: Mention | null): boolean {
  const { scope } = ledger
  const open = ledger.open!
  const { rows, outcomes } = open.loss
  if (!rows.length) {
    if (open.definite && ledger.rising !== 'told') return false
    const governed = mention?.prep || PREPOSITIONS.has(scope.doc.particles[first - 1]?.role ?? '')
    const heard = open.far === 'no' || (!governed && (open.far === 'noun' || scope.numberAt.has(first)))
    if (!heard && !open.definite) return false
    ledger.push(count, words, mention)
    return true
  }
  const whole = rows.filter(({ part }) => !part)
  if (open.part) {
    if (whole.length === outcomes.length) rows.push({ ...ledger.row(outcomes[0]!, count, words, mention), part: true })
    return true
  }
  const listed = isAfterComma(scope, first) && whole.at(-1)?.mention?.end === first - 1
  if (!joined && !open.plus && !listed) return false
  open.plus = false
  ledger.push(count, words, mention)
  return true
}

/** Somebody by name: one more of those harmed, or the name of one who is counted already. */
export function hearPerson(ledger: Ledger, mention: Mention) {
  const { open, scope } = ledger
  if (!open || scope.doc.speakerAt[mention.first]) return
  const { loss, part, named, plus } = open
  const last = loss.rows.at(-1)
  const joined = mention.conjunction || plus || isAfterComma(scope, mention.first)
  if (last && !joined && !named && !part && last.mention && mention.first - last.mention.end > NAME_FAR) return
  const far = !last && !loss.people.length && !named && !open.definite && mention.first - open.cue > NAME_REACH
  if (far) return
  loss.people.push({ mention, outcome: loss.outcomes[0]! })
  // the first of a list after "the two civilians": they are who was counted
  const counted = last?.mention && last.mention.kind !== 'person' && !plus && !mention.conjunction
  if (part || named || open.definite || counted || (last && !joined)) {
    open.named = true
    return
  }
  ledger.push(ONE, mention, mention)
  open.plus = false
}
