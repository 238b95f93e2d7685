import type { Ontology } from '../../data/ontology.ts'
import type { ActorRef, Claim, PersonRef, PlaceRef, SourceRef, TimeRef, Toll, Words } from '../../model/claim.ts'
import type { Report } from '../../model/report.ts'
import { type Paint, visible } from './terminal.ts'

type Line = readonly [label: string, value: string]

const LABEL = 12

/**
 * A report's claims for a person at a terminal, one value a line. Terminals differ in whether they put Arabic in visual
 * order, and isolating characters would end up in what people copy; so codes and numbers come first, Arabic comes last on
 * its line, and either kind of terminal shows the parts in this order. The quoted words are the report's own.
 */
export function printReading(
  report: Report,
  origin: string,
  claims: readonly Claim[],
  ontology: Ontology,
  paint: Paint,
): string {
  const head: Line[] = [
    ['Report', origin],
    ...(report.outlet ? [['Outlet', visible(report.outlet)] as const] : []),
    ['Published', report.published ?? 'not said'],
    ['Claims', claims.length ? String(claims.length) : 'none found'],
  ]
  const blocks = claims.map((claim, index) => printClaim(claim, index, ontology, paint))
  return `${[lay(head, paint), ...blocks].join('\n')}\n`
}

function printClaim(claim: Claim, index: number, ontology: Ontology, paint: Paint): string {
  const type = ontology.types.get(claim.type)
  const act = joined([type?.en ?? claim.type], type?.ar ?? '')
  const lines: Line[] = [
    ['Act', paint('bold', act)],
    ...claim.places.map((place) => ['Place', placeText(place)] as const),
    ['Date', claim.time ? timeText(claim.time) : 'not said'],
    ...claim.perpetrators.map((actor) => ['By', actorText(actor)] as const),
    ...claim.targets.map((actor) => ['Against', actorText(actor)] as const),
    ...claim.means.map((means) => ['Means', joined([means.code, ...inferred(means)], words(means))] as const),
    ...claim.tolls.map((toll) => ['Toll', tollText(toll)] as const),
    ...claim.people.map((person) => ['Name', personText(person)] as const),
    ['Status', claim.status === 'asserted' ? claim.status : paint('yellow', claim.status)],
    ...claim.sources.map((source) => ['Source', sourceText(source)] as const),
    ...(claim.background ? [['Background', 'yes, told as something earlier'] as const] : []),
    ['Words', joined(inferred(claim.trigger), paint('cyan', words(claim.trigger)))],
    ...(claim.sentence ? [['Quote', words(claim.sentence)] as const] : []),
    ...(claim.mentions ?? []).map((mention) => ['Also', words(mention)] as const),
  ]
  return `${paint('dim', `${index + 1}.`)}\n${lay(lines, paint)}`
}

const lay = (lines: readonly Line[], paint: Paint): string =>
  lines.map(([label, value]) => `${paint('dim', `${label}:`.padEnd(LABEL))}${value}\n`).join('')

/** Codes, numbers and English first, the report's Arabic last. */
const joined = (parts: readonly (string | null | undefined)[], arabic: string): string =>
  [parts.filter(Boolean).join(', '), arabic].filter(Boolean).join(' — ')

const words = ({ text }: Words): string => visible(text ?? '')

const inferred = ({ inferred, why }: Words): readonly string[] => (inferred ? [`inferred: ${visible(why ?? '')}`] : [])

const actorText = (actor: ActorRef): string => joined([actor.actor, actor.kind, ...inferred(actor)], words(actor))

const ROLE: Readonly<Record<PlaceRef['role'], string>> = {
  site: '',
  near: 'near',
  within: 'within',
  origin: 'from',
  destination: 'to',
}

function placeText(place: PlaceRef): string {
  const { bearing, distanceKm } = place.relation ?? {}
  const point = place.lat != null && place.lon != null ? `${place.lat.toFixed(4)} ${place.lon.toFixed(4)}` : null
  const name = place.nameEn ?? place.place ?? 'not in the gazetteer'
  const others = place.alternatives?.length ? `could also be ${place.alternatives.join(' or ')}` : null
  const relation = [distanceKm == null ? null : `${distanceKm} km`, bearing?.toUpperCase()].filter(Boolean).join(' ')
  const lead = [relation && `${relation} of`, relation ? '' : ROLE[place.role], name].filter(Boolean).join(' ')
  return joined([lead, place.precision, point, others, ...inferred(place)], words(place))
}

const PARTS = ['year', 'month', 'day'] as const

function timeText(time: TimeRef): string {
  const { start, end, known = [] } = time
  const days = start && end && start !== end ? `${start} to ${end}` : (start ?? (end ? `until ${end}` : 'not known'))
  const depth = (start ?? end ?? '').slice(0, 10).split('-').filter(Boolean).length
  const implied = PARTS.slice(0, depth).filter((part) => !known.includes(part))
  const how = depth === 0 ? null : implied.length ? `${implied.join(' and ')} from the date of publication` : 'said in full'
  return joined([days, how], visible(time.text ?? ''))
}

function tollText(toll: Toll): string {
  const marks = [
    toll.who === toll.outcome ? null : toll.who,
    toll.total ? 'total of the parts below or above' : null,
    toll.cumulative ? 'running total' : null,
    toll.source != null ? `by source ${toll.source + 1}` : null,
  ]
  return joined([`${toll.outcome} ${amount(toll)}`, ...marks, ...inferred(toll)], words(toll))
}

function amount({ min, max, bound }: Toll): string {
  if (max === 0) return 'none'
  const range = max === null ? `${min} or more` : min === max ? String(min) : `${min} to ${max}`
  if (bound === 'about') return `about ${range}`
  if (bound === 'at-least') return `at least ${min}`
  if (bound === 'more-than') return `more than ${max === null ? min - 1 : min}`
  if (bound === 'up-to') return `up to ${max}`
  return bound === 'vague' ? `${range}, said without a number` : range
}

function personText(person: PersonRef): string {
  const sex = person.sex === 'unknown' ? null : person.sex
  const age = person.age == null ? null : `aged ${person.age}`
  return joined([person.outcome, sex, age, ...inferred(person)], visible(person.name))
}

const sourceText = (source: SourceRef): string => joined([source.source, source.kind, ...inferred(source)], words(source))
