import type { Address, Doc, Mention } from '../doc.ts'

type Input = Pick<Doc, 'knowledge' | 'tokens' | 'mentionAt'>

/** The kinds of places that a noun may refer back to; a noun that is not here refers to its own kind. */
const REFERS: Readonly<Record<string, readonly string[]>> = {
  city: ['city', 'town'],
  town: ['town', 'city', 'village'],
  village: ['village', 'town'],
  area: [
    'area',
    'town',
    'village',
    'city',
    'quarter',
    'district',
    'subdistrict',
    'mountain',
    'valley',
    'region',
    'camp',
    'suburb',
  ],
  base: ['base', 'airbase', 'military-site'],
  airport: ['airport', 'airbase'],
  subdistrict: ['subdistrict', 'town', 'village'],
}

/** The places named so far in a report, to which "the town" or "its surroundings" may refer. */
export class Memory {
  readonly doc: Input
  readonly named: { readonly mention: Mention; readonly kinds: ReadonlySet<string> }[] = []

  constructor(doc: Input) {
    this.doc = doc
  }

  keep({ places, around }: Address) {
    for (const { mention } of [...around, ...places]) {
      // what stands in for another place is known already
      if (mention.name === undefined || this.doc.mentionAt[mention.first] !== mention) continue
      const { gazetteer } = this.doc.knowledge
      const kinds = new Set(mention.ids.map((id) => gazetteer.places.get(id)?.kind ?? ''))
      if (mention.code) kinds.add(mention.code)
      // a name without a noun of its kind, which no list has
      if (!kinds.size) for (const kind of ['town', 'village', 'area']) kinds.add(kind)
      this.named.push({ mention, kinds })
    }
  }

  /** The places that a mention means: itself where it has a name, else what it refers to. */
  meant(mention: Mention): readonly Mention[] {
    return mention.name === undefined ? this.referents(mention) : [mention]
  }

  /** What a definite noun of a kind refers to: the last such place, the last two for a dual; itself named no further. */
  private referents(mention: Mention): readonly Mention[] {
    if (mention.code === 'country') return [this.country(mention)]
    if (!mention.definite) return []
    const wanted = REFERS[mention.code] ?? [mention.code]
    const fitting = this.named.filter(({ kinds }) => wanted.some((kind) => kinds.has(kind)))
    if (mention.number === 'many') return []
    const last = [...new Set(fitting.map((one) => one.mention))].slice(mention.number === 'two' ? -2 : -1)
    return last.map((named) => this.standIn(mention, named))
  }

  /** "The country": its words, and the entry of the last country named. */
  private country(mention: Mention): Mention {
    const last = this.named.findLast(({ kinds }) => kinds.has('country'))
    return { ...mention, name: mention.first, ids: last?.mention.ids ?? [] }
  }

  /** "The town" is the place itself; "north of the town" keeps its words and takes the place's entry. */
  private standIn(mention: Mention, named: Mention): Mention {
    if (mention.near || mention.bearing) return { ...mention, ids: named.ids, name: mention.first }
    if (!named.near) return named
    const first = named.name!
    return { ...named, near: false, bearing: null, first, from: this.doc.tokens[first]!.from }
  }
}
