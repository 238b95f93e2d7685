import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import { framesOf, layersOf } from '../pipeline.ts'
import { kinSigns } from './kin.ts'
import { mergeActs } from './merge.ts'
import { plainlySame } from './plain.ts'
import { signsOf } from './signs.ts'
import { tellingOf } from './telling.ts'

const layers = layersOf(loadKnowledge())
const read = (text: string) => {
  const doc = layers({ id: 't', text, published: null, outlet: null, url: null })
  return { doc, frames: framesOf(doc) }
}
/** The value of a kind of sign at the first two tellings of a text. */
const sign = (text: string, kind: string): string | undefined => {
  const { doc, frames } = read(text)
  const [first, second] = frames.map((frame) => tellingOf(doc, frame))
  return kinSigns(doc, first!, second!, 0).find((found) => found.kind === kind)?.value
}

describe('how two tellings stand to each other', () => {
  it.each([
    ['one place', 'قصفت الطائرات دوما. وقتل طفل في غارة على دوما', 'shared'],
    ['one place that no list has', 'قصفت الطائرات قرية الزعفرلان. وقتل طفل في غارة على قرية الزعفرلان', 'shared'],
    ['a place near what was named before', 'قصفت الطائرات تدمر. وقتل طفل في غارة على قرية الزعفرلان شرق تدمر', 'within'],
    ['two places', 'قصفت الطائرات دوما. وقتل طفل في غارة على تدمر', 'differ'],
  ])('%s', (_, text, expected) => expect(sign(text, 'places')).toBe(expected))

  it.each([
    ['one party', 'قصفت قوات النظام دوما. وقصفت قوات النظام حرستا', 'shared'],
    ['a party and one that belongs to it', 'قصفت روسيا دوما. وقصفت الطائرات الروسية حرستا', 'part'],
    ['two parties', 'قصفت قوات النظام دوما. وقصف الجيش الحر حرستا', 'differ'],
  ])('%s', (_, text, expected) => expect(sign(text, 'doers')).toBe(expected))
})

it('a party may do again what one that belongs to it did, another party may not', () => {
  const same = (text: string) => {
    const { doc, frames } = read(text)
    return plainlySame(doc, frames[0]!, frames[1]!)
  }
  expect(same('نفذت روسيا غارة على دوما. واستمرت غارة الطائرات الروسية على دوما')).toBe(true)
  expect(same('نفذت روسيا غارة على دوما. واستمرت غارة طائرات التحالف الدولي على دوما')).toBe(false)
})

it('two tellings that stay apart say how likely they are one, and the frames stay as they were', () => {
  const { doc, frames } = read('قصفت قوات النظام دوما. وقصف الجيش الحر حلب بالمدفعية. وقتل طفلان في قصف على قرية الزعفرلان')
  const before = frames.map(({ sites }) => sites.length)
  const acts = mergeActs(doc, frames)
  const last = acts.at(-1)!
  expect(last.again).toMatchObject({ score: expect.any(Number) })
  expect(acts).toContain(last.again!.act)
  expect(frames.map(({ sites }) => sites.length)).toEqual(before)
  const signs = signsOf(doc, acts)
  const kinds = (at: number) => signs[at]!.filter(({ kind }) => kind === 'retold' || kind === 'again').map(({ value }) => value)
  expect(kinds(acts.indexOf(last.again!.act))[1]).not.toBe('not')
  expect(kinds(acts.length - 1)[0]).not.toBe('not')
})
