import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../data/knowledge.ts'
import type { Claim } from '../model/claim.ts'
import { createReader } from './pipeline.ts'

const knowledge = loadKnowledge()
const reader = createReader(knowledge)
const report = (text: string, published: string | null = '2016-12-11') => ({
  id: 't',
  text,
  published,
  outlet: null,
  url: null,
})
const read = (text: string): readonly Claim[] => reader.read(report(text)).claims
const only = (text: string, type: string): Claim => {
  const claims = read(text).filter((claim) => claim.type === type)
  expect(
    claims.map((claim) => claim.trigger.text),
    text,
  ).toHaveLength(1)
  return claims[0]!
}
const texts = (list: readonly { text?: string }[]) => list.map(({ text }) => text)
const sites = (claim: Claim) => claim.places.filter(({ role }) => role === 'site').map(({ place, text }) => place ?? text)

describe('the kinds of fact of a bulletin', () => {
  it("a capture told by the party's agency is claimed, and types itself by who took it", () => {
    const claim = only(
      'أعلنت وكالة أعماق أن مقاتلي تنظيم داعش سيطروا على السخنة وعلى بلدة الطيبة',
      'non-state actor overtakes territory',
    )
    expect(claim.status).toBe('claimed')
    expect(claim.sources[0]?.source).toBe('amaq')
    expect(claim.perpetrators[0]?.actor).toBe('islamic-state')
    expect(sites(claim)).toContain('sy.as-sukhna')
  })
  it('a state regains', () => {
    expect(read('استعادت قوات النظام السيطرة على مدينة تدمر').map(({ type }) => type)).toEqual(['government regains territory'])
  })
  it('names victims and counts them', () => {
    const claim = only(
      'قتلت قوات النظام ثلاث سيدات في تلبيسة وهن: سعاد محمود الحمد ومريم خالد العلي وهدى سالم الأحمد',
      'attack',
    )
    expect(claim.tolls).toMatchObject([{ outcome: 'killed', min: 3, max: 3, bound: 'exact' }])
    expect(claim.people.map(({ name }) => name)).toEqual(['سعاد محمود الحمد', 'مريم خالد العلي', 'هدى سالم الأحمد'])
  })
  it('a rising number is a running total', () => {
    const claim = only('ارتفع عدد ضحايا القصف على تلبيسة إلى أربعة قتلى', 'shelling/artillery/missile attack')
    expect(claim.tolls).toMatchObject([{ outcome: 'killed', min: 4, max: 4, cumulative: true }])
  })
  it('"itself" makes no suicide of a shelling', () =>
    only('قصفت قوات النظام المكان نفسه في تلبيسة', 'shelling/artillery/missile attack'))
  it('unconfirmed news of a mine stays unconfirmed', () => {
    const claim = only('هناك أنباء غير مؤكدة عن انفجار لغم أرضي بمدنيين قرب القريتين', 'remote explosive/landmine/IED')
    expect(claim.status).toBe('unconfirmed')
    expect(claim.means[0]?.code).toBe('landmine')
  })
  it('a denied act is a claim with status denied', () => {
    expect(read('نفى مصدر عسكري قصف مدينة الرستن').map(({ status }) => status)).toEqual(['denied'])
  })
  it('detainees of unknown fate', () => only('لا يزال مصير المعتقلين في سجن تدمر مجهولا', 'unknown fate'))
  it('raids and bans on leaving', () => {
    only('داهم عناصر التنظيم منازل المدنيين في السخنة', 'raid/search')
    only('أمر التنظيم بمنع خروج الأهالي من تدمر', 'movement restriction')
  })
  it('air strikes with munitions on many places', () => {
    const claim = only(
      'شن الطيران الحربي غارات جوية بالصواريخ الفراغية والبراميل المتفجرة على تلبيسة والرستن وأحياء المدينة الشمالية',
      'air/drone strike',
    )
    expect(texts(claim.means)).toEqual(['الصواريخ الفراغية', 'البراميل المتفجرة'])
    expect(sites(claim)).toHaveLength(3)
  })
  it('shelling with its weapon and where the fire came from', () => {
    const claim = only('تعرضت قرية الفرحانية لقصف بمدفع 57 مصدره حاجز ملوك', 'shelling/artillery/missile attack')
    expect(texts(claim.means)).toContain('مدفع 57')
    expect(claim.places.map(({ role }) => role)).toContain('origin')
  })
  it('"no casualties recorded" is a zero, not a gap', () => {
    const claim = only('قصفت قوات النظام مدينة تلبيسة بقذائف الهاون دون تسجيل إصابات', 'shelling/artillery/missile attack')
    expect(claim.tolls).toMatchObject([{ outcome: 'wounded', min: 0, max: 0 }])
  })
  it('clashes name both sides', () => {
    const claim = only('اندلعت اشتباكات عنيفة بين قوات النظام وتنظيم داعش في محيط مطار التيفور', 'armed clash')
    expect(claim.perpetrators[0]?.actor).toBe('syrian-army')
    expect(claim.targets[0]?.actor).toBe('islamic-state')
  })
  it('a facility out of service', () => only('أصبح مشفى المدينة في تلبيسة خارج الخدمة', 'damage to infrastructure'))
  it('"west of" a place is relative to it, never the place itself', () => {
    const claim = only('قصفت قوات النظام بالمدفعية مواقع غرب تدمر', 'shelling/artillery/missile attack')
    expect(claim.places.find(({ place }) => place === 'sy.palmyra')).toMatchObject({
      role: 'near',
      relation: { bearing: 'w' },
      precision: 'relative',
    })
  })
  it('a purpose is no event', () => expect(read('أرسلت القيادة وفدا لإيقاف تقدم داعش')).toEqual([]))
  it('letters broken to pass a filter are read', () =>
    only('استهـ.دفت قوات النظام بلدة تلبيسة بقذائف الهاون', 'shelling/artillery/missile attack'))
})

