import { expect, test } from 'vitest'
import type { ReadLine } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import type { Reading } from '../read/pipeline.ts'
import { compare, differences } from './compare.ts'
import { explain } from './explain.ts'
import { claim } from './testing/claims.ts'

const report: Report = { id: 'r', text: 'قتل ثلاثة مدنيين في تدمر لإيقاف تقدم الرتل', published: null, outlet: null, url: null }
const killing = claim('attack', {
  trigger: { text: 'قتل', from: 0, to: 3 },
  places: [{ text: 'تدمر', from: 20, to: 24, role: 'site', place: 'sy.palmyra' }],
  tolls: [{ text: 'ثلاثة', from: 4, to: 9, outcome: 'killed', who: 'civilians', min: 3, max: 3 }],
  rules: ['kill.passive', 'place.after-in'],
})
const at = (text: string) => ({ from: report.text.indexOf(text), to: report.text.indexOf(text) + text.length })
const reading: Reading = {
  claims: [killing],
  trace: [
    { step: 'names', rule: 'number.words', span: at('ثلاثة'), gave: '3', why: 'a numeral before its noun' },
    {
      step: 'what',
      rule: 'advance',
      span: at('تقدم'),
      gave: 'armed clash',
      why: 'a verbal noun',
      lacked: 'two sides',
    },
    { step: 'what', rule: 'kill.passive', span: at('قتل'), gave: 'attack', why: 'passive, its subject is killed' },
    {
      step: 'acts',
      rule: 'stop',
      span: at('إيقاف'),
      gave: 'armed clash',
      why: 'after "to"',
      lacked: 'an act that happened: a purpose is none',
    },
  ],
}

test('a reading is explained by step: rule, words, what it gave and why, what was not taken', () => {
  expect(explain(report, reading)).toBe(`names
  number.words «ثلاثة» → 3 (a numeral before its noun)

what
  advance «تقدم» → armed clash (a verbal noun)
      not taken: lacks two sides
  kill.passive «قتل» → attack (passive, its subject is killed)

acts
  stop «إيقاف» → armed clash (after "to")
      not taken: lacks an act that happened: a purpose is none

1 claim
  attack «قتل» · at تدمر (site = sy.palmyra) · toll killed civilians 3 · asserted
      by kill.passive, place.after-in`)
})

test('why not: the candidates of that type alone, those that fell last before the others', () => {
  const text = explain(report, reading, { whyNot: 'armed clash' })
  expect(text).toMatch(/^no claim of armed clash\n2 candidates not taken/)
  expect(text.indexOf('a purpose is none')).toBeLessThan(text.indexOf('two sides'))
  expect(text).not.toContain('kill.passive')
  expect(explain(report, reading, { whyNot: 'attack' })).toContain('1 claim of attack read')
  expect(explain(report, reading, { whyNot: 'grenade' })).toContain('no rule of grenade found its words')
})

test('colours are there when wanted, and not else', () => {
  expect(explain(report, reading, { colour: true })).toContain('\u001b[36mkill.passive\u001b[0m')
  expect(explain(report, reading)).not.toContain('\u001b')
})

test('compare shows the sentences that are read differently, and no others', () => {
  const line = (claims: ReadLine['claims']): ReadLine => ({ report: { id: 'r', textSha256: '0'.repeat(64) }, claims })
  const sentence = { text: report.text, from: 0, to: report.text.length }
  const before = line([
    { ...killing, sentence },
    { ...killing, type: 'arrests' },
  ])
  const after = line([
    { ...killing, sentence, status: 'denied' },
    { ...killing, type: 'arrests', id: 'other' },
  ])
  expect(differences([before], [after])).toEqual([
    {
      report: 'r',
      sentence: report.text,
      lost: [expect.stringContaining('asserted')],
      gained: [expect.stringContaining('denied')],
    },
  ])
  expect(compare([before], [after])).toContain('  - attack «قتل»')
  expect(compare([before], [after])).toContain('1 sentence is read differently')
  expect(compare([before], [before])).toBe('every sentence is read as before')
})
