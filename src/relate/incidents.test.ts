import { expect, test } from 'vitest'
import type { Claim, PlaceRef, Toll } from '../model/claim.ts'
import { madeClaim, madeGazetteer } from '../record/testing/made.ts'
import { firstDay, lastDay } from './days.ts'
import { incidentsOf } from './incidents.ts'
import { countOf } from './tolls.ts'

const gazetteer = madeGazetteer()
const text = 'قصف طال التين. وقال شاهد إن ثلاثة قتلوا.'
const report = { id: 'r1', text, published: '2016-12-11T08:00:00Z', outlet: null, url: null }
const incidents = (more: Partial<Claim>, of: Partial<typeof report> | { published: null } = {}) =>
  incidentsOf({ ...report, ...of }, madeClaim(text, more), gazetteer)
const one = (more: Partial<Claim>, of: Partial<typeof report> | { published: null } = {}) => {
  const rows = incidents(more, of)
  expect(rows).toHaveLength(1)
  return rows[0]!
}
const place = (role: PlaceRef['role'], id: string, more: Partial<PlaceRef> = {}): PlaceRef => ({
  role,
  place: id,
  text: id,
  ...more,
})

test('one incident a site, each place once', () => {
  const rows = incidents({
    places: [place('site', 'tin'), place('site', 'rumman'), place('within', 'west'), place('site', 'tin')],
  })
  expect(rows.map((row) => [row.place_id, row.within])).toEqual([
    ['tin', ['tin', 'wadi', 'west', 'land']],
    ['rumman', ['rumman', 'east', 'land']],
  ])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
})

test('a destination is a place of the act, an origin is not', () => {
  expect(one({ places: [place('origin', 'tin'), place('destination', 'rumman')] }).place_id).toBe('rumman')
})

test('without a site, the reference of a relative place', () => {
  const row = one({ places: [place('within', 'west'), place('near', 'tin', { relation: { bearing: 'w', distanceKm: null } })] })
  expect(row).toMatchObject({
    place_id: 'tin',
    precision: 'relative',
    bearing: 'w',
    distance_km: null,
    radius_km: 15,
    lat: 35.2468,
  })
})

test('a distance that the text says is the radius', () => {
  const row = one({ places: [place('near', 'tin', { relation: { bearing: null, distanceKm: 8 } })] })
  expect(row).toMatchObject({ distance_km: 8, radius_km: 8 })
  expect(one({ places: [place('near', 'tin')] })).toMatchObject({ precision: 'relative', bearing: null, radius_km: 10 })
})

test('without either, the smallest area around', () => {
  const row = one({
    places: [place('within', 'west', { precision: 'governorate' }), place('within', 'wadi', { precision: 'district' })],
  })
  expect(row).toMatchObject({ place_id: 'wadi', precision: 'district', radius_km: 20 })
})

test('no place at all is no place, and a name that the gazetteer lacks is kept without a point', () => {
  expect(one({})).toMatchObject({ place_id: null, place_name: null, lat: null, within: [], radius_km: null })
  expect(one({ places: [{ role: 'site', text: 'مكان مجهول', place: null }] })).toMatchObject({
    place_id: null,
    place_name: 'مكان مجهول',
    lat: null,
  })
})

test('dates: said, cut to what is known, or inferred from the report', () => {
  expect(one({ time: { start: '2016-02' } })).toMatchObject({
    start_date: '2016-02',
    first_day: '2016-02-01',
    last_day: '2016-02-29',
    date_inferred: false,
  })
  expect(one({ time: { start: '2016-12-08', end: '2016-12-10' } })).toMatchObject({
    end_date: '2016-12-10',
    last_day: '2016-12-10',
  })
  expect(one({})).toMatchObject({ start_date: '2016-12-11', end_date: null, date_inferred: true })
  expect(one({ time: { start: null, end: null, text: 'قبل مدة' } })).toMatchObject({
    start_date: '2016-12-11',
    date_inferred: true,
  })
  expect(one({ background: true })).toMatchObject({ start_date: null, first_day: null, start_key: '', date_inferred: false })
  expect(one({}, { published: null })).toMatchObject({ start_date: null, date_inferred: false })
})

test('the quote holds the trigger', () => {
  const from = text.indexOf('وقال')
  const at = text.indexOf('قتلوا')
  const row = one({
    sentence: { text: text.slice(from), from, to: text.length },
    trigger: { text: 'قتلوا', from: at, to: at + 5 },
  })
  expect(row.quote_text).toBe('وقال شاهد إن ثلاثة قتلوا.')
  expect(row.quote_text.slice(row.quote_from, row.quote_to)).toBe('قتلوا')
  const carried = one({ sentence: { text: text.slice(from), from, to: text.length } })
  expect([carried.quote_from, carried.quote_to]).toEqual([0, 0])
  expect(one({ trigger: { inferred: true, why: 'carried over' }, sentence: undefined }).quote_text).toBe('')
})

const toll = (min: number, max: number | null, more: Partial<Toll> = {}): Toll => ({ outcome: 'killed', min, max, ...more })

test.each<[string, Toll[], ReturnType<typeof countOf>]>([
  ['nothing said', [toll(3, 3, { outcome: 'wounded' })], null],
  ['parts are added', [toll(3, 3), toll(2, 4)], { min: 5, max: 7 }],
  ['an open part leaves the sum open', [toll(3, 3), toll(20, null)], { min: 23, max: null }],
  ['a total stands for its parts', [toll(7, 7, { total: true }), toll(3, 3), toll(4, 4)], { min: 7, max: 7 }],
  ['two accounts are not added', [toll(4, 4, { source: 0 }), toll(7, 7, { source: 1 })], { min: 4, max: 7 }],
  ['none is not unknown', [toll(0, 0)], { min: 0, max: 0 }],
])('tolls: %s', (_what, tolls, count) => {
  expect(countOf(tolls, 'killed')).toEqual(count)
})

test('days of a cut date', () => {
  expect([firstDay('2016'), lastDay('2016'), lastDay('2015-02'), lastDay('2016-12-11T10:00'), firstDay('سنة')]).toEqual([
    '2016-01-01',
    '2016-12-31',
    '2015-02-28',
    '2016-12-11',
    null,
  ])
})
