import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GROUPS } from '../words/groups.ts'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }

const PLURAL = /_(zero|one|two|few|many|other)$/

type Node = { readonly [key: string]: string | Node }

function flat(node: Node, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
}
const words = { ar: new Map(flat(ar)), en: new Map(flat(en)) }

test('both languages have the same keys', () => {
  const keys = (lang: 'ar' | 'en') => [...new Set([...words[lang].keys()].map((key) => key.replace(PLURAL, '')))].sort()
  expect(keys('ar')).toEqual(keys('en'))
})

test.each(['ar', 'en'] as const)('%s has every plural form of its counted sentences', (lang) => {
  const counted = [...words[lang].keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''))
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories
  const missing = [...new Set(counted)].flatMap((key) =>
    forms.filter((form) => !words[lang].has(`${key}_${form}`)).map((form) => `${key}_${form}`),
  )
  expect(missing).toEqual([])
})

test('a sentence is filled with the same values in both, but for counts that a plural form says in words', () => {
  const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  const differing = [...words.en].flatMap(([key, text]) => {
    const other = words.ar.get(key)
    return other === undefined || PLURAL.test(key) || holes(other).join() === holes(text).join() ? [] : [key]
  })
  expect(differing).toEqual([])
})

test('the Arabic is Arabic, the English is English, and none is empty', () => {
  const arabic = /[\u0600-\u06ff]/
  const wrong = [
    ...[...words.ar].filter(
      ([key, text]) => key !== 'app.otherLanguage' && !arabic.test(text) && /\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, '')),
    ),
    ...[...words.en].filter(([key, text]) => key !== 'app.otherLanguage' && arabic.test(text)),
    ...[...words.ar, ...words.en].filter(([, text]) => text === ''),
  ]
  expect(wrong).toEqual([])
})

test('the letters of the groups differ from each other', () => {
  for (const { letter } of [ar, en]) expect(new Set(GROUPS.map((group) => letter[group])).size).toBe(GROUPS.length)
})

test('every string is used, and every string used is there', () => {
  const folder = new URL('..', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  const source = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n')
  const keys = [...new Set([...words.en.keys()].map((key) => key.replace(PLURAL, '')))]
  const section = (key: string) => key.split('.')[0]
  const used = (key: string) =>
    source.includes(`'${key}'`) || source.includes(`\`${section(key)}.\${`) || source.includes(`code('${section(key)}'`)
  expect(keys.filter((key) => !used(key))).toEqual([])
  const asked = [...source.matchAll(/\bt\(\s*'([a-z]+\.\w+)'/gi)].map(([, key]) => key!)
  expect(asked.filter((key) => !keys.includes(key))).toEqual([])
})
