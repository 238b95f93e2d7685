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
])
const WITHIN: ReadonlySet<string> = new Set(['in', 'on', '', 'during'])

/**
 * The places of an act: those of the addresses after its trigger; where there is none, those that its clause opens with.
 * An address that another verb takes counts only where no other does.
 */
export function sitesOf(doc: Input, trigger: Trigger): Site[] {
  const own: Site[] = []
  const others: Site[] = []
  let list = own
  for (let at = trigger.at + 1; at < trigger.end; at++) {
    if (takesAway(doc, at)) list = others
    const address = doc.addressAt[at]
    if (address) take(trigger, address, list)
  }
  if (isSited(own)) return own
  const before: Site[] = []
  for (let at = trigger.at - 1; at >= trigger.first; at--) {
    if (doc.particles[at]?.role === 'that') break
    const address = doc.addressAt[at]
    if (address && WITHIN.has(address.governor)) take(trigger, address, before)
  }
  if (isSited(before)) return merged(own, before)
  return merged(merged(own, others), before)
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

function take(trigger: Trigger, { governor, places, around, town }: Address, sites: Site[]) {
  const role = roleOf(governor, trigger)
  if (!role) return
  // a building that is hit is the target; the town names the place
  const hit = trigger.predicate.object === 'target' && (governor === '' || governor === 'on' || governor === 'for')
  const heads = hit && town ? places.filter(({ mention }) => mention.kind === 'place') : places
  for (const site of heads) add(sites, role === 'site' || site.role === 'near' ? site : { ...site, role })
  // near A, in the district of B: it was in B
  let enclosing = role === 'site' && heads.every((site) => site.role === 'near')
  for (const site of around) {
    add(sites, enclosing && site.role === 'within' ? { ...site, role: 'site' } : site)
    if (site.role === 'within') enclosing = false
  }
}

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
      return MOVES.has(event) ? 'destination' : FIRES.has(event) ? 'site' : null
    case 'from':
      return event === 'takeover' ? 'site' : 'origin'
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
