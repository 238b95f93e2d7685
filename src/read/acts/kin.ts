import type { Doc, Frame, Mention } from '../doc.ts'
import type { Sign } from './signs.ts'

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
export function kinSigns(doc: Input, a: Frame, b: Frame, between: number): readonly Sign[] {
  const signs: Sign[] = []
  const add = (kind: string, value: string | number | boolean = 'yes') => {
    if (value !== false && value !== '') signs.push({ kind, value: value === true ? 'yes' : String(value) })
  }
  const gap = b.trigger.sentence - a.trigger.sentence
  const apart = gap === 0 ? 'same' : gap === 1 ? 'next' : gap <= 3 ? 'near' : gap <= 7 ? 'far' : 'very far'
  const types = a.type === b.type ? 'one type' : [a.type, b.type].sort().join(' / ')
  const place = placesOf(doc, a, b)
  const parties = partiesOf(a.perpetrators, b.perpetrators)
  const toll = tollsOf(a, b)
  const definite = referring(doc, b)
  add('always')
  add('types', types)
  add('type', b.type)
  add('apart', apart)
  if (gap === 0) add('tokens-apart', b.trigger.at - a.trigger.at <= 3 ? 3 : b.trigger.at - a.trigger.at <= 10 ? 10 : 'more')
  add('between', Math.min(between, 3))
  add('apart-between', `${apart} ${Math.min(between, 2)}`)
  add('first-in', heading(doc, a) ? 'heading' : a.trigger.sentence === 0 ? 'first sentence' : 'body')
  add('second-in', heading(doc, b) ? 'heading' : 'body')
  add('second-is', definite)
  add('second-is-apart', `${definite} ${apart}`)
  add('shapes', `${shape(a)} ${shape(b)}`)
  add('lemma', a.trigger.predicate.lemma === b.trigger.predicate.lemma ? 'same' : 'other')
  add('joined', b.trigger.analysis?.conjunction === true)
  add('opens-with', doc.particles[doc.sentences[b.trigger.sentence]!.first]?.id ?? '')
  add('clause-between', gap === 0 && clauseBetween(doc, a.trigger.at, b.trigger.at))
  add('places', place)
  add('places-apart', `${place} ${apart}`)
  add('places-type', `${place} ${types}`)
  add('doers', parties)
  add('doers-places', `${parties}, ${place}`)
  add('targets', partiesOf(a.targets, b.targets))
  add('tolls', toll)
  add('tolls-places', `${toll}, ${place}`)
  add('means', overlap(idsOf(a.means), idsOf(b.means)))
  add('days', daysOf(a, b))
  add('background', a.background === b.background ? (a.background ? 'both' : 'neither') : b.background ? 'second' : 'first')
  add('sources', overlap(sourcesOf(a), sourcesOf(b)))
  add('status', a.status === b.status ? 'same' : `${a.status} ${b.status}`)
  add('second-adds', Math.min(said(b), 4))
  add('first-says', Math.min(said(a), 4))
  return signs
}

const idsOf = (mentions: readonly Mention[]): readonly string[] => mentions.flatMap(({ ids }) => ids)
const sourcesOf = ({ sources }: Frame): readonly string[] => sources.map(({ id, kind }) => id ?? kind)

/** Whether two lists meet, differ, or one or both are empty. */
function overlap(first: readonly string[], second: readonly string[]): string {
  if (!first.length || !second.length) return first.length ? 'first only' : second.length ? 'second only' : 'none'
  return first.some((id) => second.includes(id)) ? 'shared' : 'differ'
}

function partiesOf(first: readonly Mention[], second: readonly Mention[]): string {
  if (first.some((mention) => second.includes(mention))) return 'shared'
  return overlap(
    first.flatMap(({ ids, code }) => (ids.length ? ids : code ? [code] : [])),
    second.flatMap(({ ids, code }) => (ids.length ? ids : code ? [code] : [])),
  )
}

const carried = ({ rules }: Frame): boolean => rules.some((rule) => rule.startsWith('carry.place'))
const sitesOf = ({ sites }: Frame): readonly Mention[] =>
  sites.filter(({ role }) => role === 'site' || role === 'destination').map(({ mention }) => mention)

/** How the places of two tellings stand to each other: one place, one within the other, or two. */
function placesOf({ knowledge }: Input, a: Frame, b: Frame): string {
  const [first, second] = [sitesOf(a), sitesOf(b)]
  const own = carried(b) ? ' (carried)' : ''
  if (!first.length || !second.length) return (first.length ? 'first only' : second.length ? 'second only' : 'none') + own
  if (first.some((mention) => second.includes(mention))) return `shared${own}`
  const ids = [idsOf(first), idsOf(second)] as const
  if (ids[0].some((id) => ids[1].includes(id))) return `shared${own}`
  if (!ids[0].length || !ids[1].length) return `unknown${own}`
  const chain = (list: readonly string[]) => list.flatMap((id) => knowledge.gazetteer.chain(id).map((place) => place.id))
  const nested = chain(ids[0]).some((id) => ids[1].includes(id)) || chain(ids[1]).some((id) => ids[0].includes(id))
  return `${nested ? 'nested' : 'differ'}${own}`
}

/** Whether their tolls agree: the same exact number of some harm, another one, or too little is said. */
function tollsOf(a: Frame, b: Frame): string {
  if (!a.harms.length || !b.harms.length) return a.harms.length ? 'first only' : b.harms.length ? 'second only' : 'none'
  let same = false
  for (const harm of b.harms)
    for (const other of a.harms) {
      if (other.outcome !== harm.outcome) continue
      if (other.count.min === harm.count.min && other.count.max === harm.count.max) same ||= harm.count.bound !== 'vague'
      else if (other.count.bound === 'exact' && harm.count.bound === 'exact') return 'differ'
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

/** How much a telling says of its own. */
const said = (frame: Frame): number =>
  [
    frame.perpetrators.length > 0,
    frame.targets.length > 0,
    sitesOf(frame).length > 0 && !carried(frame),
    frame.harms.length > 0,
    frame.means.length > 0,
    frame.time !== null,
  ].filter(Boolean).length
