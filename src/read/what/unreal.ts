import type { Analysis, Doc, Particle } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'

type Input = Pick<Doc, 'tokens' | 'analyses' | 'particles' | 'mentionAt' | 'sayingAt'>

/** Classes of verbs of saying: what is not said may have happened. */
const SAYING: ReadonlySet<string> = new Set(['say', 'tell', 'relay', 'confirm', 'deny', 'doubt'])

/** A negation that takes nothing back: of a verb of saying, or of an act that somebody denies. */
export const isToldAnyway = (doc: Input, { role, end }: Particle): boolean =>
  role === 'negation' &&
  (doc.sayingAt[end]?.status === 'denied' || (doc.analyses[end]?.some(({ entry }) => SAYING.has(entry.class)) ?? false))

/** A verb of wish, plan, call or threat, and its verbal noun; where the word may as well be a common noun, it is that. */
export const intends = (doc: Input, at: number): boolean => {
  const readings = doc.analyses[at]!
  return (
    readings.some(({ entry, form, prep }) => entry.class === 'intend' && form.part !== 'noun' && prep !== 'like') &&
    !readings.some(({ entry }) => entry.kind === 'noun')
  )
}

/** "A denial to …", "no truth to …": what is denied or doubted is told, whatever stands joined to it. */
const isDoubted = (doc: Input, at: number): boolean => ['denied', 'unconfirmed'].includes(doc.sayingAt[at]?.status ?? '')

/**
 * "To" before a verbal noun is a purpose, but for a verb that takes it: "came under shelling", "led to the death"; before an
 * imperfect too.
 */
export function isPurpose(doc: Input, at: number, first: number, { prep, form, entry }: Analysis): boolean {
  if (isDoubted(doc, at) || prep !== 'to') return false
  const noun = form.part === 'masdar' || (form.part === 'noun' && entry.class === 'act')
  if (!noun) return form.part === 'imperfect'
  for (let i = at - 1; i >= first; i--) {
    if (doc.mentionAt[i]) continue
    const verb = doc.analyses[i]!.find(({ entry }) => entry.kind === 'verb')
    if (verb) return verb.entry.class !== 'undergo' && verb.entry.class !== 'cause'
  }
  return true
}

/** How far a negation reaches: to its verb, and with "could not", "did not succeed in" to what that would have carried. */
export function negated(doc: Input, from: number, limit: number): number {
  const able = doc.analyses[from]?.some(({ entry, form }) => entry.class === 'light' && form.part === 'imperfect')
  const end = scopeOf(doc, from, limit, able ? 8 : 2)
  for (let at = from; at < end; at++) if (doc.particles[at]?.role === 'that') return at
  return end
}

/** What stands right before an act and says that it is none: "any attack", "the attempt of", "the end of", "without". */
export function isGovernedAway(doc: Input, at: number): boolean {
  if (isDoubted(doc, at)) return false
  const before = doc.particles[at - 1]
  if (before) return before.role === 'without'
  return (doc.analyses[at - 1] ?? []).some(
    ({ entry, form }) => AWAY.has(entry.code) || (entry.class === 'cease' && form.part !== 'participle'),
  )
}
const AWAY: ReadonlySet<string> = new Set(['any', 'attempt'])

export function scopeOf(doc: Input, from: number, limit: number, most: number): number {
  let at = from
  for (; at < Math.min(from + most, limit); at++) {
    if (doc.tokens[at]!.key === COMMA || doc.particles[at]?.role === 'clause') return at
  }
  return at
}

/** "May shell", "will shell": a verb that is not of what was; what hangs on it is as little. */
export function isToCome(doc: Input, at: number): boolean {
  const readings = doc.analyses[at]!
  if (readings.length > 0 && readings.every(({ prep }) => prep === 'future')) return true
  const before = doc.particles[at - 1]
  return (
    before?.id === MAY &&
    readings.some(({ form }) => form.part === 'imperfect') &&
    !readings.some(({ form }) => form.part === 'past')
  )
}
/** The particle that makes of a verb in the past "has done" and of one in the present "may do". */
const MAY = 'already'
