import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY, filterParams, isWhole, readView, type View, writeView } from './view.ts'

const day = fc
  .date({ min: new Date('2011-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const names = fc.uniqueArray(fc.stringMatching(/^[a-z/][a-z /-]{0,20}[a-z]$/), { maxLength: 4 }).map((list) => list.sort())
const view: fc.Arbitrary<View> = fc.record({
  types: names,
  statuses: names,
  from: fc.option(day),
  to: fc.option(day),
  q: fc.constantFrom('', 'تدمر', 'حمص & حلب', 'a+b=c', '100%'),
  background: fc.constantFrom('yes', 'no', null),
  place: fc.constantFrom(null, 'sy.palmyra'),
  lang: fc.constantFrom('ar', 'en', null),
})

test('an address reproduces the view that wrote it', () => {
  fc.assert(
    fc.property(view, (seen) => {
      expect(readView(writeView(seen))).toEqual(seen)
    }),
  )
})

test('what the address says wrongly is left out', () => {
  expect(readView('from=2016-13-40&to=tomorrow&lang=fr&background=maybe&type=,,')).toEqual(EMPTY)
})

test('the language is no filter, and parameters of a page travel beside the view', () => {
  expect(filterParams({ ...EMPTY, lang: 'ar' }).toString()).toBe('')
  expect(isWhole({ ...EMPTY, lang: 'ar' })).toBe(true)
  expect(isWhole({ ...EMPTY, q: 'x' })).toBe(false)
  expect(writeView({ ...EMPTY, types: ['toll', 'arrests'] }, { claim: 'c1' })).toBe('type=arrests,toll&claim=c1')
})
