import type { Analysis } from '../doc.ts'
import type { Scan } from './scan.ts'
import { isBoundary, isJoined, isPlain, isPlural } from './shapes.ts'

/** Kinds of places whose noun is mostly followed by a name; after others ("area of influence") a common noun may follow. */
export const NAMED_KINDS: ReadonlySet<string> = new Set([
  ...['city', 'town', 'village', 'camp', 'quarter', 'district', 'subdistrict', 'governorate', 'suburb', 'settlement'],
  ...['mountain', 'hill', 'valley', 'junction', 'square', 'roundabout', 'street', 'island', 'crossing', 'bridge', 'river'],
])
/** Words of a name in quotation marks, and of one without, at most. */
const QUOTED = 4
const PLAIN = 3

/**
 * The end of a name that no list has, after the noun of its kind: in quotation marks, or a word that the lexicon does not
 * have or that is definite, with what belongs to it. `at` where there is none.
 */
export function nameAfter(scan: Scan, at: number, kind: Analysis | null, code: string): number {
  const first = scan.skipQuote(at)
  if (first > at) return quotedName(scan, first, kind?.form.number !== 'one') || at
  if (kind?.article) return at
  return plainName(scan, at, kind, NAMED_KINDS.has(code))
}

function quotedName(scan: Scan, first: number, several: boolean): number {
  const { tokens } = scan.input
  if (scan.isNamed(first)) return 0
  let end = first
  while (end < tokens.length && end - first < QUOTED && tokens[end]!.kind === 'word') {
    // "the positions of «A and B»"
    if (several && end > first && isJoined(scan, tokens[end]!.key)) return end
    end++
  }
  if (end === first) return 0
  // "the axis «A - B»"
  return tokens[end]?.key === '"' ? end + 1 : tokens[end]?.key === '-' ? end : 0
}

function plainName(scan: Scan, at: number, kind: Analysis | null, namedKind: boolean): number {
  const { tokens, analyses } = scan.input
  const token = tokens[at]
  if (token?.kind !== 'word' || !mayBegin(scan, at)) return at
  const definite = token.key.startsWith(scan.article)
  const many = kind?.form.number === 'many'
  const listed = analyses[at]!.length > 0
  const opens = scan.book.openers.has(token.key)
  // "areas of influence", "a residential area"
  if (!definite && kind === null) return at
  // "the depots of the arms", "the camps of the displaced" go with what is in them
  if (definite && many && (kind?.entry.class === 'facility' || isPlural(scan, token.key))) return at
  if (!definite && !opens && (listed || (many && !namedKind) || isPlain(scan, token.key))) return at
  // "a military checkpoint": the noun is of a kind that adjectives follow
  if (!definite && !namedKind && scan.book.isNisbaOf(token.key)) return at
  if (definite && !namedKind && (listed || scan.book.isAdjective(token.key))) return at
  let end = at + 1
  while (end < tokens.length && end - at < PLAIN && goesOn(scan, end, at, definite)) end++
  return end
}

/** A word may begin a name: nothing else is named there, and it is no verb, no relation and no small word. */
export function mayBegin(scan: Scan, at: number): boolean {
  if (scan.input.tokens[at]!.key.length < 2 || scan.isNamed(at) || scan.isParticle(at) || scan.isTime(at) || scan.isNumber(at))
    return false
  return !scan.input.analyses[at]!.some(
    ({ entry, form, conjunction, prep, article }) =>
      conjunction ||
      prep !== '' ||
      (entry.class === 'relation' && !(article && entry.code === 'near')) ||
      entry.class === 'quantity' ||
      form.part === 'past' ||
      form.part === 'imperfect',
  )
}

/** A further word of a name: what an opener ("father of", "hill of") leads to, a definite word that no list has, or the last word. */
function goesOn(scan: Scan, at: number, first: number, definite: boolean): boolean {
  const { tokens, analyses } = scan.input
  const token = tokens[at]!
  if (token.kind !== 'word' || !mayBegin(scan, at)) return false
  if (scan.book.openers.has(tokens[at - 1]!.key)) return true
  const listed = analyses[at]!.length > 0
  const article = token.key.startsWith(scan.article)
  // "the bridge of A that links B and C"
  if (article) return !listed && !scan.book.isAdjective(token.key) && !scan.particleIs(at + 1, 'between')
  // two plain words, where nothing else could take the second
  return !definite && !listed && at === first + 1 && !isPlain(scan, token.key) && isBoundary(scan, at + 1)
}
