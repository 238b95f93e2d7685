import { expect, test } from 'vitest'
import { searchKey, searchPatterns } from './search.ts'

test.each([
  ['الأهالي في إدلب', 'اهالي ادلب'],
  ['القَـرْيَة', 'القريه'],
  ['مستشفى', 'مستشفي'],
  ['سنة ٢٠١٦', '2016'],
  ['AFP', 'afp'],
])('"%s" is found by "%s"', (text, query) => {
  const key = searchKey(text)
  for (const pattern of searchPatterns(query)) expect(key).toContain(pattern.slice(1, -1))
})

test('wildcards of SQL are ordinary signs, and nothing asks for nothing', () => {
  expect(searchPatterns('50% a_b \\')).toEqual(['%50\\%%', '%a\\_b%', '%\\\\%'])
  expect(searchPatterns('  ')).toEqual([])
})
