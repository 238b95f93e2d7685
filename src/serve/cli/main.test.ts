import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const TEXT = 'قصفت طائرات حربية بلدة السعن الأسود بريف حمص، ما أدى إلى مقتل ثلاثة مدنيين.\n'
const LINES = `${JSON.stringify({ id: 'one', text: TEXT, published: '2016-12-11' })}\n${JSON.stringify({ text: TEXT })}\n`

let folder = ''
const path = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tawthiq-cli-'))
  writeFileSync(path('good.txt'), `outlet: x\ndate: 2016-12-11\n\n${TEXT}`)
  writeFileSync(path('good.jsonl'), LINES)
  writeFileSync(path('late.jsonl'), `${LINES}{"text":\n`)
  writeFileSync(path('empty.txt'), '')
  writeFileSync(path('blank.txt'), ' \n\n')
  writeFileSync(path('binary.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))
  writeFileSync(path('latin.txt'), Buffer.from('éléments armés, été', 'latin1'))
  writeFileSync(path('day.txt'), `date: 2016-11-31\n\n${TEXT}`)
  writeFileSync(path('wide.txt'), Buffer.from(`\ufeff${TEXT}`, 'utf16le'))
  writeFileSync(path('notes.pdf'), '%PDF')
})
afterAll(() => rmSync(folder, { recursive: true }))

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: '' } })

async function run(args: readonly string[], input?: string) {
  const child = start(args)
  let out = ''
  let err = ''
  child.stdout!.on('data', (data) => (out += data))
  child.stderr!.on('data', (data) => (err += data))
  child.stdin!.end(input ?? '')
  const [code] = await once(child, 'close')
  return { code, out, err }
}

describe.concurrent('a mistake is one sentence, exit code 2, and nothing on standard output', () => {
  test.each([
    [['read', 'missing.txt'], 'missing.txt: there is no such file'],
    [['read', 'good.txt', 'binary.txt'], 'binary.txt: is binary'],
    [['read', 'good.txt', 'empty.txt'], 'empty.txt: is empty'],
    [['read', 'blank.txt'], 'blank.txt: holds only white space'],
    [['read', 'latin.txt'], 'latin.txt: is neither UTF-8'],
    [['read', 'day.txt'], 'day.txt:1: there is no day 2016-11-31'],
    [['read', 'late.jsonl', '--format', 'jsonl'], 'late.jsonl:3: is no JSON'],
    [['read', 'notes.pdf'], 'notes.pdf: is neither .txt nor .jsonl'],
    [['read', 'good.txt', '--published', '2016-13-01'], '--published: there is no day 2016-13-01'],
    [['read', 'good.txt', '--format', 'xml'], "argument 'xml' is invalid"],
    [['read', 'good.txt', '--formt', 'text'], "unknown option '--formt' (Did you mean --format?)"],
    [['read'], "missing required argument 'FILE'"],
    [['reed', 'good.txt'], "unknown command 'reed' (Did you mean read?)"],
    [['explain', 'good.txt', '--why-not', 'armed clush'], 'did you mean "armed clash"'],
    [['explain'], 'explain needs a FILE or --words'],
    [['evaluate', '--gold', 'good.jsonl'], '--reports and --gold go together'],
    [['ingest', 'good.txt', 'missing.txt', '--record', 'none'], 'missing.txt: there is no such file'],
    [['ingest', 'good.txt', '--record', '.'], 'is no record'],
    [['rebuild', '--record', 'none'], 'none: there is no record here'],
    [['serve', '--port', '70000'], '"70000" is no port'],
  ])('%j', async (args, said) => {
    const { code, out, err } = await run(args)
    expect(err).toContain(said)
    expect(err).toMatch(/^tawthiq: [^\n]+\n$/)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

describe.concurrent('read', () => {
  test('jsonl gives one line for each report, in order', async () => {
    const { code, out, err } = await run(['read', 'good.jsonl', 'good.txt', '--format', 'jsonl', '--published', '2017-01-02'])
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ report }) => [report.id.length, report.published])).toEqual([
      [3, '2016-12-11'],
      [64, '2017-01-02'],
      [64, '2016-12-11'],
    ])
    expect(lines.every(({ report, claims }) => report.language === 'ar' && Array.isArray(claims))).toBe(true)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('text names the report; no colours into a pipe; a guess is told on standard error', async () => {
    writeFileSync(path('bare.txt'), Buffer.from(TEXT, 'utf16le'))
    const { code, out, err } = await run(['read', 'good.txt', 'wide.txt', 'bare.txt', '-'], TEXT)
    expect(out).toContain('Report:     good.txt\nOutlet:     x\nPublished:  2016-12-11\n')
    expect(out).toContain('Report:     standard input\n')
    expect(out).not.toContain('\u001b')
    expect({ code, err }).toEqual({ code: 0, err: 'bare.txt: has no byte-order mark; read as UTF-16LE.\n' })
  })

  test('a reader that closes early is no mistake', async () => {
    writeFileSync(path('many.jsonl'), LINES.repeat(3000))
    const child = start(['read', 'many.jsonl', '--format', 'jsonl'])
    let err = ''
    child.stderr!.on('data', (data) => (err += data))
    child.stdout!.once('data', () => child.stdout!.destroy())
    const [code] = await once(child, 'close')
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

describe('record', () => {
  test('ingest takes a report once; serve answers, holds the record, and closes cleanly', async () => {
    const first = await run(['ingest', 'good.txt', 'good.jsonl', '--record', 'kept', '--json'])
    expect(first.err).toBe('')
    expect(JSON.parse(first.out)).toMatchObject({ added: 3, known: 0, record: { reports: 3 } })
    const again = await run(['ingest', 'good.txt', '--record', 'kept'])
    expect(again.out).toMatch(/Reports +0 +3\n {2}known already +1\n/)

    const server = start(['serve', '--record', 'kept', '--port', '0'])
    let said = ''
    server.stdout!.on('data', (data) => (said += data))
    server.stderr!.on('data', (data) => (said += data))
    const closed = once(server, 'close')
    while (!/http:\/\/\S+/.test(said) && server.exitCode === null) await Promise.race([once(server.stdout!, 'data'), closed])
    const at = /http:\/\/\S+/.exec(said)?.[0]
    expect(at, said).toBeDefined()
    expect(await (await fetch(`${at}/api/summary`)).json()).toMatchObject({ reports: 3, view: 'documenter' })

    const second = await run(['ingest', 'good.txt', '--record', 'kept'])
    expect(second.err).toMatch(/^tawthiq: .*process \d+ has this record open[^\n]*\n$/)
    expect(second).toMatchObject({ code: 2, out: '' })

    server.kill('SIGINT')
    const [code] = await closed
    expect(code).toBe(0)
    const rebuilt = await run(['rebuild', '--record', 'kept'])
    expect(rebuilt).toMatchObject({ code: 0, out: 'Derived again from 3 reports.\n', err: '' })
  }, 60_000)

  test('a port in use is told before the record is opened', async () => {
    const other = createServer()
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, out, err } = await run(['serve', '--record', 'unmade', '--port', String(port)])
    other.close()
    expect(err).toMatch(new RegExp(`^tawthiq: port ${port} of 127.0.0.1 is in use[^\\n]*\\n$`))
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})
