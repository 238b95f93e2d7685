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
  /** words match with or without the article */
  readonly loose: boolean
  /** a plural of a group's name */
  readonly many: boolean
}

export type Phrasebook = {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  readonly affixes: Affixes
  /** false for a weapon that carries no people */
  readonly crewed: (weapon: string) => boolean
  /** true for a word that the lexicon has as it is written */
  readonly known: (key: string) => boolean
  /** the names that a written word may begin */
  readonly starts: (key: string) => readonly Start[]
}

type Start = { readonly phrase: Phrase; readonly strip: Stripped }

export type PhraseHit = { readonly phrase: Phrase; readonly end: number; readonly strip: Stripped }

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
    const phrase: Phrase = { kind, id, keys, bare: false, adjective: false, loose: false, many: false, ...rest }
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
  for (const place of knowledge.gazetteer.places.values())
    enter('place', place.id, place.name, { bare: place.needsClass || isNoun(foldKey(place.name)) })
  for (const { name, id, needsClass } of knowledge.gazetteer.aliases)
    enter('place', id, name, { bare: needsClass || isNoun(foldKey(name)) })
  for (const row of knowledge.lexicon.particles) for (const form of row.forms) enter('particle', `${row.role} ${row.id}`, form)
  for (const row of knowledge.lexicon.nouns)
    if (row.singular.includes(' ') && row.class !== 'relation')
      for (const form of [row.singular, ...row.plurals])
        enter(row.class === 'unit' ? 'unit' : 'group', row.code || row.id, form, { loose: true, many: form !== row.singular })
  const crewed = (weapon: string) => knowledge.registry.weapons.get(weapon)?.crew !== 'none'
  return { byFirst, affixes, known, crewed, starts: remember((key) => startsOf(key, byFirst, affixes)) }
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
  if (!token || token.kind === 'mark') return NONE
  const starts = book.starts(token.key)
  if (!starts.length) return NONE
  const hits: PhraseHit[] = []
  for (const { phrase, strip } of starts) {
    const end = match(tokens, at, phrase, book)
    if (end) hits.push({ phrase, end, strip })
  }
  return hits.length > 1 ? hits.sort((a, b) => b.end - a.end || a.strip.lead - b.strip.lead) : hits
}

/** The names that a written word may begin, each with what else is written together with it. */
function startsOf(key: string, byFirst: ReadonlyMap<string, readonly Phrase[]>, affixes: Affixes): readonly Start[] {
  const article = affixes.get('article')?.[0]?.form ?? ''
  const starts: Start[] = []
  for (const strip of strips(key, affixes)) {
    for (const phrase of byFirst.get(strip.stem) ?? []) if (!strip.article || phrase.loose) starts.push({ phrase, strip })
    // a name that keeps its article after "to the"
    if (strip.article && strip.prep === 'to')
      for (const phrase of byFirst.get(article + strip.stem) ?? [])
        if (phrase.kind !== 'particle') starts.push({ phrase, strip })
  }
  return starts
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
