import type { TypeRow } from '../../serve/api/contract.ts'

export type Chosen = 'all' | 'some' | 'none'

/** How much of a group the filter takes; a filter without types takes everything, and then no group stands out. */
export function chosenOf(types: readonly TypeRow[], group: string, chosen: readonly string[]): Chosen {
  const members = types.filter((type) => type.group === group)
  const taken = members.filter(({ id }) => chosen.includes(id)).length
  if (taken === 0) return 'none'
  return taken === members.length ? 'all' : 'some'
}

/** The types chosen after a group is pressed: the whole group, or without it when it was whole. All groups are no filter. */
export function withGroup(types: readonly TypeRow[], group: string, chosen: readonly string[]): string[] {
  const members = types.filter((type) => type.group === group).map(({ id }) => id)
  const others = chosen.filter((id) => !members.includes(id))
  const next = chosenOf(types, group, chosen) === 'all' ? others : [...others, ...members]
  return next.length === types.length ? [] : next.sort()
}
