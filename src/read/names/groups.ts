import type { Count } from '../doc.ts'
import type { Phrasebook, PhraseHit } from './phrasebook.ts'
import type { Scan } from './scan.ts'

/** Kinds of nouns that a number counts as people or as units. */
const COUNTED = ['people', 'fighters', 'victims', 'unit'] as const
/** Bare kinds of groups that count people; the others name armed units. */
const PEOPLE = new Set(['people', 'fighters', 'victims'])
const DUAL: Count = { min: 2, max: 2, bound: 'exact' }
export const ONE: Count = { min: 1, max: 1, bound: 'exact' }
export const SEVERAL: Count = { min: 2, max: 19, bound: 'vague' }

type Counted = { readonly count: Count; readonly first: number }

/** A number with the people it counts: "three women", "43 civilians at least", "one of the guards". */
export function countedAt(scan: Scan, at: number): number {
  if (scan.people.oneOf.has(scan.input.tokens[at]!.key)) return groupAt(scan, at + 1, { count: ONE, first: at })
  const number = scan.numberAt.get(at)
  if (number?.kind !== 'count') return 0
  const count: Count = { min: number.min, max: number.max, bound: number.bound }
  // "three at least of the soldiers"
  const after = number.tail && number.tail[0] === number.end ? number.tail[1] : number.end
  return groupAt(scan, after, { count, first: at }) || number.end
}

/** A noun for people, fighters, victims or an armed unit, with the words that belong to it. */
export function groupAt(scan: Scan, at: number, counted: Counted | null): number {
  const { tokens } = scan.input
  // "three of the soldiers", "three armed civilians"
  const noun = counted && isFrom(scan, at) ? at + 1 : at
  if (tokens[noun]?.kind !== 'word') return 0
  const first = counted?.first ?? at
  const analysis = scan.nounOf(noun, counted ? [...COUNTED, 'nation'] : COUNTED)
  // a number counts the noun after it, not one joined to it by "and"
  if (!analysis || (counted && noun > first && analysis.conjunction)) return counted ? partyCounted(scan, noun, counted) : 0
  const { entry, form, article } = analysis
  const told = counted ? null : afterNoun(scan, noun + 1, form.number)
  const own = form.number === 'two' ? (scan.isEitherNumber(noun) ? SEVERAL : DUAL) : form.number === 'many' ? SEVERAL : ONE
  const count = counted?.count ?? told?.count ?? own
  let end = told?.end ?? noun + 1
  const base = {
    lead: counted ? leadOf(scan, first) : analysis.lead,
    prep: counted ? prepOf(scan, first) : analysis.prep,
    conjunction: counted ? startsJoined(scan, first) : analysis.conjunction,
    definite: article,
  }
  if (entry.class === 'unit' || entry.class === 'fighters') {
    // "fighters of the group X", "the warplanes of X": the party is named by what follows
    const start = scan.skipQuote(end)
    const inner = scan
      .phrasesAt(start)
      .find(
        (hit) =>
          (hit.phrase.kind === 'actor' || (hit.phrase.kind === 'place' && entry.class === 'unit')) && hit.strip.lead === 0,
      )
    if (inner?.phrase.kind === 'actor') {
      const ids = idsOf(scan, start, inner)
      end = scan.adjectives(inner.end)
      const kind = counted && (PEOPLE.has(entry.class) || noun > at) ? 'group' : 'actor'
      const code = entry.code || entry.class
      const mention = scan.add(kind, first, end, { ...base, ids, code, count: counted ? count : null })
      scan.keep(mention, inner.phrase.bare)
      return end
    }
    end = scan.adjectives(end, entry.class === 'unit' ? 3 : 2)
    // "five of the forces"
    if (entry.class === 'unit' && noun > at) return scan.add('group', first, end, { ...base, code: 'fighters', count }).end
    if (entry.class === 'unit') return scan.add('unit', first, end, { ...base, code: entry.id, count: null }).end
  } else end = scan.adjectives(end, 1)
  const said = counted || told || !article ? count : null
  return scan.add('group', first, end, { ...base, code: entry.code, count: said }).end
}

/** Every party that the name may mean. */
const idsOf = (scan: Scan, at: number, { end, strip }: PhraseHit): readonly string[] => [
  ...new Set(
    scan
      .phrasesAt(at)
      .filter((hit) => hit.phrase.kind === 'actor' && hit.end === end && hit.strip.lead === strip.lead)
      .map(({ phrase }) => phrase.id),
  ),
]

/** "Nine of the group X": the party stands for its people. */
function partyCounted(scan: Scan, noun: number, { first, count }: Counted): number {
  const actor = scan.phrasesAt(noun).find((hit) => hit.phrase.kind === 'actor' && !hit.strip.conjunction)
  if (!actor) return 0
  const base = { lead: leadOf(scan, first), prep: prepOf(scan, first), conjunction: startsJoined(scan, first) }
  return scan.add('group', first, actor.end, { ...base, code: actor.phrase.id, count, ids: [actor.phrase.id] }).end
}

/**
 * What a number after the noun says of it: "two civilians two", "two civilians more two", "one person", "his three
 * children", "several people".
 */
function afterNoun(scan: Scan, after: number, noun: 'one' | 'two' | 'many'): { count: Count; end: number } | null {
  const apart = noun === 'two' && !scan.numberAt.has(after) && scan.numberAt.get(after + 1)?.max === 2
  const at = apart ? after + 1 : after
  const number = scan.numberAt.get(at)
  if (number?.kind !== 'count' || number.bound === 'range') return null
  const { key, kind } = scan.input.tokens[at]!
  if (kind !== 'word' || startsJoined(scan, at)) return null
  const agrees = number.max === (noun === 'one' ? 1 : noun === 'two' ? 2 : 0)
  const definite = noun !== 'one' && (key.startsWith(scan.article) || number.max === SEVERAL.max)
  if (!agrees && !definite) return null
  // "civilians, dozens of them": a number that opens its own phrase counts no noun before it
  if (number.bound === 'vague' && scan.nounOf(number.end, COUNTED)) return null
  return { count: { min: number.min, max: number.max, bound: number.bound }, end: number.end }
}

function isFrom(scan: Scan, at: number): boolean {
  return scan.phrasesAt(at).some((hit) => hit.phrase.kind === 'particle' && hit.phrase.id.startsWith('from '))
}

function leadOf(scan: Scan, at: number): number {
  const { tokens } = scan.input
  const token = tokens[at]!
  return token.kind === 'word' ? (phraseLead(token.key, scan.book) ?? 0) : 0
}

/** "And three soldiers", also where the particle is a token before digits. */
function startsJoined(scan: Scan, at: number): boolean {
  const joins = scan.book.affixes.get('conjunction') ?? []
  const { key, kind } = scan.input.tokens[at]!
  if (kind === 'number') return joins.some(({ form }) => scan.input.tokens[at - 1]?.key === form)
  return joins.some(({ form }) => key.startsWith(form) && leadOf(scan, at) >= form.length)
}

function prepOf(scan: Scan, at: number): string {
  const key = scan.input.tokens[at]!.key
  const strip = scan.book.affixes.get('prep')?.find(({ form }) => key.startsWith(form) && leadOf(scan, at) === form.length)
  return strip?.value ?? ''
}

function phraseLead(key: string, book: Phrasebook): number | null {
  const affixes = [...(book.affixes.get('conjunction') ?? []), ...(book.affixes.get('prep') ?? [])]
  return (
    affixes.find(({ form }) => key.startsWith(form) && key.length > form.length + 2 && !book.known(key))?.form.length ?? null
  )
}
