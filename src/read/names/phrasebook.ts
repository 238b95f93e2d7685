import type { Knowledge } from '../../data/knowledge.ts'
import { foldKey } from '../../model/fold.ts'
import type { MentionKind } from '../doc.ts'
import { type Affixes, type Stripped, strips } from '../letters/clitics.ts'
import { remember } from '../letters/remember.ts'
import type { Token } from '../letters/tokens.ts'

/** A name of the registry or gazetteer as the words to match, in order. */
export type Phrase = {
  readonly kind: MentionKind | 'particle'
  readonly id: string
  readonly keys: readonly string[]
  /** it names this only in context, or after a class noun */
  readonly bare: boolean
  readonly adjective: boolean
  /** for a place: its name is never the common noun that it is written as */
  readonly alone: boolean
  /** words match with or without the article */
  readonly loose: boolean
  /** for a place named only in context: what encloses it, and so speaks for it where it is named too */
  readonly within: readonly string[]
  /** a plural of a group's name */
  readonly many: boolean
}

export type Phrasebook = {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  readonly affixes: Affixes
  /** the countries that a party acts in, by the ids of their places */
  readonly countries: (actor: string) => readonly string[]
  /** false for a weapon that carries no people */
  readonly crewed: (weapon: string) => boolean
  /** true for a word that the lexicon has as it is written */
  readonly known: (key: string) => boolean
  /** true for a common adjective, with or without the article, or a word with the ending of one */
  readonly isAdjective: (key: string) => boolean
  /** true for a word with the feminine ending that makes an adjective of a noun */
  readonly isNisba: (key: string) => boolean
  /** the same with the masculine ending, which many names have too */
  readonly isNisbaOf: (key: string) => boolean
  /** words that lead on to the rest of a name */
  readonly openers: ReadonlySet<string>
  /** words that point at what follows, and begin no name */
  readonly pointers: ReadonlySet<string>
  /** the names that a written word may begin */
  readonly starts: (key: string) => Starts | null
  /** a word with what is written together with it taken off */
  readonly strips: (key: string) => readonly Stripped[]
  readonly article: string
}

type Start = { readonly phrase: Phrase; readonly strip: Stripped }
/** Names of one word, and the others by their second word. */
type Starts = { readonly alone: readonly Start[]; readonly bySecond: ReadonlyMap<string, readonly Start[]> }

export type PhraseHit = { readonly phrase: Phrase; readonly end: number; readonly strip: Stripped }

const PLAIN = { bare: false, adjective: false, alone: false, loose: false, many: false, within: [] } as const

