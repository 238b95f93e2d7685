import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binsOf, dayAt, dayNumber, ticksOf } from './bins.ts'
import { brushOf, moved, stepOf } from './brush.ts'

const answer = (first: string, last: string, days: { day: string; group: string; count: number }[] = []) => ({
  days,
  undated: 0,
  first,
  last,
})

describe('bars', () => {
  test('are days in a short record, and weeks in a long one', () => {
    expect(binsOf(answer('2016-12-02', '2017-01-08'))).toMatchObject({ step: 1, bins: { length: 38 } })
    const { step, bins } = binsOf(answer('2014-01-01', '2017-01-08'))
    expect(step % 7).toBe(0)
    expect(bins.length).toBeLessThanOrEqual(120)
    expect(bins.at(-1)!.to).toBe('2017-01-08')
  })

  test('count every incident once', () => {
    const day = fc.integer({ min: dayNumber('2012-01-01'), max: dayNumber('2019-12-31') }).map(dayAt)
    const row = fc.record({
      day,
      group: fc.constantFrom('battle', 'protest', 'unheard-of'),
      count: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (days) => {
        const sorted = days.map((found) => found.day).sort()
        const { bins } = binsOf(answer(sorted[0]!, sorted.at(-1)!, days))
        expect(bins.reduce((sum, { total }) => sum + total, 0)).toBe(days.reduce((sum, { count }) => sum + count, 0))
      }),
    )
  })

  test('none without days', () => {
    expect(binsOf({ days: [], undated: 3, first: null, last: null }).bins).toEqual([])
    expect(ticksOf([], 5)).toEqual([])
  })
})

describe('brush', () => {
  const { bins } = binsOf(answer('2016-12-01', '2016-12-31'))

  test('covers the days of the filter, and all without one', () => {
    expect(brushOf(bins, '2016-12-05', '2016-12-09')).toEqual({ from: 4, to: 8 })
    expect(brushOf(bins, null, null)).toEqual({ from: 0, to: 30 })
    expect(brushOf(bins, '2015-01-01', '2020-01-01')).toEqual({ from: 0, to: 30 })
    expect(brushOf(bins, '2018-01-01', null)).toEqual({ from: 30, to: 30 })
  })

  test('keeps within the bars and its ends in order, whatever is pressed', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')
    const press = fc.tuple(fc.constantFrom('start' as const, 'end' as const, 'whole' as const), key, fc.boolean())
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        let brush = { from: 4, to: 8 }
        for (const [part, name, shift] of presses) {
          const next = moved(brush, part, stepOf(name, shift, 31)!, 31)
          if (part === 'whole') expect(next.to - next.from).toBe(brush.to - brush.from)
          brush = next
        }
        expect(0 <= brush.from && brush.from <= brush.to && brush.to <= 30).toBe(true)
      }),
    )
  })

  test('leaves other keys to the page', () => expect(stepOf('Tab', false, 31)).toBeNull())
})
