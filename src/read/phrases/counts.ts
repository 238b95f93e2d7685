import type { Mention } from '../doc.ts'
import { governing, type Input, type PhraseWords } from './words.ts'

/** Letters of a small word between a number and its noun, at most. */
const SMALL = 3

/** The noun of a mention that begins with a number: "three of the soldiers". */
export function headOf(doc: Input, { first, end }: Mention, numberEnd: Int32Array): number {
  const at = numberEnd[first]! > first && numberEnd[first]! < end ? numberEnd[first]! : first
  const small = at > first && at + 1 < end && !doc.analyses[at]!.length && doc.tokens[at]!.key.length <= SMALL
  return small ? at + 1 : at
}

/** "With two shells", "with a number of": the preposition that is written with the number. */
export function numberPrep(doc: Input, { affixes }: PhraseWords, at: number): string {
  const { key } = doc.tokens[at]!
  const { words } = doc.knowledge.calendar.numerals
  const written = doc.analyses[at]!.find(({ prep, form }) => prep !== '' && form.part === 'noun')
  if (written) return governing(written.prep)
  const prep = affixes.get('prep')!.find(({ form }) => key.startsWith(form) && words.has(key.slice(form.length)))
  return prep && !words.has(key) ? governing(prep.value) : ''
}

/** "And three of": the conjunction is written with the number. */
export function joinsNumber(doc: Input, { affixes }: PhraseWords, at: number): boolean {
  const { key } = doc.tokens[at]!
  const { words } = doc.knowledge.calendar.numerals
  return affixes.get('conjunction')!.some(({ form }) => key.startsWith(form) && words.has(key.slice(form.length)))
}
