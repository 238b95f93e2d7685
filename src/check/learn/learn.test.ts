import { expect, it } from 'vitest'
import { judge, learn, tableOf } from './learn.ts'
import type { Lesson } from './lessons.ts'

const lesson = (signs: readonly string[], allowed: number, group: string | null = null): Lesson => ({
  text: 't',
  kind: 'report',
  signs: signs.map((value) => ({ kind: 'word', value })),
  allowed: [allowed],
  group,
})
const many = (made: Lesson, times = 8): readonly Lesson[] => Array.from({ length: times }, () => made)
const [EVENT, NONE] = [0, 1]

it('a sign that stands with events speaks for one, a sign that stands with others against', () => {
  const learnt = learn([...many(lesson(['shelled'], EVENT)), ...many(lesson(['match'], NONE))], 1, 1)
  expect(judge(lesson(['shelled'], EVENT), learnt)[0]).toBeGreaterThan(0.7)
  expect(judge(lesson(['match'], NONE), learnt)[0]).toBeLessThan(0.3)
  const words = tableOf(learnt).get('word')!
  expect(words.get('shelled')![0]).toBeGreaterThan(0)
  expect(words.get('match')![0]).toBeLessThan(0)
})

it('a sign that was seen once teaches nothing', () => {
  const learnt = learn([...many(lesson(['shelled'], EVENT)), lesson(['rare'], NONE)], 1, 1)
  expect(tableOf(learnt).get('word')!.has('rare')).toBe(false)
})

it('of a group only its likeliest lesson counts', () => {
  const grouped = Array.from({ length: 8 }, (_, at) => [
    lesson(['shelled'], EVENT, `g${at}`),
    lesson(['match'], EVENT, `g${at}`),
  ]).flat()
  const learnt = learn([...grouped, ...many(lesson(['match'], NONE), 12), ...many(lesson(['shelled'], EVENT), 4)], 1, 1)
  expect(judge(lesson(['match'], NONE), learnt)[0]).toBeLessThan(0.3)
})

it('the same lessons give the same weights', () => {
  const lessons = [...many(lesson(['shelled', 'near'], EVENT)), ...many(lesson(['match', 'near'], NONE))]
  expect(tableOf(learn(lessons, 1, 2))).toEqual(tableOf(learn(lessons, 1, 2)))
})
