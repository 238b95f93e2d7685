import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadWeights } from './weights.ts'

function folder(acts: string): string {
  const made = mkdtempSync(join(tmpdir(), 'tawthiq-weights-'))
  writeFileSync(join(made, 'acts.tsv'), `id\tvalue\tevent\tnote\tsource\n${acts}`)
  writeFileSync(join(made, 'same.tsv'), 'id\tvalue\tsame\tnote\tsource\napart\tsame\t0.5\t\ttrained\n')
  return made
}

it('gives the weight of a sign by its kind and value', () => {
  const made = folder('lemma\tقصف\t1.25\t\ttrained\nlemma\tلعب\t-2\t\ttrained\n')
  const { acts, same } = loadWeights(made)
  expect([acts.get('lemma')?.get('قصف'), acts.get('lemma')?.get('لعب'), same.get('apart')?.get('same')]).toEqual([
    [1.25],
    [-2],
    [0.5],
  ])
  rmSync(made, { recursive: true })
})

it('names the file and the line of a weight that is no number', () => {
  const made = folder('lemma\tقصف\tmuch\t\ttrained\n')
  expect(() => loadWeights(made)).toThrow(/acts\.tsv:2: event is "much"/)
  rmSync(made, { recursive: true })
})
