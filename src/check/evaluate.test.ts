import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../model/report.ts'
import { EVENT_TYPES } from '../model/types.ts'
import type { Reader } from '../read/pipeline.ts'
import { evaluate, formatEvaluation, readGold, readJsonLines, readReports } from './evaluate.ts'
import { goldFaults } from './gold.ts'
import { claimOf } from './testing/claims.ts'

const reports = readReports()
const gold = readGold()
const silent: Reader = { read: () => ({ claims: [], trace: [] }) }
const perfect: Reader = {
  read: ({ id }) => ({ claims: gold.find((line) => line.id === id)!.events.map(claimOf), trace: [] }),
}

test('the gold reports keep the rules of their guide, and show every type of the contract', () => {
  expect(goldFaults(reports, gold)).toEqual([])
  expect(gold.map(({ id }) => id)).toEqual(reports.map(({ id }) => id))
  const types = new Set(gold.flatMap(({ events }) => events.map((event) => event.type)))
  expect(EVENT_TYPES.filter((type) => !types.has(type))).toEqual([])
})

test('a reader that says what the annotators say gets everything, a silent one nothing', () => {
  const all = evaluate({ reports, gold, reader: perfect })
  expect([all.event.f1, all.template.f1, all.errors]).toEqual([1, 1, []])
  const none = evaluate({ reports, gold, reader: silent })
  expect([none.event.f1, none.template.f1]).toEqual([0, 0])
  expect(none.errors.every((error) => error.kind === 'missed')).toBe(true)
})

test('the table ends with events and templates; errors are shown when wanted', () => {
  const result = evaluate({ reports, gold, reader: silent })
  const lines = formatEvaluation(result).split('\n')
  expect(lines.at(-2)).toMatch(/^EVENTS +P 0\.000 {2}R 0\.000 {2}F1 0\.000 {3}gold \d+ {2}system 0$/)
  expect(lines.at(-1)).toContain(`TEMPLATE (${reports.length} reports)`)
  expect(formatEvaluation(result, { errors: true })).toContain('g001  missed  shelling/artillery/missile attack  [قصف]')
  expect(lines.join()).not.toContain('missed')
})

test('annotations that break the rules are told', () => {
  const report: Report = { id: 'a', text: 'قتل ثلاثة في تدمر', published: null, outlet: null, url: null }
  const event = { type: 'attack', trigger: 'قتل', status: 'asserted', places: ['تدمر'], killed: [3, 3] as [number, number] }
  const faults = (change: object) => goldFaults([report], [{ id: 'a', events: [{ ...event, ...change }] }]).join('\n')
  expect(faults({})).toBe('')
  expect(faults({ type: 'atack' })).toContain('did you mean "attack"?')
  expect(faults({ places: ['حمص'] })).toContain('"حمص" is not in the text')
  expect(faults({ killed: [5, 2] })).toContain('killed is no count')
  expect(faults({ date: '2016-12' })).toContain('is no day')
  expect(faults({ trigger: '' })).toContain('has no trigger')
  expect(goldFaults([], [{ id: 'a', events: [] }])).toHaveLength(1)
  expect(() => evaluate({ reports: [], gold: [{ id: 'a', events: [] }], reader: silent })).toThrow('no report of that id')
})

test('a file that cannot be read is told with its line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tawthiq-gold-'))
  const file = join(folder, 'a.jsonl')
  writeFileSync(file, '{"id":"a","text":"b"}\n\n{"id"\n')
  expect(() => readJsonLines(file)).toThrow('a.jsonl:3: is no JSON')
  writeFileSync(file, '{"id":"a","text":"b","published":"2016-12-01","country":"x"}\n{"id":"b"}\n')
  expect(() => readReports(file)).toThrow('report 2 has no id or no text')
  writeFileSync(file, '{"id":"a","text":"b","published":"2016-12-01","country":"x"}\n')
  expect(readReports(file)).toEqual([{ id: 'a', text: 'b', published: '2016-12-01', outlet: null, url: null }])
  expect(() => readGold(file)).toThrow('has no id or no events')
  rmSync(folder, { recursive: true })
  expect(() => readJsonLines(file)).toThrow('ENOENT')
})
