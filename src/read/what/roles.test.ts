import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, loadKnowledge } from '../../data/knowledge.ts'
import { readTable } from '../../data/table.ts'
import { mergeActs } from '../acts/merge.ts'
import { partSides } from '../acts/sides.ts'
import type { Frame, Mention } from '../doc.ts'
import { framesOf, layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
const COLUMNS = ['id', 'text', 'trigger', 'perpetrators', 'targets', 'means', 'note'] as const

/** The acts that a text tells, each once, before any is judged to be no event. */
function actsOf(text: string): readonly Frame[] {
  const doc = layers({ id: 't', text, published: null, outlet: null, url: null })
  return partSides(doc, mergeActs(doc, framesOf(doc)))
}

const words = (text: string, list: readonly Mention[]): string => list.map(({ from, to }) => text.slice(from, to)).join(' | ')

/** The sides and arms of the act that this word tells. */
function sidesOf(text: string, word: string) {
  const act = actsOf(text).find(({ trigger, mentions }) =>
    [trigger, ...mentions].some(({ from, to }) => text.slice(from, to).includes(word)),
  )
  if (!act) return null
  const { perpetrators, targets, means } = act
  return { perpetrators: words(text, perpetrators), targets: words(text, targets), means: words(text, means) }
}

describe('roles', () => {
  it.each(readTable(join(dataFolder(), '..', 'gold', 'cases', 'roles.tsv'), COLUMNS))(
    '$id $text',
    ({ text, trigger, perpetrators, targets, means }) =>
      expect(sidesOf(text, trigger)).toEqual({ perpetrators, targets, means }),
  )
})
