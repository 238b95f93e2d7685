import type { Lexicon } from '../../data/lexicon.ts'
import { foldKey } from '../../model/fold.ts'
import type { Doc, Mention } from '../doc.ts'
import { COMMA, type Token } from '../letters/tokens.ts'

const ALEF_MAQSURA = '\u0649'
/** A name has at most this many words. */
const LONGEST = 6

/** Given names and titles by folded key. */
export type PersonWords = {
  /** `last`: the letter that the name ends with before folding, which tells Ali from the preposition "on" */
  readonly names: ReadonlyMap<string, { readonly sex: string; readonly alsoWord: boolean; readonly last: string }>
  readonly titles: ReadonlyMap<string, string>
  readonly conjunctions: readonly string[]
  readonly article: string
  /** letters that a verb of the present or a word with a preposition begins with, and a name that no list has hardly ever */
  readonly openings: readonly string[]
  readonly pronouns: readonly string[]
  readonly listers: ReadonlySet<string>
  /** "father of": what begins a by-name */
  readonly bynames: ReadonlySet<string>
  /** "one of", alone and with what is written joined to it */
  readonly oneOf: ReadonlySet<string>
}

/** Collects, once, the words that people are named and introduced by. */
export function personWords(lexicon: Lexicon): PersonWords {
  const forms = (slot: string) => lexicon.affixes.filter((row) => row.slot === slot).map((row) => foldKey(row.form))
  const ofRole = (role: string) => lexicon.particles.filter((row) => row.role === role).flatMap((row) => row.forms.map(foldKey))
  const leads = [...forms('conjunction'), ...forms('prep')]
  return {
    names: new Map(
      lexicon.givenNames.map(({ name, sex, alsoWord }) => [foldKey(name), { sex, alsoWord, last: name.at(-1) ?? '' }]),
    ),
    titles: new Map(lexicon.titles.map(({ name, sex }) => [foldKey(name), sex])),
    conjunctions: lexicon.affixes.filter(({ value }) => value === 'and').map(({ form }) => foldKey(form)),
    article: forms('article')[0] ?? '',
    openings: [...forms('imperfect-prefix'), ...forms('prep')],
    pronouns: forms('pronoun').filter((form) => form.length > 1),
    listers: new Set(ofRole('names')),
    bynames: new Set(lexicon.givenNames.filter(({ opens }) => opens).map(({ name }) => foldKey(name))),
    oneOf: new Set(ofRole('one-of').flatMap((form) => [form, ...leads.map((lead) => lead + form)])),
  }
}

type Input = Pick<Doc, 'report' | 'tokens' | 'analyses' | 'times'>
type Found = {
  readonly end: number
  readonly lead: number
  readonly sex: Mention['sex']
  /** it belongs to a list of names */
  readonly listed: boolean
}

/** What the words around a token are, as the search for names knows them. */
export type Around = {
  /** the people of a noun, or another name, of a list or alone, stand just before */
  readonly before: 'people' | 'person' | 'list' | null
  readonly isParticle: (at: number) => boolean
  /** a number, a weapon, or a name with a preposition written before it */
  readonly isOther: (at: number) => boolean
}

/** How a name is led in: not at all; so that a given name may be also a word; or so that it need be in no list. */
type Introduced = 0 | 1 | 2

/**
 * A person's name of two to six words from this token. It begins with a given name or a by-name; after a title, after "they
 * are" or in a list of names it may begin with any word that the lexicon does not have.
 */
export function personAt(input: Input, at: number, words: PersonWords, around: Around): Found | null {
  const { tokens, analyses } = input
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const lead = words.names.has(token.key) ? 0 : leadOf(token.key, words)
  const key = token.key.slice(lead)
  const given = isName(input, { key, to: token.to }, words) ? words.names.get(key) : undefined
  // most words are no names: what leads them in is asked of few
  if (!given && (analyses[at]!.length > 0 || !mayBeName(token.key, words))) return null
  const introduced = introducedBy(input, at, words, around.before)
  const second = tokens[at + 1]
  if (second?.kind !== 'word') return null
  const family = isName(input, second, words) || second.key.startsWith(words.article)
  if (!given) {
    const opens = introduced === 0 && isOpening(tokens, at) && words.names.get(second.key)?.alsoWord === false
    if ((introduced < 2 && !opens) || (lead > 0 && around.before !== 'list')) return null
    if (!family && around.before !== 'list') return null
    if (around.isParticle(at) || around.isOther(at)) return null
  }
  const byname = words.bynames.has(key)
  if (given && !byname && introduced < 2 && !family && (introduced === 0 || given.alsoWord)) return null
  if (given?.alsoWord && !byname && introduced === 0) return null
  const end = endOfName(input, at, words, around, introduced, given !== undefined)
  if (end - at < 2 || (byname && end - at < 3 && introduced === 0)) return null
  const sex = given?.sex === 'female' || given?.sex === 'male' ? given.sex : 'unknown'
  return { end, lead, sex, listed: introduced === 2 && (around.before === 'list' || isListed(tokens, at, words)) }
}

