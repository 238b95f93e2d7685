import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../data/knowledge.ts'
import { createReader } from '../read/pipeline.ts'
import { evaluate, readGold, readReports } from './evaluate.ts'
import { frozenTable } from './frozen.ts'

const root = join(import.meta.dirname, '../..')
const frozen = (name: string) => readFileSync(join(root, 'gold/frozen', `${name}.tsv`), 'utf8')
const reader = createReader(loadKnowledge())

describe('the last accepted evaluation still holds; `npm run freeze` accepts a new one', () => {
  it('on the reports written for this project', () => {
    expect(frozenTable(evaluate({ reports: readReports(), gold: readGold(), reader }))).toBe(frozen('own'))
  })
  for (const set of ['dev', 'check']) {
    const folder = join(root, '../shared/evaluation', set)
    it.skipIf(!existsSync(folder))(`on the shared ${set} set (skipped where ../shared is not there)`, () => {
      const [reports, gold] = [readReports(join(folder, 'reports.jsonl')), readGold(join(folder, 'gold.jsonl'))]
      expect(frozenTable(evaluate({ reports, gold, reader }))).toBe(frozen(set))
    })
  }
  it('a table counts what is right, annotated and read', () => {
    const nothing = { read: () => ({ claims: [], trace: [] }) }
    const [head, events] = frozenTable(evaluate({ reports: readReports(), gold: readGold(), reader: nothing })).split('\n')
    expect(head).toBe('of\tname\tright\tgold\tread')
    expect(events).toMatch(/^all\tevents\t0\t\d+\t0$/)
  })
})
