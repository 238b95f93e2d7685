import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'knowledge' | 'addressAt'>

const COUNTRYSIDE = 'countryside'
const WIDE: ReadonlySet<string> = new Set(['country', 'governorate'])
/** Facilities so large that an act is at them whatever town they lie by. */
const BASES: ReadonlySet<string> = new Set(['military_camp', 'base', 'airport', 'port', 'barracks', 'dam', 'oil_field'])

/** A place that encloses another site of the same act says where that is, not that it happened there too. */
export function enclose(doc: Input, frame: Frame) {
  const told = frame.sites.filter(({ role }) => role === 'site' || role === 'near').map(({ mention }) => mention)
  const sites = frame.sites.filter(({ role }) => role === 'site').map(({ mention }) => mention)
  // a building that was hit is the target; the town names the place
  if (sites.some(({ kind }) => kind === 'place'))
    frame.sites = frame.sites.filter(({ mention }) => !(isBuilding(mention) && frame.targets.includes(mention)))
  const within = (mention: Mention): boolean =>
    isArea(doc, mention)
      ? !isApart(doc, mention, sites)
      : told.some((other) => encloses(doc, mention, other) && !told.some((next) => follows(doc, mention, next)))
  // an act was somewhere: where all its places enclose what it was near, they stay
  const outer = new Set(sites.filter(within))
  if (outer.size === sites.length) return
  frame.sites = frame.sites.map((site) =>
    site.role === 'site' && outer.has(site.mention) ? { ...site, role: 'within' } : site,
  )
}

/** The countryside of a town, a country, a governorate, a region of a country: no point. */
function isArea({ knowledge }: Input, { code, ids }: Mention): boolean {
  const { places } = knowledge.gazetteer
  const isWide = (id: string): boolean => {
    const place = places.get(id)
    return WIDE.has(place?.kind ?? '') || (place?.kind === 'region' && places.get(place.parent ?? '')?.kind === 'country')
  }
  return code === COUNTRYSIDE || WIDE.has(code) || (ids.length > 0 && ids.every(isWide))
}

/**
 * One place lies in the other. A name that a town and its governorate share means the governorate where something else in it
 * is named, unless the noun before it says "town".
 */
function encloses({ knowledge }: Input, outer: Mention, inner: Mention): boolean {
  if (outer === inner || inner.ids.some((id) => outer.ids.includes(id))) return false
  const chain = new Set(inner.ids.flatMap((id) => knowledge.gazetteer.chain(id).map((place) => place.id)))
  return (
    outer.ids.length > 0 && (outer.code === '' ? outer.ids.some((id) => chain.has(id)) : outer.ids.every((id) => chain.has(id)))
  )
}

/** Joined to other places by "and", all of them known and none of them in it. */
const isApart = (doc: Input, area: Mention, sites: readonly Mention[]): boolean =>
  area.ids.length > 0 &&
  sites.some((other) => follows(doc, other, area) || follows(doc, area, other)) &&
  sites.every((other) => other === area || (other.ids.length > 0 && !encloses(doc, area, other) && !encloses(doc, other, area)))

/** "A and B", "in A and in B" are two places, whatever the gazetteer says of them. */
const follows = ({ addressAt }: Input, { first, end }: Mention, next: Mention): boolean =>
  (next.conjunction && next.first === end) || (next.first > first && addressAt[next.first]?.joined === true)

const isBuilding = ({ kind, code }: Mention): boolean => kind === 'facility' && !BASES.has(code)