/** A word at the head of a sentence or line, or after a mark. */
const isOpening = (tokens: Doc['tokens'], at: number): boolean => at === 0 || tokens[at - 1]!.kind === 'mark'

/** The letters of "and" before a name that has none of its own. */
function leadOf(key: string, words: PersonWords): number {
  const conjunction = words.conjunctions.find((form) => key.startsWith(form) && key.length > form.length + 2)
  return conjunction?.length ?? 0
}

/** A word that no list has but that is spelled like a name. */
const mayBeName = (key: string, words: PersonWords): boolean =>
  key.length > 2 &&
  !key.startsWith(words.article) &&
  !words.openings.some((form) => key.startsWith(form)) &&
  !words.pronouns.some((form) => key.endsWith(form))

function endOfName(
  input: Input,
  at: number,
  words: PersonWords,
  around: Around,
  introduced: Introduced,
  given: boolean,
): number {
  const { tokens, analyses } = input
  let end = at + 1
  let names = given ? 1 : 0
  while (end < tokens.length && end - at < LONGEST) {
    const next = tokens[end]!
    if (next.kind !== 'word') break
    const name = isName(input, next, words)
    // a month may be somebody's name
    if (input.times.some((time) => time.first === end && !(name && time.end === end + 1))) break
    if (!name) {
      if (isWord(analyses[end]!) || around.isParticle(end) || around.isOther(end)) break
      // "and Layla": the next of a list
      const lead = leadOf(next.key, words)
      if (lead > 0 && (words.names.has(next.key.slice(lead)) || around.before !== null)) break
      const family = next.key.startsWith(words.article)
      if (introduced === 0 && names < 2 && !family) break
      if (words.pronouns.some((form) => next.key.endsWith(form)) && words.openings.some((form) => next.key.startsWith(form)))
        break
    }
    // "John Campbell, commander of": a rank after the family name
    if (
      name &&
      end > at + 1 &&
      !words.bynames.has(next.key) &&
      analyses[end]!.some(({ entry, article }) => PEOPLE.has(entry.class) && !article)
    )
      break
    if (name) names++
    end++
  }
  // a name does not end with "father of" or "son of"
  while (end > at + 1 && words.bynames.has(tokens[end - 1]!.key)) end--
  return end
}

/** The lexicon has the word; a foreigner's is a family name too, and "the two of" is none. */
const isWord = (analyses: Doc['analyses'][number]): boolean =>
  analyses.some(({ entry, form, article }) => entry.class !== 'nation' && !(article && form.joined))

function isName({ report }: Input, { key, to }: Pick<Token, 'key' | 'to'>, words: PersonWords): boolean {
  const name = words.names.get(key)
  if (name && !(report.text[to - 1] === ALEF_MAQSURA && name.last !== ALEF_MAQSURA)) return true
  return key.startsWith(words.article) && words.names.has(bare(key, words))
}

const bare = (key: string, words: PersonWords): string =>
  key.startsWith(words.article) ? key.slice(words.article.length) : key

/** The index of the word before a token, marks passed over. */
function wordBefore(tokens: Doc['tokens'], at: number, commas: boolean): number {
  let last = at - 1
  while (
    last >= 0 &&
    tokens[last]!.kind === 'mark' &&
    (INSIDE.has(tokens[last]!.key) || (commas && tokens[last]!.key === COMMA))
  )
    last--
  return last
}

/** "They are", "each of" stand before. */
function isListed(tokens: Doc['tokens'], at: number, words: PersonWords): boolean {
  const last = wordBefore(tokens, at, true)
  const key = tokens[last]?.key ?? ''
  return words.listers.has(key) || words.listers.has(`${tokens[last - 1]?.key ?? ''} ${key}`)
}

function introducedBy({ tokens, analyses }: Input, at: number, words: PersonWords, before: Around['before']): Introduced {
  if (before === 'list' || isListed(tokens, at, words)) return 2
  const last = wordBefore(tokens, at, false)
  const key = tokens[last]?.key ?? ''
  if (isTitle(key, words)) return 2
  if (words.titles.has(`${bare(tokens[last - 1]?.key ?? '', words)} ${bare(key, words)}`)) return 2
  for (const { entry, form, article, pronoun } of analyses[last] ?? []) {
    // "the civilian", "his wife": one of whom the name follows
    if (PEOPLE.has(entry.class) && form.part === 'noun' && form.number !== 'many' && (article || pronoun !== '')) return 2
  }
  if (at - last > 1 || before !== null) return 1
  return (analyses[last] ?? []).some(({ entry }) => entry.class === 'act') ? 1 : 0
}

const INSIDE: ReadonlySet<string> = new Set(['"', "'", ':', '(', '[', '-'])
const PEOPLE: ReadonlySet<string> = new Set(['people', 'fighters', 'victims', 'role'])

function isTitle(key: string, words: PersonWords): boolean {
  if (words.titles.has(key) || words.titles.has(bare(key, words))) return true
  const lead = leadOf(key, words)
  return lead > 0 && words.titles.has(bare(key.slice(lead), words))
}
