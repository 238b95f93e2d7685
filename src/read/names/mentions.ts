import type { Doc, Mention, MentionKind, Particle } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { countedAt, groupAt, ONE, SEVERAL } from './groups.ts'
import { type PersonWords, personAt } from './people.ts'
import type { Phrasebook, PhraseHit } from './phrasebook.ts'
import { placeAt, unlistedPlace } from './places.ts'
import { fromHit, type Input, Scan } from './scan.ts'
import { opensName } from './shapes.ts'
import { bareNames, shortNames } from './short.ts'

/** One pass over the tokens: what names something, and the small words between. Longest first; nothing overlaps. */
export function nameMentions(
  input: Input,
  book: Phrasebook,
  people: PersonWords,
): Pick<Doc, 'particles' | 'mentions' | 'mentionAt'> {
  const scan = new Scan(input, book, people)
  run(scan)
  bareNames(scan)
  shortNames(scan)
  return { particles: scan.particles, mentions: scan.mentions, mentionAt: scan.mentionAt }
}

function run(scan: Scan) {
  const { tokens, times } = scan.input
  const timeAt = new Map(times.map((time) => [time.first, time]))
  for (let at = 0; at < tokens.length; ) {
    const time = timeAt.get(at)
    if (time && time.kind !== 'duration') {
      at = time.end
      continue
    }
    const token = tokens[at]!
    at = token.kind === 'mark' && !scan.numberAt.has(at) ? at + 1 : step(scan, at)
  }
}

/** Reads what begins at this token; gives the token after it. */
function step(scan: Scan, at: number): number {
  const counts = countedAt(scan, at)
  if (counts) return counts
  const hits = scan.phrasesAt(at).filter(isLikely)
  // "A and Mother-of-B": in a list of places a small word may begin a name
  const listed = scan.list !== null && opensName(scan, scan.input.tokens[at]!.key) ? placeAt(scan, at, hits) : 0
  if (listed) return listed
  const particle = hits.find((hit) => hit.phrase.kind === 'particle')
  const name = hits.find((hit) => hit.phrase.kind !== 'particle')
  // "amid clashes", but "amid the city": a word of place that may also open a clause
  const opens = particle?.phrase.id.startsWith('clause ') && particle.end === at + 1 && scan.nounOf(at, ['relation'])
  const around = opens && scan.isPlaceAt(at + 1) ? placeAt(scan, at, hits) : 0
  if (around) return around
  if (particle?.phrase.id.startsWith('sport ')) particleAt(scan, at, particle)
  else if (particle && (!name || particle.end >= name.end)) return particleAt(scan, at, particle)
  const source = hits.find((hit) => hit.phrase.kind === 'source')
  const actor = hits.find((hit) => hit.phrase.kind === 'actor')
  const longest = [source, actor].filter((hit) => hit !== undefined).sort((a, b) => b.end - a.end)[0]
  // a car bomb is no car, a drone no aircraft with a crew
  const munition = hits.find((hit) => hit.phrase.kind === 'weapon')
  const crewed =
    munition && munition.strip.prep !== 'with' && scan.book.crewed(munition.phrase.id) && scan.nounOf(at, ['unit']) !== null
  const used = munition?.strip.prep === 'with'
  if (munition && !crewed && munition.end > at + 1 && (used || munition.end >= (longest?.end ?? 0)))
    return scan.add('weapon', at, munition.end, { ...fromHit(munition), ids: [munition.phrase.id] }).end
  // a name that begins with the letters of a particle is no place with a particle before it
  const named = scan.people.names.has(scan.input.tokens[at]!.key) && hits.every(({ strip }) => strip.lead > 0)
  const person = named ? personFrom(scan, at) : 0
  if (person) return person
  // "the Front of X" is a party by its whole name, whatever else the first word may be
  const party = longest !== undefined && !longest.phrase.bare && longest.end > at + 1
  if (party && !hits.some(({ phrase, end }) => phrase.kind === 'place' && end >= longest.end))
    return partyAt(scan, at, longest, hits)
  // "the military region" is a command, not an area
  const command = hits.find(({ phrase }) => phrase.kind === 'unit')
  if (command && hits.every(({ phrase }) => phrase === command.phrase)) return namedGroup(scan, at, command)
  const placed = placeAt(scan, at, hits)
  if (placed) return placed
  // "civilians, two" are people who are counted
  const told = longest?.end === at + 1 && scan.numberAt.has(at + 1) ? groupAt(scan, at, null) : 0
  if (told) return told
  if (longest) return partyAt(scan, at, longest, hits)
  const weapon = hits.find((hit) => hit.phrase.kind === 'weapon')
  const other = named ? 0 : personFrom(scan, at)
  if (other) return other
  // the air force is a doer unless it is what something was done with
  const unit = weapon && weapon.strip.prep !== 'with' && scan.nounOf(at, ['unit']) ? groupAt(scan, at, null) : 0
  if (unit) return unit
  if (weapon) return scan.add('weapon', at, weapon.end, { ...fromHit(weapon), ids: [weapon.phrase.id] }).end
  const group = groupAt(scan, at, null)
  if (group) return group
  const phrase = hits.find((hit) => hit.phrase.kind === 'unit' || hit.phrase.kind === 'group')
  if (phrase) return namedGroup(scan, at, phrase)
  return unlistedPlace(scan, at) || at + 1
}

