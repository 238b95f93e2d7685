import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, loadKnowledge } from '../../data/knowledge.ts'
import { readTable } from '../../data/table.ts'
import { tally } from '../acts/tally.ts'
import type { Doc, Frame } from '../doc.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
const cases = (file: string) => readTable(join(dataFolder(), '..', 'gold', 'cases', file), ['id', 'text', 'expected', 'note'])
/** The acts that a text tells, before any is judged to be no event. */
const read = (text: string): Doc => layers({ id: 't', text, published: '2016-12-11', outlet: null, url: null })

const OUTCOMES = [
  ['killed', ['killed']],
  ['wounded', ['wounded']],
  ['detained', ['detained', 'abducted']],
  ['displaced', ['displaced']],
] as const

/** Counts of an act as the evaluation takes them: the row that others break down, else the sum of all rows. */
function counts({ type, harms }: Frame): string {
  const cells = OUTCOMES.flatMap(([name, outcomes]) => {
    const all = tally(harms).filter(({ outcome }) => (outcomes as readonly string[]).includes(outcome))
    if (!all.length) return []
    const whole = all.find(({ total }) => total)
    const rows = whole ? [whole] : all
    const min = rows.reduce((sum, { count }) => sum + count.min, 0)
    const max = rows.some(({ count }) => count.max === null) ? null : rows.reduce((sum, { count }) => sum + count.max!, 0)
    return [`${name}=${min}${max === min ? '' : `..${max ?? ''}`}`]
  })
  return cells.length ? (type === 'toll' ? 'toll: ' : '') + cells.join(' ') : ''
}

/** One cell of the corpus: "killed=3 wounded=2..19", "toll: killed=120" for a figure over a period; acts joined by " | ". */
const told = (text: string): string => read(text).frames.map(counts).filter(Boolean).join(' | ') || 'none'

/** One cell of the corpus: "name/outcome", joined by " | ". */
const named = (text: string): string =>
  read(text)
    .frames.flatMap(({ people }) => people.map(({ mention, outcome }) => `${text.slice(mention.from, mention.to)}/${outcome}`))
    .join(' | ') || 'none'

describe('tolls', () => {
  it.each(cases('tolls.tsv'))('$id $text', ({ text, expected }) => expect(told(text)).toBe(expected))
})

describe('people harmed', () => {
  it.each(cases('people.tsv'))('$id $text', ({ text, expected }) => expect(named(text)).toBe(expected))
})
