import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { foldKey } from '../model/fold.ts'
import { loadNumerals } from './numerals.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawthiq-numerals-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Loads rows written as id, forms, role, value. */
const load = (...rows: readonly string[][]) => {
  const lines = [['id', 'forms', 'role', 'value', 'note', 'source'], ...rows.map((row) => [...row, '', 'test'])]
  writeFileSync(join(folder, 'numerals.tsv'), lines.map((line) => line.join('\t')).join('\n'))
  return loadNumerals(folder, foldKey)
}
const PARTICLES = [
  ['the', 'ال', 'proclitic', 'the'],
  ['and', 'و', 'proclitic', 'and'],
]

test('a share is worth what it says', () =>
  expect(load(['third', 'ثلث', 'fraction', '1/3']).words.get('ثلث')).toMatchObject([{ value: 1 / 3 }]))

test('a form stands under each particle, but for roles that take none', () => {
  const { words, article } = load(...PARTICLES, ['half', 'نصف', 'fraction', '1/2'], ['to', 'إلى', 'link', 'to'])
  expect(article).toBe('ال')
  expect([...words.keys()]).toEqual(['نصف', 'النصف', 'ونصف', 'الي'])
})

test('of links only those that lead begin a number', () => {
  const { words } = load(['between', 'بين', 'link', 'between'], ['to', 'إلى', 'link', 'to'])
  expect([words.get('بين')![0]!.starts, words.get('الي')![0]!.starts]).toEqual([true, false])
})

test('the longest phrase of a first word comes first', () =>
  expect(load(['about', 'في', 'bound', 'about'], ['within', 'في حدود', 'bound', 'about']).words.get('في')).toMatchObject([
    { id: 'within' },
    { id: 'about' },
  ]))

test.each([
  [['a', 'نصف', 'fracture', '1/2'], /no role of a numeral/],
  [['a', 'نصف', 'fraction', 'half'], /no number/],
])('a bad row stops the start: %j', (row, message) => expect(() => load(row)).toThrow(message))

test('an id stands once', () =>
  expect(() => load(['a', 'نصف', 'fraction', '1/2'], ['a', 'ربع', 'fraction', '1/4'])).toThrow(/stands twice/))
