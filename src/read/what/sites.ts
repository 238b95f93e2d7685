import type { Address, Doc, Site, Trigger } from '../doc.ts'

type Input = Pick<Doc, 'addressAt' | 'particles' | 'verbAt'>

/** Acts that go somewhere: their goal is a place of theirs. */
const MOVES: ReadonlySet<string> = new Set(['change to group/activity', 'displacement', 'medical evacuation'])
const FIRES: ReadonlySet<string> = new Set([
  'bombardment',
  'air/drone strike',
  'shelling/artillery/missile attack',
  'attack',
  'assault',
  'storming',
])
const WITHIN: ReadonlySet<string> = new Set(['in', 'on', 'during'])

/**
 * The places of an act: those of the address after its trigger and of what goes on with its list; where there is none, those
 * that its clause opens with. An address that another verb takes counts only where no other does.
 */
export function sitesOf(doc: Input, trigger: Trigger, next: Trigger | undefined): Site[] {
  const own: Site[] = []
  const others: Site[] = []
  const end = next && tellsOn(trigger, next) ? next.end : trigger.end
  const after = addressesIn(doc, trigger.at + 1, end).filter((address) => !resumes(doc, trigger, address))
  const taken = foreignVerb(doc, trigger.at + 1, end)
  const held =
    TAKES.has(trigger.predicate.event) &&
    after.some(({ first, governor, places }) => first < taken && HELD.has(governor) && places.length > 0)
  for (const address of after) {
    if (address.first < taken) {
      if (held && !HELD.has(address.governor) && !isSited(own)) enclose(address, own)
      else if (goesOn(address, own)) take(trigger, address, own)
    } else if (address.governor !== '' && goesOn(address, others)) take(trigger, address, others)
  }
  if (next && next.sentence === trigger.sentence && isSited(own))
    for (const address of addressesIn(doc, next.at + 1, next.end)) if (resumes(doc, next, address)) take(trigger, address, own)
  if (isSited(own)) return trigger.predicate.object === 'target' ? withoutBuildings(own) : own
  const before: Site[] = []
  for (let at = trigger.at - 1; at >= trigger.first; at--) {
    if (doc.particles[at]?.role === 'that') break
    const address = doc.addressAt[at]
    if (address && (WITHIN.has(address.governor) || isTopic(doc, trigger, address)))
      take(trigger, { ...address, governor: 'in' }, before)
  }
  if (isSited(before)) return merged(own, before)
  return merged(merged(own, others), before)
}

const TAKES: ReadonlySet<string> = new Set(['takeover', 'movement restriction', 'non-violent transfer of territory'])
/** A verb tells on about an act noun at most this many tokens before it, and has one for its subject right after it. */
const CONTINUES = 8
const SUBJECT = 2

/** "A bombing that hit A", "a strike hit A": the places of the one are those of the other. */
function tellsOn(trigger: Trigger, next: Trigger): boolean {
  if (next.sentence !== trigger.sentence || next.analysis?.conjunction || trigger.verbal === next.verbal) return false
  const reach = trigger.verbal ? SUBJECT : CONTINUES
  const verb = trigger.verbal ? trigger : next
  const same = trigger.predicate.event === next.predicate.event
  return next.at - trigger.at <= reach && (verb.predicate.event === 'bombardment' || (trigger.verbal && same))
}

/** What is taken or besieged stands without a preposition or after "on". */
const HELD: ReadonlySet<string> = new Set(['on', '', 'for', 'from', 'to'])

/** "Took A, after the flight of B, and C": an "and on" with nothing of its own act before it goes back to the act before. */
function resumes(doc: Input, { at, first, verbal }: Trigger, { joined, governor, first: start }: Address): boolean {
  if (!joined || verbal || governor !== 'on') return false
  let before = start - 1
  while (before > first && !doc.addressAt[before]) before--
  return before < at && lastBefore(doc, at)?.governor === governor
}

function lastBefore({ addressAt }: Input, at: number): Address | null {
  for (let before = at - 1; before >= Math.max(0, at - ASIDE); before--) if (addressAt[before]) return addressAt[before]!
  return null
}

/** Tokens between a place and the act noun of an aside after it. */
const ASIDE = 12

function addressesIn(doc: Input, first: number, end: number): readonly Address[] {
  const found: Address[] = []
  for (let at = first; at < end; at++) {
    const address = doc.addressAt[at]
    if (address) found.push(address)
  }
  return found
}

/** Where a verb begins that takes the places after it. */
function foreignVerb(doc: Input, first: number, end: number): number {
  for (let at = first; at < end; at++) if (takesAway(doc, at)) return at
  return end
}

