import type { Place } from '../../data/gazetteer.ts'
import type { PlaceRef } from '../../model/claim.ts'
import type { Doc, Mention, Site } from '../doc.ts'

type Input = Pick<Doc, 'knowledge' | 'report' | 'mentions' | 'note'>

/** A chosen place, the candidates left, and the reason in a sentence. */
type Choice = { readonly place: Place | null; readonly alternatives: readonly string[]; readonly why: string }

/** What a report says of where its places are: the places that it names, the governorates of those it names without doubt. */
type Setting = { readonly named: ReadonlySet<string>; readonly sure: ReadonlySet<string>; readonly country: string | null }

const AREAS: ReadonlySet<string> = new Set(['governorate', 'district', 'subdistrict', 'country', 'region'])
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

/** Gives each site of a report as the contract has it: the words, the entry chosen, and how precisely it is known. */
export function placesOf(doc: Input): (site: Site) => PlaceRef {
  const { text } = doc.report
  const setting = settingOf(doc)
  return ({ mention, role }) => {
    const { place, alternatives, why } = choose(doc, setting, mention)
    const { from, to, bearing, distanceKm = null, near, code } = mention
    const relative = distanceKm !== null || (near && code !== 'countryside')
    doc.note({ step: 'where', rule: 'where.choose', span: mention, gave: place?.id ?? 'not in the gazetteer', why })
    return {
      text: text.slice(from, to),
      from,
      to,
      role,
      relation: bearing || distanceKm !== null ? { bearing, distanceKm } : null,
      place: place?.id ?? null,
      nameEn: place?.nameEn ?? null,
      lat: place?.lat ?? null,
      lon: place?.lon ?? null,
      precision: place ? (relative ? 'relative' : code === 'countryside' ? 'governorate' : place.precision) : null,
      alternatives: [...alternatives],
    }
  }
}

/** Ranks the candidates of a name by what the report says around it: an enclosing place that it names, then size. */
function choose(doc: Input, { named, sure, country }: Setting, mention: Mention): Choice {
  const { gazetteer } = doc.knowledge
  const candidates = mention.ids.map((id) => gazetteer.places.get(id)).filter((place) => place !== undefined)
  if (candidates.length === 0) return { place: null, alternatives: [], why: 'no entry has this name' }
  if (candidates.length === 1) return { place: candidates[0]!, alternatives: [], why: 'the only entry of this name' }
  const wantsArea = mention.code === 'countryside' || mention.code === 'governorate'
  const score = (place: Place): number => {
    const chain = gazetteer.chain(place.id)
    const enclosed = chain.findIndex((outer) => named.has(outer.id) && !mention.ids.includes(outer.id))
    const around = enclosed < 0 ? 0 : 10 - enclosed
    const here = chain.some((outer) => outer.kind === 'country' && outer.id === country) ? 4 : 0
    const area = (AREAS.has(place.kind) === wantsArea ? 3 : 0) + (wantsArea && place.kind === 'governorate' ? 12 : 0)
    const beside = chain.some(({ id }) => sure.has(id)) ? 5 : 0
    const size = SIZE.indexOf(place.kind)
    return around + beside + here + area + (size < 0 ? 0 : 2 - size / SIZE.length)
  }
  const scored = candidates.map((place) => ({ place, points: score(place) }))
  const [best, ...rest] = scored.sort((a, b) => b.points - a.points || (a.place.id < b.place.id ? -1 : 1))
  const why =
    best!.points - rest[0]!.points >= 1
      ? 'an enclosing place or country of the report speaks for it'
      : 'the larger of several of this name'
  return { place: best!.place, alternatives: rest.map(({ place }) => place.id), why }
}

function settingOf({ mentions, knowledge }: Input): Setting {
  const { gazetteer } = knowledge
  const named = new Set<string>()
  const sure = new Set<string>()
  const counts = new Map<string, number>()
  for (const { kind, ids } of mentions) {
    if (kind !== 'place') continue
    for (const id of ids) named.add(id)
    if (ids.length === 1) for (const place of gazetteer.chain(ids[0]!)) if (place.kind === 'governorate') sure.add(place.id)
    for (const country of new Set(ids.map((id) => gazetteer.chain(id).at(-1)?.id ?? id)))
      counts.set(country, (counts.get(country) ?? 0) + 1 / ids.length)
  }
  const country = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  return { named, sure, country }
}
