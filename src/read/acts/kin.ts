import type { Doc, Frame, Mention } from '../doc.ts'
import type { Sign } from './signs.ts'
import { least, tally } from './tally.ts'

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

/** What a telling says, laid out for comparing it with others: worked out once for each. */
export type Telling = {
  readonly frame: Frame
  readonly sites: readonly Mention[]
  readonly siteIds: readonly string[]
  /** of each site the likeliest place, as names are shared by towns and their districts */
  readonly likely: readonly string[]
  /** the places that enclose these, and they themselves */
  readonly around: readonly string[]
  readonly doers: readonly string[]
  readonly targets: readonly string[]
  readonly means: readonly string[]
  readonly sources: readonly string[]
  /** its place was carried over from the words around */
  readonly carried: boolean
  /** how many of its slots are filled by its own words */
  readonly said: number
  readonly shape: string
  readonly refers: string
  readonly heading: boolean
}

export function tellingOf(doc: Input, frame: Frame): Telling {
  const carried = frame.rules.some((rule) => rule.startsWith('carry.place'))
  const sites = frame.sites.filter(({ role }) => role === 'site' || role === 'destination').map(({ mention }) => mention)
  const siteIds = idsOf(sites)
  const likely = sites.flatMap(({ ids }) => ids.slice(0, 1))
  const slots = [frame.perpetrators, frame.targets, carried ? [] : sites, frame.harms, frame.means]
  return {
    frame,
    sites,
    siteIds,
    likely,
    around: likely.flatMap((id) => doc.knowledge.gazetteer.chain(id).map((place) => place.id)),
    doers: namesOf(frame.perpetrators),
    targets: namesOf(frame.targets),
    means: idsOf(frame.means),
    sources: frame.sources.map(({ id, kind }) => id ?? kind),
    carried,
    said: slots.filter(({ length }) => length > 0).length + Number(frame.time !== null),
    shape: shape(frame),
    refers: referring(doc, frame),
    heading: heading(doc, frame),
  }
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
  const doers = meet(first.doers, second.doers)
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
  add('targets', meet(first.targets, second.targets))
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

const idsOf = (mentions: readonly Mention[]): readonly string[] => mentions.flatMap(({ ids }) => ids)
const namesOf = (mentions: readonly Mention[]): readonly string[] =>
  mentions.flatMap(({ ids, code }) => (ids.length ? ids : code ? [code] : []))

/** Whether two lists meet, differ, or one or both are empty. */
function meet(first: readonly string[], second: readonly string[]): string {
  if (!first.length || !second.length) return first.length ? 'first only' : second.length ? 'second only' : 'none'
  return first.some((id) => second.includes(id)) ? 'shared' : 'differ'
}

/** Each is told of known places of its own, and neither lies within the other's: no likeness makes them one act. */
export const liesApart = (first: Telling, second: Telling): boolean => !first.carried && placesOf(first, second) === 'differ'

/** How the places of two tellings stand to each other: one place, one within the other, or two. */
function placesOf(first: Telling, second: Telling): string {
  const own = second.carried ? ' (carried)' : ''
  if (!first.sites.length || !second.sites.length)
    return (first.sites.length ? 'first only' : second.sites.length ? 'second only' : 'none') + own
  const shared =
    first.sites.some((mention) => second.sites.includes(mention)) || first.siteIds.some((id) => second.siteIds.includes(id))
  if (shared) return `shared${own}`
  if (!first.siteIds.length || !second.siteIds.length) return `unknown${own}`
  const nested = first.around.some((id) => second.likely.includes(id)) || second.around.some((id) => first.likely.includes(id))
  return `${nested ? 'nested' : 'differ'}${own}`
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

/** How the second telling refers: "the shelling", "its shelling", "that shelling", or as something new. */
function referring(doc: Input, { trigger }: Frame): string {
  if (doc.particles[trigger.at - 1]?.role === 'demonstrative') return 'pointed at'
  const { analysis } = trigger
  if (analysis?.article) return 'definite'
  if (analysis?.pronoun && !trigger.verbal) return 'owned'
  return trigger.verbal ? 'verb' : 'bare'
}

const shape = ({ trigger }: Frame): string =>
  trigger.predicate.event === 'harm' ? 'harm' : trigger.verbal ? (trigger.passive ? 'passive' : 'verb') : 'noun'

const heading = (doc: Input, { trigger }: Frame): boolean => {
  const sentence = doc.sentences[trigger.sentence]!
  return doc.tokens[sentence.end]?.key === '\n' && sentence.end - sentence.first <= 16
}

function clauseBetween(doc: Input, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (doc.particles[at]?.role === 'clause') return true
  return false
}
