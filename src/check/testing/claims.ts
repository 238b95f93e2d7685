import type { Claim } from '../../model/claim.ts'
import type { ActorKind, EventType, Outcome, Status } from '../../model/types.ts'
import type { Count, GoldEvent } from '../score/flat.ts'

/** A claim that says nothing yet but its type; spans are made up, for tests that compare words alone. */
export const claim = (type: string, slots: Partial<Claim> = {}): Claim => ({
  id: 'c',
  type: type as EventType,
  trigger: words(''),
  perpetrators: [],
  targets: [],
  places: [],
  means: [],
  tolls: [],
  people: [],
  status: 'asserted',
  sources: [],
  background: false,
  rules: ['test'],
  ...slots,
})

export const words = (text: string) => ({ text, from: 0, to: Math.max(1, text.length) })

/** The claim that a perfect reader would give for an annotated event. */
export function claimOf(event: GoldEvent): Claim {
  const toll = (outcome: Outcome, count: Count | undefined) =>
    count ? [{ ...words('x'), outcome, min: count[0], max: count[1] ?? null }] : []
  const actors = (list: readonly string[] | null | undefined) =>
    (list ?? []).map((text) => ({ ...words(text), kind: 'unknown' as ActorKind }))
  return claim(event.type, {
    trigger: words(event.trigger ?? ''),
    perpetrators: actors(event.perpetrators),
    targets: actors(event.targets),
    places: [
      ...(event.places ?? []).map((text) => ({ ...words(text), role: 'site' as const })),
      ...(event.near ?? []).map((text) => ({ ...words(text), role: 'near' as const })),
    ],
    means: (event.means ?? []).map(words),
    people: (event.victims ?? []).map((name) => ({ ...words(name), name })),
    tolls: [
      ...toll('killed', event.killed),
      ...toll('wounded', event.wounded),
      ...toll('detained', event.detained),
      ...toll('displaced', event.displaced),
    ],
    time: event.date ? { start: event.date } : null,
    status: (event.status ?? 'asserted') as Status,
    sources: event.source ? [words(event.source)] : [],
    background: Boolean(event.background),
  })
}

/** Numbers from 0 to 1 that are the same on every run. */
export function drawFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
