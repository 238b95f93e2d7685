import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import type { Claim } from '../../model/claim.ts'
import { openRecord, type Store } from '../../record/open.ts'
import { madeGazetteer, readMade } from '../../record/testing/made.ts'
import { incoming } from '../../record/testing/stores.ts'
import { createDerive } from '../../relate/derive.ts'
import { ingest } from '../ingest.ts'
import * as contract from './contract.ts'
import { createServer } from './server.ts'
import { viewOf } from './view.ts'

const NAME = 'ليلى الرمانية'
const POSITION = 'change to group/activity'
const now = () => new Date('2017-01-21T12:00:00Z')
const [texts, days] = [
  [
    `shelling/artillery/missile attack|tin|2016-12-11|3\narrests|tin|2016-12-10\nبينهم ${NAME}`,
    `${POSITION}|rumman|2017-01-15\n${POSITION}|rumman|2016-12-22\n${POSITION}|rumman|2016-12-21`,
    'armed clash|?مزرعة مجهولة|2016\nagreement||\nattack|tin|2011-03-01|1|background',
  ],
  ['2016-12-12', '2017-01-16', '2016-11-30'],
]

/** Every claim names a living person as one who was hurt, as a target, and a party that the registry knows. */
const read = (report: Parameters<typeof readMade>[0]): Claim[] =>
  readMade(report).map((claim) => ({
    ...claim,
    people: [{ name: NAME, text: NAME }],
    perpetrators: [{ text: 'عناصر بقيادة فلان', actor: known, kind: 'state-forces' }],
    targets: [{ text: NAME, actor: null, kind: 'civilians' }],
  }))

const knowledge = { ...loadKnowledge(), gazetteer: madeGazetteer() }
const [known, party] = [...knowledge.registry.actors].map(([id, { name }]) => [id, name] as const)[0]!

