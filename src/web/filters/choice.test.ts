import { expect, test } from 'vitest'
import { chosenOf, withGroup } from './choice.ts'

const types = [
  { id: 'arrests', group: 'detention' },
  { id: 'release', group: 'detention' },
  { id: 'agreement', group: 'other' },
].map((row) => ({ ...row, ar: '', en: '' }))

test('a group is chosen whole, in part, or not', () => {
  expect(chosenOf(types, 'detention', [])).toBe('none')
  expect(chosenOf(types, 'detention', ['arrests'])).toBe('some')
  expect(chosenOf(types, 'detention', ['arrests', 'release'])).toBe('all')
})

test('pressing a group fills it, pressing it again empties it, and all groups are no filter', () => {
  expect(withGroup(types, 'detention', ['arrests'])).toEqual(['arrests', 'release'])
  expect(withGroup(types, 'detention', ['arrests', 'release'])).toEqual([])
  expect(withGroup(types, 'other', ['arrests', 'release'])).toEqual([])
})
