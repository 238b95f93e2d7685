import type { WeightTable } from '../../data/weights.ts'
import type { Lesson } from './lessons.ts'
import { chances, type Fitted, regress } from './regression.ts'

/** A sign that was seen less often teaches nothing. */
const LEAST_SEEN = 4
/** Weights below this are noise, and only lengthen the table. */
const LEAST = 0.03

/** Signs by kind and value, each with a number. */
type Names = ReadonlyMap<string, ReadonlyMap<string, number>>

export type Learnt = { readonly names: Names; readonly fitted: Fitted }

/** Learns a table of weights from lessons; `judgements` is the number of its columns. */
export function learn(lessons: readonly Lesson[], judgements: number, penalty: number): Learnt {
  const names = namesOf(lessons)
  const size = [...names.values()].reduce((sum, values) => sum + values.size, 0)
  const examples = lessons.map((lesson) => ({ signs: encode(lesson, names), allowed: lesson.allowed }))
  const guess = regress(examples, size, judgements, penalty)
  if (lessons.every(({ group }) => group === null)) return { names, fitted: guess }
  // of a group, the likeliest is the one that the annotation speaks of
  const best = new Map<string, { at: number; chance: number }>()
  lessons.forEach(({ group, allowed }, at) => {
    if (group === null) return
    const chance = chances(examples[at]!.signs, guess)[allowed[0]!]!
    if (chance > (best.get(group)?.chance ?? -1)) best.set(group, { at, chance })
  })
  const meant = examples.filter((_, at) => lessons[at]!.group === null || best.get(lessons[at]!.group!)!.at === at)
  return { names, fitted: regress(meant, size, judgements, penalty) }
}

/** The chance of each judgement of a lesson, the last for none. */
export const judge = (lesson: Lesson, { names, fitted }: Learnt): readonly number[] => chances(encode(lesson, names), fitted)

/** What was learnt, as the table that the reader works with. */
export function tableOf({ names, fitted }: Learnt): WeightTable {
  const table = new Map<string, Map<string, readonly number[]>>()
  for (const [kind, values] of names) {
    const kept = [...values].flatMap(([value, at]) => {
      const weights = fitted.map((weight) => Math.round(weight[at]! * 100) / 100 || 0)
      return weights.every((weight) => Math.abs(weight) < LEAST) ? [] : [[value, weights] as const]
    })
    if (kept.length) table.set(kind, new Map(kept))
  }
  return table
}

function namesOf(lessons: readonly Lesson[]): Names {
  const seen = new Map<string, Map<string, number>>()
  for (const { signs } of lessons)
    for (const { kind, value } of signs) {
      const values = seen.get(kind) ?? new Map<string, number>()
      values.set(value, (values.get(value) ?? 0) + 1)
      seen.set(kind, values)
    }
  let next = 0
  return new Map(
    [...seen].map(([kind, values]) => [
      kind,
      new Map([...values].filter(([, times]) => times >= LEAST_SEEN).map(([value]) => [value, next++])),
    ]),
  )
}

const encode = ({ signs }: Lesson, names: Names): readonly number[] =>
  signs.flatMap(({ kind, value }) => names.get(kind)?.get(value) ?? [])
