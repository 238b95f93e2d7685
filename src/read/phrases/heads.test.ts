import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../data/knowledge.ts'
import type { Phrase } from '../doc.ts'
import { layersOf } from '../pipeline.ts'

const layers = layersOf(loadKnowledge())
const first = (text: string): Phrase => layers({ id: 't', text, published: null, outlet: null, url: null }).phrases[0]!

describe('the case that an ending tells', () => {
  it.each([
    ['مسلحون', 'subject'],
    ['مسلحين', 'object'],
    ['مقاتلو المجموعة', 'subject'],
    ['جنديان', 'subject'],
    ['مدرسة', ''],
    ['موكبا', 'object'],
    ['تركيا', ''],
  ])('%s', (text, expected) => expect(first(text).case).toBe(expected))
})

describe('how a verb agrees with a noun', () => {
  it.each([
    ['كتيبة', 'f'],
    ['ميليشيا', 'f'],
    ['لواء', 'm'],
    ['طائرات', 'f'],
    ['جنود', 'm'],
  ])('%s', (text, expected) => expect(first(text).agrees).toBe(expected))
})

describe('what a noun stands for', () => {
  it.each([
    ['حدادون', 'group'],
    ['زريبتين', 'thing'],
    ['شاحنة', 'thing'],
    ['مدرسة', 'facility'],
    ['كتيبة', 'unit'],
    ['غارة', 'act'],
    ['جسر الشغور', 'place'],
    ['مطار دمشق', 'facility'],
  ])('%s', (text, expected) => expect(first(text).class).toBe(expected))
})
