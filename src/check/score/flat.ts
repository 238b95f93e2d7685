import type { Claim } from '../../model/claim.ts'

/** [least, most]; most is null when open. The whole is null when no number is said. */
export type Count = readonly [number, number | null] | null

/** A claim or an annotated event in the one form that is compared: the words of each slot, without positions. */
export type FlatEvent = {
  readonly type: string
  readonly trigger: string
  readonly places: readonly string[]
  readonly near: readonly string[]
  readonly perpetrators: readonly string[]
  readonly targets: readonly string[]
  readonly means: readonly string[]
  readonly victims: readonly string[]
  readonly killed: Count
  readonly wounded: Count
  readonly detained: Count
  readonly displaced: Count
  readonly date: string | null
  readonly status: string | null
  readonly source: string | null
  readonly background: boolean
}

/** An event as an annotator writes it; a slot left out is empty. */
export type GoldEvent = { readonly type: string } & { readonly [K in keyof FlatEvent]?: FlatEvent[K] | null } & {
  /** the words of each telling of it, copied, each long enough to stand once in the text */
  readonly tellings?: readonly string[]
}

/** The acts whose place of departure counts as their place. */
const MOVES: readonly string[] = ['displacement', 'change to group/activity']

export function flatEvent(event: GoldEvent): FlatEvent {
  return {
    type: event.type,
    trigger: event.trigger ?? '',
    places: event.places ?? [],
    near: event.near ?? [],
    perpetrators: event.perpetrators ?? [],
    targets: event.targets ?? [],
    means: event.means ?? [],
    victims: event.victims ?? [],
    killed: pair(event.killed),
    wounded: pair(event.wounded),
    detained: pair(event.detained),
    displaced: pair(event.displaced),
    date: event.date ?? null,
    status: event.status ?? null,
    source: event.source ?? null,
    background: Boolean(event.background),
  }
}

const pair = (count: Count | undefined): Count => (count ? [count[0], count[1] ?? null] : null)

/**
 * A claim in that form. What the reader inferred does not count, only what words of the report say; people abducted count as
 * detained, and of several sources the innermost, the last, is the one compared.
 */
export function flatClaim(claim: Claim): FlatEvent {
  const happenedAt = (place: Claim['places'][number]) =>
    place.role === 'site' || place.role === 'destination' || (place.role === 'origin' && MOVES.includes(claim.type))
  const start = claim.time?.start ?? ''
  return {
    type: claim.type,
    trigger: claim.trigger.text ?? '',
    places: said(claim.places.filter(happenedAt)),
    near: said(claim.places.filter((place) => !happenedAt(place))),
    perpetrators: said(claim.perpetrators),
    targets: said(claim.targets),
    means: said(claim.means),
    victims: claim.people.filter((person) => !person.inferred).map((person) => person.name),
    killed: countOf(claim, 'killed'),
    wounded: countOf(claim, 'wounded'),
    detained: countOf(claim, 'detained', 'abducted'),
    displaced: countOf(claim, 'displaced'),
    date: start.length >= 'YYYY-MM-DD'.length ? start.slice(0, 'YYYY-MM-DD'.length) : null,
    status: claim.status,
    source: said(claim.sources).at(-1) ?? null,
    background: claim.background,
  }
}

const said = (list: readonly { text?: string; inferred?: true }[]): readonly string[] =>
  list.flatMap(({ text, inferred }) => (text && !inferred ? [text] : []))

/** The row marked as the total, else the sum of the rows; open at the top when a row is. */
function countOf(claim: Claim, ...outcomes: readonly string[]): Count {
  const rows = claim.tolls.filter((toll) => outcomes.includes(toll.outcome))
  if (!rows.length) return null
  const total = rows.find((row) => row.total)
  if (total) return [total.min, total.max]
  let least = 0
  let most: number | null = 0
  for (const { min, max } of rows) {
    least += min
    most = most === null || max === null ? null : most + max
  }
  return [least, most]
}