/** All names under their first word. Plural actors are entered in both cases and without the article. */
export function phrasebook(
  knowledge: Knowledge,
  affixes: Affixes,
  known: (key: string) => boolean,
  isNoun: (key: string) => boolean,
): Phrasebook {
  const byFirst = new Map<string, Phrase[]>()
  const seen = new Set<string>()
  const article = affixes.get('article')?.[0]?.form ?? ''
  const bareKey = (key: string) =>
    key.startsWith(article) && key.length > article.length + 2 ? key.slice(article.length) : key
  const enter = (kind: Phrase['kind'], id: string, name: string, rest: Partial<Phrase> = {}) => {
    const keys = foldKey(name)
      .replace(/["'()]/g, ' ')
      .split(/\s+/)
      .filter(Boolean)
      .map((key) => (rest.loose ? bareKey(key) : key))
    if (!keys.length) return
    const mark = `${kind}|${id}|${keys.join(' ')}`
    if (seen.has(mark)) return
    seen.add(mark)
    const phrase: Phrase = { ...PLAIN, kind, id, keys, ...rest }
    const list = byFirst.get(keys[0]!)
    if (list) list.push(phrase)
    else byFirst.set(keys[0]!, [phrase])
  }
  const plural = (affixes.get('plural') ?? []).filter(({ value }) => value === 'mp').map(({ form }) => form)
  const cases = (name: string): readonly string[] => {
    const parts = foldKey(name).split(' ')
    const ending = plural.find((form) => parts[0]!.endsWith(form) && parts[0]!.length > 5)
    if (!ending) return [name]
    return plural.map((form) =>
      parts.map((part) => (part.endsWith(ending) && part.length > 5 ? part.slice(0, -ending.length) + form : part)).join(' '),
    )
  }
  for (const { name, id, bare, adjective } of knowledge.registry.actorNames)
    for (const form of cases(name)) {
      if (adjective) {
        enter('actor', id, form, { bare, adjective, loose: true })
        continue
      }
      enter('actor', id, form, { bare, adjective })
      const parts = foldKey(form).split(' ')
      if (parts.length <= 2 && plural.some((ending) => parts[0]!.endsWith(ending)) && parts[0]!.startsWith(article))
        enter('actor', id, parts.map(bareKey).join(' '), { bare, adjective })
    }
  for (const { name, id } of knowledge.registry.weaponNames) enter('weapon', id, name, { loose: true })
  for (const { name, id } of knowledge.registry.sourceNames) enter('source', id, name)
  const { places, aliases, chain } = knowledge.gazetteer
  const adjectives = adjectivesOf(knowledge, affixes)
  const enterPlace = (id: string, name: string, { needsClass, alone }: { needsClass: boolean; alone: boolean }) => {
    const noun = isNoun(bareKey(foldKey(name)))
    const word = needsClass || adjectives.has(foldKey(name))
    const within = word && !noun ? chain(id).flatMap((outer) => (outer.kind === 'country' ? [] : [outer.id])) : []
    const adjective = word && !needsClass && !noun
    enter('place', id, name, { bare: !alone && (word || noun), adjective, alone, within })
  }
  for (const place of places.values()) enterPlace(place.id, place.name, place)
  for (const alias of aliases) enterPlace(alias.id, alias.name, alias)
  for (const row of knowledge.lexicon.particles) for (const form of row.forms) enter('particle', `${row.role} ${row.id}`, form)
  for (const row of knowledge.lexicon.nouns)
    if (row.singular.includes(' ') && row.class !== 'relation')
      for (const form of [row.singular, ...row.plurals])
        enter(row.class === 'unit' ? 'unit' : 'group', row.code || row.id, form, { loose: true, many: form !== row.singular })
  const countries = (actor: string) => knowledge.registry.actors.get(actor)?.countries ?? []
  const crewed = (weapon: string) => knowledge.registry.weapons.get(weapon)?.crew !== 'none'
  const ending = nisbaOf(affixes)
  const isNisba = (key: string) => key.length > 4 && key.endsWith(ending)
  const isNisbaOf = (key: string) => key.length > 4 && key.endsWith(ending[0]!)
  const isAdjective = (key: string) => {
    const bare = key.startsWith(article) ? key.slice(article.length) : key
    return adjectives.has(bare) || (bare === key && isNisba(key))
  }
  const forms = (slot: string) => new Set((affixes.get(slot) ?? []).map(({ form }) => form))
  const starts = remember((key: string) => startsOf(key, byFirst, affixes))
  return {
    ...{ byFirst, affixes, article, known, countries, crewed, starts, isAdjective, isNisba, isNisbaOf },
    strips: remember((key) => strips(key, affixes)),
    ...{ openers: forms('name-opener'), pointers: forms('pointer') },
  }
}

/** Adjectives of the lexicon in both genders and in the plural. */
function adjectivesOf({ lexicon }: Knowledge, affixes: Affixes): ReadonlySet<string> {
  const endings = ['', affixes.get('feminine')?.[0]?.form ?? '', ...(affixes.get('plural') ?? []).map(({ form }) => form)]
  return new Set(lexicon.adjectives.flatMap((word) => endings.map((form) => foldKey(word) + form)))
}

/** The ending that makes an adjective of a noun, feminine: without an article it ends no name. */
function nisbaOf(affixes: Affixes): string {
  const accusative = affixes.get('accusative')?.[0]?.form
  const masculine = affixes.get('dual-construct')?.find(({ form }) => form.length === 1 && form !== accusative)
  return (masculine?.form ?? '') + (affixes.get('feminine')?.[0]?.form ?? '')
}

/** The index of the next word at or after `at`, passing over quotation marks and brackets inside a name. */
const nextWord = (tokens: readonly Token[], at: number): number => {
  let next = at
  while (next < tokens.length && tokens[next]!.kind === 'mark' && (tokens[next]!.key === '"' || tokens[next]!.key === "'"))
    next++
  return next
}

const NONE: readonly PhraseHit[] = []

/** Every name that begins at this token, longest first, with how its first word is written. */
export function phrasesAt(tokens: readonly Token[], at: number, book: Phrasebook): readonly PhraseHit[] {
  const token = tokens[at]
  const starts = token && token.kind !== 'mark' ? book.starts(token.key) : null
  if (!starts) return NONE
  const hits: PhraseHit[] = starts.alone.map((start) => ({ ...start, end: at + 1 }))
  const take = ({ phrase, strip }: Start) => {
    const end = match(tokens, at, phrase, book)
    if (end) hits.push({ phrase, end, strip })
  }
  const second = tokens[nextWord(tokens, at + 1)]?.key ?? ''
  for (const start of starts.bySecond.get(second) ?? NO_START) take(start)
  // "the" before a word of a name that is written with or without it
  if (second.startsWith(book.article))
    for (const start of starts.bySecond.get(second.slice(book.article.length)) ?? NO_START) if (start.phrase.loose) take(start)
  return hits.length > 1 ? hits.sort((a, b) => b.end - a.end || a.strip.lead - b.strip.lead) : hits
}

const NO_START: readonly Start[] = []

/** The names that a written word may begin, each with what else is written together with it; null where it begins none. */
function startsOf(key: string, byFirst: ReadonlyMap<string, readonly Phrase[]>, affixes: Affixes): Starts | null {
  const article = affixes.get('article')?.[0]?.form ?? ''
  const alone: Start[] = []
  const bySecond = new Map<string, Start[]>()
  const enter = (phrase: Phrase, strip: Stripped) => {
    const second = phrase.keys[1]
    const list = second === undefined ? alone : (bySecond.get(second) ?? [])
    list.push({ phrase, strip })
    if (second !== undefined) bySecond.set(second, list)
  }
  for (const strip of strips(key, affixes)) {
    for (const phrase of byFirst.get(strip.stem) ?? []) if (!strip.article || phrase.loose) enter(phrase, strip)
    // a name that keeps its article after "to the"
    if (strip.article && strip.prep === 'to')
      for (const phrase of byFirst.get(article + strip.stem) ?? []) if (phrase.kind !== 'particle') enter(phrase, strip)
  }
  return alone.length || bySecond.size ? { alone, bySecond } : null
}

function match(tokens: readonly Token[], at: number, phrase: Phrase, book: Phrasebook): number {
  const article = book.affixes.get('article')?.[0]?.form ?? ''
  let next = at + 1
  for (let i = 1; i < phrase.keys.length; i++) {
    next = nextWord(tokens, next)
    const key = tokens[next]?.key
    const want = phrase.keys[i]!
    if (key !== want && !(phrase.loose && key === article + want)) return 0
    next++
  }
  return next
}
