import { sameCount } from './align.ts'
import type { Alike } from './alike.ts'
import type { FlatEvent } from './flat.ts'

/** How many values are right, how many the annotators gave, how many the reader gave. */
export type Tally = { readonly hit: number; readonly gold: number; readonly system: number }
export type Figures = {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly gold: number
  readonly system: number
}

export const NONE: Tally = { hit: 0, gold: 0, system: 0 }
export const plus = (a: Tally, b: Tally): Tally => ({ hit: a.hit + b.hit, gold: a.gold + b.gold, system: a.system + b.system })

export const figures = ({ hit, gold, system }: Tally): Figures => ({
  precision: share(hit, system),
  recall: share(hit, gold),
  f1: share(2 * hit, gold + system),
  gold,
  system,
})
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

type Compare = (event: FlatEvent | null, claim: FlatEvent | null, alike: Alike) => Tally
type ListSlot = 'places' | 'perpetrators' | 'targets' | 'means' | 'victims'
type CountSlot = 'killed' | 'wounded' | 'detained' | 'displaced'

/** One value against one: right when both are given and `same`. */
const value =
  <T>(of: (item: FlatEvent) => T | null, same: (a: T, b: T, alike: Alike) => boolean): Compare =>
  (event, claim, alike) => {
    const [a, b] = [event && of(event), claim && of(claim)]
    return { hit: a !== null && b !== null && same(a, b, alike) ? 1 : 0, gold: a === null ? 0 : 1, system: b === null ? 0 : 1 }
  }
const word = (slot: 'type' | 'date' | 'status') =>
  value(
    (item) => item[slot] || null,
    (a, b) => a === b,
  )
const number = (slot: CountSlot) => value((item) => item[slot], sameCount)

/** A list against a list: each annotated entry takes the first free entry that is alike. */
const list =
  (slot: ListSlot): Compare =>
  (event, claim, alike) => {
    const [entries, free] = [event?.[slot] ?? [], [...(claim?.[slot] ?? [])]]
    const system = free.length
    let hit = 0
    for (const entry of entries) {
      const at = free.findIndex((other) => alike(entry, other))
      if (at < 0) continue
      free.splice(at, 1)
      hit++
    }
    return { hit, gold: entries.length, system }
  }

/** Every slot that is scored, in the order in which it is shown, and how it is compared. */
const COMPARE = {
  type: word('type'),
  background: value(
    (item) => item.background || null,
    () => true,
  ),
  places: list('places'),
  perpetrators: list('perpetrators'),
  targets: list('targets'),
  means: list('means'),
  victims: list('victims'),
  killed: number('killed'),
  wounded: number('wounded'),
  detained: number('detained'),
  displaced: number('displaced'),
  date: word('date'),
  status: word('status'),
  source: value(
    (item) => item.source || null,
    (a, b, alike) => alike(a, b),
  ),
} satisfies Record<string, Compare>

export type Slot = keyof typeof COMPARE
export const SLOTS = Object.keys(COMPARE) as readonly Slot[]

/** Counts one slot of an aligned pair, or of an event or claim that stands alone. */
export const tallySlot = (slot: Slot, event: FlatEvent | null, claim: FlatEvent | null, alike: Alike): Tally =>
  COMPARE[slot](event, claim, alike)
