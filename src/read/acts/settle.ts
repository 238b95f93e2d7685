import type { Doc, Frame } from '../doc.ts'

const BOMBARDMENTS: ReadonlySet<string> = new Set(['air/drone strike', 'shelling/artillery/missile attack'])

/**
 * The type of a bombardment whose own words leave open by what it was done: that of the nearest other bombardment by the same
 * doer whose words say it; else that of the report's bombardments, where all that say it agree.
 */
export function settleTypes(doc: Pick<Doc, 'note'>, frames: readonly Frame[]): void {
  const bombs = frames.filter(({ trigger, type }) => trigger.predicate.event === 'bombardment' || BOMBARDMENTS.has(type))
  const told = bombs.filter(({ open, type }) => !open && BOMBARDMENTS.has(type))
  const agreed = new Set(told.map(({ type }) => type)).size === 1
  for (const frame of bombs) {
    if (!frame.open || frame.trigger.predicate.event !== 'bombardment') continue
    const doers = frame.perpetrators.flatMap(({ ids }) => ids)
    const distance = (other: Frame) => Math.abs(other.trigger.at - frame.trigger.at)
    const like = told
      .filter(({ perpetrators }) => perpetrators.some(({ ids }) => ids.some((id) => doers.includes(id))))
      .sort((a, b) => distance(a) - distance(b))[0]
    const model = like ?? (agreed && doers.length === 0 ? told[0] : undefined)
    if (!model) continue
    frame.type = model.type
    frame.open = false
    doc.note({
      step: 'acts',
      rule: 'acts.settle',
      span: frame.trigger,
      gave: frame.type,
      why: 'as the like act in this report',
    })
  }
}
