import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder } from './imports.ts'
import { limitFaults } from './limits.ts'

const root = join(import.meta.dirname, '../..')
const long = 'x\n'.repeat(401)

test('src/, bench/ and bin/ keep the manners of the house', () => {
  const files = ['src', 'bench', 'bin']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesUnder(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((path) => /\.(ts|tsx|js|css)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  expect(files.length).toBeGreaterThan(20)
  expect(limitFaults(files, readFileSync(join(import.meta.dirname, 'limits.txt'), 'utf8'))).toEqual([])
})

test('a file of 401 lines needs a reason, and a reason needs such a file', () => {
  expect(limitFaults([{ path: 'src/read/a.ts', text: long }], '')).toEqual([
    expect.stringContaining('src/read/a.ts has more than 400'),
  ])
  expect(limitFaults([{ path: 'src/read/a.ts', text: long }], 'src/read/a.ts\t')).toHaveLength(1)
  expect(limitFaults([{ path: 'src/read/a.ts', text: long }], 'src/read/a.ts\ta table of codes')).toEqual([])
  expect(limitFaults([{ path: 'src/read/a.ts', text: 'x\n'.repeat(400) }], '')).toEqual([])
  expect(limitFaults([], 'src/read/a.ts\ta table of codes')).toEqual([expect.stringContaining('take its line out')])
})

test('Arabic letters in code fail, in its comments too; tests may have them', () => {
  const text = "const a = 1\n/** «عن»\n * من */\nconst b = 'عن' // عن\nconst mark = '\\u0640'\n"
  expect(limitFaults([{ path: 'src/read/a.ts', text }], '')).toHaveLength(3)
  expect(limitFaults([{ path: 'src/web/a.tsx', text: 'const b = /عن/' }], '')).toHaveLength(1)
  expect(limitFaults([{ path: 'src/read/a.test.ts', text }], '')).toEqual([])
  expect(limitFaults([{ path: 'src/read/a.ts', text: '// عن\n' }], '')).toEqual([expect.stringContaining('src/read/a.ts:1')])
})

test('names that say nothing fail', () => {
  for (const path of ['src/utils/a.ts', 'src/web/common/a.ts', 'src/read/helpers.ts', 'src/serve/lib/x/a.ts'])
    expect(limitFaults([{ path, text: '' }], '')).toHaveLength(1)
  expect(limitFaults([{ path: 'src/serve/api/a.ts', text: '' }], '')).toEqual([])
})
