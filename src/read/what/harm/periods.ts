import type { Clause, Doc, Frame } from '../../doc.ts'
import { COMMA } from '../../letters/tokens.ts'
import type { Loss } from './loss.ts'

type Input = Pick<Doc, 'numbers' | 'knowledge' | 'tokens' | 'sentences' | 'analyses' | 'particles' | 'clauseAt'>

/** Units of a length of time that is no single act any more. */
const LONG: ReadonlySet<string> = new Set(['week', 'month', 'year'])
const SHORT: ReadonlySet<string> = new Set(['day', 'hour', 'minute'])
const UNITS: ReadonlySet<string> = new Set(['unit', 'units', 'unit-counted', 'unit-two'])
/** Words of the day after "since": it began only now. */
const RECENT: ReadonlySet<string> = new Set(['offset', 'part', 'part-adverb', 'weekday'])
/** A unit stands at most this many tokens after "since" or "in the course of". */
const UNIT_REACH = 4
/** So many dead came of a war, not of an act. */
const OF_A_WAR = 1000

/** A figure over weeks, months or years, or one so large that it is tied to no single act. `act` is what it would be given to. */
export function isOverPeriod(doc: Input, loss: Loss, act: Frame | null): boolean {
  if (!loss.rows.length || loss.rows.some(({ count }) => count.max === 0)) return false
  if (act && isSingle(doc, act)) return false
  if (act && act.trigger.sentence === loss.sentence && isAdded(doc, act)) return true
  const cue = loss.cues[0] ?? loss.first
  const clause = doc.clauseAt[cue]!
  // "campaigns since the spring, which killed 20": the period stands by the act
  const by =
    act && act.trigger.sentence === loss.sentence ? doc.clauseAt[act.trigger.at]! : (clauseBefore(doc, clause) ?? clause)
  // "raids since the spring … and until now five were killed"
  const now = doc.particles.slice(clause.first, clause.end).some((particle) => particle?.id === 'so-far')
  const all = now ? [doc.sentences[loss.sentence]!] : [clause, by]
  for (const { first, end } of new Set<Clause>(all))
    for (let at = first; at < end; at++) if (isLong(doc, at, end, act?.trigger.at ?? -1) && !isAside(doc, cue, at)) return true
  return act === null && loss.rows.some(({ count }) => count.min >= OF_A_WAR)
}

/** The clause that a clause of result leans on: "eleven raids since the start of the month, which led to". */
function clauseBefore(doc: Input, { first }: Clause): Clause | null {
  const leans = doc.particles[first]?.role === 'result' || doc.analyses[first]!.some(({ entry }) => entry.class === 'cause')
  return leans ? (doc.clauseAt[first - 2] ?? null) : null
}

/** "The number of strikes rose to forty": what they cost is told of all of them. */
const isAdded = (doc: Input, { trigger }: Frame): boolean => doc.particles[trigger.at - 1]?.role === 'rising'

/** One strike or blast: its dead are its own, whenever it was. */
function isSingle(doc: Input, { trigger }: Frame): boolean {
  if (trigger.verbal || !trigger.analysis) return true
  // "eleven operations"
  if (doc.numbers.some(({ end, min }) => end === trigger.at && min > 1)) return false
  return trigger.analysis.form.number === 'one' && trigger.analysis.form.part === 'noun' && !trigger.analysis.article
}

/** "Who has held the town for a year" between the two says nothing of the figure. */
function isAside(doc: Input, cue: number, at: number): boolean {
  let aside = false
  for (let i = Math.min(cue, at) + 1; i < Math.max(cue, at); i++) {
    if (doc.particles[i]?.role === 'relative') aside = true
    // a comma ends what was said besides, where the figure follows
    if (doc.tokens[i]!.key === COMMA && at < cue) aside = false
  }
  return aside
}

/** "Since the beginning of the year", "in the course of a month", "in thirty years". */
function isLong(doc: Input, at: number, end: number, act: number): boolean {
  const { words } = doc.knowledge.calendar
  const span = words.get(doc.tokens[at]!.key)?.find(({ role, rest }) => role === 'span' && follows(doc, at, rest))
  const counted = doc.particles[at]?.role === 'in' && doc.particles[at]!.first === at
  if (!counted && span?.code !== 'since' && span?.code !== 'during') return false
  let since = span?.code === 'since'
  const from = at + 1 + (span?.rest.length ?? 0)
  for (let i = from; i < Math.min(end, from + UNIT_REACH); i++) {
    const said = (words.get(doc.tokens[i]!.key) ?? []).filter(({ rest }) => follows(doc, i, rest))
    const unit = said.find(({ role }) => UNITS.has(role))
    // "in a week of raids": the raids are what it came of
    if (unit && doc.particles[i + 1]?.id === 'from' && act === i + 2) return false
    if (unit && LONG.has(unit.code)) return !counted || (i > from && unit.role !== 'unit')
    if ((unit && SHORT.has(unit.code)) || said.some(({ role }) => RECENT.has(role))) since = false
    if (counted && i > from) return false
  }
  return since
}

const follows = (doc: Input, at: number, rest: readonly string[]): boolean =>
  rest.every((key, i) => doc.tokens[at + 1 + i]?.key === key)
