import type { Lexicon } from '../../data/lexicon.ts'
import { foldKey } from '../../model/fold.ts'
import type { Doc, Mention } from '../doc.ts'
import type { Token } from '../letters/tokens.ts'

const ALEF_MAQSURA = '\u0649'

/** Given names and titles by folded key. */
export type PersonWords = {
  /** `last`: the letter that the name ends with before folding, which tells Ali from the preposition "on" */
  readonly names: ReadonlyMap<string, { readonly sex: string; readonly alsoWord: boolean; readonly last: string }>
  readonly titles: ReadonlyMap<string, string>
  readonly conjunctions: readonly string[]
  readonly article: string
  readonly listers: ReadonlySet<string>
  /** "one of", alone and with what is written joined to it */
  readonly oneOf: ReadonlySet<string>
}

export function personWords(lexicon: Lexicon): PersonWords {
  const forms = (slot: string) => lexicon.affixes.filter((row) => row.slot === slot).map((row) => foldKey(row.form))
  return {
    names: new Map(
      lexicon.givenNames.map(({ name, sex, alsoWord }) => [foldKey(name), { sex, alsoWord, last: name.at(-1) ?? '' }]),
    ),
    titles: new Map(lexicon.titles.map(({ name, sex }) => [foldKey(name), sex])),
    conjunctions: forms('conjunction'),
    article: forms('article')[0] ?? '',
    oneOf: new Set(
      lexicon.particles
        .filter((row) => row.role === 'one-of')
        .flatMap((row) => row.forms.map(foldKey))
        .flatMap((form) => [
          form,
          ...forms('conjunction').map((lead) => lead + form),
          ...forms('prep').map((lead) => lead + form),
        ]),
    ),
    listers: new Set(lexicon.particles.filter((row) => row.role === 'names').flatMap((row) => row.forms.map(foldKey))),
  }
}

type Found = { readonly end: number; readonly lead: number; readonly sex: Mention['sex'] }

/**
 * A person's name of two to five words from this token: it begins with a given name, and is either introduced (a title, a
 * quotation mark, "they are"), or made of names to its second word.
 */
export function personAt(
  input: Pick<Doc, 'report' | 'tokens' | 'analyses' | 'times'>,
  at: number,
  words: PersonWords,
  listed: boolean,
  isParticle: (at: number) => boolean,
): Found | null {
  const { tokens, analyses } = input
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const conjunction = words.conjunctions.find(
    (form) => token.key.startsWith(form) && words.names.has(token.key.slice(form.length)),
  )
  const lead = words.names.has(token.key) ? 0 : (conjunction?.length ?? -1)
  if (lead < 0) return null
  const given = words.names.get(token.key.slice(lead))!
  const introduced = listed || isIntroduced(tokens, at, words)
  const isName = ({ key, to }: Token): boolean => {
    const name = words.names.get(key)
    if (name && !(input.report.text[to - 1] === ALEF_MAQSURA && name.last !== ALEF_MAQSURA)) return true
    return words.names.has(bare(key, words)) && key.startsWith(words.article)
  }
  let end = at + 1
  let names = 1
  while (end < tokens.length && end - at < 5) {
    const next = tokens[end]!
    if (next.kind !== 'word' || startsList(next.key, words) || input.times.some((time) => time.first === end)) break
    const name = isName(next)
    if (!name && isParticle(end)) break
    const verb = analyses[end]!.some(
      ({ entry, form }) => entry.kind === 'verb' && (form.part === 'past' || form.part === 'imperfect'),
    )
    const known = analyses[end]!.length > 0
    const family = next.key.startsWith(words.article) && !given.alsoWord && end === at + 1
    if (!name && (verb || known || (!introduced && names < 2 && !family))) break
    if (family) names++
    if (name) names++
    end++
  }
  if (end - at < 2) return null
  if (!introduced && (names < 2 || given.alsoWord)) return null
  return { end, lead, sex: given.sex === 'female' || given.sex === 'male' ? given.sex : 'unknown' }
}

const bare = (key: string, words: PersonWords): string =>
  key.startsWith(words.article) ? key.slice(words.article.length) : key

/** "And Layla": the next person of a list. */
const startsList = (key: string, words: PersonWords): boolean =>
  !words.names.has(key) && words.conjunctions.some((form) => key.startsWith(form) && words.names.has(key.slice(form.length)))

function isIntroduced(tokens: Doc['tokens'], at: number, words: PersonWords): boolean {
  let before = at - 1
  while (before >= 0 && tokens[before]!.kind === 'mark' && (tokens[before]!.key === '"' || tokens[before]!.key === ':'))
    before--
  if (at - before > 1) return true
  const key = tokens[before]?.key ?? ''
  const pair = `${tokens[before - 1]?.key ?? ''} ${key}`
  return words.listers.has(key) || words.listers.has(pair) || words.titles.has(key) || words.titles.has(bare(key, words))
}
