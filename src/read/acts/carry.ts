import type { Address, Doc, Frame, Mention, Site } from '../doc.ts'

type Input = Pick<
  Doc,
  'knowledge' | 'sentences' | 'mentions' | 'mentionAt' | 'addressAt' | 'clauseAt' | 'particles' | 'analyses' | 'tokens' | 'note'
>

const AREAS: ReadonlySet<string> = new Set(['countryside', 'governorate'])
const WIDE: ReadonlySet<string> = new Set(['country', 'governorate'])
/** Acts that are mostly told without a place of their own. */
const PLACELESS: ReadonlySet<string> = new Set(['agreement', 'toll'])
const ATTACKS: ReadonlySet<string> = new Set(['air/drone strike', 'shelling/artillery/missile attack'])
const ACTS_ON: ReadonlySet<string> = new Set([
  'armed clash',
  'air/drone strike',
  'shelling/artillery/missile attack',
  'attack',
  'government regains territory',
  'non-state actor overtakes territory',
  'arrests',
  'raid/search',
  'movement restriction',
  'change to group/activity',
])

/**
 * What the words of an act leave unsaid and the words before it say: the doer of the clause before for a joined verb or a
 * bare verb, the place of the sentence, and the areas that enclose it. Their spans are where those words stand.
 */
export function carryOver(doc: Input, frames: readonly Frame[]): void {
  frames.forEach((frame, i) => {
    const before = frames[i - 1]
    const { trigger } = frame
    const same = before?.trigger.sentence === trigger.sentence
    if (!frame.perpetrators.length && before && ACTS_ON.has(frame.type)) {
      const near = same || before.trigger.sentence === trigger.sentence - 1
      const bare = trigger.verbal && !trigger.passive && trigger.predicate.subject === 'perp' && !hasSubject(doc, trigger.at)
      if (near && bare && before.perpetrators.length) {
        frame.perpetrators.push(...before.perpetrators)
        frame.rules.push('carry.doer')
      }
    }
    if (!frame.perpetrators.length && ATTACKS.has(frame.type)) {
      const told = frames.slice(0, i).findLast((other) => other.type === frame.type && other.perpetrators.length > 0)
      if (told && trigger.sentence - told.trigger.sentence <= 2) {
        frame.perpetrators.push(...told.perpetrators)
        frame.rules.push('carry.doer-of-same-act')
      }
    }
    const sited = frame.sites.some(({ role }) => role === 'site' || role === 'destination')
    if (!sited && !PLACELESS.has(frame.type) && !siteFromSentence(doc, frame, same ? before : undefined))
      siteFromBefore(frame, frames.slice(0, i))
    areas(doc, frame)
    enclose(doc, frame)
  })
}

/** A party stands right after the verb: it has a doer of its own. */
const hasSubject = (doc: Input, at: number): boolean => {
  const after = doc.mentionAt[at + 1]
  return after !== undefined && after !== null && after.prep === '' && after.kind !== 'place'
}

/** The place that the words around an act give to it, nearest first; none where the act was said to be near a place. */
function siteFromSentence(doc: Input, frame: Frame, before: Frame | undefined): boolean {
  const { trigger } = frame
  if (frame.sites.some(({ role, mention }) => role === 'near' && mention.name !== undefined)) return true
  const sentence = doc.sentences[trigger.sentence]!
  const clause = doc.clauseAt[trigger.at]!
  const give = (sites: readonly Site[], rule: string): boolean => {
    if (!sites.length) return false
    frame.sites.push(...sites)
    frame.rules.push(rule)
    return true
  }
  const told = before?.sites.filter(({ role }) => role === 'site') ?? []
  const here = (first: number, end: number) => {
    for (let at = first; at < end; at++) {
      const sites = placesOf(doc.addressAt[at])
      if (sites.length) return sites
    }
    return []
  }
  const back = (first: number, end: number) => {
    for (let at = end - 1; at >= first; at--) {
      const sites = placesOf(doc.addressAt[at])
      if (sites.length) return sites
    }
    return []
  }
  return (
    give(here(trigger.end, clause.end), 'carry.place-of-clause') ||
    give(told, 'carry.place-of-clause') ||
    give(back(sentence.first, trigger.at), 'carry.place-of-sentence') ||
    give(here(clause.end, sentence.end), 'carry.place-of-sentence')
  )
}

