import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { arrowFaults } from './arrows.ts'
import { importsOf, readImports } from './imports.ts'

const faults = (tree: Record<string, string[]>) => arrowFaults(new Map(Object.entries(tree)))

test('the imports of src/ point down, without a circle', () => {
  const imports = readImports(join(import.meta.dirname, '..'))
  expect(imports.size).toBeGreaterThan(20)
  expect(arrowFaults(imports)).toEqual([])
})

test('import lines of every form are seen', () => {
  const source = `import 'a'
import type { B } from './b.ts'
import {
  c,
  d,
} from "./c.ts"
export * from './e.ts'
const later = () => import('./f.ts')
const words = 'the import of arms from abroad'`
  expect(importsOf(source)).toEqual(['a', './b.ts', './c.ts', './e.ts', './f.ts'])
})

describe('an arrow upward fails', () => {
  const broken: [string, string][] = [
    ['model/claim.ts', 'data/table.ts'],
    ['data/table.ts', 'read/letters/fold.ts'],
    ['read/pipeline.ts', 'relate/incidents.ts'],
    ['record/open.ts', 'read/pipeline.ts'],
    ['record/open.ts', 'relate/derive.ts'],
    ['relate/derive.ts', 'read/when/when.ts'],
    ['check/explain.ts', 'serve/cli/main.ts'],
    ['check/explain.ts', 'record/open.ts'],
    ['serve/cli/main.ts', 'web/main.tsx'],
    ['web/main.tsx', 'model/claim.ts'],
    ['web/main.tsx', 'serve/api/view.ts'],
    ['tools/a.ts', 'model/claim.ts'],
  ]
  test.each(broken)('%s → %s', (from, to) => {
    expect(faults({ [from]: [to], [to]: [] })).toEqual([expect.stringContaining(`${from} imports ${to}`)])
  })
})

describe('inside read/ the steps do not know each other', () => {
  const broken: [string, string][] = [
    ['read/when/when.ts', 'read/where/where.ts'],
    ['read/when/when.ts', 'read/pipeline.ts'],
    ['read/letters/fold.ts', 'read/doc.ts'],
    ['read/letters/fold.ts', 'read/names/numbers.ts'],
  ]
  test.each(broken)('%s → %s', (from, to) => {
    expect(faults({ [from]: [to], [to]: [] })).toHaveLength(1)
  })
  test('they lean on letters/, doc.ts, data and model', () => {
    const steps = ['read/letters/fold.ts', 'read/doc.ts', 'read/when/days.ts', 'data/calendar.ts', 'model/span.ts']
    expect(faults({ 'read/when/when.ts': steps, 'read/pipeline.ts': ['read/when/when.ts', 'read/doc.ts'] })).toEqual([])
  })
})

test('doc.ts takes the shape of a layer from a step, and fails when that step looks back', () => {
  const numbers = { 'read/doc.ts': ['read/names/numbers.ts'], 'read/names/mentions.ts': ['read/doc.ts'] }
  expect(faults({ ...numbers, 'read/names/numbers.ts': [] })).toEqual([])
  expect(faults({ ...numbers, 'read/names/numbers.ts': ['read/names/mentions.ts'] })).toEqual([
    expect.stringContaining('a circle'),
  ])
})

test('circles fail, between two files and over three, each told once', () => {
  expect(faults({ 'data/a.ts': ['data/b.ts'], 'data/b.ts': ['data/a.ts'] })).toEqual([
    expect.stringContaining('data/a.ts → data/b.ts → data/a.ts'),
  ])
  expect(faults({ 'web/a.ts': ['web/b.ts'], 'web/b.ts': ['web/c.ts'], 'web/c.ts': ['web/a.ts'] })).toHaveLength(1)
  expect(faults({ 'model/a.ts': ['model/a.ts'] })).toHaveLength(1)
})

test('tests may import more, and nothing else may import them', () => {
  expect(faults({ 'web/testing/app.ts': ['serve/api/view.ts'], 'model/claim.test.ts': ['data/table.ts'] })).toEqual([])
  expect(faults({ 'web/main.tsx': ['web/testing/app.ts'] })).toHaveLength(1)
})
