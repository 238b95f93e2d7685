import type { Place } from '../../data/gazetteer.ts'
import type { PlaceRef } from '../../model/claim.ts'
import type { Doc, Mention, Site } from '../doc.ts'

type Input = Pick<Doc, 'knowledge' | 'report' | 'mentions' | 'note'>

/** A chosen place, the candidates left, and the reason in a sentence. */
type Choice = { readonly place: Place | null; readonly alternatives: readonly string[]; readonly why: string }

const AREAS: ReadonlySet<string> = new Set(['governorate', 'district', 'subdistrict', 'country', 'region'])
const SETTLEMENTS: ReadonlySet<string> = new Set(['city', 'town', 'village', 'camp', 'quarter'])
/** Larger kinds first: a bare name means the larger place. */
const SIZE = [
  'country',
  'governorate',
  'city',
  'town',
  'airbase',
  'airport',
  'camp',
  'village',
  'quarter',
  'field',
  'facility',
  'district',
  'subdistrict',
  'mountain',
  'region',
]

/** The place of a site as the contract gives it: the words, the entry chosen, and how precisely it is known. */
export function placeOf(doc: Input, site: Site, text: string): PlaceRef {
  const { mention } = site
  const referred = mention.ids.length ? mention : (referent(doc, mention) ?? mention)
  const { place, alternatives, why } = choose(doc, referred)
  const relative = mention.bearing !== null || (mention.near && mention.code !== 'countryside')
  const words = referred !== mention && mention.end - mention.first === 1 ? referred : mention
  doc.note({ step: 'where', rule: 'where.choose', span: words, gave: place?.id ?? 'not in the gazetteer', why })
  return {
    text: text.slice(words.from, words.to),
    from: words.from,
    to: words.to,
    role: site.role,
    relation: mention.bearing ? { bearing: mention.bearing, distanceKm: null } : null,
    place: place?.id ?? null,
    nameEn: place?.nameEn ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    precision: place ? (relative ? 'relative' : mention.code === 'countryside' ? 'governorate' : place.precision) : null,
    alternatives: [...alternatives],
  }
}

/** Ranks the candidates of a name by what the report says around it: an enclosing place that it names, then size. */
function choose(doc: Input, mention: Mention): Choice {
  const { gazetteer } = doc.knowledge
  const candidates = mention.ids.map((id) => gazetteer.places.get(id)).filter((place) => place !== undefined)
  if (candidates.length === 0) return { place: null, alternatives: [], why: 'no entry has this name' }
  if (candidates.length === 1) return { place: candidates[0]!, alternatives: [], why: 'the only entry of this name' }
  const named = new Set(doc.mentions.filter((other) => other !== mention && other.kind === 'place').flatMap(({ ids }) => ids))
  const wantsArea = mention.code === 'countryside' || mention.code === 'governorate'
  // the governorates of the places that the report names without doubt
  const sure = new Set(
    doc.mentions
      .filter(({ kind, ids }) => kind === 'place' && ids.length === 1)
      .flatMap(({ ids }) =>
        gazetteer
          .chain(ids[0]!)
          .filter(({ kind }) => kind === 'governorate')
          .map(({ id }) => id),
      ),
  )
  const main = mostNamed(doc)
  const score = (place: Place): number => {
    const chain = gazetteer.chain(place.id)
    const enclosed = chain.findIndex((outer) => named.has(outer.id))
    const around = enclosed < 0 ? 0 : 10 - enclosed
    const country = chain.some((outer) => outer.kind === 'country' && outer.id === main) ? 4 : 0
    const area = (AREAS.has(place.kind) === wantsArea ? 3 : 0) + (wantsArea && place.kind === 'governorate' ? 12 : 0)
    const beside = chain.some(({ id }) => sure.has(id)) ? 5 : 0
    const size = SIZE.indexOf(place.kind)
    return around + beside + country + area + (size < 0 ? 0 : 2 - size / SIZE.length)
  }
  const ranked = [...candidates].sort((a, b) => score(b) - score(a) || (a.id < b.id ? -1 : 1))
  const [best, second] = ranked
  const why =
    score(best!) - score(second!) >= 1
      ? 'an enclosing place or country of the report speaks for it'
      : 'the larger of several of this name'
  return { place: best!, alternatives: ranked.slice(1).map(({ id }) => id), why }
}

/** The country that most places of the report lie in. */
function mostNamed(doc: Input): string | null {
  const { gazetteer } = doc.knowledge
  const counts = new Map<string, number>()
  for (const { kind, ids } of doc.mentions) {
    if (kind !== 'place') continue
    for (const country of new Set(ids.map((id) => gazetteer.chain(id).at(-1)?.id ?? id)))
      counts.set(country, (counts.get(country) ?? 0) + 1 / ids.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** "The city", "the town": the last place named before it. */
function referent(doc: Input, mention: Mention): Mention | null {
  if (!mention.definite || mention.kind !== 'place' || !SETTLEMENTS.has(mention.code)) return null
  const settled = (other: Mention) =>
    other.ids.some((id) => SETTLEMENTS.has(doc.knowledge.gazetteer.places.get(id)?.kind ?? ''))
  return (
    doc.mentions
      .filter((other) => other.kind === 'place' && other.end <= mention.first && other.code !== 'countryside' && settled(other))
      .at(-1) ?? null
  )
}
