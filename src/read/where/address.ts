import type { Address, Doc, Mention, Site } from '../doc.ts'
import { isArea, isBeside, isBounded, isCountry, isPlace, isWide } from './extent.ts'
import { governorOf, joinedBefore, type Letters } from './governor.ts'
import { Memory } from './refer.ts'
import { type Tie, Ties } from './tie.ts'

type Input = Pick<
  Doc,
  'knowledge' | 'tokens' | 'sentences' | 'analyses' | 'particles' | 'mentionAt' | 'phraseAt' | 'verbAt' | 'times'
>

/** Places between two ends: "the axis A - B". */
const LINEAR: ReadonlySet<string> = new Set(['axis', 'road', 'line', 'front', 'bridge'])
/** Governors that say where something came from or went to, or to whom a place belongs. */
const GOES: ReadonlySet<string> = new Set(['from', 'to', 'origin', 'owned'])
const SIDES: ReadonlySet<string> = new Set(['between', 'from', 'to', 'against'])
/** After a noun without a name: what follows says where it is. */
const INNER: ReadonlySet<string> = new Set(['in', 'on', 'from'])

/** The addresses of a report, at the tokens where they begin. */
export function addressesOf(doc: Input, letters: Letters): Pick<Doc, 'addressAt'> {
  const addressAt: (Address | null)[] = new Array(doc.tokens.length).fill(null)
  const memory = new Memory(doc)
  const ties = new Ties(doc, letters)
  for (const { first, end } of doc.sentences) {
    let governor = ''
    let joined = false
    let told = false
    for (let at = first; at < end; ) {
      const mention = doc.mentionAt[at]
      if (!mention || mention.first !== at || !isPlace(mention)) {
        joined = false
        at = mention && mention.first === at ? mention.end : at + 1
        continue
      }
      if (!joined) {
        governor = governorOf(doc, mention, first, letters)
        joined = told && joinedBefore(doc, at, first, letters)
      }
      told = true
      const reading = new Reading(doc, memory, mention, governor)
      reading.read(ties, end)
      const address = reading.address(joined)
      memory.keep(address)
      addressAt[at] = address
      joined = reading.goesOn
      at = reading.end
    }
  }
  return { addressAt }
}

/** One address as it is read, place by place. */
class Reading {
  readonly doc: Input
  readonly memory: Memory
  readonly head: Mention
  readonly governor: string
  readonly places: Mention[]
  readonly around: Site[] = []
  end: number
  /** the list goes on with places that have their own surroundings */
  goesOn = false
  /** "positions in A": the act was in A, not at any place that the first noun names */
  private inner = false
  /** a list of what stands around may go on: "between A and B" */
  private listsAround = false

  constructor(doc: Input, memory: Memory, head: Mention, governor: string) {
    this.doc = doc
    this.memory = memory
    this.head = head
    this.governor = governor
    this.places = [...memory.meant(head)]
    this.end = head.end
  }

  read(ties: Ties, limit: number) {
    for (let last = this.head; ; ) {
      const tie = ties.after(last, limit)
      if (!tie || !this.take(tie, last)) return
      last = tie.next
      this.end = last.end
    }
  }

  address(joined: boolean): Address {
    const { doc, around, head, end } = this
    // "the battles between A and B" of two states name parties
    const states = this.governor === 'between' && this.places.every((mention) => isCountry(doc, mention))
    const governor = states ? 'owned' : this.inner && !GOES.has(this.governor) ? 'in' : this.governor
    const places: Site[] = this.places.map((mention) => ({ mention, role: isBeside(doc, mention) ? 'near' : 'site' }))
    // near A, in the district of B: it was in B
    if (places.length && places.every(({ role }) => role === 'near')) {
      const inside = around.findIndex(({ mention, role }) => role === 'within' && isBounded(doc, mention))
      if (inside >= 0) around[inside] = { ...around[inside]!, role: 'site' }
    }
    const town = around.some(({ mention, role }) => role === 'within' && mention.kind === 'place' && !isArea(doc, mention))
    return { first: head.first, end, places, around, town, governor, joined }
  }

  /** Takes the next place into the address; false where the address ends before it. */
  private take(tie: Tie, last: Mention): boolean {
    const { next, role, comma, bracket, passed, joint } = tie
    // "forces stationed in A | the town of B", "fire from A | on B": what follows belongs to the act
    if (GOES.has(this.governor)) {
      if (role === 'on' && passed === 0) return false
      if (this.governor === 'owned' && !joint && !next.bearing) return false
    }
    const meant = this.memory.meant(next)
    if (role === 'plus' || joint) return this.join(tie, meant)
    const generic = this.around.length === 0 && (this.places.length === 0 || this.isHolding())
    if (generic && (INNER.has(role) || next.prep === 'with' || (next.prep === 'to' && passed > 0))) {
      this.inner = true
      this.places.length = 0
      return this.list(meant)
    }
    if (role === 'to' && next.bearing) return this.beside(meant)
    if (SIDES.has(role)) return this.side(tie, last, meant)
    if (next.prep === 'to' && passed === 0) return false
    if (role === 'on') return this.beside(meant, 'near')
    if (role === 'in' || next.prep || (bracket && next.bearing)) return this.beside(meant)
    // "A (B)" is another name, but for "near A (B)" and "the axis A - B"
    if (bracket) return last.near || LINEAR.has(last.code) ? this.list(meant) : true
    if (!comma || next.bearing || next.near || isWide(this.doc, next) || next.code === 'capital') return this.beside(meant)
    return this.around.length === 0 && next.name !== undefined && this.list(meant)
  }

  /** "A and B" are listed; after "A in C" the list goes on by itself. */
  private join({ next, role }: Tie, meant: readonly Mention[]): boolean {
    if (role !== 'plus' && (next.prep || role)) return false
    const last = this.around.at(-1)
    if (this.listsAround && last) return this.beside(meant, last.role)
    if (this.around.length === 0 && (meant.length > 0 || this.places.length === 0)) return this.list(meant)
    this.goesOn = true
    this.end = next.first
    return false
  }

  /** "Close to A", "a road between A and B", "the border with A". */
  private side({ role, passed }: Tie, last: Mention, meant: readonly Mention[]): boolean {
    const ends = LINEAR.has(last.code) && role !== 'against'
    if (role !== 'from' && !ends && passed === 0 && !(role === 'against' && last.code === 'border')) return false
    this.listsAround = role !== 'from' || ends || passed > 0
    return this.beside(meant, role === 'from' && passed === 0 && !ends ? 'within' : 'near')
  }

  /** "The areas of a party": named only as far as no other place is. */
  private isHolding(): boolean {
    const { head, places } = this
    return (
      places.length === 1 && places[0] === head && head.code === 'area' && head.number === 'many' && head.name === head.first
    )
  }

  private list(meant: readonly Mention[]): true {
    this.places.push(...meant)
    return true
  }

  private beside(meant: readonly Mention[], role: Site['role'] | null = null): true {
    for (const mention of meant) this.around.push({ mention, role: role ?? (isBeside(this.doc, mention) ? 'near' : 'within') })
    return true
  }
}
