import type { EventType } from '../../model/types.ts'
import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'knowledge' | 'tokens' | 'sentences' | 'analyses' | 'particles' | 'mentionAt' | 'clauseAt'>

/** The event type that a class of weapon settles. */
const BY_WAY: Readonly<Record<string, EventType | undefined>> = {
  air: 'air/drone strike',
  artillery: 'shelling/artillery/missile attack',
  explosive: 'remote explosive/landmine/IED',
  suicide: 'suicide bomb',
  grenade: 'grenade',
}

/** The type of an act, settled late: from its means, from who did it to whom, and from what stands around its trigger. */
export function settle(doc: Input, frame: Frame): EventType {
  const { event } = frame.trigger.predicate
  const way = wayOf(doc, frame)
  const told = BY_WAY[way]
  const armed = frame.perpetrators.some((mention) => isArmed(doc, mention))
  if ((armed || !frame.perpetrators.length) && ON_PEOPLE.has(event) && frame.targets.some(({ code }) => code === 'protesters'))
    return 'excessive force against protesters'
  if (FORCE.has(event) && frame.perpetrators.some(({ code }) => code === 'protesters')) return 'violent demonstration'
  // whatever aircraft do to what is below them
  if (FORCE.has(event) && frame.perpetrators.some((mention) => meansOf(doc, mention) === 'air')) return 'air/drone strike'
  if (event === 'bombardment') return told ?? (way === 'small-arms' ? 'attack' : 'shelling/artillery/missile attack')
  if (event === 'harm') return told ?? 'attack'
  if (event === 'explosion') return way === 'suicide' || way === 'grenade' ? told! : 'remote explosive/landmine/IED'
  if (event === 'takeover') return captured(doc, frame)
  if (event === 'operation') return way === 'air' ? told! : 'armed clash'
  if (event === 'storming' && way !== 'suicide' && frame.targets.some(({ code }) => BUILDINGS.has(code))) return 'raid/search'
  if (event === 'assault' || event === 'storming') {
    if (way === 'suicide' || way === 'air') return told!
    return armed && frame.targets.some((mention) => isArmed(doc, mention)) ? 'armed clash' : 'attack'
  }
  // who rules no state takes people away
  if (event === 'seizure')
    return armed && frame.perpetrators.every((mention) => !isOfState(doc, mention))
      ? 'abduction/forced disappearance'
      : 'arrests'
  // gunmen of whom nothing is known do not arrest
  if (event === 'arrests' && armed && frame.perpetrators.every(({ ids, kind }) => ids.length === 0 && kind === 'group'))
    return 'abduction/forced disappearance'
  // the words of a shelling or a mine may still tell of aircraft or of one who died with it
  if (event === 'shelling/artillery/missile attack' && way === 'air' && !frame.trigger.predicate.needs.length) return told!
  if (event === 'remote explosive/landmine/IED' && way === 'suicide') return told!
  return event
}

/** Acts whose words leave open how they were done, as a doer carried over from the words before may tell it. */
export function settleLate(doc: Input, frames: readonly Frame[]): void {
  for (const frame of frames) {
    if (!frame.open || !frame.rules.some((rule) => rule.startsWith('carry.doer'))) continue
    frame.type = settle(doc, frame)
    frame.open = wayOf(doc, frame) === ''
  }
}

/** Acts of force on people: against protesters they are ACLED's excessive force. */
const ON_PEOPLE: ReadonlySet<string> = new Set(['assault', 'storming', 'attack', 'harm'])

/** Acts by which somebody does harm. */
const FORCE: ReadonlySet<string> = new Set([
  ...['assault', 'storming', 'attack', 'harm', 'grenade', 'mob violence', 'looting/property destruction'],
  ...['damage to infrastructure', 'shelling/artillery/missile attack'],
])

/** Buildings that are stormed in search of somebody rather than fought for. */
const BUILDINGS: ReadonlySet<string> = new Set([
  ...['house', 'hotel', 'building', 'office', 'shop', 'mosque', 'church', 'school', 'institute', 'college', 'university'],
  ...['hospital', 'clinic', 'cafe', 'restaurant', 'broadcaster', 'tent', 'orphanage', 'monastery', 'municipality'],
])

