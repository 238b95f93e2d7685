import type { ArgumentRole } from '../../data/predicates.ts'
import type { Frame, Phrase } from '../doc.ts'
import { holderOf, isAimedAt, isObject, MASSED } from './aims.ts'
import type { Input } from './scope.ts'
import { asSide, type Grammar, kindOf } from './slots.ts'

/** Acts that take arms, and people who bear none. */
const OF_WAR: ReadonlySet<string> = new Set(['bombardment', 'explosion', 'takeover'])
const UNARMED: ReadonlySet<string> = new Set(['civilians', 'persons', 'children', 'elderly', 'families'])

/** Acts of people who bear no arms. */
export const PEACEFUL: ReadonlySet<string> = new Set([
  'peaceful protest',
  'violent demonstration',
  'displacement',
  'agreement',
  'mob violence',
  'looting/property destruction',
  'change to group/activity',
])

/** The dead and wounded are what came of an act: neither its doers nor what it was aimed at, but whose they are may be. */
const HARMED: ReadonlySet<string> = new Set(['killed', 'wounded'])

/** Puts a phrase into the slot of a frame that its role says. Where an act was is read by addresses. */
export function fill(doc: Input, frame: Frame, grammar: Grammar, phrase: Phrase, role: ArgumentRole, governor: string) {
  const { mention, owner, class: kind } = phrase
  const { event } = frame.trigger.predicate
  const side = role === 'perp' || governor === 'against' || governor === 'between' ? asSide(grammar, phrase) : null
  if (side) {
    if (role === 'perp') frame.perpetrators.push(side)
    else if (role === 'target') frame.targets.push(side)
    return
  }
  if (kind === 'weapon') {
    if (PEACEFUL.has(event)) return
    // what is defused or shot down is what the act was aimed at
    const list = event === 'disrupted weapons use' ? frame.targets : frame.means
    if (!list.includes(mention)) list.push(mention)
    return
  }
  if (role === 'place' || (kind === 'facility' && mention.near)) return
  if (kind === 'place' && (role !== 'target' || !isAimedAt(doc, phrase, event))) return
  const harmed = kind === 'group' && HARMED.has(mention.code)
  if (role === 'means') {
    if (kind === 'thing' || kind === 'unit') frame.means.push(mention)
  } else if (role === 'perp') {
    if (harmed) {
      if (owner) frame.perpetrators.push(owner)
    } else if (UNARMED.has(mention.code) && OF_WAR.has(event)) return
    else if (kindOf(phrase) !== 'thing') frame.perpetrators.push(mention)
    else if (MASSED.has(mention.code)) frame.perpetrators.push(holderOf(doc, phrase))
  } else if (role === 'target') {
    // "positions of the army" says no more than the army
    if (harmed || (owner && MASSED.has(mention.code))) {
      if (owner) frame.targets.push(owner)
    } else if (isObject(doc, phrase)) frame.targets.push(mention)
  }
}
