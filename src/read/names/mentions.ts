import type { Doc, Mention, MentionKind, Particle } from '../doc.ts'
import { countedAt, groupAt } from './groups.ts'
import { type PersonWords, personAt } from './people.ts'
import type { Phrasebook, PhraseHit } from './phrasebook.ts'
import { placeAt, unlistedPlace } from './places.ts'
import { fromHit, type Input, Scan } from './scan.ts'

/** One pass over the tokens: what names something, and the small words between. Longest first; nothing overlaps. */
export function nameMentions(
  input: Input,
  book: Phrasebook,
  people: PersonWords,
): Pick<Doc, 'particles' | 'mentions' | 'mentionAt'> {
  const scan = new Scan(input, book, people)
  run(scan)
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
    at = token.kind === 'mark' ? at + 1 : step(scan, at)
  }
}

/** Reads what begins at this token; gives the token after it. */
function step(scan: Scan, at: number): number {
  const counts = countedAt(scan, at)
  if (counts) return counts
  // of two letters only small words are known behind what is written with them: "and in", "so from"
  const hits = scan
    .phrasesAt(at)
    .filter(
      ({ strip, phrase }) =>
        strip.lead === 0 || strip.stem.length > 2 || (phrase.kind === 'particle' && strip.prep === '' && !strip.article),
    )
  const particle = hits.find((hit) => hit.phrase.kind === 'particle')
  const name = hits.find((hit) => hit.phrase.kind !== 'particle')
  // "in the middle of A": a word that may also open a clause is a relation where a place follows it
  const relates =
    particle?.phrase.id.startsWith('clause ') &&
    particle.end === at + 1 &&
    scan.nounOf(at, ['relation']) !== null &&
    scan.isPlaceAt(at + 1)
  if (particle && !relates && (!name || particle.end >= name.end)) return particleAt(scan, at, particle)
  const source = hits.find((hit) => hit.phrase.kind === 'source')
  const actor = hits.find((hit) => hit.phrase.kind === 'actor')
  const longest = [source, actor].filter((hit) => hit !== undefined).sort((a, b) => b.end - a.end)[0]
  // a car bomb is no car, a drone no aircraft with a crew
  const munition = hits.find((hit) => hit.phrase.kind === 'weapon')
  const crewed =
    munition && munition.strip.prep !== 'with' && !munition.phrase.id.includes('drone') && scan.nounOf(at, ['unit']) !== null
  if (munition && !crewed && munition.end > at + 1 && munition.end >= (longest?.end ?? 0))
    return scan.add('weapon', at, munition.end, { ...fromHit(munition), ids: [munition.phrase.id] }).end
  // a party or source of several words is no place, whatever its first word is a kind of
  const party = longest !== undefined && longest.end > at + 1
  const placed =
    party && !hits.some(({ phrase, end }) => phrase.kind === 'place' && end > longest.end) ? 0 : placeAt(scan, at, hits)
  if (placed) return placed
  if (longest) return partyAt(scan, at, longest, hits)
  const weapon = hits.find((hit) => hit.phrase.kind === 'weapon')
  const previous = scan.mentions.at(-1)
  const listed = previous !== undefined && introduces(scan, previous, at)
  const person = personAt(scan.input, at, scan.people, listed, (next) => scan.isParticle(next))
  if (person)
    return scan.add('person', at, person.end, { lead: person.lead, conjunction: person.lead > 0, sex: person.sex }).end
  // the air force is a doer unless it is what something was done with
  const unit = weapon && weapon.strip.prep !== 'with' && scan.nounOf(at, ['unit']) ? groupAt(scan, at, null) : 0
  if (unit) return unit
  if (weapon) return scan.add('weapon', at, weapon.end, { ...fromHit(weapon), ids: [weapon.phrase.id] }).end
  const group = groupAt(scan, at, null)
  if (group) return group
  const phrase = hits.find((hit) => hit.phrase.kind === 'unit' || hit.phrase.kind === 'group')
  if (phrase)
    return scan.add(phrase.phrase.kind as MentionKind, at, phrase.end, { ...fromHit(phrase), code: phrase.phrase.id }).end
  return unlistedPlace(scan, at) || at + 1
}

function particleAt(scan: Scan, at: number, hit: PhraseHit): number {
  const [role = '', id = ''] = hit.phrase.id.split(' ')
  const particle: Particle = { role, id, first: at, end: hit.end }
  for (let i = at; i < hit.end; i++) scan.particles[i] = particle
  return hit.end
}

function partyAt(scan: Scan, at: number, hit: PhraseHit, hits: readonly PhraseHit[]): number {
  const { phrase } = hit
  const ids = [
    ...new Set(
      hits.filter((other) => other.end === hit.end && other.phrase.kind === phrase.kind).map((other) => other.phrase.id),
    ),
  ]
  const describesAct = scan.input.analyses[at - 1]?.some(({ entry }) => entry.class === 'act') ?? false
  if (
    phrase.kind === 'actor' &&
    phrase.adjective &&
    !describesAct &&
    !scan.named.has(phrase.id) &&
    hit.end === at + 1 &&
    !hit.strip.article
  )
    return at + 1
  for (const id of ids) scan.named.add(id)
  const end = phrase.kind === 'actor' ? scan.adjectives(hit.end, 1) : hit.end
  return scan.add(phrase.kind as MentionKind, at, end, { ...fromHit(hit), ids }).end
}

/** A name before it in a list, with an age between; or the people that it names: "the civilians A and B". */
function introduces(scan: Scan, previous: Mention, at: number): boolean {
  if (previous.kind === 'group') return previous.end >= at - 1
  if (previous.kind !== 'person' || previous.end < at - 5) return false
  const { tokens, analyses } = scan.input
  return tokens.slice(previous.end, at).every(({ kind, index }) => kind !== 'word' || analyses[index]!.length === 0)
}
