import type { Count } from '../doc.ts'
import type { Phrasebook } from './phrasebook.ts'
import type { Scan } from './scan.ts'

/** Bare kinds of groups that count people; the others name armed units. */
const PEOPLE = new Set(['people', 'fighters', 'victims'])
const DUAL: Count = { min: 2, max: 2, bound: 'exact' }
const ONE: Count = { min: 1, max: 1, bound: 'exact' }
const SEVERAL: Count = { min: 2, max: 19, bound: 'vague' }

/** A number with the people it counts: "three women", "43 civilians at least". */
export function countedAt(scan: Scan, at: number): number {
  const number = scan.input.numbers.find((found) => found.first === at)
  if (number?.kind !== 'count') return 0
  const count: Count = { min: number.min, max: number.max, bound: number.bound }
  const next = groupAt(scan, number.end, { count, first: at })
  if (next) return next
  return number.end
}

/** A noun for people, fighters, victims or an armed unit, with the words that belong to it. */
export function groupAt(scan: Scan, at: number, counted: { count: Count; first: number } | null): number {
  const tokens = scan.input.tokens
  let noun = at
  // "three of the soldiers", "three armed civilians"
  if (counted && isFrom(scan, noun)) noun++
  const token = tokens[noun]
  if (token?.kind !== 'word') return 0
  const analysis = scan.nounOf(noun, ['people', 'fighters', 'victims', 'unit'])
  const first = counted?.first ?? at
  if (!analysis) {
    if (!counted) return 0
    const actor = scan.phrasesAt(noun).find((hit) => hit.phrase.kind === 'actor')
    if (!actor) return 0
    return scan.add('group', first, actor.end, { code: actor.phrase.id, count: counted.count, ids: [actor.phrase.id] }).end
  }
  const { entry, form } = analysis
  let end = noun + 1
  const count = counted?.count ?? (form.number === 'two' ? DUAL : form.number === 'many' ? SEVERAL : ONE)
  const lead = counted ? 0 : analysis.lead
  const base = {
    lead: counted ? leadOf(scan, first) : lead,
    prep: counted ? prepOf(scan, first) : analysis.prep,
    conjunction: analysis.conjunction,
    definite: analysis.article,
  }
  if (entry.class === 'unit' || entry.class === 'fighters') {
    // "fighters of the group X", "the warplanes of X": the party is named by what follows
    const inner = scan
      .phrasesAt(scan.skipQuote(end))
      .find(
        (hit) =>
          (hit.phrase.kind === 'actor' || (hit.phrase.kind === 'place' && entry.class === 'unit')) && hit.strip.lead === 0,
      )
    if (inner?.phrase.kind === 'actor') {
      const ids = [inner.phrase.id]
      scan.named.add(inner.phrase.id)
      end = scan.adjectives(inner.end)
      const kind = PEOPLE.has(entry.class) && counted ? 'group' : 'actor'
      return scan.add(kind, first, end, { ...base, ids, code: entry.code || entry.class, count: counted ? count : null }).end
    }
    end = scan.adjectives(end, entry.class === 'unit' ? 3 : 2)
    if (entry.class === 'unit') return scan.add('unit', first, end, { ...base, code: entry.id, count: null }).end
  } else end = scan.adjectives(end, 1)
  return scan.add('group', first, end, { ...base, code: entry.code, count: counted || !analysis.article ? count : null }).end
}

function isFrom(scan: Scan, at: number): boolean {
  return scan.phrasesAt(at).some((hit) => hit.phrase.kind === 'particle' && hit.phrase.id.startsWith('from '))
}

function leadOf(scan: Scan, at: number): number {
  const { tokens } = scan.input
  const token = tokens[at]!
  return token.kind === 'word' ? (phraseLead(token.key, scan.book) ?? 0) : 0
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
