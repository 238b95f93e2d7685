import type { Doc, Frame, TimeMention } from '../doc.ts'
import { type Day, dayOf, lastDay } from './days.ts'
import { type Moment, SAYS } from './moments.ts'

type Input = Pick<Doc, 'tokens' | 'sentences' | 'analyses' | 'verbAt' | 'particles' | 'clauseAt' | 'times'>

/** An act of so many days ago is news even where the text goes back to it. */
const FRESH = 3
/** An act of more days ago than this is no news. */
const STALE = 5
/** A span of no more days than this is told for its end. */
const WEEK = 7
/** Words that lead to an act stand at most this many tokens before it. */
const LEADS = 6
/** A verb this near to the word that opens a relative clause is that clause's own. */
const OWN = 2

/** What a sentence opens with that puts its acts in the past or makes them context, and from which token on. */
export type Opening = { readonly rule: string; readonly from: number; readonly end: number }

/** Acts that others come out of: "after clashes they took the hill" tells both. */
const LEADING: ReadonlySet<string> = new Set([
  'armed clash',
  'government regains territory',
  'non-state actor overtakes territory',
  'change to group/activity',
  'displacement',
])

/** The way in which the sentence opens: it recalls, had, describes a state of things, or says what the news comes after. */
export function openingOf(doc: Input, sentence: number): Opening | null {
  const { first, end } = doc.sentences[sentence]!
  for (let at = first; at < Math.min(first + 3, end); at++) {
    const particle = doc.particles[at]
    if (particle?.id === 'recall' || particle?.id === 'past-was') return { rule: particle.id, from: particle.end, end }
    const verb = doc.verbAt[at]?.analysis
    if (!verb) continue
    if (verb.entry.class === 'come') return comesAfter(doc, at + 1, end)
    const state = verb.form.part === 'imperfect' && !SAYS.has(verb.entry.class) && at === first
    if (!state || doc.analyses[at]!.some(({ form }) => form.part === 'past')) return null
    return { rule: 'state', from: at, end: doc.clauseAt[at]!.end }
  }
  return null
}

/** "comes after …", "came amid …": what stands after the first such word is context. */
function comesAfter(doc: Input, from: number, end: number): Opening | null {
  if (doc.particles[from]?.role === 'in') return null
  for (let at = from; at < end; at++) {
    const particle = doc.particles[at]
    if (!particle || !(CONNECTS.has(particle.role) || particle.id === 'clause-when')) continue
    // "hours after": still of the day
    const hours = doc.times.some(({ first, kind, known }) => first === at && kind === 'duration' && known.includes('time'))
    return hours ? null : { rule: 'comes', from: at, end }
  }
  return null
}

const CONNECTS: ReadonlySet<string> = new Set(['after', 'before', 'context', 'ongoing', 'against', 'cause', 'on'])

/** Why an act is background, as the id of a rule; null for news. */
export function pastOf(
  doc: Input,
  frame: Frame,
  moment: Moment | null,
  opening: Opening | null,
  today: Day | null,
): string | null {
  const { at, verbal } = frame.trigger
  const clause = doc.clauseAt[at]!
  if (moment?.counted) return 'counted-back'
  const age = moment && ageOf(moment.time, today)
  if (moment && age === null && isOld(doc, moment.time, today)) return 'old'
  if (age !== null && age > STALE) return 'old'
  if (age !== null ? age < FRESH : moment && isFresh(doc, moment.time, today)) return null
  if (opening && at >= opening.from && at < opening.end) return opening.rule
  for (let i = clause.first; i < at; i++) if (doc.particles[i]?.id === 'past-was' && i < clause.first + 3) return 'past-was'
  for (let i = at - 1; i >= Math.max(clause.first, at - LEADS); i--) {
    const particle = doc.particles[i]
    if (!particle) continue
    // "after they had taken it"
    if (particle.role === 'that' && doc.particles[i - 1]?.role === 'after') return doc.particles[i - 1]!.id
    if (particle.role === 'that') break
    if (
      particle.role === 'past' ||
      particle.role === 'ongoing' ||
      particle.id === 'still' ||
      particle.role === 'context' ||
      particle.id === 'since'
    )
      return particle.id
    if (particle.role === 'after' && (verbal ? at - i === 1 : at - i <= 3 && !LEADING.has(frame.type))) return particle.id
    if (particle.role === 'relative' && verbal && at - i <= OWN) return particle.id
  }
  return null
}

/** How many days ago; null for what has no day. */
function ageOf({ start, finish }: TimeMention, today: Day | null): number | null {
  const day = dayOf(start)
  if (day === null || today === null) return null
  const end = finish === null ? null : lastDay(finish)
  // "in the last days", "this week": as fresh as its end; "in the last two weeks" is as old as its beginning
  return end !== null && end - day <= WEEK && today - end < FRESH ? Math.max(0, today - end) : today - day
}

/** "yesterday evening", "on Thursday" where the day of the report is not known: it is near all the same. */
const isFresh = (doc: Input, { first, kind, known, past }: TimeMention, today: Day | null): boolean =>
  today === null &&
  !past &&
  known.includes('day') &&
  (kind === 'weekday' || (kind === 'period' && known.includes('time')) || kind === 'relative') &&
  doc.particles[first]?.role !== 'before'

/** A time without a day that lies behind: "last month", "since March", "weeks ago". */
function isOld(doc: Input, { first, past, start, kind, known }: TimeMention, today: Day | null): boolean {
  if (past) return true
  if (start !== null && start.length < 10 && kind !== 'part-of-day') return true
  if (today === null && (known.includes('month') || known.includes('year'))) {
    // a report that calls its own day by its name tells of other days by their dates
    const own = doc.times.find((time) => time.known.includes('day'))
    if (!known.includes('day') || (own !== undefined && own.kind !== 'date' && own.first < first)) return true
  }
  return doc.particles[first - 1]?.id === 'since' && !known.includes('time')
}
