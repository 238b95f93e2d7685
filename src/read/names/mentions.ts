import { toOriginal } from '../../model/fold.ts'
import type { Bearing } from '../../model/types.ts'
import type { Analysis, Count, Doc, Mention, MentionKind, Particle } from '../doc.ts'
import { strips } from '../letters/clitics.ts'
import { personAt, type PersonWords } from './people.ts'
import { type PhraseHit, type Phrasebook, phrasesAt } from './phrasebook.ts'

type Layers = Pick<Doc, 'particles' | 'mentions' | 'mentionAt'>
type Input = Pick<Doc, 'report' | 'folded' | 'tokens' | 'analyses' | 'numbers' | 'times' | 'note'>

/** Bare kinds of groups that count people; the others name armed units. */
const PEOPLE = new Set(['people', 'fighters', 'victims'])
const DUAL: Count = { min: 2, max: 2, bound: 'exact' }
const ONE: Count = { min: 1, max: 1, bound: 'exact' }
const SEVERAL: Count = { min: 2, max: 19, bound: 'vague' }
const BEARINGS: ReadonlySet<string> = new Set(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'])

/** One pass over the tokens: what names something, and the small words between. Longest first; nothing overlaps. */
export function nameMentions(input: Input, book: Phrasebook, people: PersonWords): Layers {
  const scan = new Scan(input, book, people)
  scan.run()
  return { particles: scan.particles, mentions: scan.mentions, mentionAt: scan.mentionAt }
}

class Scan {
  readonly particles: (Particle | null)[]
  readonly mentions: Mention[] = []
  readonly mentionAt: (Mention | null)[]
  readonly input: Input
  readonly book: Phrasebook
  readonly people: PersonWords
  /** ids already named in this report: a bare name ("the army") leans on them */
  readonly named = new Set<string>()

  constructor(input: Input, book: Phrasebook, people: PersonWords) {
    this.input = input
    this.book = book
    this.people = people
    this.particles = new Array(input.tokens.length).fill(null)
    this.mentionAt = new Array(input.tokens.length).fill(null)
  }

  get article(): string {
    return this.book.affixes.get('article')?.[0]?.form ?? ''
  }

  /** Written with the article, by itself or after "and". */
  isDefinite(key: string): boolean {
    return key.length > 4 && strips(key, this.book.affixes).some(({ article, prep }) => article && prep === '')
  }

  run() {
    const { tokens, times } = this.input
    const timeAt = new Map(times.map((time) => [time.first, time]))
    for (let at = 0; at < tokens.length; ) {
      const time = timeAt.get(at)
      if (time && time.kind !== 'duration') {
        at = time.end
        continue
      }
      const token = tokens[at]!
      at = token.kind === 'mark' ? at + 1 : this.step(at)
    }
  }

  /** Reads what begins at this token; gives the token after it. */
  step(at: number): number {
    const counts = this.counted(at)
    if (counts) return counts
    const hits = phrasesAt(this.input.tokens, at, this.book).filter((hit) => hit.strip.lead === 0 || hit.strip.stem.length > 2)
    const particle = hits.find((hit) => hit.phrase.kind === 'particle')
    const name = hits.find((hit) => hit.phrase.kind !== 'particle')
    if (particle && (!name || particle.end >= name.end)) return this.particle(at, particle)
    const source = hits.find((hit) => hit.phrase.kind === 'source')
    const actor = hits.find((hit) => hit.phrase.kind === 'actor')
    const longest = [source, actor].filter((hit) => hit !== undefined).sort((a, b) => b.end - a.end)[0]
    // a car bomb is no car, a drone no aircraft with a crew
    const munition = hits.find((hit) => hit.phrase.kind === 'weapon')
    const crewed = munition && munition.strip.prep !== 'with' && !munition.phrase.id.includes('drone') && this.nounOf(at, ['unit']) !== null
    if (munition && !crewed && munition.end > at + 1 && munition.end >= (longest?.end ?? 0)) return this.add('weapon', at, munition.end, { ...fromHit(munition), ids: [munition.phrase.id] }).end
    const placed = this.place(at, hits)
    if (placed && placed >= (longest?.end ?? 0)) return placed
    if (longest) return this.party(at, longest, hits)
    const weapon = hits.find((hit) => hit.phrase.kind === 'weapon')
    const previous = this.mentions.at(-1)
    const listed = previous !== undefined && this.introduces(previous, at)
    const person = personAt(this.input, at, this.people, listed)
    if (person) return this.add('person', at, person.end, { lead: person.lead, conjunction: person.lead > 0, sex: person.sex }).end
    // the air force is a doer unless it is what something was done with
    const unit = weapon && weapon.strip.prep !== 'with' && this.nounOf(at, ['unit']) ? this.group(at, null) : 0
    if (unit) return unit
    if (weapon) return this.add('weapon', at, weapon.end, { ...fromHit(weapon), ids: [weapon.phrase.id] }).end
    const group = this.group(at, null)
    if (group) return group
    const phrase = hits.find((hit) => hit.phrase.kind === 'unit' || hit.phrase.kind === 'group')
    if (phrase) return this.add(phrase.phrase.kind as MentionKind, at, phrase.end, { ...fromHit(phrase), code: phrase.phrase.id }).end
    return this.listedPlace(at) || at + 1
  }

  particle(at: number, hit: PhraseHit): number {
    const [role = '', id = ''] = hit.phrase.id.split(' ')
    const particle: Particle = { role, id, first: at, end: hit.end }
    for (let i = at; i < hit.end; i++) this.particles[i] = particle
    return hit.end
  }

  /** A number with the people it counts: «25 حوثيا», «ثلاث سيدات», «43 مدنيا على الأقل». */
  counted(at: number): number {
    const number = this.input.numbers.find((found) => found.first === at)
    if (!number || number.kind !== 'count') return 0
    const count: Count = { min: number.min, max: number.max, bound: number.bound }
    const next = this.group(number.end, { count, first: at })
    if (next) return next
    return number.end
  }

  /** A noun for people, fighters, victims or an armed unit, with the words that belong to it. */
  group(at: number, counted: { count: Count; first: number } | null): number {
    const tokens = this.input.tokens
    let noun = at
    // "three of the soldiers", "three armed civilians"
    if (counted && this.isFrom(noun)) noun++
    const token = tokens[noun]
    if (!token || token.kind !== 'word') return 0
    const analysis = this.nounOf(noun, ['people', 'fighters', 'victims', 'unit'])
    const first = counted?.first ?? at
    if (!analysis) {
      if (!counted) return 0
      const actor = phrasesAt(tokens, noun, this.book).find((hit) => hit.phrase.kind === 'actor')
      if (!actor) return 0
      return this.add('group', first, actor.end, { code: actor.phrase.id, count: counted.count, ids: [actor.phrase.id] }).end
    }
    const { entry, form } = analysis
    let end = noun + 1
    const count = counted?.count ?? (form.number === 'two' ? DUAL : form.number === 'many' ? SEVERAL : ONE)
    const lead = counted ? 0 : analysis.lead
    const base = {
      lead: counted ? this.leadOf(first) : lead,
      prep: counted ? this.prepOf(first) : analysis.prep,
      conjunction: analysis.conjunction,
      definite: analysis.article,
    }
    if (entry.class === 'unit' || entry.class === 'fighters') {
      // "fighters of the group X", "the warplanes of X": the party is named by what follows
      const inner = phrasesAt(tokens, this.skipQuote(end), this.book).find(
        (hit) => (hit.phrase.kind === 'actor' || (hit.phrase.kind === 'place' && entry.class === 'unit')) && hit.strip.lead === 0,
      )
      if (inner?.phrase.kind === 'actor') {
        const ids = [inner.phrase.id]
        this.named.add(inner.phrase.id)
        end = this.adjectives(inner.end)
        const kind = PEOPLE.has(entry.class) && counted ? 'group' : 'actor'
        return this.add(kind, first, end, { ...base, ids, code: entry.code || entry.class, count: counted ? count : null }).end
      }
      end = this.adjectives(end, entry.class === 'unit' ? 3 : 2)
      if (entry.class === 'unit') return this.add('unit', first, end, { ...base, code: entry.id, count: null }).end
    } else end = this.adjectives(end, 1)
    return this.add('group', first, end, { ...base, code: entry.code, count: counted || !analysis.article ? count : null }).end
  }

  /** Adjectives and quoted names that follow a noun: definite words that are nothing else. */
  adjectives(at: number, most = 2): number {
    const { tokens, analyses } = this.input
    let end = at
    for (let taken = 0; taken < most; ) {
      const open = this.skipQuote(end)
      if (open > end) {
        let close = open
        while (close < tokens.length && close < open + 5 && tokens[close]!.kind === 'word') close++
        if (tokens[close]?.kind !== 'mark' || tokens[close]!.key !== '"' || close === open || this.people.names.has(tokens[open]!.key)) return end
        end = close + 1
        taken++
        continue
      }
      const token = tokens[end]
      if (!token || token.kind !== 'word') return end
      const definite = this.isDefinite(token.key)
      const act = analyses[end]!.some(({ entry, form }) => entry.class === 'act' && form.part !== 'participle')
      if (!definite || act || this.isNamed(end) || this.isTime(end)) return end
      end++
      taken++
    }
    return end
  }

  /** A place: a name of the gazetteer, or a class noun and what follows it, with the words that say where by it. */
  place(at: number, hits: readonly PhraseHit[]): number {
    const classed = this.nounOf(at, ['place', 'facility', 'relation'])
    if (classed && !hits.some((hit) => hit.phrase.kind === 'place' && hit.end > at + 1)) {
      const found = classed.entry.class === 'facility' ? this.facility(at, classed) : this.classed(at, classed)
      if (found) return found
    }
    const hit = hits.find(({ phrase, end }) => phrase.kind === 'place' && (!phrase.bare || (classed !== null && end > at + 1) || this.afterPlace(at, hits)))
    if (!hit) return 0
    const ids = this.candidates(hits, hit.end)
    this.add('place', at, hit.end, { ...fromHit(hit), ids })
    return hit.end
  }

  /** «مدينة تدمر», «قرى ريف حمص», «شمال شرقي تدمر», «أحياء المدينة الغربية»: relation and class nouns before a name. */
  classed(at: number, start: Analysis): number {
    const { tokens } = this.input
    // "its surroundings": those of the place before
    if (start.pronoun) return 0
    let next = at
    let bearing = ''
    let near = false
    let code = ''
    let named = false
    let open = false
    let nouns = 0
    for (let analysis: Analysis | null = start; analysis; analysis = this.nounOf(next, ['place', 'relation', 'facility'])) {
      if (next > at && (analysis.conjunction || analysis.prep)) break
      if (nouns > 0 && !open && analysis.entry.class === 'place') break
      // «المدينة الغربية»: a side of it, read below
      if (nouns > 0 && analysis.entry.class === 'relation' && analysis.article) break
      if (analysis.entry.class === 'relation') {
        if (BEARINGS.has(analysis.entry.code)) bearing = joinBearing(bearing, analysis.entry.code)
        near ||= analysis.entry.code !== 'inside'
      } else {
        code = analysis.entry.code || analysis.entry.id
        nouns++
        open = !analysis.article
      }
      next++
      const inner = phrasesAt(tokens, this.skipQuote(next), this.book).find((hit) => hit.phrase.kind === 'place' && hit.strip.lead === 0)
      if (inner) {
        const ids = this.candidates(phrasesAt(tokens, this.skipQuote(next), this.book), inner.end)
        const end = this.side(inner.end, (side) => (bearing ||= side))
        const area = near || code === 'countryside'
        this.add('place', at, end, { ...fromAnalysis(start), ids, code, near: area, bearing: asBearing(bearing) })
        return end
      }
      if (next - at > 4) break
      named = analysis.entry.class === 'place' && !analysis.article
    }
    if (named || (nouns && open && !near) || (nouns && tokens[next]?.key === '"')) {
      // a name that the gazetteer does not have, after its class noun
      const end = this.unknownName(next)
      if (end > next) {
        this.add('place', at, end, { ...fromAnalysis(start), code, near, bearing: asBearing(bearing) })
        return end
      }
    }
    if (nouns && this.input.tokens[next - 1] && start.entry.class !== 'facility') {
      // «المدينة»: the place named before
      const end = this.side(next, (side) => (bearing ||= side))
      this.add('place', at, end, { ...fromAnalysis(start), code, near, bearing: asBearing(bearing), definite: true })
      return end
    }
    return 0
  }

  /** A facility with its name: «المطار العسكري», «حاجز سوق الغنم», «مشفى المدينة». */
  facility(at: number, analysis: Analysis): number {
    let end = this.adjectives(at + 1, 2)
    if (end === at + 1 && !analysis.article) {
      const inner = phrasesAt(this.input.tokens, end, this.book).find(
        (hit) => (hit.phrase.kind === 'place' || hit.phrase.kind === 'actor') && hit.strip.lead === 0,
      )
      const group = inner ? null : this.nounOf(end, ['people', 'fighters', 'place', 'unit'])
      end = inner ? this.adjectives(inner.end, 1) : group && !group.conjunction && !group.prep ? this.adjectives(end + 1, 1) : this.unknownName(end)
    }
    const named = phrasesAt(this.input.tokens, at + 1, this.book).filter((hit) => hit.phrase.kind === 'place' && hit.strip.lead === 0)
    if (named.length && !analysis.article) {
      const ids = this.candidates(named, named[0]!.end)
      return this.add('place', at, Math.max(end, named[0]!.end), { ...fromAnalysis(analysis), ids, code: analysis.entry.code }).end
    }
    return this.add('facility', at, end, { ...fromAnalysis(analysis), code: analysis.entry.code, definite: analysis.article }).end
  }

  /** Words that may be a proper name: unknown to the lexicon, or definite; at most three, until something else begins. */
  unknownName(at: number): number {
    const { tokens, analyses } = this.input
    let end = this.skipQuote(at)
    const quoted = end > at
    const begin = end
    while (end < tokens.length && end - begin < (quoted ? 4 : 2)) {
      const token = tokens[end]!
      if (token.kind !== 'word' || this.isNamed(end)) break
      if (analyses[end]!.some(({ entry, form }) => entry.kind === 'verb' && form.part !== 'participle')) break
      const known = analyses[end]!.length > 0
      if (analyses[end]!.some(({ entry }) => entry.class === 'relation')) break
      if (!quoted && end > begin && (known || !token.key.startsWith(this.article))) break
      if (!quoted && end === begin && analyses[end]!.some(({ conjunction, prep }) => conjunction || prep)) break
      end++
    }
    if (quoted && tokens[end]?.key === '"' && end > begin) return end + 1
    return end > begin && !quoted ? end : at
  }

  side(at: number, take: (bearing: string) => void): number {
    const analysis = this.input.analyses[at]?.find(({ entry, article }) => entry.class === 'relation' && BEARINGS.has(entry.code) && article)
    if (!analysis) return at
    take(analysis.entry.code)
    return this.side(at + 1, take)
  }

  party(at: number, hit: PhraseHit, hits: readonly PhraseHit[]): number {
    const { phrase } = hit
    const ids = [...new Set(hits.filter((other) => other.end === hit.end && other.phrase.kind === phrase.kind).map((other) => other.phrase.id))]
    const describesAct = this.input.analyses[at - 1]?.some(({ entry }) => entry.class === 'act') ?? false
    if (phrase.kind === 'actor' && phrase.adjective && !describesAct && !this.named.has(phrase.id) && hit.end === at + 1 && !hit.strip.article)
      return at + 1
    for (const id of ids) this.named.add(id)
    const end = phrase.kind === 'actor' ? this.adjectives(hit.end, 1) : hit.end
    return this.add(phrase.kind as MentionKind, at, end, { ...fromHit(hit), ids }).end
  }

  candidates(hits: readonly PhraseHit[], end: number): readonly string[] {
    return [...new Set(hits.filter((hit) => hit.phrase.kind === 'place' && hit.end === end).map((hit) => hit.phrase.id))]
  }

  /** A bare name may stand where a place list goes on. */
  afterPlace(at: number, hits: readonly PhraseHit[]): boolean {
    const last = this.mentions.at(-1)
    if (last === undefined || (last.kind !== 'place' && last.kind !== 'facility')) return false
    const joined = hits.some(({ strip }) => strip.conjunction)
    return joined ? last.end >= at - 1 : last.end === at - 1 && this.input.tokens[last.end]?.key === '\u060C'
  }

  /** A word that no list knows, joined to a place, is another place: «منطقة الكود ودوفس». */
  listedPlace(at: number): number {
    const last = this.mentions.at(-1)
    const { tokens, analyses } = this.input
    if (last?.kind !== 'place' || last.end !== at || analyses[at]!.length > 0) return 0
    const joint = this.book.affixes.get('conjunction')?.find(({ form }) => tokens[at]!.key.startsWith(form))
    if (!joint || tokens[at]!.key.length < joint.form.length + 3) return 0
    const more = tokens[at + 1]
    const end = more?.kind === 'word' && more.key.startsWith(this.article) && analyses[at + 1]!.length === 0 && !this.isNamed(at + 1) ? at + 2 : at + 1
    return this.add('place', at, end, { lead: joint.form.length, conjunction: true, near: last.near, code: last.code }).end
  }

  /** A name before it in a list, with an age between; or the people that it names: «المدنيين فلان وفلان». */
  introduces(previous: Mention, at: number): boolean {
    if (previous.kind === 'group') return previous.end >= at - 1
    if (previous.kind !== 'person' || previous.end < at - 5) return false
    const { tokens, analyses } = this.input
    return tokens.slice(previous.end, at).every(({ kind, index }) => kind !== 'word' || analyses[index]!.length === 0)
  }

  isFrom(at: number): boolean {
    return phrasesAt(this.input.tokens, at, this.book).some((hit) => hit.phrase.kind === 'particle' && hit.phrase.id.startsWith('from '))
  }

  isNamed(at: number): boolean {
    return phrasesAt(this.input.tokens, at, this.book).some((hit) => hit.phrase.kind !== 'weapon' && !hit.phrase.bare && !hit.phrase.adjective && (hit.strip.lead === 0 || hit.strip.stem.length > 2))
  }

  isTime(at: number): boolean {
    return this.input.times.some((time) => time.first <= at && at < time.end)
  }

  nounOf(at: number, classes: readonly string[]): Analysis | null {
    return this.input.analyses[at]?.find(({ entry, form, prep }) => form.part === 'noun' && prep !== 'like' && classes.includes(entry.class)) ?? null
  }

  skipQuote(at: number): number {
    return this.input.tokens[at]?.key === '"' ? at + 1 : at
  }

  leadOf(at: number): number {
    const { tokens } = this.input
    const token = tokens[at]!
    return token.kind === 'word' ? (phraseLead(token.key, this.book) ?? 0) : 0
  }

  prepOf(at: number): string {
    const key = this.input.tokens[at]!.key
    const strip = this.book.affixes.get('prep')?.find(({ form }) => key.startsWith(form) && this.leadOf(at) === form.length)
    return strip?.value ?? ''
  }

  add(kind: MentionKind, first: number, end: number, rest: Partial<Mention> & { lead?: number }): Mention {
    const { tokens, folded, note } = this.input
    const { lead = 0, ...more } = rest
    const words = toOriginal(folded, tokens[first]!.at + lead, tokens[end - 1]!.until)
    const mention: Mention = {
      kind,
      first,
      end,
      ids: [],
      prep: '',
      conjunction: false,
      code: '',
      count: null,
      near: false,
      bearing: null,
      definite: false,
      sex: 'unknown',
      ...words,
      ...more,
    }
    this.mentions.push(mention)
    for (let i = first; i < end; i++) this.mentionAt[i] = mention
    note({ step: 'names', rule: `name.${kind}`, span: words, gave: mention.ids.join(' ') || mention.code || kind, why: 'words that name it' })
    return mention
  }
}

const fromHit = ({ strip }: PhraseHit) => ({ lead: strip.lead, prep: strip.prep, conjunction: strip.conjunction })
const fromAnalysis = (analysis: Analysis) => ({ lead: analysis.lead, prep: analysis.prep, conjunction: analysis.conjunction })
const asBearing = (text: string): Bearing | null => (BEARINGS.has(text) ? (text as Bearing) : null)

/** «شمال» + «شرقي» is north-east. */
function joinBearing(first: string, second: string): string {
  const both = first + second
  return first && BEARINGS.has(both) ? both : BEARINGS.has(second + first) && first ? second + first : second
}

function phraseLead(key: string, book: Phrasebook): number | null {
  const affixes = [...(book.affixes.get('conjunction') ?? []), ...(book.affixes.get('prep') ?? [])]
  return affixes.find(({ form }) => key.startsWith(form) && key.length > form.length + 2 && !book.known(key))?.form.length ?? null
}
