import type { Doc, Frame, Mention } from '../doc.ts'
import type { Sign } from './signs.ts'

type Input = Pick<Doc, 'knowledge' | 'tokens' | 'sentences' | 'particles' | 'analyses'>

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
  /** what speaks for its telling of an act again, whatever was told before */
  readonly signs: readonly Sign[]
}

export function tellingOf(doc: Input, frame: Frame): Telling {
  const carried = frame.rules.some((rule) => rule.startsWith('carry.place'))
  const sites = frame.sites.filter(({ role }) => role === 'site' || role === 'destination').map(({ mention }) => mention)
  const siteIds = idsOf(sites)
  const likely = sites.flatMap(({ ids }) => ids.slice(0, 1))
  const slots = [frame.perpetrators, frame.targets, carried ? [] : sites, frame.harms, frame.means]
  const telling = {
    frame,
    sites,
    siteIds,
    likely,
    around: likely.flatMap((id) => doc.knowledge.gazetteer.chain(id).map((place) => place.id)),
    doers: namesOf(doc, frame.perpetrators),
    targets: namesOf(doc, frame.targets),
    means: idsOf(frame.means),
    sources: frame.sources.map(({ id, kind }) => id ?? kind),
    carried,
    said: slots.filter(({ length }) => length > 0).length + Number(frame.time !== null),
    shape: shape(frame),
    refers: referring(doc, frame),
    heading: heading(doc, frame),
  }
  return { ...telling, signs: againSigns(doc, telling) }
}

/** The signs of a telling by itself. */
function againSigns(doc: Input, { frame, refers, shape, said, carried, heading }: Omit<Telling, 'signs'>): readonly Sign[] {
  const signs: Sign[] = []
  const add = (kind: string, value: string | number | boolean = 'yes') => {
    if (value !== false && value !== '') signs.push({ kind, value: value === true ? 'yes' : String(value) })
  }
  const { trigger, type } = frame
  const { first, end } = doc.sentences[trigger.sentence]!
  add('always')
  add('type', type)
  add('in', heading ? 'heading' : trigger.sentence === 0 ? 'first sentence' : 'body')
  add('is', refers)
  add('is-type', `${refers} ${type}`)
  add('lemma', trigger.predicate.lemma)
  add('lemma-is', `${refers} ${trigger.predicate.lemma}`)
  add('joined', trigger.analysis?.conjunction === true)
  add('written-with', trigger.analysis?.prep ?? '')
  add('opens-with', doc.particles[first]?.id ?? '')
  add('before', trigger.at > first ? wordAt(doc, trigger.at - 1) : 'nothing')
  add('before-2', trigger.at - 1 > first ? wordAt(doc, trigger.at - 2) : 'nothing')
  add('after', trigger.at + 1 < end ? wordAt(doc, trigger.at + 1) : 'nothing')
  add('after-2', trigger.at + 2 < end ? wordAt(doc, trigger.at + 2) : 'nothing')
  add('adds', Math.min(said, 4))
  add('adds-is', `${Math.min(said, 4)} ${refers}`)
  add('place', frame.sites.length ? (carried ? 'carried' : 'named') : 'none')
  add('toll', `${shape === 'harm' ? 'harm ' : ''}${frame.harms[0]?.count.bound ?? 'none'}`)
  add('open', frame.open)
  add('status', frame.status)
  return signs
}

/** A word as a sign: the kind of what it names, its lemma, or itself; numbers are one sign. */
function wordAt({ tokens, particles, analyses }: Input, at: number): string {
  const token = tokens[at]!
  if (token.kind !== 'word') return token.kind === 'number' ? '0' : token.key
  return particles[at]?.id ?? analyses[at]![0]?.entry.lemma ?? 'word'
}

const idsOf = (mentions: readonly Mention[]): readonly string[] => mentions.flatMap(({ ids }) => ids)
const namesOf = ({ tokens }: Input, mentions: readonly Mention[]): readonly string[] =>
  mentions.flatMap(({ ids, code, first }) => (ids.length ? ids : [code || tokens[first]!.key]))

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