/** How far back, in sentences, an act without a word of where leans on the act told before. */
const REACH = 2

/** "The clashes", "its shelling", told without any place, go on from the acts of the sentences before. */
function siteFromBefore(frame: Frame, told: readonly Frame[]) {
  const { analysis, verbal, sentence } = frame.trigger
  if (verbal || !(analysis?.article || analysis?.pronoun)) return
  const before = told.findLast(({ sites, trigger }) => trigger.sentence < sentence && sites.some(({ role }) => role === 'site'))
  if (!before || sentence - before.trigger.sentence > REACH) return
  frame.sites.push(...before.sites.filter(({ role }) => role === 'site'))
  frame.rules.push('carry.place-of-act-before')
}

const GOVERNED: ReadonlySet<string> = new Set(['in', 'on', '', 'during', 'for'])

/** The places of an address that an act beside it may have been at. */
function placesOf(address: Address | null | undefined): readonly Site[] {
  if (!address || !GOVERNED.has(address.governor)) return []
  const sites = address.places.filter(({ role }) => role === 'site')
  return sites.length ? [...sites, ...address.around] : []
}

/** Countryside and governorates named in the sentence enclose its sites; alone, they are where it happened. */
function areas(doc: Input, frame: Frame) {
  const sentence = doc.sentences[frame.trigger.sentence]!
  for (let at = sentence.first; at < sentence.end; at++) {
    const address = doc.addressAt[at]
    if (!address || address.governor === 'owned') continue
    for (const { mention } of [...address.places, ...address.around])
      if (isRegion(doc, mention) && !frame.sites.some((site) => sameEntry(site.mention, mention)))
        frame.sites.push({ mention, role: 'within' })
  }
}

const sameEntry = (a: Mention, b: Mention): boolean => a === b || (a.code === b.code && a.ids.some((id) => b.ids.includes(id)))

/** The countryside of a place, or a governorate, which a district may share its name with. */
function isRegion({ knowledge }: Pick<Input, 'knowledge'>, { code, ids, near }: Mention): boolean {
  if (near) return false
  const kinds = ids.map((id) => knowledge.gazetteer.places.get(id)?.kind)
  return (
    AREAS.has(code) || (kinds.includes('governorate') && kinds.every((kind) => kind === 'governorate' || kind === 'district'))
  )
}

/** Facilities so large that an act is at them whatever town they lie by. */
const BASES: ReadonlySet<string> = new Set(['military_camp', 'base', 'airport', 'port', 'barracks', 'dam', 'oil_field'])
const isBuilding = ({ kind, code }: Mention): boolean => kind === 'facility' && !BASES.has(code)

/** A place that encloses another site of the same act says where that is, not that it happened there too. */
export function enclose(doc: Pick<Input, 'knowledge'>, frame: Frame) {
  const { gazetteer } = doc.knowledge
  const inner = frame.sites.filter(({ role }) => role === 'site' || role === 'near')
  const outer = new Set(
    inner.flatMap(({ mention }) => mention.ids.flatMap((id) => gazetteer.chain(id).map((place) => place.id))),
  )
  const isOuter = ({ ids }: Mention) => ids.length > 0 && ids.every((id) => outer.has(id))
  // "A and B" are two places, whatever the gazetteer says of them
  const follows = (next: Mention, { end }: Mention) => next.conjunction && next.first === end
  const isWide = (id: string) => {
    const place = gazetteer.places.get(id)
    return (
      WIDE.has(place?.kind ?? '') || (place?.kind === 'region' && gazetteer.places.get(place.parent ?? '')?.kind === 'country')
    )
  }
  const isArea = ({ code, ids }: Mention) => AREAS.has(code) || WIDE.has(code) || (ids.length > 0 && ids.every(isWide))
  const point = inner.some(({ mention, role }) => role === 'site' && !isArea(mention))
  // a building that was hit is the target; the town names the place
  const town = inner.some(({ mention, role }) => role === 'site' && mention.kind === 'place')
  frame.sites = frame.sites.filter(({ mention }) => !(town && isBuilding(mention) && frame.targets.includes(mention)))
  frame.sites = frame.sites.map((site) =>
    site.role === 'site' &&
    point &&
    (isArea(site.mention) || (isOuter(site.mention) && !inner.some(({ mention }) => follows(mention, site.mention))))
      ? { ...site, role: 'within' }
      : site,
  )
}