/** By what an act is done: the class of its weapons, the doer's kind of unit, or an adjective close by. */
export function wayOf(doc: Input, frame: Frame): string {
  const { registry } = doc.knowledge
  const { trigger } = frame
  for (let at = trigger.at + 1; at < Math.min(trigger.end, trigger.at + 5); at++) {
    const role = doc.particles[at]?.role
    if (role === 'air' || role === 'suicide') return role
    if (role === 'ground') return 'artillery'
  }
  for (const perpetrator of frame.perpetrators) {
    const own = meansOf(doc, perpetrator)
    if (own) return own
  }
  const inSentence = doc.sentences[trigger.sentence]!
  const classes = frame.means.flatMap((mention) => mention.ids.map((id) => registry.weapons.get(id)?.class ?? ''))
  for (const kind of ['suicide', 'air', 'explosive', 'grenade', 'artillery', 'chemical', 'small-arms'])
    if (classes.includes(kind)) return kind
  if (trigger.predicate.event !== 'bombardment') return ''
  // nothing beside the act: its clause may still speak of aircraft, and its doer is known for them
  const clause = doc.clauseAt[trigger.at] ?? inSentence
  const flies = frame.perpetrators.some(({ ids }) => ids.some((id) => registry.actors.get(id)?.means === 'mostly-air'))
  return flies || speaksOfAir(doc, clause) ? 'air' : ''
}

/** By what a side does all that it does, by its entry or by a word of its name. */
function meansOf(doc: Input, { ids, first, end }: Mention): string {
  const own = doc.knowledge.registry.actors.get(ids[0] ?? '')?.means
  if (own && own !== 'mostly-air') return own
  for (let at = first; at < end; at++) {
    const means = doc.analyses[at]!.find(({ entry }) => entry.means)?.entry.means
    if (means) return means
  }
  return ''
}

function speaksOfAir(doc: Input, { first, end }: { readonly first: number; readonly end: number }): boolean {
  for (let at = first; at < end; at++) {
    const mention = doc.mentionAt[at]
    if (doc.particles[at]?.role === 'air') return true
    if (mention?.kind === 'weapon' && mention.ids.some((id) => doc.knowledge.registry.weapons.get(id)?.class === 'air'))
      return true
    if (mention?.kind === 'unit' && doc.analyses[at]!.some(({ entry }) => entry.means === 'air')) return true
  }
  return false
}

/** ACLED's rule: a state's side regains, any other side overtakes. Without a known taker, whose loss it was decides. */
function captured(doc: Input, frame: Frame): EventType {
  const { actors } = doc.knowledge.registry
  const territory = (mentions: readonly Mention[]) =>
    mentions.flatMap(({ ids }) => ids.map((id) => actors.get(id)?.territory ?? '')).find((text) => text !== '')
  const taker = territory(frame.perpetrators)
  if (taker) return taker === 'state' ? 'government regains territory' : 'non-state actor overtakes territory'
  const loser = territory(frame.targets)
  if (loser) return loser === 'state' ? 'non-state actor overtakes territory' : 'government regains territory'
  return 'government regains territory'
}

/** A party that the registry has on the side of a state, or one that says nothing of its side but its kind of unit. */
const isOfState = ({ knowledge }: Input, { kind, ids, code }: Mention): boolean =>
  ids.length > 0
    ? ids.some((id) => knowledge.registry.actors.get(id)?.territory === 'state')
    : kind === 'unit' && code !== 'fighters'

/** An armed side: a party of the registry, a unit, or fighters. */
const isArmed = (doc: Input, mention: Mention): boolean => {
  if (mention.kind === 'unit' || mention.code === 'unit' || mention.code === 'fighters') return true
  if (mention.kind !== 'actor') return false
  const kind = doc.knowledge.registry.actors.get(mention.ids[0] ?? '')?.kind
  return kind !== 'civilians' && kind !== 'protesters'
}