let folder: string
let record: Store
const apps = {} as Record<'documenter' | 'public', FastifyInstance>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tawthiq-api-'))
  record = await openRecord(join(folder, 'record'), createDerive(read, knowledge.gazetteer))
  await ingest(
    texts.map((text, at) => incoming(text, { published: days[at]!, url: `https://example.org/${NAME}` })),
    { record },
  )
  const webFolder = join(folder, 'web')
  mkdirSync(join(webFolder, 'assets'), { recursive: true })
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>app</title>')
  writeFileSync(join(webFolder, 'assets', 'a1b2.js'), 'export {}')
  for (const view of ['documenter', 'public'] as const)
    apps[view] = await createServer({ record, knowledge, view, webFolder, now })
})
afterAll(async () => {
  for (const app of Object.values(apps)) await app.close()
  await record.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The answer to a question, checked against the contract. */
async function get<S extends TSchema>(schema: S, url: string, view: keyof typeof apps = 'documenter'): Promise<Static<S>> {
  const answer = await apps[view].inject(url)
  expect([url, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([url, 200, ''])
  const body = answer.json()
  expect(Check(schema, body), `${url} keeps the contract`).toBe(true)
  return body as Static<S>
}

async function refused(url: string, view: keyof typeof apps = 'documenter', headers: Record<string, string> = {}) {
  const answer = await apps[view].inject({ url, headers })
  const body = answer.json()
  expect(Check(contract.Refusal, body)).toBe(true)
  expect(body.error).toMatch(/^[^\n]+\.$/)
  return `${answer.statusCode} ${body.error}`
}

describe('the documenter', () => {
  test('sees an incident whole', async () => {
    const { items } = await get(contract.IncidentPage, '/api/incidents?type=shelling%2Fartillery%2Fmissile%20attack')
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      place: { id: 'tin', name: 'التين', lat: 35.2468, lon: 36.4321, precision: 'village', relation: null },
      start: '2016-12-11',
      dateInferred: false,
      killed: { min: 3, max: 3 },
      wounded: null,
      targets: [NAME],
      perpetrators: ['عناصر بقيادة فلان'],
    })
    expect(items[0]!.place!.within.map(({ id }) => id)).toEqual(['wadi', 'west', 'land'])
    const { text, from, to } = items[0]!.quote
    expect(text.slice(from, to)).toBe('shelling/artillery/missile attack')
    expect(await get(contract.Incident, `/api/incidents/${items[0]!.id}`)).toEqual(items[0])
  })

  test.each([
    ['', 8],
    ['?type=agreement,arrests', 2],
    ['?status=denied', 0],
    ['?from=2016-12-01&to=2016-12-11', 3],
    ['?place=wadi', 3],
    ['?place=land&background=no', 5],
    ['?background=yes', 1],
    ['?q=ليلي%20الرمانيه', 2],
  ])('filters incidents by "%s": list, map and timeline agree', async (query, found) => {
    const page = await get(contract.IncidentPage, `/api/incidents${query}`)
    expect([page.items.length, page.found, page.all]).toEqual([found, found, 8])
    const map = await get(contract.MapAnswer, `/api/map${query}`)
    expect([map.found, map.points.length + map.unplaced]).toEqual([found, found])
    const timeline = await get(contract.TimelineAnswer, `/api/timeline${query}`)
    expect(timeline.days.reduce((sum, { count }) => sum + count, timeline.undated)).toBe(found)
  })

  test('pages without a gap or a repeat', async () => {
    const all = (await get(contract.IncidentPage, '/api/incidents')).items.map(({ id }) => id)
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: contract.IncidentPage = await get(contract.IncidentPage, `/api/incidents?limit=3&cursor=${next}`)
      seen.push(...page.items.map(({ id }) => id))
      next = page.next
    }
    expect(seen).toEqual(all)
    const reports = await get(contract.ReportPage, '/api/reports?limit=2')
    const rest = await get(contract.ReportPage, `/api/reports?limit=2&cursor=${reports.next}`)
    expect([...reports.items, ...rest.items].map(({ published }) => published)).toEqual([
      '2017-01-16',
      '2016-12-12',
      '2016-11-30',
    ])
    expect([reports.all, rest.next]).toEqual([3, null])
  })

  test('sees the record summed up', async () => {
    const summary = await get(contract.Summary, '/api/summary')
    expect(summary).toMatchObject({ reports: 3, claims: 8, incidents: 8, placesFound: 6, placesNotFound: 1, unread: 0 })
    expect(summary).toMatchObject({ first: '2011-03-01', last: '2017-01-15', view: 'documenter' })
    expect(summary.types).toHaveLength(knowledge.ontology.types.size)
  })

  test('reads a report with its claims', async () => {
    const { items } = await get(contract.ReportPage, '/api/reports')
    const head = items.find(({ published }) => published === '2016-12-12')!
    expect(head).toMatchObject({ claims: 2, gap: null })
    const report = await get(contract.ReportAnswer, `/api/reports/${head.id}`)
    expect(report).toMatchObject({ text: texts[0], previous: items[0]!.id, following: items[2]!.id })
    expect(report.claims.map(({ type }) => type)).toEqual(['shelling/artillery/missile attack', 'arrests'])
    expect(report.claims[0]!.people[0]!.name).toBe(NAME)
  })

  test('gets the places that have a point, of the kinds asked for', async () => {
    const places = await get({ type: 'array' } as TSchema, '/api/places?kinds=village,town')
    expect((places as { id: string }[]).map(({ id }) => id)).toEqual(['tin', 'rumman'])
    expect(await get({ type: 'array' } as TSchema, '/api/places')).toHaveLength(5)
  })

  test.each([
    ['/api/incidents?from=2016-1-1', '400 from: write a day as YYYY-MM-DD, as in 2016-12-11.'],
    ['/api/map?to=2016-02-30', '400 to: the calendar has no day 2016-02-30.'],
    ['/api/incidents?from=2016-02-02&to=2016-02-01', '400 from: 2016-02-02 is after to, 2016-02-01; exchange the two.'],
    ['/api/timeline?type=party', '400 type: there is no event type "party".'],
    ['/api/incidents?status=sure', '400 status: there is no status "sure"; use asserted, claimed, unconfirmed, denied.'],
    ['/api/incidents?place=nowhere', '400 place: the gazetteer has no place "nowhere".'],
    ['/api/incidents?plaace=tin', '400 There is no filter named "plaace"; /api/openapi.json lists them.'],
    ['/api/map?limit=5', '400 There is no filter named "limit"; /api/openapi.json lists them.'],
    ['/api/incidents?cursor=x', '400 cursor: this is not the "next" of a page; begin again without it.'],
    ['/api/incidents?limit=0', '400 limit: the value must be >= 1.'],
    ['/api/incidents?background=maybe', '400 background: this value is not one of those that /api/openapi.json lists.'],
    [
      '/api/places?kinds=moon',
      '400 kinds: the gazetteer has no kind "moon"; it has country, district, governorate, town, village.',
    ],
    ['/api/incidents/none', '404 There is no incident "none" in this record.'],
    ['/api/reports/none', '404 There is no report "none" in this record.'],
    ['/api/none', '404 There is nothing at GET /api/none; /api/openapi.json lists what there is.'],
  ])('is told what is wrong with %s', async (url, told) => {
    expect(await refused(url)).toBe(told)
  })
})

describe('the public', () => {
  test('gets no name, no word of a report and no exact point from any route', async () => {
    for (const url of ['/api/incidents', '/api/map', '/api/timeline', '/api/reports', '/api/summary']) {
      const { body } = await apps.public.inject(url)
      for (const secret of [NAME, 'ليلى', 'فلان', 'بينهم', 'مزرعة', '35.2468', '36.4321', '"tin"', 'example.org'])
        expect(body.includes(secret), `${secret} in ${url}`).toBe(false)
    }
  })

  test('sees the district instead of the village, and the known party by its name', async () => {
    const { items } = await get(contract.IncidentPage, '/api/incidents?type=arrests', 'public')
    expect(items[0]).toMatchObject({
      place: { id: 'wadi', lat: 35.2, lon: 36.4, precision: 'district', relation: null },
      perpetrators: [party],
      targets: ['civilians'],
      quote: { text: '', from: 0, to: 0 },
    })
    const { points } = await get(contract.MapAnswer, '/api/map?type=arrests', 'public')
    expect(points).toMatchObject([{ lat: 35.2, lon: 36.4, radiusKm: 20, name: 'الوادي' }])
  })

  test('learns of positions thirty days late, in every count', async () => {
    const { items, found, all } = await get(contract.IncidentPage, '/api/incidents', 'public')
    expect(items.filter(({ type }) => type === POSITION).map(({ start }) => start)).toEqual(['2016-12-21'])
    expect([found, all]).toEqual([6, 6])
    expect(await get(contract.Summary, '/api/summary', 'public')).toMatchObject({
      incidents: 6,
      last: '2016-12-21',
      view: 'public',
    })
    expect((await get(contract.MapAnswer, '/api/map', 'public')).found).toBe(6)
    const recent = (await get(contract.IncidentPage, '/api/incidents?from=2017-01-15')).items[0]!
    expect(await refused(`/api/incidents/${recent.id}`, 'public')).toContain('404 There is no incident')
  })

  test('cannot read or search the texts, nor ask for a village', async () => {
    const { items } = await get(contract.ReportPage, '/api/reports', 'public')
    expect(await refused(`/api/reports/${items[0]!.id}`, 'public')).toBe(
      '403 The texts of reports are not public: they name living people.',
    )
    expect(await refused('/api/incidents?q=ليلى', 'public')).toContain('403 The words of reports cannot be searched here')
    expect(await refused('/api/map?place=tin', 'public')).toContain('403 Places smaller than a sub-district are not public')
    expect((await get(contract.IncidentPage, '/api/incidents?place=wadi', 'public')).found).toBe(3)
  })
})

describe('the server', () => {
  test.each([
    ['localhost:8751', true],
    ['127.0.0.1:8751', true],
    ['[::1]:8751', true],
    ['evil.example', false],
    ['localhost.evil.example:8751', false],
    ['192.168.1.5:8751', false],
    ['a b', false],
  ])('asked under the name "%s", answers: %s', async (host, answers) => {
    for (const url of ['/api/summary', '/', '/api/none']) {
      const { statusCode, body } = await apps.documenter.inject({ url, headers: { host } })
      expect(statusCode === 403, `${url} ${body}`).toBe(!answers)
    }
  })

  test('of the public view answers to an address, not to a stranger name', async () => {
    expect((await apps.public.inject({ url: '/api/summary', headers: { host: '192.168.1.5:8751' } })).statusCode).toBe(200)
    expect(await refused('/api/summary', 'public', { host: 'evil.example' })).toContain(
      '403 This server does not answer to the name',
    )
    const named = await createServer({ record, knowledge, view: 'public', webFolder: null, hosts: ['record.example'] })
    expect((await named.inject({ url: '/api/summary', headers: { host: 'record.example:80' } })).statusCode).toBe(200)
    await named.close()
  })

  test('sends a strict policy and keeps answers out of caches', async () => {
    const { headers } = await apps.documenter.inject('/api/summary')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe-eval|upgrade-insecure|https?:/)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test('lists every route in its OpenAPI page', async () => {
    const page = (await apps.documenter.inject('/api/openapi.json')).json()
    const { openapi: _self, ...routes } = contract.ROUTES
    expect(Object.keys(page.paths).sort()).toEqual(
      Object.values(routes)
        .map((route) => route.replace(':id', '{id}'))
        .sort(),
    )
    const { parameters } = page.paths['/api/incidents'].get
    expect(parameters.map(({ name }: { name: string }) => name).sort()).toEqual([
      'background',
      'cursor',
      'from',
      'limit',
      'place',
      'q',
      'status',
      'to',
      'type',
    ])
  })

  test('serves the app, and its pages under every address that is not the API', async () => {
    for (const url of ['/', '/incidents/12', '/reports?x=1.5']) {
      const { statusCode, body, headers } = await apps.documenter.inject(url)
      expect([statusCode, body.includes('<title>app</title>'), headers['cache-control']]).toEqual([200, true, 'no-cache'])
    }
    const asset = await apps.documenter.inject('/assets/a1b2.js')
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(await refused('/assets/gone.js')).toContain('404 There is nothing at GET /assets/gone.js')
    const bare = await createServer({ record, knowledge, view: 'documenter', webFolder: join(folder, 'nothing') })
    expect((await bare.inject('/')).json().error).toContain('The app is not built')
    await bare.close()
  })

  test('knows whose view a host is', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'].map(viewOf)).toEqual(Array(5).fill('documenter'))
    expect(['0.0.0.0', '::', '192.168.1.5', 'record.example', '127.0.0.1.evil.example'].map(viewOf)).toEqual(
      Array(5).fill('public'),
    )
  })
})
