import type { Mention, Phrase, PhraseClass } from '../doc.ts'
import type { Input, PhraseWords, Word } from './words.ts'

/** What a noun stands for, by its class in the lexicon; a sound masculine plural that no list has names people. */
export function classOf(word: Word, words: PhraseWords): PhraseClass | 'quantity' | 'relation' {
  const { analysis } = word
  if (analysis?.entry.class === 'fighters') return 'group'
  if (word.kind === 'adjective') return caseOf(word, words) && (word.definite || !analysis) ? 'group' : 'abstract'
  if (!analysis) return caseOf(word, words) && !isDualOfThing(word, words) ? 'group' : 'thing'
  const { entry, form } = analysis
  if (entry.kind === 'verb') return form.part === 'masdar' ? 'act' : 'thing'
  switch (entry.class) {
    case 'people':
    case 'fighters':
    case 'victims':
      return 'group'
    case 'role':
      return 'person'
    case 'unit':
    case 'place':
    case 'facility':
    case 'act':
    case 'quantity':
    case 'relation':
      return entry.class
    case 'object':
      return 'thing'
    default:
      return 'abstract'
  }
}

/** Kinds of place that were built for a purpose. */
const BUILT: ReadonlySet<string> = new Set([
  ...['facility', 'airport', 'airbase', 'hospital', 'prison', 'dam', 'security-branch', 'military-site', 'checkpoint'],
])

/** What is built and may be hit is a thing even where it is known as a place, and so is a vehicle with its crew. */
export function classOfNamed({ knowledge }: Input, named: Mention, word: Word, governor: string): PhraseClass {
  const { kind, ids, code, prep } = named
  if (kind === 'place') {
    // by what it is known as, else by the noun before the name: a town may be named after a bridge
    const known = code === '' ? knowledge.gazetteer.places.get(ids[0] ?? '')?.kind : undefined
    const built = known ? BUILT.has(known) : word.analysis?.entry.class === 'facility' || code === 'bridge'
    return built ? 'facility' : kind
  }
  const crewed = kind === 'weapon' && knowledge.registry.weapons.get(ids[0] ?? '')?.crew === 'crewed'
  return crewed && prep !== 'with' && governor !== 'by' ? 'thing' : kind
}

/** "Two batches": of the words that no list has, a dual of a feminine names no people. */
const isDualOfThing = ({ stem }: Word, { affixes }: PhraseWords): boolean =>
  affixes.get('dual')!.some(({ form }) => stem.endsWith(`${affixes.get('feminine-joined')?.[0]?.form}${form}`))

/** Letters before an ending of case, at least. */
const ROOT = 3

/** Subject or object by the ending of a sound masculine plural, a dual, or an indefinite accusative. */
export function caseOf({ analysis, stem }: Word, { affixes }: PhraseWords): Phrase['case'] {
  const ending = affixes.get('case')?.find(({ form }) => stem.endsWith(form) && stem.length >= form.length + ROOT)
  // of the words that no list has, many end as a dual does
  const plural = affixes.get('plural')!.some(({ form }) => form === ending?.form)
  if (ending && (analysis ? analysis.form.number !== 'one' : plural)) return ending.value as Phrase['case']
  const accusative = affixes.get('accusative')?.[0]?.form ?? ''
  if (!analysis) return ''
  const { form, entry, article } = analysis
  // "fighters of": before a genitive the ending loses its last letter
  const built = affixes.get('case-construct')?.find((row) => form.number === 'many' && form.key === entry.lemma + row.form)
  if (built) return built.value as Phrase['case']
  return !article && form.key.endsWith(accusative) && !entry.lemma.endsWith(accusative) && form.number === 'one' ? 'object' : ''
}

/** How a verb before this noun agrees with it: plurals of things are feminine, of people masculine. */
export function agreementOf({ analysis, stem }: Word, kind: PhraseClass, { affixes }: PhraseWords): Phrase['agrees'] {
  const feminine = affixes.get('feminine')?.[0]?.form ?? ''
  const ends = (slot: string, value: string) => affixes.get(slot)?.some((row) => row.value === value && stem.endsWith(row.form))
  if (!analysis) return ends('case', 'subject') || ends('case', 'object') ? 'm' : stem.endsWith(feminine) ? 'f' : ''
  const { form, entry } = analysis
  const people = kind === 'group' || kind === 'person' || entry.class === 'fighters' || entry.class === 'people'
  if (form.number === 'many') return people ? 'm' : 'f'
  // names of foreign make: "militia", "Syria"
  const alef = affixes.get('accusative')?.[0]?.form ?? feminine
  return entry.lemma.endsWith(feminine) || entry.lemma.endsWith(alef) || form.person === 'fs' ? 'f' : 'm'
}

/** True where a genitive may follow: an indefinite noun without a pronoun, its ending not closed. */
export function isOpen(word: Word, words: PhraseWords): boolean {
  if (word.definite || word.owned || word.kind === 'adjective') return false
  const { affixes } = words
  return caseOf(word, words) === '' || affixes.get('case-construct')!.some(({ form }) => word.stem.endsWith(form))
}

/** True where an adjective of this form may belong to a noun of this agreement and number. */
export function fits(word: Word, agrees: Phrase['agrees'], people: boolean, words: PhraseWords): boolean {
  const feminine = words.affixes.get('feminine')?.[0]?.form ?? ''
  const plural = words.affixes.get('plural')?.some(({ form, value }) => value === 'mp' && word.stem.endsWith(form))
  if (plural) return people
  return agrees === '' || (agrees === 'f') === word.stem.endsWith(feminine)
}

/** A mention over these tokens: of what it names if it is named, else of a thing that no list has. */
export function referTo(doc: Input, named: Mention | null, kind: PhraseClass, head: number, word: Word, end: number): Mention {
  const first = doc.tokens[head]!
  const from = named && named.first === head ? named.from : Math.min(first.from + word.lead, first.to - 1)
  const to = doc.tokens[end - 1]!.to
  if (named && named.first === head && named.end === end) return named
  if (named) return { ...named, first: head, end, from, to }
  return {
    ...{ kind: kind === 'act' || kind === 'abstract' ? 'thing' : kind, first: head, end, from, to, ids: [], prep: '' },
    ...{
      conjunction: false,
      code: kind === 'group' || kind === 'thing' ? (word.analysis?.entry.code ?? '') : '',
      count: null,
      near: false,
      bearing: null,
      definite: false,
      sex: 'unknown',
    },
  }
}

/** An armed side or a unit, by its name. */
export const isParty = (mention: Mention | null | undefined): boolean => mention?.kind === 'actor' || mention?.kind === 'unit'
