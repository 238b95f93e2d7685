import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataFolder, loadKnowledge } from '../data/knowledge.ts'
import type { Claim } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import { createReader } from '../read/pipeline.ts'
import { readReports } from './evaluate.ts'
import { claimFaults, spanFaults } from './spans.ts'
import { claim } from './testing/claims.ts'

const reader = createReader(loadKnowledge())
const again = createReader(loadKnowledge())
const examples = join(dataFolder(), '..', 'examples')
const report = (id: string, text: string, published: string | null = null): Report => ({
  id,
  text,
  published,
  outlet: null,
  url: null,
})

/** The body of every example: its header ends at the first empty line. */
const bulletins = readdirSync(examples)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => {
    const whole = readFileSync(join(examples, file), 'utf8')
    return report(file, whole.slice(whole.indexOf('\n\n') + 2), /^date: (.+)$/m.exec(whole)?.[1] ?? null)
  })

describe('every claim of the examples and of gold keeps the laws', () => {
  test.each([...bulletins, ...readReports()])('$id', (text) => {
    const { claims } = reader.read(text)
    expect(claimFaults(text, claims)).toEqual([])
    expect(reader.read(text, { trace: true }).claims).toEqual(claims)
    expect(again.read(text).claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id))
  })
})

describe('a broken claim is told', () => {
  const text = report('r', 'قتل ثلاثة في تدمر')
  const sound = claim('attack', { id: 'a', trigger: { text: 'قتل', from: 0, to: 3 } })
  const broken: [string, Claim, string][] = [
    ['other words', { ...sound, trigger: { text: 'قتلى', from: 0, to: 3 } }, 'where the report says'],
    ['a span past the end', { ...sound, places: [{ text: 'تدمر', from: 13, to: 99, role: 'site' }] }, 'places[0] spans 13–99'],
    ['an empty span', { ...sound, sentence: { text: '', from: 3, to: 3 } }, 'sentence spans 3–3'],
    ['half a span', { ...sound, time: { text: 'أمس' } }, 'time has only part'],
    [
      'inferred and said',
      { ...sound, means: [{ text: 'قتل', from: 0, to: 3, inferred: true, why: 'x' }] },
      'is inferred and yet',
    ],
    ['neither', { ...sound, targets: [{ kind: 'civilians' }] }, 'neither words nor a reason'],
    ['an unknown type', { ...sound, type: 'quarrel' as Claim['type'] }, '/type'],
    ['no rule', { ...sound, rules: [] }, '/rules'],
  ]
  test.each(broken)('%s', (_, bad, message) => expect(claimFaults(text, [bad]).join('\n')).toContain(message))
  test('the id of another', () => expect(claimFaults(text, [sound, sound])).toEqual(['r: two claims have the id a']))
  test('a sound claim is not', () => expect(claimFaults(text, [sound])).toEqual([]))
})

describe('no text whatever makes the reader throw or point beside the text', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0xd800, max: 0xdfff }),
    fc.integer({ min: 0x600, max: 0x6ff }),
    fc.integer({ min: 0xfb50, max: 0xfeff }),
    fc.constantFrom(
      ...' .،؛:«»()[]\n\r\t-–ـ/\\٠١٢0123456789\u200f\u202e\ufeff\u0000'.split('').map((mark) => mark.charCodeAt(0)),
    ),
  )
  const noise = fc.array(unit, { maxLength: 120 }).map((codes) => String.fromCharCode(...codes))
  const words = [...new Set(bulletins.flatMap(({ text }) => text.split(/\s+/)))]
  const salad = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: noise }), {
    maxLength: 40,
  })
  const published = fc.constantFrom(null, '2016-12-06', '2016-12', 'no date', '9999-99-99')
  const holds = (text: string, day: string | null) => {
    const one = report('r', text, day)
    const { claims } = reader.read(one, { trace: true })
    expect(spanFaults(one, claims)).toEqual([])
  }
  test('random units, lone surrogates among them', () => {
    fc.assert(fc.property(noise, published, holds), { numRuns: 400 })
  })
  test('words of the examples in any order, with noise between', () => {
    fc.assert(
      fc.property(
        salad.map((parts) => parts.join(' ')),
        published,
        holds,
      ),
      { numRuns: 400 },
    )
  })
  test('bulletins cut anywhere', () => {
    const cut = fc
      .tuple(fc.constantFrom(...bulletins), fc.nat(2000), fc.nat(600))
      .map(([{ text }, from, size]) => text.slice(from, from + size))
    fc.assert(fc.property(cut, published, holds), { numRuns: 200 })
  })
  test.each(['', ' ', '\n\n', '\ud800', '«'.repeat(500), 'و'.repeat(3000), '1'.repeat(3000), 'قتل '.repeat(1500)])(
    '%j',
    (text) => holds(text, null),
  )
})