/** A person by name; gives the token after it, 0 for none. */
function personFrom(scan: Scan, at: number): number {
  const previous = scan.mentions.at(-1)
  const person = personAt(scan.input, at, scan.people, {
    before: previous === undefined ? null : introducer(scan, previous, at),
    isParticle: (next) => scan.isParticle(next),
    isOther: (next) => scan.isOther(next),
  })
  if (!person) return 0
  if (person.listed) scan.listEnd = person.end
  return scan.add('person', at, person.end, { lead: person.lead, conjunction: person.lead > 0, sex: person.sex }).end
}

/** A kind of people or units that several words name. */
function namedGroup(scan: Scan, at: number, hit: PhraseHit): number {
  const { phrase, end, strip } = hit
  const definite = scan.input.tokens.slice(at, end).some(({ key }) => scan.isDefinite(key))
  const count = phrase.kind !== 'group' || definite ? null : phrase.many ? SEVERAL : ONE
  const words = { ...fromHit(hit), code: phrase.id, count, definite: strip.article }
  return scan.add(phrase.kind as MentionKind, at, end, words).end
}
/** Two letters after a preposition are seldom a name; after "and" they may be a small word. */
const isLikely = ({ phrase, strip }: PhraseHit): boolean =>
  strip.lead === 0 || strip.stem.length > 2 || (phrase.kind === 'particle' && strip.prep === '' && !strip.article)

function particleAt(scan: Scan, at: number, hit: PhraseHit): number {
  const [role = '', id = ''] = hit.phrase.id.split(' ')
  const particle: Particle = { role, id, first: at, end: hit.end }
  for (let i = at; i < hit.end; i++) scan.particles[i] = particle
  return hit.end
}

/** Adjectives of an act that may stand before the one that says whose it is: "a Russian air strike". */
const WAYS: ReadonlySet<string> = new Set(['air', 'ground', 'suicide'])

function partyAt(scan: Scan, at: number, hit: PhraseHit, hits: readonly PhraseHit[]): number {
  const { phrase } = hit
  const ids = [
    ...new Set(
      hits.filter((other) => other.end === hit.end && other.phrase.kind === phrase.kind).map((other) => other.phrase.id),
    ),
  ]
  const way = scan.particles[at - 1]
  const noun = way && WAYS.has(way.role) ? at - 2 : at - 1
  const describesAct = scan.input.analyses[noun]?.some(({ entry }) => entry.class === 'act' || entry.class === 'hold') ?? false
  if (phrase.adjective && !describesAct && hit.end === at + 1) return at + 1
  // "gunmen": a definite word after it is no adjective of theirs
  const people = hit.end === at + 1 && scan.nounOf(at, ['people', 'fighters'])?.article === false
  const end = phrase.kind === 'actor' && !people && !phrase.adjective ? scan.adjectives(hit.end, 1, !phrase.bare) : hit.end
  // "the Turkish security forces": a name that fits many is narrowed by whose it is said to be
  const owner = phrase.bare && end > hit.end ? ownerAt(scan, hit.end, end) : null
  const named = owner ? [owner] : ids
  const mention = scan.add(phrase.kind as MentionKind, at, end, { ...fromHit(hit), ids: named })
  scan.keep(mention, phrase.bare && !owner)
  return end
}

function ownerAt(scan: Scan, first: number, end: number): string | null {
  for (let at = first; at < end; at++) {
    const hit = scan.phrasesAt(at).find(({ phrase }) => phrase.kind === 'actor' && phrase.adjective)
    if (hit) return hit.phrase.id
  }
  return null
}

/** In a list, what is told of a name takes at most this many words before the comma. */
const AGED = 8

/** The name before it, with an age between, or the people that it names: "the civilians A and B". */
function introducer(scan: Scan, previous: Mention, at: number): 'people' | 'person' | 'list' | null {
  if (previous.kind === 'group') return previous.end >= at - 2 ? 'people' : null
  if (previous.kind !== 'person') return null
  const { tokens, analyses } = scan.input
  // "A, aged five, B, aged six"
  if (previous.end === scan.listEnd && tokens[at - 1]?.key === COMMA && previous.end >= at - AGED) return 'list'
  if (previous.end < at - 5) return null
  const between = tokens.slice(previous.end, at)
  if (!between.every(({ kind, index }) => kind !== 'word' || analyses[index]!.length === 0)) return null
  if (!scan.isJoined(at) && !between.some(({ key }) => key === COMMA || key === '-' || key === '/')) return null
  return previous.end === scan.listEnd ? 'list' : 'person'
}