describe('one act, one claim', () => {
  it('joins a headline and its body, which share place and toll', () => {
    const claim = only(
      'مقتل أربعة مدنيين بقصف مدفعي على تلبيسة\n\nقتل أربعة مدنيين في قصف مدفعي لقوات النظام على مدينة تلبيسة',
      'shelling/artillery/missile attack',
    )
    expect(claim.mentions?.length).toBeGreaterThan(0)
    expect(claim.tolls).toMatchObject([{ outcome: 'killed', min: 4, max: 4 }])
  })
  it('keeps two towns apart', () => {
    const text = 'قصفت قوات النظام مدينة تلبيسة.\nقصفت قوات النظام مدينة الرستن.'
    expect(read(text).map(sites)).toEqual([['sy.talbisa'], ['sy.rastan']])
  })
  it('keeps two towns apart that have the same toll', () => {
    const act = (town: string) => `قصفت قوات النظام مدينة ${town} ما أدى إلى مقتل خمسة مدنيين.`
    expect(read(`${act('تلبيسة')}\n${act('الرستن')}`).map(sites)).toEqual([['sy.talbisa'], ['sy.rastan']])
  })
  it('leaves out war at large, which names nobody and no place', () => expect(read('يستمر القصف منذ مدة طويلة')).toEqual([]))
})

describe('what was before', () => {
  it.each(['كانت قوات النظام قد قصفت مدينة تلبيسة', 'قصفت قوات النظام مدينة تلبيسة في آذار 2014'])(
    'is background: %s',
    (text) => expect(read(text).map(({ background }) => background)).toEqual([true]),
  )
  it('what is news is not', () =>
    expect(read('قصفت قوات النظام مدينة تلبيسة أمس').map(({ background }) => background)).toEqual([false]))
})

describe('names of people', () => {
  const names = (text: string) => read(text).flatMap(({ people }) => people.map(({ name }) => name))
  it('are known by their given names, without a title', () =>
    expect(names('اعتقلت قوات النظام محمد خالد الحمد في تلبيسة')).toEqual(['محمد خالد الحمد']))
  it('a word that is also a name names nobody alone', () =>
    expect(names('اعتقلت قوات النظام شابا بلا أمل في تلبيسة')).toEqual([]))
})

describe('laws of reading', () => {
  it('gives the same claims and ids each time', () => {
    const text = 'قصفت قوات النظام مدينة تلبيسة، كما شن الطيران الحربي غارات على الرستن'
    expect(read(text)).toEqual(read(text))
  })
  it('keeps spans true and never throws, wherever a bulletin is cut or spliced', () => {
    const bulletins = readdirSync('examples')
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(`examples/${name}`, 'utf8'))
    const piece = fc.record({ of: fc.constantFrom(...bulletins), from: fc.nat(2500), length: fc.integer({ min: 1, max: 300 }) })
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const text = pieces.map(({ of, from, length }) => of.slice(from, from + length)).join('')
        for (const claim of read(text)) {
          expect(claim.rules.length).toBeGreaterThan(0)
          for (const words of [claim.trigger, ...claim.perpetrators, ...claim.places, ...claim.people])
            expect(text.slice(words.from, words.to)).toBe(words.text)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('says in the trace what a candidate lacked', () => {
    const { trace } = reader.read(report('جاء لإيقاف تقدم داعش'), { trace: true })
    expect(trace.some(({ lacked }) => lacked !== undefined)).toBe(true)
  })
})
