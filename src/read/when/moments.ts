import type { Doc, Frame, TimeMention, Trigger } from '../doc.ts'
import { type Day, dayOf, firstDay, isoDay } from './days.ts'

type Input = Pick<
  Doc,
  'report' | 'tokens' | 'sentences' | 'analyses' | 'verbAt' | 'particles' | 'clauseAt' | 'times' | 'dateline'
>

/** A time of another clause is as far as this many more words. */
const APART = 10
/** A relative clause that begins within this many words of an act is about it. */
const QUALIFIES = 3
/** A verb of saying and its time stand at most this many tokens apart. */
const SAYING = 14
export const SAYS: ReadonlySet<string> = new Set(['say', 'tell', 'confirm', 'deny', 'relay', 'hold', 'doubt', 'verify'])
/** "four days after the bombing": the act follows within this many tokens. */
const LEADS = 4

/**
 * The time that an act's sentence has for it. `counted`: worked out as the eve of the act beside it, or as so many days
 * before; `said`: when somebody told of it, which is no time of its own.
 */
export type Moment = { readonly time: TimeMention; readonly counted: boolean; readonly said: boolean }

/** The times of each sentence that can be those of acts. */
export function timesBySentence(doc: Input): readonly (readonly TimeMention[])[] {
  const lists: TimeMention[][] = doc.sentences.map(() => [])
  let sentence = 0
  for (const time of doc.times) {
    while (sentence < doc.sentences.length && doc.sentences[sentence]!.end <= time.first) sentence++
    if (sentence < doc.sentences.length && time.first >= doc.sentences[sentence]!.first) lists[sentence]!.push(time)
  }
  return lists
}

/** The day of the report: of its publication, or by its own words. */
export const reportDay = (doc: Input): Day | null => dayOf(doc.report.published ?? doc.dateline?.start ?? null)

/**
 * The time that the words of its sentence give an act: of those said there the nearest that is not when somebody said
 * something. `main` is the day of the act before it in the sentence or of the text, from which "the next day", "the day
 * after the raid" are counted, and on which an hour alone falls.
 */
export function momentOf(doc: Input, { trigger }: Frame, times: readonly TimeMention[], main: string | null): Moment | null {
  const counted = countedBefore(doc, trigger, times)
  if (counted !== null) {
    const day = dayOf(main)
    if (day === null) return null
    return {
      time: { ...counted.time, start: isoDay(day - counted.days), finish: null, known: ['day'], kind: 'relative' },
      counted: true,
      said: false,
    }
  }
  let best: TimeMention | null = null
  let hour: TimeMention | null = null
  const today = reportDay(doc)
  let said: TimeMention | null = null
  let least = Number.POSITIVE_INFINITY
  for (const time of times) {
    if (time.kind === 'duration' && time.after === null) continue
    const far = apart(doc, trigger, time)
    if (time.kind === 'part-of-day') {
      hour ??= far < APART ? time : null
      continue
    }
    if (far >= least || (time.start === null && !time.known.length) || isAhead(time, today)) continue
    if (isSaying(doc, trigger, time)) {
      said = time
      continue
    }
    best = time
    least = far
  }
  const told = best && best.start === null && best.after !== null ? later(best, main) : best
  // "at dawn": of the day that the text tells of
  const time = told ?? (hour && main ? { ...hour, start: main } : hour)
  if (time) return { time, counted: false, said: false }
  return said && { time: said, counted: false, said: true }
}

/** A day still to come is that of no act. */
export function isAhead({ start }: TimeMention, today: Day | null): boolean {
  const day = dayOf(start)
  return day !== null && today !== null && day > today + 1
}

/** How far a time is from an act, in words. */
function apart(doc: Input, { at }: Trigger, { first, end }: TimeMention): number {
  const [from, to] = first > at ? [at, first] : [end, at]
  let far = to - from
  if (doc.clauseAt[first] !== doc.clauseAt[at]) far += APART
  for (let i = from; i < to; i++) {
    if (doc.particles[i]?.role !== 'relative') continue
    // "the bombing that shook the town on Friday" tells on about the act
    if (first > at && i - at <= QUALIFIES) far -= APART
    else return Number.POSITIVE_INFINITY
  }
  return far
}

/** "said on Tuesday that …", "according to a statement of Friday": when it was said, not when it was. */
function isSaying(doc: Input, { at, sentence }: Trigger, { first, end, start, kind }: TimeMention): boolean {
  // news of today that is told today is of today
  const today = reportDay(doc)
  if (start !== null && today !== null && start === isoDay(today) && (kind === 'relative' || doc.dateline !== null))
    return false
  if (first > at) {
    for (let i = at + 1; i < first; i++) if (doc.particles[i]?.role === 'source') return true
    return false
  }
  if (!opensSaid(doc, end, at)) return false
  for (let i = first - 1; i >= Math.max(doc.sentences[sentence]!.first, first - SAYING); i--)
    if (SAYS.has(doc.verbAt[i]?.analysis?.entry.class ?? '')) return true
  return false
}

/** What is said begins right after a token: "that", "about", a colon. */
function opensSaid(doc: Input, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(from + 2, limit); at++) {
    const particle = doc.particles[at]
    if (doc.tokens[at]!.key === ':' || particle?.role === 'that' || particle?.role === 'to' || particle?.id === 'about')
      return true
    if (!particle && doc.analyses[at]!.some(({ prep }) => prep === 'with')) return true
    if (doc.tokens[at]!.kind !== 'mark') return false
  }
  return false
}

/** "the day after the raid", "four days after the bombing": by how many days the act lies before the one told with it. */
function countedBefore(
  doc: Input,
  { at, verbal }: Trigger,
  times: readonly TimeMention[],
): { time: TimeMention; days: number } | null {
  if (verbal) return null
  for (let i = at - 1; i >= Math.max(0, at - LEADS); i--) {
    if (doc.particles[i]?.id === 'after-eve') return { time: { ...EVE, first: i, end: i + 1 }, days: 1 }
    const time = times.find(({ end, after }) => end === i + 1 && after !== null)
    const role = doc.particles[i + 1]?.role
    if (time && (role === 'on' || role === 'from')) return { time, days: time.after! }
  }
  return null
}

const EVE: Omit<TimeMention, 'first' | 'end'> = {
  start: null,
  finish: null,
  known: ['day'],
  kind: 'relative',
  past: false,
  after: null,
  anchor: null,
}

/** "the next day": of the day told before. */
function later(time: TimeMention, main: string | null): TimeMention | null {
  const day = dayOf(main)
  return day === null ? null : { ...time, start: isoDay(day + time.after!), known: ['day'], kind: 'relative' }
}

/** "last week", "in the last days": a span in which an act fell has no day to give it. */
export function dayless(time: TimeMention): TimeMention {
  const { start, finish, known } = time
  if (start === null || finish === null || start.length < 10 || known.includes('month')) return time
  if (firstDay(finish) - firstDay(start) < 2) return time
  const cut = start.slice(0, 7) === finish.slice(0, 7) ? 7 : start.slice(0, 4) === finish.slice(0, 4) ? 4 : 0
  return { ...time, start: start.slice(0, cut) || null, finish: null }
}
