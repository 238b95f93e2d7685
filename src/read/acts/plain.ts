import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'tokens' | 'sentences'>

/** A verb tells on about an act noun at most this many tokens before it. */
const CONTINUES = 12
const BOMBARDMENTS: ReadonlySet<string> = new Set([
  'air/drone strike',
  'shelling/artillery/missile attack',
  'remote explosive/landmine/IED',
  'suicide bomb',
  'attack',
  'raid/search',
])

/** How many signs that two tellings are of one act are enough; more where one of them is told as past. */
const ENOUGH = 2

/** Types that hold acts of many kinds. */
const MANIFOLD: ReadonlySet<string> = new Set([
  'change to group/activity',
  'movement restriction',
  'looting/property destruction',
])

/** Whether two tellings are of one act by what they share and where they stand, before anything learnt is asked. */
export function plainlySame(doc: Input, a: Frame, b: Frame): boolean {
  const close = b.trigger.sentence === a.trigger.sentence
  const gap = b.trigger.at - a.trigger.at
  const joined = b.trigger.analysis?.conjunction ?? false
  // "a strike that hit …": the verb tells on about the act before it
  if (
    close &&
    !joined &&
    gap <= CONTINUES &&
    b.trigger.predicate.event === 'bombardment' &&
    BOMBARDMENTS.has(a.type) &&
    !a.trigger.verbal
  )
    return true
  // "the attack": a definite noun that fits any act of violence told just before
  const anyAct =
    b.trigger.analysis?.article === true &&
    b.trigger.predicate.event === 'assault' &&
    b.trigger.sentence - a.trigger.sentence <= 2
  if (anyAct && BOMBARDMENTS.has(a.type) && !sites(b).some((site) => !sites(a).includes(site))) return true
  const fits = a.type === b.type || (BOMBARDMENTS.has(a.type) && BOMBARDMENTS.has(b.type) && (a.open || b.open))
  if (!fits) return false
  // an advance is no retreat
  if (MANIFOLD.has(a.type) && a.trigger.predicate.lemma !== b.trigger.predicate.lemma) return false
  if (close && gap <= 3 && !joined) return true
  const aToll = tollOf(a)
  const bToll = tollOf(b)
  if (clash(aToll, bToll)) return false
  const aSites = sites(a)
  const bSites = sites(b)
  const shared = aSites.some((x) => bSites.some((y) => samePlace(doc, x, y)))
  if (aSites.length > 0 && bSites.length > 0 && !shared) return false
  if (a.type !== 'armed clash' && partiesDiffer(a.perpetrators, b.perpetrators)) return false
  const parties = a.perpetrators.some((x) => b.perpetrators.some((y) => samePlace(doc, x, y)))
  const toll = [...aToll].some(([outcome, count]) => bToll.get(outcome) === count)
  const refersBack = b.trigger.analysis?.article === true && b.trigger.sentence - a.trigger.sentence <= 3
  const adds = bSites.length > 0 || bToll.size > 0
  const signs =
    2 * Number(shared) +
    2 * Number(toll) +
    Number(parties) +
    2 * Number(refersBack) +
    Number(!aSites.length || !bSites.length) +
    Number(!adds) +
    Number(close) +
    Number(headline(doc, a))
  return signs >= ENOUGH + Number(a.background !== b.background) + Number(a.type !== b.type)
}

/** The title of a report is told again in its body. */
const headline = (doc: Input, frame: Frame): boolean => {
  const sentence = doc.sentences[frame.trigger.sentence]!
  return frame.trigger.sentence === 0 && doc.tokens[sentence.end]?.key === '\n'
}

const sites = (frame: Frame): readonly Mention[] =>
  frame.sites.filter(({ role }) => role === 'site').map(({ mention }) => mention)

const words = (doc: Input, mention: Mention): string =>
  doc.tokens
    .slice(mention.first, mention.end)
    .map(({ key }) => key)
    .join(' ')

const samePlace = (doc: Input, a: Mention, b: Mention): boolean =>
  a === b ||
  a.ids.some((id) => b.ids.includes(id)) ||
  (a.ids.length === 0 && b.ids.length === 0 && words(doc, a) === words(doc, b))

function partiesDiffer(a: readonly Mention[], b: readonly Mention[]): boolean {
  if (!a.length || !b.length) return false
  const known = (list: readonly Mention[]) => list.flatMap(({ ids }) => ids)
  const left = known(a)
  const right = known(b)
  if (!left.length || !right.length) return false
  return !left.some((id) => right.includes(id))
}

type Tolls = ReadonlyMap<string, number>
const tollOf = (frame: Frame): Tolls =>
  new Map(frame.harms.filter(({ count }) => count.bound === 'exact').map(({ outcome, count }) => [outcome, count.min]))
const clash = (a: Tolls, b: Tolls): boolean => [...a].some(([outcome, count]) => b.has(outcome) && b.get(outcome) !== count)
