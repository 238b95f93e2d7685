import { expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
const ids = (text: string): readonly string[] =>
  layers({ id: 't', text, published: null, outlet: null, url: null })
    .mentions.filter(({ kind }) => kind === 'actor')
    .map(({ ids }) => ids.join('/'))

it.each([
  [
    'after the whole name',
    'هاجمت المقاومة الشعبية القرية. وانسحبت المقاومة',
    ['popular-resistance-yemen', 'popular-resistance-yemen'],
  ],
  [
    'before it',
    'انسحبت المقاومة. وكانت المقاومة الشعبية هاجمت القرية',
    ['popular-resistance-yemen', 'popular-resistance-yemen'],
  ],
  ['alone it stays open', 'انسحب الجيش', ['iraqi-army/syrian-army/yemeni-army']],
])('%s', (_, text, expected) => expect(ids(text)).toEqual(expected))
