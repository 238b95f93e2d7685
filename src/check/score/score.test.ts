import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../model/claim.ts'
import { EVENT_TYPES } from '../../model/types.ts'
import { type GoldLine, readJsonLines } from '../evaluate.ts'
import { claim, claimOf, drawFrom, words } from '../testing/claims.ts'
import { align } from './align.ts'
import { alikeBy } from './alike.ts'
import { flatClaim, flatEvent, type GoldEvent } from './flat.ts'
import { score } from './score.ts'

const alike = alikeBy()
const scored = (events: GoldEvent[], claims: Claim[]) =>
  score(new Map([['r', events.map(flatEvent)]]), new Map([['r', claims.map(flatClaim)]]), alike)

describe('two spans are alike', () => {
  test.each([
    ['مدينة تدمر', 'تدمر'],
    ['قوات النظام', 'وقوات النّظام'],
    ['بالمدرعات', 'المدرعات'],
    ['للجيش', 'والجيش'],
    ['سيطرتهم', 'سيطرت'],
    ['على أطراف', 'على أطراف'],
    ['الجيش السوري', 'الجيش'],
  ])('%s, %s', (a, b) => expect(alike(a, b)).toBe(true))
  test.each([
    ['الجيش السوري الحر', 'الجيش'],
    ['ريف حمص', 'ريف حماة'],
    ['', ''],
    ['«»', 'تدمر'],
  ])('and not: %s, %s', (a, b) => expect(alike(a, b)).toBe(false))
})

describe('a claim in the flat form', () => {
  const site = { ...words('تدمر'), role: 'site' as const }
  test('what was inferred does not count; an origin is a place of a movement only', () => {
    const origin = { ...words('القريتين'), role: 'origin' as const }
    const places = [site, origin, { role: 'site' as const, inferred: true as const, why: 'the page' }]
    expect(flatClaim(claim('displacement', { places }))).toMatchObject({ places: ['تدمر', 'القريتين'], near: [] })
    expect(flatClaim(claim('attack', { places }))).toMatchObject({ places: ['تدمر'], near: ['القريتين'] })
  })
  test('tolls are summed unless one is the total; abducted count as detained', () => {
    const tolls = [
      { outcome: 'killed' as const, min: 3, max: 3 },
      { outcome: 'killed' as const, min: 2, max: null },
      { outcome: 'detained' as const, min: 9, max: 9, total: true },
      { outcome: 'abducted' as const, min: 4, max: 4 },
    ]
    expect(flatClaim(claim('attack', { tolls }))).toMatchObject({ killed: [5, null], detained: [9, 9], wounded: null })
  })
  test('a month is no date, and the innermost source is the source', () => {
    expect(flatClaim(claim('attack', { time: { start: '2016-12' }, sources: [words('سانا'), words('مصدر')] }))).toMatchObject({
      date: null,
      source: 'مصدر',
    })
  })
})

describe('events and claims are paired', () => {
  const event = (slots: Partial<GoldEvent>) => flatEvent({ type: 'attack', ...slots })
  test('by place or trigger, the surest first', () => {
    const events = [event({ places: ['تدمر'] }), event({ places: ['تدمر'], trigger: 'مقتل' })]
    const claims = [event({ places: ['مدينة تدمر'], trigger: 'مقتل' }), event({ places: ['تدمر'] })]
    expect([...align(events, claims, alike)].sort()).toEqual([
      [0, 1],
      [1, 0],
    ])
  })
  test('without a place by an actor or a toll; else not at all', () => {
    expect(align([event({ killed: [3, 3] })], [event({ killed: [3, 3] })], alike).size).toBe(1)
    expect(align([event({ killed: [3, 3], places: ['تدمر'] })], [event({ killed: [3, 3], places: ['حمص'] })], alike).size).toBe(
      0,
    )
    expect(align([event({})], [event({})], alike).size).toBe(0)
  })
  test('changes of territory with each other, for half the weight', () => {
    const regained = event({ type: 'government regains territory', places: ['تدمر'] })
    const taken = event({ type: 'non-state actor overtakes territory', places: ['تدمر'] })
    expect(align([regained], [taken, regained], alike).get(0)).toBe(1)
    expect(align([regained], [taken], alike).size).toBe(1)
  })
})

