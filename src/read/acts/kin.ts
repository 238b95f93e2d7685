import type { Doc, Frame } from '../doc.ts'
import { plainlySame } from './plain.ts'
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
export function kinSigns(doc: Input, first: Telling, second: Telling, between: Between): readonly Sign[] {
  const signs: Sign[] = []
  const add = (kind: string, value: string | number | boolean = 'yes') => {
    if (value !== false && value !== '') signs.push({ kind, value: value === true ? 'yes' : String(value) })
  }
  const [a, b] = [first.frame, second.frame]
  const gap = b.trigger.sentence - a.trigger.sentence
  const apart = gap === 0 ? 'same' : gap === 1 ? 'next' : gap <= 3 ? 'near' : gap <= 7 ? 'far' : 'very far'
  const types = a.type === b.type ? 'one type' : a.type < b.type ? `${a.type} / ${b.type}` : `${b.type} / ${a.type}`
  const typed = a.type === b.type ? 'one type' : a.open || b.open ? 'open type' : 'two types'
  const place = placesOf(first, second)
  const doers = meet(first.doers, second.doers)
  const targets = meet(first.targets, second.targets)
  const toll = tollsOf(a, b)
  const days = daysOf(a, b)
  const rank = Math.min(between.kin, 3)
  const shapes = `${first.shape} ${second.shape}`
  const plain = plainlySame(doc, a, b)
  const lemma = a.trigger.predicate.lemma === b.trigger.predicate.lemma
  add('plain', plain)
  add('plain-apart', plain && apart)
  add('plain-is', plain && second.refers)
  add('types', types)
  add('typed-is', `${typed} ${second.refers}`)
  add('typed-apart', `${typed} ${apart}`)
  add('apart', apart)
  const tokens = b.trigger.at - a.trigger.at
  if (gap === 0) {
    const close = tokens <= 3 ? 3 : tokens <= 10 ? 10 : 'more'
    add('tokens-apart', close)
    add('tokens-apart-shapes', `${close} ${shapes}`)
    add('tokens-apart-joined', `${close} ${b.trigger.analysis?.conjunction === true}`)
    add('clause-between', clauseBetween(doc, a.trigger.at, b.trigger.at))
  }
  add('between', rank)
  add('between-type', Math.min(between.type, 3))
  add('between-same-type', a.type === b.type && Math.min(between.type, 3))
  add('apart-between', `${apart} ${rank}`)
  add('first-in', first.heading ? 'heading' : a.trigger.sentence === 0 ? 'first sentence' : 'body')
  add('first-in-typed', `${first.heading ? 'heading' : 'body'} ${typed} ${place}`)
  add('is-apart', `${second.refers} ${apart}`)
  add('is-between', `${second.refers} ${rank}`)
  add('shapes', shapes)
  add('shapes-types', `${shapes} ${types}`)
  add('lemma', lemma)
  add('lemma-is', `${lemma} ${second.refers}`)
  add('lemma-places', `${lemma} ${place}`)
  add('predicates', `${a.trigger.predicate.lemma} ${b.trigger.predicate.lemma}`)
  add('places', place)
  add('places-apart', `${place} ${apart}`)
  add('places-type', `${place} ${types}`)
  add('places-is', `${place} ${second.refers}`)
  add('doers', doers)
  add('doers-places', `${doers}, ${place}`)
  add('targets', targets)
  add('targets-places', `${targets}, ${place}`)
  add('tolls', toll)
  add('tolls-places', `${toll}, ${place}`)
  add('tolls-shape', `${toll}, ${shapes}`)
  add('means', meet(first.means, second.means))
  add('days', days)
  add('days-places', `${days}, ${place}`)
  add('background', a.background === b.background ? (a.background ? 'both' : 'neither') : b.background ? 'second' : 'first')
  add('sources', meet(first.sources, second.sources))
  add('status', a.status === b.status ? 'same' : `${a.status} ${b.status}`)
  add('first-says', Math.min(first.said, 4))
  add('says', `${Math.min(first.said, 3)} ${Math.min(second.said, 3)}`)
  add('sites', `${Math.min(first.sites.length, 2)} ${Math.min(second.sites.length, 2)}`)
  return signs
}

/** How many tellings stand between two: of any act that it may be, and of its very type. */
export type Between = { readonly kin: number; readonly type: number }

/** Whether two lists meet, differ, or one or both are empty. */
function meet(first: readonly string[], second: readonly string[]): string {
  if (!first.length || !second.length) return first.length ? 'first only' : second.length ? 'second only' : 'none'
  return first.some((id) => second.includes(id)) ? 'shared' : 'differ'
}

/** Each is told of known places of its own, and neither lies within the other's: no likeness makes them one act. */
export const liesApart = (first: Telling, second: Telling): boolean => !first.carried && placesOf(first, second) === 'differ'

/** How the places of two tellings stand to each other: one place, the second within the first or around it, or two. */
function placesOf(first: Telling, second: Telling): string {
  const own = second.carried ? ' (carried)' : ''
  if (!first.sites.length || !second.sites.length)
    return (first.sites.length ? 'first only' : second.sites.length ? 'second only' : 'none') + own
  const shared =
    first.sites.some((mention) => second.sites.includes(mention)) || first.siteIds.some((id) => second.siteIds.includes(id))
  if (shared) return `shared${own}`
  if (!first.siteIds.length || !second.siteIds.length) return `unknown${own}`
  if (second.around.some((id) => first.likely.includes(id))) return `within${own}`
  return `${first.around.some((id) => second.likely.includes(id)) ? 'around' : 'differ'}${own}`
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
