import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Fault } from '../../model/fault.ts'
import type { Incoming } from './incoming.ts'
import { openInputs } from './inputs.ts'

const TEXT = 'قصف مدفعي على بلدة السعن الأسود.\n'
const before = process.cwd()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tawthiq-inputs-'))
})
beforeEach(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function all(paths: string[], stdin = ''): Promise<Incoming[]> {
  const found: Incoming[] = []
  const inputs = await openInputs(paths, async () => Buffer.from(stdin))
  for await (const incoming of inputs.reports()) found.push(incoming)
  expect(found).toHaveLength(inputs.count)
  return found
}

describe('folders', () => {
  test('give .txt and .jsonl at any depth, sorted; the rest is passed over', async () => {
    put('in/b.txt', TEXT)
    put('in/a/z.jsonl', `{"text":"${TEXT.trim()}"}\n`)
    put('in/README.md', 'x')
    put('in/LICENSE', 'x')
    put('in/.hidden.txt', TEXT)
    put('in/.git/x.txt', TEXT)
    put('in/record/VERSION', '1\n')
    put('in/record/journal/reports.jsonl', '{"seq":1}\n')
    symlinkSync('..', 'in/a/up')
    symlinkSync('../b.txt', 'in/a/link.txt')
    expect((await all(['in'])).map(({ origin }) => origin)).toEqual(['in/a/link.txt', 'in/a/z.jsonl:1', 'in/b.txt'])
  })

  test('without a report are a mistake', async () => {
    put('in/README.md', 'x')
    await expect(all(['in'])).rejects.toThrow('in: holds no .txt or .jsonl file')
  })
})

describe('.txt', () => {
  test('has a head or none; bytes are the file, text is what follows the blank line', async () => {
    const whole = `Outlet: راديو البادية\r\ndate: 2016-12-11 14:30\r\nurl: https://example.org/1\r\n\r\n${TEXT}`
    put('a.txt', whole)
    put('b.txt', `قال: ${TEXT}`)
    const [headed, bare] = await all(['a.txt', 'b.txt'])
    expect(headed).toMatchObject({ text: TEXT, outlet: 'راديو البادية', published: '2016-12-11T14:30', callerId: null })
    expect(headed).toMatchObject({ url: 'https://example.org/1', origin: 'a.txt', encoding: 'utf-8' })
    expect(Buffer.from(headed!.bytes).toString()).toBe(whole)
    expect(bare).toMatchObject({ text: `قال: ${TEXT}`, outlet: null, published: null, url: null })
  })

  test.each([
    [`date: 2016-12-11\nauthor: x\n\n${TEXT}`, 'a.txt:2: "author" is no line of a head'],
    [`outlet: x\n${TEXT}\n`, 'a.txt:2: "قصف'],
    ['outlet: x\ndate: 2016-12-11', 'a.txt:2: the head has no end'],
    [`outlet: x\noutlet: y\n\n${TEXT}`, 'a.txt:2: outlet stands twice'],
    [`date: 2016-02-30\n\n${TEXT}`, 'a.txt:1: there is no day 2016-02-30'],
    [`date: 11/12/2016\n\n${TEXT}`, 'a.txt:1: "11/12/2016" is no date'],
    [`date: 2016-12-11T25:00\n\n${TEXT}`, 'a.txt:1: there is no time 25:00'],
    ['outlet: x\n\n \n', 'a.txt: holds a head and no report'],
  ])('refuses a wrong head: %j', async (content, said) => {
    put('a.txt', content)
    await expect(all(['a.txt'])).rejects.toThrow(said)
    await expect(all(['a.txt'])).rejects.toThrow(Fault)
  })
})

describe('.jsonl', () => {
  test('is one report a line; other keys are ignored, blank lines passed over', async () => {
    const first = JSON.stringify({ id: 7, text: TEXT, published: '2016-12-11', title: 'x', spans: [] })
    put('a.jsonl', `\ufeff${first}\r\n\n{"id":"b","text":"","outlet":null}`)
    const [one, two] = await all(['a.jsonl'])
    expect(one).toMatchObject({ callerId: '7', text: TEXT, published: '2016-12-11', origin: 'a.jsonl:1' })
    expect(two).toMatchObject({ callerId: 'b', text: '', outlet: null, published: null, origin: 'a.jsonl:3' })
    expect(Buffer.from(two!.bytes).toString()).toBe('{"id":"b","text":"","outlet":null}')
  })

  test('is read in UTF-16 too, and each line keeps its own bytes', async () => {
    const row = `{"id":"b","text":"${TEXT.trim()}"}`
    put('a.jsonl', Buffer.from(`\ufeff${row}\r\n${row}\r\n`, 'utf16le'))
    const [, two] = await all(['a.jsonl'])
    expect(two).toMatchObject({ text: TEXT.trim(), encoding: 'utf-16le', origin: 'a.jsonl:2' })
    expect(new TextDecoder('utf-16le').decode(two!.bytes).trim()).toBe(row)
  })

  test('may be longer than one piece of reading, and lines may stand across pieces', async () => {
    const rows = Array.from({ length: 3000 }, (_, id) => JSON.stringify({ id: String(id), text: TEXT.repeat(1 + (id % 23)) }))
    put('a.jsonl', rows.join('\n'))
    const found = await all(['a.jsonl'])
    expect(found.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(rows)
  })

  test.each([
    ['{"text":"x"}\n{"text":', 'a.jsonl:2: is no JSON'],
    ['["x"]', 'a.jsonl:1: is JSON but no object'],
    ['{"id":"1"}', 'a.jsonl:1: text is missing'],
    ['{"text":null}', 'a.jsonl:1: text is missing'],
    ['{"text":5}', 'a.jsonl:1: text is no string'],
    ['{"text":"x","url":{}}', 'a.jsonl:1: url is no string'],
    ['{"text":"x","published":"2015-02-29"}', 'a.jsonl:1: published: there is no day 2015-02-29'],
    ['{"text":"x\\u0000"}', 'a.jsonl:1: text holds a NUL'],
    ['', 'a.jsonl: is empty'],
    ['\n \n', 'a.jsonl: holds only white space'],
  ])('refuses %j', async (content, said) => {
    put('a.jsonl', content)
    await expect(all(['a.jsonl'])).rejects.toThrow(said)
  })
})

describe('other inputs', () => {
  test('standard input is a report, or lines of JSON when it begins so', async () => {
    expect(await all(['-'], TEXT)).toMatchObject([{ text: TEXT, origin: 'standard input' }])
    expect(await all(['-'], ' {"id":"1","text":"x"}\n{"text":"y"}')).toMatchObject([{ text: 'x' }, { text: 'y' }])
    await expect(all(['-', '-'], TEXT)).rejects.toThrow('name - once')
    await expect(all(['-'])).rejects.toThrow('standard input: is empty')
  })

  test('a pipe with a name is read once and kept', async () => {
    execFileSync('mkfifo', ['pipe'])
    const [found] = await Promise.all([all(['pipe']), import('node:fs/promises').then((fs) => fs.writeFile('pipe', TEXT))])
    expect(found).toMatchObject([{ text: TEXT, origin: 'pipe' }])
  })

  test.each([
    ['missing.txt', 'missing.txt: there is no such file or folder'],
    ['a.pdf', 'a.pdf: is neither .txt nor .jsonl'],
  ])('%s is a mistake', async (path, said) => {
    put('a.pdf', '%PDF')
    await expect(all([path])).rejects.toThrow(said)
  })
})
