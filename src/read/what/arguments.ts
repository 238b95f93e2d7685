import type { Frame } from '../doc.ts'
import { settle, wayOf } from './kinds.ts'
import { fillRoles } from './roles.ts'
import type { Input } from './scope.ts'
import { sitesOf } from './sites.ts'
import type { Grammar } from './slots.ts'

const OPEN: ReadonlySet<string> = new Set(['bombardment', 'harm', 'assault'])

/** Codes of people who fight, and units. */
const SIDES: ReadonlySet<string> = new Set(['fighters', 'unit'])

/** A frame for each trigger, its roles filled from the phrases around it. */
export function fillFrames(doc: Input, grammar: Grammar): readonly Frame[] {
  const starts = new Set(doc.triggers.map(({ at }) => at))
  const frames = doc.triggers.map((trigger, i) => {
    const frame: Frame = {
      trigger,
      type: 'attack',
      open: false,
      perpetrators: [],
      targets: [],
      sites: sitesOf(doc, trigger, doc.triggers[i + 1]),
      means: [],
      harms: [],
      people: [],
      time: null,
      status: 'asserted',
      sources: [],
      background: false,
      mentions: [],
      rules: [trigger.rule],
    }
    fillRoles(doc, frame, grammar, starts)
    // a state that acts is no place
    const parties = new Set([...frame.perpetrators, ...frame.targets].map(({ kind, first }) => (kind === 'actor' ? first : -1)))
    frame.sites = frame.sites.filter(({ mention }) => !parties.has(mention.first))
    frame.type = settle(doc, frame)
    frame.open = OPEN.has(trigger.predicate.event) && wayOf(doc, frame) === ''
    doc.note({ step: 'what', rule: trigger.rule, span: trigger, gave: frame.type, why: 'type from predicate, means and actor' })
    return frame
  })
  shareObjects(doc, frames)
  lostAgainst(doc, frames)
  return frames
}

/** "Combing and clearing the quarter", "hit and destroyed a house": what follows the second is told of the first too. */
function shareObjects({ analyses }: Input, frames: readonly Frame[]) {
  for (let i = frames.length - 2; i >= 0; i--) {
    const [frame, next] = [frames[i]!, frames[i + 1]!]
    const { trigger } = next
    const joined = trigger.at === frame.trigger.at + 1 && trigger.verbal === frame.trigger.verbal
    if (!joined || !analyses[trigger.at]!.some(({ conjunction }) => conjunction)) continue
    if (!frame.targets.length && frame.trigger.predicate.object !== 'none') frame.targets.push(...next.targets)
    if (!frame.perpetrators.length) frame.perpetrators.push(...next.perpetrators)
    if (!frame.means.length) frame.means.push(...next.means)
  }
}

/** "Ten of A were killed in clashes with B": the side that lost people is the one that B fought. */
function lostAgainst(doc: Input, frames: readonly Frame[]) {
  frames.forEach((frame, i) => {
    const { trigger, perpetrators, targets } = frame
    if (frame.type !== 'armed clash' || trigger.verbal || perpetrators.length) return
    const loss = frames
      .slice(0, i)
      .findLast((other) => other.trigger.sentence === trigger.sentence && other.trigger.predicate.event === 'harm')
    const lost = loss?.targets.filter(({ kind, code }) => kind === 'actor' || SIDES.has(kind === 'unit' ? kind : code)) ?? []
    if (!lost.length || loss?.perpetrators.length) return
    // "ten of A and five of B were killed in clashes"
    const other = targets.length ? targets : lost.splice(1).filter(({ first }) => isCounted(doc, first))
    frame.perpetrators = other
    if (other.length) frame.targets = lost
  })
}

/** A number of its own stands before it. */
const isCounted = ({ phraseAt }: Input, at: number): boolean =>
  phraseAt[at] !== null && phraseAt[at]!.first < phraseAt[at]!.head
