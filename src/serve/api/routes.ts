import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Knowledge } from '../../data/knowledge.ts'
import { countIncidents, type Filter, findIncidents, incidentById, incidentDays, placedIncidents } from '../../record/find.ts'
import { countReports, findReports, reportById, totals } from '../../record/reports.ts'
import type { Store } from '../../record/store.ts'
import { filterOf, listed } from './asked.ts'
import * as contract from './contract.ts'
import { afterOf, pageOf } from './cursor.ts'
import { Refused } from './refusal.ts'
import { answerOf, headOf, incidentOf, pointOf } from './shape.ts'
import { narrowed, type View } from './view.ts'

export type Served = {
  readonly record: Store
  readonly knowledge: Knowledge
  readonly view: View
  /** the clock, by which positions are delayed in public */
  readonly now: () => Date
}

const PAGE = 50
/** The kinds that a basemap labels. */
const LABELLED = ['country', 'governorate', 'city', 'town', 'village', 'airbase']

const strict = { additionalProperties: false }
const Filters = Type.Object(contract.IncidentQuery.properties, strict)
const FiltersAndPage = Type.Object({ ...contract.IncidentQuery.properties, ...contract.PageQuery.properties }, strict)
const Page = Type.Object(contract.PageQuery.properties, strict)
const Kinds = Type.Object(contract.PlacesQuery.properties, strict)
const Id = Type.Object({ id: Type.String({ maxLength: 100 }) })

const answers = (schema: object) => ({ 200: schema, '4xx': contract.Refusal, '5xx': contract.Refusal })

/** The API's routes; each has its schemas, from which /api/openapi.json is made. */
export function addRoutes(app: FastifyInstance, served: Served): void {
  addIncidentRoutes(app, served)
  addReportRoutes(app, served)
  addFactRoutes(app, served)
}

function addIncidentRoutes(app: FastifyInstance, { record, knowledge, view, now }: Served): void {
  const seen = (filter: Filter): Filter => narrowed(filter, view, knowledge.gazetteer, now())
  const asked = (query: contract.IncidentQuery): Filter => seen(filterOf(query, knowledge))

  app.get<{ Querystring: contract.IncidentQuery & contract.PageQuery }>(
    contract.ROUTES.incidents,
    { schema: { summary: 'Incidents, latest first', querystring: FiltersAndPage, response: answers(contract.IncidentPage) } },
    async ({ query }): Promise<contract.IncidentPage> => {
      const { limit = PAGE, cursor, ...filters } = query
      const filter = asked(filters)
      const rows = await findIncidents(record.db, filter, limit + 1, afterOf(cursor))
      const { items, next } = pageOf(rows, limit, (row) => ({ key: row.start_key, id: row.id }))
      const [found, all] = [await countIncidents(record.db, filter), await countIncidents(record.db, seen({}))]
      return { items: items.map((row) => incidentOf(row, view, knowledge)), found, all, next }
    },
  )

  app.get<{ Params: { id: string } }>(
    contract.ROUTES.incident,
    { schema: { summary: 'One incident', params: Id, response: answers(contract.Incident) } },
    async ({ params }): Promise<contract.Incident> => {
      const row = await incidentById(record.db, params.id, seen({}))
      if (!row) throw new Refused(404, `There is no incident "${params.id}" in this record.`)
      return incidentOf(row, view, knowledge)
    },
  )

  app.get<{ Querystring: contract.IncidentQuery }>(
    contract.ROUTES.map,
    { schema: { summary: 'Incidents as points', querystring: Filters, response: answers(contract.MapAnswer) } },
    async ({ query }): Promise<contract.MapAnswer> => {
      const rows = await placedIncidents(record.db, asked(query))
      const points = rows.flatMap((row) => pointOf(row, view, knowledge) ?? [])
      return { points, unplaced: rows.length - points.length, found: rows.length }
    },
  )

  app.get<{ Querystring: contract.IncidentQuery }>(
    contract.ROUTES.timeline,
    { schema: { summary: 'Incidents by day and group', querystring: Filters, response: answers(contract.TimelineAnswer) } },
    async ({ query }): Promise<contract.TimelineAnswer> => {
      const days = new Map<string, { day: string; group: string; count: number }>()
      let undated = 0
      for (const { day, type, count } of await incidentDays(record.db, asked(query))) {
        const group = knowledge.ontology.types.get(type)?.group ?? 'other'
        const row = days.get(`${day} ${group}`)
        if (day === null) undated += count
        else if (row) row.count += count
        else days.set(`${day} ${group}`, { day, group, count })
      }
      const rows = [...days.values()]
      return { days: rows, undated, first: rows[0]?.day ?? null, last: rows.at(-1)?.day ?? null }
    },
  )
}

function addReportRoutes(app: FastifyInstance, { record, view }: Served): void {
  app.get<{ Querystring: contract.PageQuery }>(
    contract.ROUTES.reports,
    { schema: { summary: 'Reports, latest first', querystring: Page, response: answers(contract.ReportPage) } },
    async ({ query: { limit = PAGE, cursor } }): Promise<contract.ReportPage> => {
      const rows = await findReports(record.db, limit + 1, afterOf(cursor))
      const { items, next } = pageOf(rows, limit, (row) => ({ key: row.published_key, id: row.id }))
      return { items: items.map((row) => headOf(row, view)), all: await countReports(record.db), next }
    },
  )

  app.get<{ Params: { id: string } }>(
    contract.ROUTES.report,
    { schema: { summary: 'One report with its claims', params: Id, response: answers(contract.ReportAnswer) } },
    async ({ params }): Promise<contract.ReportAnswer> => {
      if (view === 'public') throw new Refused(403, 'The texts of reports are not public: they name living people.')
      const whole = await reportById(record.db, params.id)
      if (!whole) throw new Refused(404, `There is no report "${params.id}" in this record.`)
      return answerOf(whole)
    },
  )
}

function addFactRoutes(app: FastifyInstance, { record, knowledge, view, now }: Served): void {
  const { gazetteer, ontology } = knowledge
  const types = [...ontology.types.values()].map(({ id, ar, en, group }) => ({ id, ar, en, group }))
  const kinds = new Set([...gazetteer.places.values()].map(({ kind }) => kind))

  app.get(
    contract.ROUTES.summary,
    { schema: { summary: 'What the record holds', response: answers(contract.Summary) } },
    async (): Promise<contract.Summary> => {
      const filter = narrowed({}, view, gazetteer, now())
      const days = (await incidentDays(record.db, filter)).flatMap(({ day }) => day ?? [])
      const incidents = await countIncidents(record.db, filter)
      return { ...(await totals(record.db)), incidents, first: days[0] ?? null, last: days.at(-1) ?? null, view, types }
    },
  )

  app.get<{ Querystring: contract.PlacesQuery }>(
    contract.ROUTES.places,
    {
      schema: {
        summary: 'Places of the gazetteer that have a point',
        querystring: Kinds,
        response: answers(Type.Array(contract.PlaceRow)),
      },
    },
    async ({ query }): Promise<contract.PlaceRow[]> => {
      const wanted = listed(query.kinds) ?? LABELLED
      const strange = listed(query.kinds)?.find((kind) => !kinds.has(kind))
      if (strange)
        throw new Refused(400, `kinds: the gazetteer has no kind "${strange}"; it has ${[...kinds].sort().join(', ')}.`)
      return [...gazetteer.places.values()].flatMap(({ id, name, nameEn, kind, lat, lon }) =>
        lat !== null && lon !== null && wanted.includes(kind) ? [{ id, name, nameEn, kind, lat, lon }] : [],
      )
    },
  )
}
