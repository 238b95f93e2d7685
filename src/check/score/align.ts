import type { Alike } from './alike.ts'
import type { Count, FlatEvent } from './flat.ts'

/** Which claim answers which annotated event, by their indexes. */
export type Pairing = ReadonlyMap<number, number>

const TERRITORY: readonly string[] = [
  'government regains territory',
  'non-state actor overtakes territory',
  'non-violent transfer of territory',
]
const TOLLS = ['killed', 'wounded', 'detained', 'displaced'] as const

export const sameCount = (a: Count, b: Count): boolean => a !== null && b !== null && a[0] === b[0] && a[1] === b[1]

/**
 * How much speaks for a claim and an event being one act; 0: nothing does. They must be of one type (changes of territory count
 * as one) and share a place or the trigger; where either has no place, an actor or a toll will do.
 */
export function affinity(event: FlatEvent, claim: FlatEvent, alike: Alike): number {
  const sameType = event.type === claim.type
  if (!sameType && !(TERRITORY.includes(event.type) && TERRITORY.includes(claim.type))) return 0
  const meet = (these: readonly string[], those: readonly string[]) => these.some((a) => those.some((b) => alike(a, b)))
  const unplaced = event.places.length === 0 || claim.places.length === 0
  const place = meet(event.places, claim.places)
  const trigger = event.trigger !== '' && claim.trigger !== '' && alike(event.trigger, claim.trigger)
  const actor = meet([...event.perpetrators, ...event.targets], [...claim.perpetrators, ...claim.targets])
  const toll = TOLLS.some((slot) => sameCount(event[slot], claim[slot]))
  if (!place && !trigger && !(unplaced && (actor || toll))) return 0
  const around = unplaced && meet([...event.places, ...event.near], [...claim.places, ...claim.near])
  const weights: [boolean, number][] = [
    [place, 2],
    [trigger, 1.5],
    [around, 1],
    [actor, 1],
    [toll, 1],
  ]
  return weights.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), sameType ? 1 : 0.5)
}

/** Pairs events and claims one to one, the surest pair first; of equal pairs the earlier event and the earlier claim. */
export function align(events: readonly FlatEvent[], claims: readonly FlatEvent[], alike: Alike): Pairing {
  const candidates = events.flatMap((event, e) =>
    claims.flatMap((claim, c) => {
      const weight = affinity(event, claim, alike)
      return weight > 0 ? [{ e, c, weight }] : []
    }),
  )
  candidates.sort((a, b) => b.weight - a.weight || a.e - b.e || a.c - b.c)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { e, c } of candidates) {
    if (pairs.has(e) || taken.has(c)) continue
    pairs.set(e, c)
    taken.add(c)
  }
  return pairs
}