/** An act is told to be at one address; a further one counts if "and" joins it, or if it says from where or to where. */
const goesOn = ({ joined, governor, places }: Address, sites: readonly Site[]): boolean =>
  !isSited(sites) || joined || governor === 'to' || governor === 'from' || places[0]?.mention.conjunction === true

/** "The town of A saw clashes", "A came under shelling": the place is what a light verb tells of. */
function isTopic(doc: Input, trigger: Trigger, { first, governor }: Address): boolean {
  // "the town suffers from shelling"
  if (governor === 'subject') return !trigger.verbal
  if (governor !== '') return false
  const verb = doc.verbAt[first - 1]
  const kind = verb?.analysis?.entry.class ?? ''
  return (
    kind === 'light' ||
    kind === 'undergo' ||
    (first === trigger.first && !trigger.verbal) ||
    trigger.predicate.subject === 'place'
  )
}

function enclose({ places, around }: Address, sites: Site[]) {
  for (const { mention } of [...places, ...around]) add(sites, { mention, role: 'within' })
}

const isSited = (sites: readonly Site[]): boolean => sites.some(({ role }) => role === 'site' || role === 'destination')

const merged = (sites: Site[], more: readonly Site[]): Site[] => {
  for (const site of more) add(sites, site)
  return sites
}

/** A finite verb of its own takes the places after it, unless it only carries the noun of an act. */
function takesAway(doc: Input, at: number): boolean {
  const verb = doc.verbAt[at]
  if (!verb) return false
  const kind = verb.analysis?.entry.class ?? ''
  return kind !== 'light' && kind !== 'undergo' && kind !== 'act'
}

function take(trigger: Trigger, { governor, places, around, town, first }: Address, sites: Site[]) {
  const role = roleOf(governor, trigger)
  // "the shelling of A" is written "for A" too; further off, it is for A that something else is
  if (!role || (governor === 'for' && first > trigger.at + FOR_REACH)) return
  // a building that is hit is the target; the town names the place
  const hit = trigger.predicate.object === 'target' && (governor === '' || governor === 'on' || governor === 'for')
  const isKept = ({ mention, role }: Site) => role === 'near' || mention.kind === 'place' || BASES.has(mention.code)
  const heads = hit && town ? places.filter(isKept) : places
  for (const site of heads) add(sites, role === 'site' || site.role === 'near' ? site : { ...site, role })
  // of a building that was left out, the town is the place
  let named = role === 'site' && heads.length === 0
  for (const site of around) {
    const inside = site.role === 'site' || (named && site.role === 'within')
    add(sites, inside ? { ...site, role: role === 'site' ? 'site' : 'within' } : site)
    if (inside) named = false
  }
}

/** Facilities so large that an act is at them whatever town they lie by. */
const BASES: ReadonlySet<string> = new Set(['military_camp', 'base', 'airport', 'port', 'barracks', 'dam', 'oil_field'])

/** "The school and the homes in A": a building without a name of its own is hit in the town that is named. */
const withoutBuildings = (sites: Site[]): Site[] =>
  sites.some(({ mention, role }) => role === 'site' && mention.kind === 'place')
    ? sites.filter(({ mention }) => mention.kind === 'place' || !mention.definite || BASES.has(mention.code))
    : sites

/** What is taken or let go from a place was there. */
const TAKEN_FROM: ReadonlySet<string> = new Set(['takeover', 'arrests', 'abduction/forced disappearance', 'release'])

/** How far from the trigger "for A" may stand: an adjective may be between. */
const FOR_REACH = 2

/** What a place is to an act, by what governs it. */
function roleOf(governor: string, { predicate, verbal }: Trigger): Site['role'] | null {
  const { event } = predicate
  switch (governor) {
    case '':
    case 'in':
    case 'on':
    case 'of':
    case 'under':
    case 'during':
      return 'site'
    case 'for':
      return verbal && MOVES.has(event) ? 'destination' : 'site'
    case 'to':
      return MOVES.has(event) ? 'destination' : FIRES.has(event) || event === 'takeover' ? 'site' : null
    case 'from':
      return TAKEN_FROM.has(event) ? 'site' : 'origin'
    case 'origin':
      return 'origin'
    case 'between':
      return 'near'
    default:
      return null
  }
}

function add(sites: Site[], site: Site) {
  const known = sites.some(({ mention }) => mention === site.mention || mention.ids.some((id) => site.mention.ids.includes(id)))
  if (!known) sites.push(site)
}
