import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'knowledge' | 'tokens' | 'sentences' | 'particles' | 'analyses'>

/** What a telling says, laid out for comparing it with others: worked out once for each. */
export type Telling = {
  readonly frame: Frame
  readonly sites: readonly Mention[]
  readonly siteIds: readonly string[]
  /** of each site the likeliest place, as names are shared by towns and their districts */
  readonly likely: readonly string[]
  /** the places that enclose these, and they themselves, and what is named as around or near them */
  readonly around: readonly string[]
  /** the words of sites that no list has */
  readonly unlisted: readonly string[]
  readonly doers: readonly string[]
  readonly targets: readonly string[]
  /** the sides and countries that the doers and targets belong to */
  readonly doersOf: readonly string[]
  readonly targetsOf: readonly string[]
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
  const areas = frame.sites.filter(({ role }) => role === 'near' || role === 'within').flatMap(({ mention }) => mention.ids)
  const chains = (ids: readonly string[]) => ids.flatMap((id) => doc.knowledge.gazetteer.chain(id).map((place) => place.id))
  const doers = namesOf(doc, frame.perpetrators)
  const targets = namesOf(doc, frame.targets)
  const slots = [frame.perpetrators, frame.targets, carried ? [] : sites, frame.harms, frame.means]
  return {
    frame,
    sites,
    siteIds,
    likely,
    around: [...chains(likely), ...areas],
    unlisted: sites.filter(({ ids }) => ids.length === 0).map((site) => wordsOf(doc, site)),
    doers,
    targets,
    doersOf: doers.flatMap((id) => parentsOf(doc, id)),
    targetsOf: targets.flatMap((id) => parentsOf(doc, id)),
    means: idsOf(frame.means),
    sources: frame.sources.map(({ id, kind }) => id ?? kind),
    carried,
    said: slots.filter(({ length }) => length > 0).length + Number(frame.time !== null),
    shape: shape(frame),
    refers: referring(doc, frame),
    heading: heading(doc, frame),
  }
}

const idsOf = (mentions: readonly Mention[]): readonly string[] => mentions.flatMap(({ ids }) => ids)
const namesOf = ({ tokens }: Input, mentions: readonly Mention[]): readonly string[] =>
  mentions.flatMap(({ ids, code, first }) => (ids.length ? ids : [code || tokens[first]!.key]))

const wordsOf = ({ tokens }: Input, { first, end }: Mention): string =>
  tokens
    .slice(first, end)
    .map(({ key }) => key)
    .join(' ')

/** The party that a party belongs to, and so on up. */
export function parentsOf({ knowledge: { registry } }: Pick<Doc, 'knowledge'>, id: string): readonly string[] {
  const found: string[] = []
  for (let up = registry.actors.get(id)?.parent; up && !found.includes(up); up = registry.actors.get(up)?.parent) found.push(up)
  return found
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
