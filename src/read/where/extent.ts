import type { Doc, Mention } from '../doc.ts'

type Input = Pick<Doc, 'knowledge'>

const WIDE: ReadonlySet<string> = new Set(['country', 'governorate', 'region', 'countryside'])
const AREAS: ReadonlySet<string> = new Set([...WIDE, 'district', 'subdistrict', 'sector'])
const COUNTRY: ReadonlySet<string> = new Set(['country'])

/** By its noun, or by every entry of its name. */
const isOf = ({ knowledge }: Input, { code, ids }: Mention, kinds: ReadonlySet<string>): boolean =>
  kinds.has(code) || (ids.length > 0 && ids.every((id) => kinds.has(knowledge.gazetteer.places.get(id)?.kind ?? '')))

export const isCountry = (doc: Input, mention: Mention): boolean => isOf(doc, mention, COUNTRY)
/** A country, a governorate, the countryside of a town: an act in a part of it is still in it. */
export const isWide = (doc: Input, mention: Mention): boolean => isOf(doc, mention, WIDE)
/** No settlement or point, but what settlements lie in. */
export const isArea = (doc: Input, mention: Mention): boolean => isOf(doc, mention, AREAS)

export const isPlace = ({ kind }: Mention): boolean => kind === 'place' || kind === 'facility'

/** "Near A", "north of the town of A": not in it; the north of a governorate lies in it. */
export const isBeside = (doc: Input, mention: Mention): boolean =>
  mention.near && !(mention.bearing !== null && isWide(doc, mention))

const BOUNDED: ReadonlySet<string> = new Set([
  ...['governorate', 'district', 'subdistrict', 'city', 'town', 'village', 'quarter', 'camp', 'island'],
])

/** An area with bounds that are known, unlike a countryside or a plain: an act near a town is said to be in it. */
export const isBounded = ({ knowledge }: Input, { code, ids }: Mention): boolean =>
  BOUNDED.has(code) ||
  (code !== 'countryside' &&
    code !== 'capital' &&
    ids.some((id) => BOUNDED.has(knowledge.gazetteer.places.get(id)?.kind ?? '')))
