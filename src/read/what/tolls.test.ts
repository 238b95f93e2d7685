import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, loadKnowledge } from '../../data/knowledge.ts'
import { readTable } from '../../data/table.ts'
import type { Claim } from '../../model/claim.ts'
import { createReader } from '../pipeline.ts'

const reader = createReader(loadKnowledge())
const cases = (file: string) => readTable(join(dataFolder(), '..', 'gold', 'cases', file), ['id', 'text', 'expected', 'note'])
const read = (text: string): readonly Claim[] =>
  reader.read({ id: 't', text, published: '2016-12-11', outlet: null, url: null }).claims

const OUTCOMES = [
  ['killed', ['killed']],
  ['wounded', ['wounded']],
  ['detained', ['detained', 'abducted']],
  ['displaced', ['displaced']],
] as const

/** Counts of a claim as the evaluation takes them: the row that others break down, else the sum of all rows. */
function counts({ type, tolls }: Claim): string {
  const cells = OUTCOMES.flatMap(([name, outcomes]) => {
    const all = tolls.filter(({ outcome }) => (outcomes as readonly string[]).includes(outcome))
    if (!all.length) return []
    const whole = all.find(({ total }) => total)
    const rows = whole ? [whole] : all
    const min = rows.reduce((sum, row) => sum + row.min, 0)
    const max = rows.some((row) => row.max === null) ? null : rows.reduce((sum, row) => sum + row.max!, 0)
    return [`${name}=${min}${max === min ? '' : `..${max ?? ''}`}`]
  })
  return cells.length ? (type === 'toll' ? 'toll: ' : '') + cells.join(' ') : ''
}

const told = (text: string): string => read(text).map(counts).filter(Boolean).join(' | ') || 'none'
const named = (text: string): string =>
  read(text)
    .flatMap(({ people }) => people.map(({ name, outcome }) => `${name}/${outcome}`))
    .join(' | ') || 'none'

describe('tolls', () => {
  it.each(cases('tolls.tsv'))('$id $text', ({ text, expected }) => expect(told(text)).toBe(expected))
})

describe('people harmed', () => {
  it.each(cases('people.tsv'))('$id $text', ({ text, expected }) => expect(named(text)).toBe(expected))
})
