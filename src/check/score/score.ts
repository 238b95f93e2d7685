import { align } from './align.ts'
import type { Alike } from './alike.ts'
import { type Figures, figures, NONE, plus, SLOTS, type Slot, type Tally, tallySlot } from './count.ts'
import type { FlatEvent } from './flat.ts'

/** One difference: an event that was missed, a claim that answers none, or a slot of a pair that differs. */
export type ScoreError = {
  readonly id: string
  readonly kind: 'missed' | 'spurious' | Slot
  readonly type: string
  readonly trigger: string
  readonly gold?: unknown
  readonly system?: unknown
}

export type Score = {
  readonly reports: number
  readonly event: Figures
  /** all filled slots of all events together */
  readonly template: Figures
  readonly slots: Readonly<Record<Slot, Figures>>
  readonly types: Readonly<Record<string, Figures>>
  readonly errors: readonly ScoreError[]
}

type Reports = ReadonlyMap<string, readonly FlatEvent[]>

/** Scores what was read against what annotators wrote, report by report. Reports without annotation do not count. */
export function score(gold: Reports, system: Reports, alike: Alike): Score {
  let event = NONE
  let template = NONE
  const slots = new Map<Slot, Tally>(SLOTS.map((slot) => [slot, NONE]))
  const types = new Map<string, Tally>()
  const errors: ScoreError[] = []
  const countType = (type: string, tally: Tally) => types.set(type, plus(types.get(type) ?? NONE, tally))

  for (const [id, events] of gold) {
    const claims = system.get(id) ?? []
    const pairs = align(events, claims, alike)
    event = plus(event, { hit: pairs.size, gold: events.length, system: claims.length })
    events.forEach((wanted, at) => {
      const claim = pairs.has(at) ? claims[pairs.get(at)!]! : null
      const { type, trigger } = wanted
      countType(type, { hit: claim ? 1 : 0, gold: 1, system: claim ? 1 : 0 })
      for (const slot of SLOTS) {
        const tally = tallySlot(slot, wanted, claim, alike)
        template = plus(template, tally)
        if (!claim) continue
        slots.set(slot, plus(slots.get(slot)!, tally))
        if (tally.hit < Math.max(tally.gold, tally.system))
          errors.push({ id, kind: slot, type, trigger, gold: wanted[slot], system: claim[slot] })
      }
      if (!claim) errors.push({ id, kind: 'missed', type, trigger, gold: wanted.places })
    })
    const answered = new Set(pairs.values())
    claims.forEach((claim, at) => {
      if (answered.has(at)) return
      countType(claim.type, { hit: 0, gold: 0, system: 1 })
      for (const slot of SLOTS) template = plus(template, tallySlot(slot, null, claim, alike))
      errors.push({ id, kind: 'spurious', type: claim.type, trigger: claim.trigger, system: claim.places })
    })
  }
  const each = <K extends string>(table: ReadonlyMap<K, Tally>) =>
    Object.fromEntries([...table].map(([key, tally]) => [key, figures(tally)])) as Record<K, Figures>
  return {
    reports: gold.size,
    event: figures(event),
    template: figures(template),
    slots: each(slots),
    types: each(types),
    errors,
  }
}
