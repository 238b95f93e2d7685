import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Fault } from '../model/fault.ts'
import { ingest } from '../serve/ingest.ts'
import { checkJournals, rebuild } from './rebuild.ts'
import { totals } from './reports.ts'
import { derivedRows, incoming, type Stores, startStores } from './testing/stores.ts'

let stores: Stores
beforeAll(async () => {
  stores = await startStores('embedded')
})
afterAll(() => stores.end())

const reports = ['attack|tin|2016-12-11|3', 'arrests|rumman', 'agreement|'].map((text) => incoming(text))

/** The name of the machine's run, as the lock writes it. */
const boot = () =>
  existsSync('/proc/sys/kernel/random/boot_id') ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : null

/** A closed record with the three reports. */
async function closed(): Promise<{ target: string; journal: string }> {
  const target = await stores.target()
  const store = await stores.open(target)
  await ingest(reports, { record: store })
  await store.close()
  return { target, journal: join(target, 'journal', 'reports.jsonl') }
}

const faultOf = async (act: Promise<unknown>): Promise<string> => {
  const error = await act.then(
    () => new Error('it did not fail'),
    (error) => error,
  )
  expect(error).toBeInstanceOf(Fault)
  return error.message
}

describe('the journal of an embedded record', () => {
  test('gives back every row when the database is lost', async () => {
    const { target } = await closed()
    const before = await stores.open(target)
    const rows = await derivedRows(before)
    await before.close()
    rmSync(join(target, 'database'), { recursive: true })
    const after = await stores.open(target)
    expect(await derivedRows(after)).toEqual(rows)
    expect(after.notes).toEqual([])
  })

  test('keeps the bytes as received, chained line to line', async () => {
    const { journal } = await closed()
    const lines = readFileSync(journal, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(lines.map(({ previous }) => previous).slice(1)).toEqual(lines.map(({ digest }) => digest).slice(0, 2))
    expect(Buffer.from(lines[0].entry.bytes, 'base64').toString()).toBe('attack|tin|2016-12-11|3')
    expect(lines[0].entry).toMatchObject({ text: null, encoding: 'utf-8', by: 'ingest', origin: 'made.txt' })
  })

  test('sets a torn last line aside and goes on', async () => {
    const { target, journal } = await closed()
    appendFileSync(journal, '{"seq":4,"prev')
    const store = await stores.open(target)
    expect(store.notes).toHaveLength(1)
    expect(store.notes[0]).toContain(`${journal}: the last line was cut short by a crash; its 14 bytes were set aside`)
    const aside = readdirSync(join(target, 'journal')).find((name) => name.includes('.torn-'))
    expect(readFileSync(join(target, 'journal', aside!), 'utf8')).toBe('{"seq":4,"prev')
    expect(await ingest([incoming('attack|wadi')], { record: store })).toMatchObject({ added: 1 })
    expect(await checkJournals(store)).toEqual({ reports: 4, decisions: 0 })
  })

  test('sets aside a journal that is one torn line', async () => {
    const target = await stores.target()
    await (await stores.open(target)).close()
    writeFileSync(join(target, 'journal', 'reports.jsonl'), 'x'.repeat(3_000_000))
    const store = await stores.open(target)
    expect(store.notes[0]).toContain('its 3000000 bytes were set aside')
    expect(await ingest(reports, { record: store })).toMatchObject({ added: 3 })
  })

  test.each([
    [
      'an altered report',
      (line: string) => line.replace('"origin":"made.txt"', '"origin":"else.txt"'),
      'holds an entry that was altered',
    ],
    ['text that is no line', (line: string) => '{"seq":2'.padEnd(Buffer.byteLength(line)), 'is damaged and cannot be read'],
    [
      'a digest that was made anew',
      (line: string) => line.replace(/"content":"./, '"content":"z'),
      'does not match its own digest',
    ],
  ])('refuses %s in the middle, with file and line', async (_what, damage, sentence) => {
    const { target, journal } = await closed()
    const lines = readFileSync(journal, 'utf8').split('\n')
    lines[1] = damage(lines[1]!)
    writeFileSync(journal, lines.join('\n'))
    const store = await stores.open(target)
    const rows = await derivedRows(store)
    const told = `${journal}:2: this line ${sentence}; put the file back from a copy.`
    expect(await faultOf(checkJournals(store))).toBe(told)
    expect(await faultOf(rebuild(store))).toBe(told)
    expect(await derivedRows(store)).toEqual(rows)
    await store.close()
    rmSync(join(target, 'database'), { recursive: true })
    expect(await faultOf(stores.open(target))).toBe(told)
    // the lock was given back
    expect(existsSync(join(target, 'lock'))).toBe(false)
  })

  test('refuses a line that was taken out', async () => {
    const { target, journal } = await closed()
    const lines = readFileSync(journal, 'utf8').split('\n')
    writeFileSync(journal, [lines[0], ...lines.slice(2)].join('\n'))
    rmSync(join(target, 'database'), { recursive: true })
    expect(await faultOf(stores.open(target))).toContain(`${journal}:2: this line has number 3 where 2 is due`)
  })

  test('refuses to open on a journal shorter than the database knows', async () => {
    const { target, journal } = await closed()
    const lines = readFileSync(journal, 'utf8').split('\n')
    truncateSync(journal, Buffer.byteLength(`${lines[0]}\n`))
    expect(await faultOf(stores.open(target))).toContain(`${journal}: is shorter than what the database already took from it`)
  })

  test('stays whole when a report is erased by law', async () => {
    const { target, journal } = await closed()
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n')
    lines[1] = JSON.stringify({ ...JSON.parse(lines[1]!), entry: null })
    writeFileSync(journal, `${lines.join('\n')}\n`)
    rmSync(join(target, 'database'), { recursive: true })
    const store = await stores.open(target)
    expect((await checkJournals(store)).reports).toBe(3)
    expect((await totals(store.db)).reports).toBe(2)
  })
})

describe('the folder of an embedded record', () => {
  test('is refused when it holds something else', async () => {
    const target = await stores.target()
    mkdirSync(target)
    writeFileSync(join(target, 'thesis.docx'), '')
    expect(await faultOf(stores.open(target))).toBe(
      `${target}: holds thesis.docx and is no record; name an empty folder, or one that does not exist.`,
    )
  })

  test('is refused when another version made it', async () => {
    const { target } = await closed()
    writeFileSync(join(target, 'VERSION'), '9\n')
    expect(await faultOf(stores.open(target))).toContain('this record has format 9 and this program writes 1')
  })

  test('is refused when it is a file', async () => {
    const target = await stores.target()
    writeFileSync(target, '')
    expect(await faultOf(stores.open(target))).toContain(`${target}: cannot be used as a record (EEXIST)`)
  })

  test('cannot be opened twice by one process', async () => {
    const target = await stores.target()
    const store = await stores.open(target)
    expect(await faultOf(stores.open(target))).toContain(`this process (${process.pid}) has the record open already`)
    await store.close()
    await stores.open(target)
  })

  test('cannot be opened while another process has it', async () => {
    const { target } = await closed()
    const lock = join(target, 'lock')
    const other = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { takeLock } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.ts'))});
       await takeLock(${JSON.stringify(lock)}); console.log('taken'); setInterval(() => {}, 1000)`,
    ])
    await once(other.stdout, 'data')
    expect(await faultOf(stores.open(target))).toBe(
      `${lock}: process ${other.pid} has this record open; stop it, or work through it.`,
    )
    other.kill('SIGKILL')
    await once(other, 'exit')
    // killed without giving its lock back: taken over
    const store = await stores.open(target)
    expect(JSON.parse(readFileSync(lock, 'utf8')).pid).toBe(process.pid)
    expect((await totals(store.db)).reports).toBe(3)
  })

  test('is taken from a process whose number another program has now, or whose lock is empty', async () => {
    const { target } = await closed()
    const lock = join(target, 'lock')
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, born: 'long ago', host: hostname(), boot: boot() }))
    await (await stores.open(target)).close()
    writeFileSync(lock, '')
    await (await stores.open(target)).close()
    expect(existsSync(lock)).toBe(false)
  })

  test('gets its database made again after the machine stopped with the record open', async () => {
    const { target } = await closed()
    // as a power cut leaves it: a lock of the run before, and files that were never written out
    writeFileSync(
      join(target, 'lock'),
      JSON.stringify({ pid: process.pid, born: null, host: hostname(), boot: 'the run before' }),
    )
    writeFileSync(join(target, 'database', 'PG_VERSION'), '')
    const store = await stores.open(target)
    expect(store.notes).toEqual([
      `${target}: the machine stopped while this record was open; its database was made again from the journal.`,
    ])
    expect((await totals(store.db)).reports).toBe(3)
  })

  test('is not taken from another machine', async () => {
    const { target } = await closed()
    const lock = join(target, 'lock')
    writeFileSync(lock, JSON.stringify({ pid: 1, born: null, host: 'elsewhere', boot: boot() }))
    expect(await faultOf(stores.open(target))).toBe(
      `${lock}: the machine elsewhere has this record open (process 1); if it no longer runs, delete that file.`,
    )
    rmSync(lock)
  })

  test('is taken by one of many that find a dead lock at one time', async () => {
    const { target } = await closed()
    const lock = join(target, 'lock')
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, born: 'long ago', host: hostname(), boot: boot() }))
    const code = `const { takeLock } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.ts'))});
      try { await takeLock(${JSON.stringify(lock)}); console.log('taken'); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 3000) } catch (error) { console.log(error.message) }`
    const told = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const racer = spawn(process.execPath, ['--input-type=module', '-e', code])
        const [words] = await once(racer.stdout, 'data')
        return String(words).trim()
      }),
    )
    expect(told.filter((words) => words === 'taken')).toHaveLength(1)
  })
})
