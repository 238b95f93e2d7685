import { expect, test } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import type { Claim } from '../../model/claim.ts'
import { printReading } from './print.ts'

const { ontology } = loadKnowledge()
const report = { id: 'r', text: '', published: '2016-12-11', outlet: 'راديو البادية', url: null }
const bare = {
  id: 'c',
  trigger: { text: 'قصف', from: 0, to: 3 },
  perpetrators: [],
  targets: [],
  places: [],
  means: [],
  tolls: [],
  people: [],
  status: 'asserted',
  sources: [],
  background: false,
  rules: ['r'],
} as const
const plain = (_: string, text: string) => text
const print = (...claims: Claim[]) => printReading(report, 'a.txt', claims, ontology, plain)

test('one value a line: codes and numbers first, Arabic last', () => {
  const claim: Claim = {
    ...bare,
    rules: ['r'],
    type: 'air/drone strike',
    sentence: { text: 'قصف طيران\n\u202eالنظام\u202c مدينة \u001b[31mتدمر', from: 0, to: 30 },
    places: [
      {
        text: 'تدمر',
        from: 5,
        to: 9,
        role: 'near',
        relation: { bearing: 'w', distanceKm: 20 },
        place: 'palmyra',
        nameEn: 'Palmyra',
        lat: 34.56,
        lon: 38.28,
        precision: 'relative',
        alternatives: ['x', 'y'],
      },
      { text: 'البصيري', from: 5, to: 9, role: 'site', place: null },
      { inferred: true, why: 'the parent of Palmyra', role: 'within', nameEn: 'Homs', precision: 'governorate' },
    ],
    time: { start: '2016-12-10', end: null, text: 'أمس', known: ['day'] },
    perpetrators: [{ text: 'طيران النظام', from: 1, to: 2, actor: 'syrian-army', kind: 'state-forces' }],
    targets: [{ text: 'مدنيين', from: 1, to: 2, actor: null, kind: 'civilians' }],
    means: [{ text: 'براميل', from: 1, to: 2, code: 'barrel-bomb' }],
    tolls: [
      { text: 'ثلاثة مدنيين', from: 1, to: 2, outcome: 'killed', min: 3, max: 3, who: 'civilians', bound: 'exact', source: 0 },
      { text: 'عشرات', from: 1, to: 2, outcome: 'wounded', min: 20, max: 99, bound: 'vague', cumulative: true },
      { text: 'دون إصابات', from: 1, to: 2, outcome: 'wounded', min: 0, max: 0 },
      { text: 'أكثر من خمسين', from: 1, to: 2, outcome: 'displaced', min: 51, max: null, bound: 'more-than' },
    ],
    people: [{ text: 'حسين', from: 1, to: 2, name: 'حسين المطلق', outcome: 'killed', sex: 'male', age: 34 }],
    status: 'unconfirmed',
    sources: [{ text: 'المرصد', from: 1, to: 2, source: 'sohr', kind: 'monitor' }],
    background: true,
    mentions: [{ text: 'القصف', from: 1, to: 2 }],
  }
  expect(print(claim)).toBe(`Report:     a.txt
Outlet:     راديو البادية
Published:  2016-12-11
Claims:     1

1.
Act:        Air/drone strike — قصف جوي
Place:      20 km W of Palmyra, relative, 34.5600 38.2800, could also be x or y — تدمر
Place:      not in the gazetteer — البصيري
Place:      within Homs, governorate, inferred: the parent of Palmyra
Date:       2016-12-10, year and month from the date of publication — أمس
By:         syrian-army, state-forces — طيران النظام
Against:    civilians — مدنيين
Means:      barrel-bomb — براميل
Toll:       killed 3, civilians, by source 1 — ثلاثة مدنيين
Toll:       wounded 20 to 99, said without a number, running total — عشرات
Toll:       wounded none — دون إصابات
Toll:       displaced more than 50 — أكثر من خمسين
Name:       killed, male, aged 34 — حسين المطلق
Status:     unconfirmed
Source:     sohr, monitor — المرصد
Background: yes, told as something earlier
Words:      قصف
Quote:      قصف طيران النظام مدينة [31mتدمر
Also:       القصف

`)
})

test('says what is not known rather than leaving it out', () => {
  expect(print()).toContain('Claims:     none found\n')
  const shown = print({ ...bare, rules: ['r'], type: 'toll' } as unknown as Claim)
  expect(shown).toContain('Date:       not said\n')
  expect(shown).not.toContain('Place:')
})