test('missed, spurious and differing slots are counted and told', () => {
  const result = scored(
    [
      { type: 'attack', trigger: 'مقتل', places: ['تدمر'], killed: [3, 3], status: 'asserted' },
      { type: 'arrests', trigger: 'اعتقال', places: ['حمص'], status: 'asserted' },
    ],
    [
      claim('attack', {
        trigger: words('مقتل'),
        places: [{ ...words('تدمر'), role: 'site' }],
        tolls: [{ outcome: 'killed', min: 4, max: 4 }],
      }),
      claim('toll', { trigger: words('حصيلة') }),
    ],
  )
  expect(result.event).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, gold: 2, system: 2 })
  expect(result.slots.killed).toMatchObject({ f1: 0, gold: 1, system: 1 })
  expect(result.errors.map((error) => error.kind)).toEqual(['killed', 'missed', 'spurious'])
  // type, place and status right of (type, place, killed, status) + (type, place, status) and (type, place, killed, status) + (type, status)
  expect(result.template).toMatchObject({ gold: 7, system: 6, recall: 3 / 7, precision: 3 / 6 })
})

const shared = join(import.meta.dirname, '../../../../shared/evaluation')
const scorer = join(shared, 'score.mjs')

/** Claims as a middling reader would give them: some lost, some invented, some with other words, types, numbers and lists. */
function perturbed(events: readonly GoldEvent[], draw: () => number): Claim[] {
  const some = <T>(list: readonly T[]): T[] => (draw() < 0.25 ? list.slice(1) : draw() < 0.1 ? [...list, ...list] : [...list])
  return events.flatMap((event) => {
    const read = claimOf(event)
    if (draw() < 0.15) return []
    const changed: Claim = {
      ...read,
      type: draw() < 0.12 ? EVENT_TYPES[Math.floor(draw() * EVENT_TYPES.length)]! : read.type,
      trigger: draw() < 0.3 ? words(`و${read.trigger.text}`) : draw() < 0.3 ? words('') : read.trigger,
      places: some(read.places).map((place) => (draw() < 0.1 ? { ...place, role: 'origin' as const } : place)),
      perpetrators: some(read.perpetrators).map((actor) =>
        draw() < 0.1 ? { kind: 'unknown' as const, inferred: true, why: 'x' } : actor,
      ),
      targets: some(read.targets),
      means: some(read.means),
      people: some(read.people),
      tolls: read.tolls.flatMap((toll) =>
        draw() < 0.15
          ? []
          : draw() < 0.2
            ? [{ ...toll, max: null }]
            : draw() < 0.2
              ? [toll, { ...toll, min: 1, max: 1 }]
              : [{ ...toll, total: draw() < 0.3 }],
      ),
      time: draw() < 0.2 ? null : draw() < 0.2 ? { start: '2016-12' } : read.time,
      status: draw() < 0.2 ? 'claimed' : read.status,
      sources: draw() < 0.2 ? [] : some([...read.sources, ...read.sources]),
      background: draw() < 0.15 ? !read.background : read.background,
    }
    return draw() < 0.12 ? [changed, { ...changed, type: 'toll' }] : [changed]
  })
}

describe.skipIf(!existsSync(scorer))('the same counts as the shared scorer (skipped where ../shared is not there)', () => {
  test.each([0, 1, 2016])('on the development set, read badly with seed %i', (seed) => {
    const gold = readJsonLines<GoldLine>(join(shared, 'dev', 'gold.jsonl'))
    const draw = drawFrom(seed)
    const system = gold.map(({ id, events }) => ({
      report: { id },
      claims: seed === 0 ? events.map(claimOf) : perturbed(events, draw),
    }))
    const folder = mkdtempSync(join(tmpdir(), 'tawthiq-score-'))
    const file = join(folder, 'system.jsonl')
    writeFileSync(file, system.map((line) => JSON.stringify(line)).join('\n'))
    const theirs = JSON.parse(
      execFileSync(process.execPath, [scorer, join(shared, 'dev', 'gold.jsonl'), file, '--json', '--errors'], {
        maxBuffer: 2 ** 28,
      }).toString(),
    )
    rmSync(folder, { recursive: true })
    const ours = score(
      new Map(gold.map(({ id, events }) => [id, events.map(flatEvent)])),
      new Map(system.map(({ report, claims }) => [report.id, claims.map(flatClaim)])),
      alike,
    )
    expect(ours.event).toEqual(theirs.event)
    expect(ours.template).toEqual(theirs.template)
    expect(ours.slots).toEqual(theirs.onAligned)
    expect(ours.types).toEqual(theirs.types)
    const keys = (errors: readonly { id: string; kind: string; type: string; trigger: string }[]) =>
      errors.map(({ id, kind, type, trigger }) => `${id} ${kind} ${type} ${trigger ?? ''}`)
    expect(keys(ours.errors)).toEqual(keys(theirs.errors))
    if (seed) expect(ours.event.f1).toBeLessThan(0.95)
  })
})
