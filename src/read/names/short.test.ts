import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
const ids = (text: string): readonly string[] =>
  layers({ id: 't', text, published: null, outlet: null, url: null })
    .mentions.filter(({ kind }) => kind === 'actor')
    .map(({ ids }) => ids.join('/'))

describe('a short name', () => {
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
})

describe('a name that fits several', () => {
  it.each([
    ['means the one of the country', 'انسحب الجيش من دوما في ريف دمشق', 'syrian-army'],
    ['means the one of another country', 'انسحب الجيش من عدن', 'yemeni-army'],
    ['means nobody known elsewhere', 'هاجم المتمردون قرية في كولومبيا', ''],
    ['means who is named in full', 'انسحب جيش اليمن. وهاجم الجيش السوري قرية. وانسحب الجيش', 'syrian-army'],
  ])('%s', (_, text, expected) => expect(ids(text).at(-1)).toBe(expected))
})
