import type { Knowledge } from '../../data/knowledge.ts'
import { STATUSES } from '../../model/types.ts'
import type { Filter } from '../../record/find.ts'
import type { IncidentQuery } from './contract.ts'
import { Refused } from './refusal.ts'

/**
 * The filter that a query asks for.
 * @throws Refused (400) for a type, status or place that does not exist and a day that is none: a filter that matches
 * nothing by mistake would read as "nothing happened".
 */
export function filterOf(query: IncidentQuery, { ontology, gazetteer }: Knowledge): Filter {
  const types = listed(query.type)
  const statuses = listed(query.status)
  for (const type of types ?? [])
    if (!ontology.types.has(type)) throw new Refused(400, `type: there is no event type "${type}".`)
  for (const status of statuses ?? [])
    if (!(STATUSES as readonly string[]).includes(status))
      throw new Refused(400, `status: there is no status "${status}"; use ${STATUSES.join(', ')}.`)
  if (query.place && !gazetteer.places.has(query.place))
    throw new Refused(400, `place: the gazetteer has no place "${query.place}".`)
  const { from, to } = { from: dayOf('from', query.from), to: dayOf('to', query.to) }
  if (from && to && from > to) throw new Refused(400, `from: ${from} is after to, ${to}; exchange the two.`)
  return {
    ...(types && { types }),
    ...(statuses && { statuses }),
    ...(from && { from }),
    ...(to && { to }),
    ...(query.place && { place: query.place }),
    ...(query.q && { q: query.q }),
    ...(query.background && { background: query.background === 'yes' }),
  }
}

/** The values of a comma-separated list; undefined when there is none. */
export function listed(text: string | undefined): readonly string[] | undefined {
  const values = (text ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean)
  return values.length ? values : undefined
}

function dayOf(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new Refused(400, `${name}: the calendar has no day ${text}.`)
  return text
}
