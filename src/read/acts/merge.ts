import type { Doc, Frame, Mention, Site } from '../doc.ts'

type Input = Pick<Doc, 'folded' | 'tokens' | 'sentences' | 'analyses' | 'note'>

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

/** One act told twice becomes one frame: summary and detail, headline and body, noun and the verb that follows it. */
export function mergeActs(doc: Input, frames: readonly Frame[]): readonly Frame[] {
  const kept: Frame[] = []
  for (const frame of frames) {
    const same = kept.findLast((other) => sameAct(doc, other, frame))
    if (!same) {
      kept.push(frame)
      continue
    }
    absorb(doc, same, frame)
    doc.note({
      step: 'acts',
      rule: 'acts.same',
      span: frame.trigger,
      gave: same.type,
      why: 'another telling of the same act',
      lacked: 'a place, party or toll that differs',
    })
  }
  return kept
}

/** A line of at most this many tokens may be a title. */
const TITLE = 25

/** How many signs that two tellings are of one act are enough; more where one of them is told as past. */
const ENOUGH = 2

function sameAct(doc: Input, a: Frame, b: Frame): boolean {
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
    b.trigger.predicate.needs.length === 0 &&
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

/** Told in the report's own voice, and not only in its title. */
const OWN_VOICE = 'acts.own-voice'

/**
 * Asserted in the body is asserted, unless the word only leans on the act told before ("the strike"). A title is bolder than its
 * report: there the body decides.
 */
function settleStatus(doc: Input, first: Frame, later: Frame) {
  const { analysis, sentence } = later.trigger
  const leans = analysis !== null && !later.trigger.verbal && (analysis.article || analysis.pronoun !== '')
  const own = later.status === 'asserted' && !later.background && !isTitle(doc, later) && !leans
  if (isTitle(doc, first) && !first.rules.includes(OWN_VOICE)) {
    if (own) first.rules.push(OWN_VOICE)
    if (own || later.sources.length > 0) first.status = later.status
  } else if (own && first.status === 'claimed' && sentence !== first.trigger.sentence) first.status = 'asserted'
}

/** A line of the title: nothing but lines without a full stop stands before it. */
function isTitle(doc: Input, { trigger }: Frame): boolean {
  for (let index = trigger.sentence; index >= 0; index--) {
    const { first, end } = doc.sentences[index]!
    if (doc.tokens[end]?.key !== '\n' || end - first > TITLE) return false
  }
  return true
}

const carriesPlace = (frame: Frame): boolean => frame.rules.some((rule) => rule.startsWith('carry.place'))

/** Puts what the later telling adds into the first. */
function absorb(doc: Input, first: Frame, later: Frame) {
  const add = <T>(list: T[], more: readonly T[]) => {
    for (const item of more) if (!list.includes(item)) list.push(item)
  }
  const addSites = (list: Site[], more: readonly Site[]) => {
    for (const site of more)
      if (!list.some(({ mention }) => mention.ids.some((id) => site.mention.ids.includes(id)) || mention === site.mention))
        list.push(site)
  }
  if (first.open && !later.open) {
    first.type = later.type
    first.open = false
  }
  // a place told with the act counts for more than one carried over from the words around
  if (carriesPlace(first) && !carriesPlace(later) && later.sites.length) first.sites = [...later.sites]
  else if (!carriesPlace(later) || !first.sites.length) addSites(first.sites, later.sites)
  const addParties = (list: Mention[], more: readonly Mention[]) => {
    for (const party of more)
      if (!list.some((own) => own === party || own.ids.some((id) => party.ids.includes(id)))) list.push(party)
  }
  if (!first.perpetrators.length) addParties(first.perpetrators, later.perpetrators)
  addParties(first.targets, later.targets)
  for (const mean of later.means)
    if (!first.means.some((own) => own.ids.some((id) => mean.ids.includes(id)))) first.means.push(mean)
  // a number said later replaces a bare plural said before
  for (const outcome of new Set(later.harms.map((harm) => harm.outcome))) {
    const own = first.harms.filter((harm) => harm.outcome === outcome)
    const told = later.harms.filter((harm) => harm.outcome === outcome)
    const vague = own.every(({ count }) => count.bound === 'vague')
    if (vague && (own.length === 0 || told.some(({ count }) => count.bound !== 'vague')))
      first.harms = [...first.harms.filter((harm) => harm.outcome !== outcome), ...told]
  }
  add(first.people, later.people)
  first.time ??= later.time
  settleStatus(doc, first, later)
  if (!first.sources.length) add(first.sources, later.sources)
  first.background &&= later.background
  if (later.trigger.predicate.event !== 'harm')
    first.mentions.push({ from: later.trigger.from, to: later.trigger.to }, ...later.mentions)
  add(first.rules, ['acts.same'])
}
