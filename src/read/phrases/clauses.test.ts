import { expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
const clauses = (text: string): readonly string[] => {
  const { tokens, clauseAt } = layers({ id: 't', text, published: null, outlet: null, url: null })
  return [...new Set(clauseAt)]
    .map(({ first, end }) => tokens.slice(first, end))
    .filter((part) => part.some(({ kind }) => kind === 'word'))
    .map((part) => part.map(({ from, to }) => text.slice(from, to)).join(' '))
}

it.each([
  ['قصفت قوات النظام تلبيسة فيما اندلعت اشتباكات في الرستن', ['قصفت قوات النظام تلبيسة', 'فيما اندلعت اشتباكات في الرستن']],
  ['قصفت قوات النظام تلبيسة، قتل مدني', ['قصفت قوات النظام تلبيسة', 'قتل مدني']],
  ['قصف على تلبيسة، الرستن، الحولة', ['قصف على تلبيسة ، الرستن ، الحولة']],
  ['قصف على تلبيسة ما أدى إلى مقتل مدني', ['قصف على تلبيسة', 'ما أدى إلى مقتل مدني']],
])('parts %s', (text, parts) => expect(clauses(text)).toEqual(parts))
