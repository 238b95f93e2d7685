import type { Doc, Frame } from '../doc.ts'
import type { Sign } from './signs.ts'
import { least, tally } from './tally.ts'
import type { Telling } from './telling.ts'

type Input = Pick<Doc, 'knowledge' | 'tokens' | 'sentences' | 'particles' | 'analyses'>

/** The types that one act may be told under, as its words leave open by what means it was done or by which side. */
const KIN: readonly ReadonlySet<string>[] = [
  new Set([
    'air/drone strike',
    'shelling/artillery/missile attack',
    'remote explosive/landmine/IED',
    'suicide bomb',
    'grenade',
    'attack',
    'armed clash',
    'raid/search',
  ]),
  new Set([
    'government regains territory',
    'non-state actor overtakes territory',
    'non-violent transfer of territory',
    'change to group/activity',
  ]),
  new Set(['arrests', 'abduction/forced disappearance', 'raid/search']),
  new Set(['displacement', 'medical evacuation', 'release']),
]

/** Whether two tellings may be of one act, by their types alone. */
export function mayBeOne(a: Frame, b: Frame): boolean {
  if (a.type === b.type) return true
  return KIN.some((kin) => kin.has(a.type) && kin.has(b.type))
}

/** The signs that two tellings, the first before the second, are of one act or of two. */
export function kinSigns(doc: Input, first: Telling, second: Telling, between: number): readonly Sign[] {
  const signs: Sign[] = []
  const add = (kind: string, value: string | number | boolean = 'yes') => {
    if (value !== false && value !== '') signs.push({ kind, value: value === true ? 'yes' : String(value) })
  }
  const [a, b] = [first.frame, second.frame]
  const gap = b.trigger.sentence - a.trigger.sentence
  const apart = gap === 0 ? 'same' : gap === 1 ? 'next' : gap <= 3 ? 'near' : gap <= 7 ? 'far' : 'very far'
  const types = a.type === b.type ? 'one type' : a.type < b.type ? `${a.type} / ${b.type}` : `${b.type} / ${a.type}`
  const place = placesOf(first, second)
  const doers = sides(first.doers, first.doersOf, second.doers, second.doersOf)
  const toll = tollsOf(a, b)
  const rank = Math.min(between, 3)
  add('always')
  add('types', types)
  add('type', b.type)
  add('apart', apart)
  if (gap === 0) add('tokens-apart', b.trigger.at - a.trigger.at <= 3 ? 3 : b.trigger.at - a.trigger.at <= 10 ? 10 : 'more')
  add('between', rank)
  add('apart-between', `${apart} ${rank}`)
  add('first-in', first.heading ? 'heading' : a.trigger.sentence === 0 ? 'first sentence' : 'body')
  add('second-in', second.heading ? 'heading' : 'body')
  add('second-is', second.refers)
  add('second-is-apart', `${second.refers} ${apart}`)
  add('shapes', `${first.shape} ${second.shape}`)
  add('lemma', a.trigger.predicate.lemma === b.trigger.predicate.lemma ? 'same' : 'other')
  add('joined', b.trigger.analysis?.conjunction === true)
  add('opens-with', doc.particles[doc.sentences[b.trigger.sentence]!.first]?.id ?? '')
  add('clause-between', gap === 0 && clauseBetween(doc, a.trigger.at, b.trigger.at))
  add('places', place)
  add('places-apart', `${place} ${apart}`)
  add('places-type', `${place} ${types}`)
  add('doers', doers)
  add('doers-places', `${doers}, ${place}`)
  add('targets', sides(first.targets, first.targetsOf, second.targets, second.targetsOf))
  add('tolls', toll)
  add('tolls-places', `${toll}, ${place}`)
  add('means', meet(first.means, second.means))
  add('days', daysOf(a, b))
  add('background', a.background === b.background ? (a.background ? 'both' : 'neither') : b.background ? 'second' : 'first')
  add('sources', meet(first.sources, second.sources))
  add('status', a.status === b.status ? 'same' : `${a.status} ${b.status}`)
  add('second-adds', Math.min(second.said, 4))
  add('first-says', Math.min(first.said, 4))
  return signs
}

/** Whether two lists meet, differ, or one or both are empty. */
function meet(first: readonly string[], second: readonly string[]): string {
  if (!first.length || !second.length) return first.length ? 'first only' : second.length ? 'second only' : 'none'
  return first.some((id) => second.includes(id)) ? 'shared' : 'differ'
}

/** Whether two sides meet: the same party, one that the other belongs to, or two of one side. */
function sides(first: readonly string[], above: readonly string[], second: readonly string[], over: readonly string[]): string {
  const met = meet(first, second)
  if (met !== 'differ') return met
  if (first.some((id) => over.includes(id)) || second.some((id) => above.includes(id))) return 'part'
  return above.some((id) => over.includes(id)) ? 'allied' : met
}

/** Each is told of known places of its own, and neither lies within the other's: no likeness makes them one act. */
export const liesApart = (first: Telling, second: Telling): boolean => !first.carried && placesOf(first, second) === 'differ'

/** How the places of two tellings stand to each other: one place, the second within the first or around it, or two. */
function placesOf(first: Telling, second: Telling): string {
  const own = second.carried ? ' (carried)' : ''
  if (!first.sites.length || !second.sites.length)
    return (first.sites.length ? 'first only' : second.sites.length ? 'second only' : 'none') + own
  const shared =
    first.sites.some((mention) => second.sites.includes(mention)) ||
    first.siteIds.some((id) => second.siteIds.includes(id)) ||
    first.unlisted.some((words) => second.unlisted.includes(words))
  if (shared) return `shared${own}`
  if (first.likely.some((id) => second.around.includes(id))) return `within${own}`
  if (second.likely.some((id) => first.around.includes(id))) return `around${own}`
  return `${first.siteIds.length && second.siteIds.length ? 'differ' : 'unknown'}${own}`
}

/** Whether their tolls agree: the same exact number of some harm, another one, or too little is said. */
function tollsOf(a: Frame, b: Frame): string {
  if (!a.harms.length || !b.harms.length) return a.harms.length ? 'first only' : b.harms.length ? 'second only' : 'none'
  let same = false
  for (const outcome of new Set(b.harms.map((harm) => harm.outcome))) {
    const [first, second] = [a, b].map(({ harms }) => tally(harms.filter((harm) => harm.outcome === outcome)))
    if (!first?.length || !second?.length) continue
    const said = [...first, ...second].every(({ count }) => count.bound !== 'vague')
    if (least(first) === least(second)) same ||= said
    else if (said && !second.some(({ cumulative }) => cumulative)) return 'differ'
  }
  return same ? 'same' : 'open'
}

function daysOf(a: Frame, b: Frame): string {
  const [first, second] = [a.time?.start ?? '', b.time?.start ?? '']
  if (!first || !second) return first ? 'first only' : second ? 'second only' : 'none'
  if (a.time === b.time) return 'one expression'
  const length = Math.min(first.length, second.length, 10)
  return first.slice(0, length) === second.slice(0, length) ? 'same' : 'differ'
}

function clauseBetween(doc: Input, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (doc.particles[at]?.role === 'clause') return true
  return false
}
