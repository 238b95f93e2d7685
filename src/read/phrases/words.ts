import type { Knowledge } from '../../data/knowledge.ts'
import { foldKey } from '../../model/fold.ts'
import type { Analysis, Doc } from '../doc.ts'
import { type Affixes, affixesOf } from '../letters/clitics.ts'

export type Input = Pick<
  Doc,
  | 'knowledge'
  | 'report'
  | 'folded'
  | 'tokens'
  | 'sentences'
  | 'quotes'
  | 'analyses'
  | 'numbers'
  | 'times'
  | 'particles'
  | 'mentions'
  | 'mentionAt'
>

/** Adjectives in every form, and the affixes that tell a form that no list has. */
export type PhraseWords = {
  readonly adjectives: ReadonlySet<string>
  readonly affixes: Affixes
  readonly article: string
  readonly nisba: readonly string[]
  /** verbs whose subject does the act that the noun after it tells: "carried out" */
  readonly carriers: ReadonlySet<string>
  /** verbs of aiming, whose participle takes what was aimed at: "targeting" */
  readonly aiming: ReadonlySet<string>
}

export function phraseWords({
  lexicon,
  carriers,
  predicates,
}: Pick<Knowledge, 'lexicon' | 'carriers' | 'predicates'>): PhraseWords {
  const affixes = affixesOf(lexicon.affixes)
  const slot = (name: string) => (affixes.get(name) ?? []).map(({ form }) => form)
  const feminine = foldKey(slot('feminine')[0] ?? '')
  const adjectives = new Set<string>()
  for (const word of lexicon.adjectives) {
    const key = foldKey(word)
    for (const ending of ['', feminine, ...slot('accusative'), ...slot('dual'), ...slot('plural')]) adjectives.add(key + ending)
    for (const dual of slot('dual')) adjectives.add(key + (slot('feminine-joined')[0] ?? '') + dual)
  }
  const y = foldKey(slot('dual-construct').at(-1) ?? '')
  return {
    adjectives,
    affixes,
    article: slot('article')[0] ?? '',
    nisba: [y, y + feminine, `${y}${slot('accusative')[0]}`],
    aiming: new Set(
      predicates
        .filter(({ event, object, needs }) => event === 'bombardment' && object === 'target' && !needs.length)
        .map(({ lemma }) => foldKey(lemma)),
    ),
    carriers: new Set([...carriers].filter(([, subject]) => subject === 'doer').map(([lemma]) => foldKey(lemma))),
  }
}

export type Word = {
  readonly kind: 'noun' | 'verb' | 'adjective' | 'other'
  readonly analysis: Analysis | null
  readonly conjunction: boolean
  readonly prep: string
  readonly definite: boolean
  /** a pronoun is written after it: it takes no genitive */
  readonly owned: boolean
  /** letters of a conjunction or preposition before the stem */
  readonly lead: number
  /** it may stand as an adjective */
  readonly describes: boolean
  /** the word as it is looked up: without what is written joined before it */
  readonly stem: string
}

const isTold = ({ form, article }: Analysis): boolean => !article && (form.part === 'past' || form.part === 'imperfect')
const isNominal = ({ form }: Analysis): boolean => form.part !== 'past' && form.part !== 'imperfect'

/**
 * What one word is to a phrase. `nominal`: what stands before it calls for a noun, which settles words that may be verb
 * or noun; `two`: two stand before it, who may be the doers. A word that no list has is a verb by its ending, else a noun.
 */
export function wordAt(doc: Input, at: number, words: PhraseWords, nominal: boolean, two = false): Word {
  const token = doc.tokens[at]!
  const readings = doc.analyses[at]!
  if (token.kind !== 'word') return { ...NOTHING, stem: token.key }
  const likeliest = readings.find(isNominal) ?? null
  // a word of its own rather than the participle of a verb that is spelled like it
  const own = ({ form, lead }: Analysis) => form.part === 'noun' && lead === likeliest?.lead
  const noun = (likeliest?.form.part === 'participle' && readings.find(own)) || likeliest
  const told = readings.find(isTold) ?? null
  // news is told in the past: "claimed" rather than "it builds"
  const verb = readings.find((one) => isTold(one) && one.form.part === 'past' && one.lead === told?.lead) ?? told
  // "a shelling" in the accusative is spelled as "they both shelled"
  const dual = verb?.form.person === 'dual' && !two
  const chosen = verb && !(noun && (nominal || dual)) && (!noun || noun.lead >= verb.lead) ? verb : noun
  if (chosen) {
    const { conjunction, prep, article, lead } = chosen
    const stem = token.key.slice(lead)
    const participle = chosen.form.part === 'participle'
    const kind = chosen === verb ? 'verb' : participle ? 'adjective' : 'noun'
    const owned = chosen.pronoun !== ''
    const bare = article ? stem.slice(words.article.length) : stem
    const describes = participle || words.adjectives.has(bare)
    return { kind, analysis: chosen, conjunction, prep, definite: article, owned, lead, stem, describes }
  }
  return unlisted(token.key, words, nominal, doc.report.text[token.to - 1] === HEH)
}

const NOTHING: Word = {
  kind: 'other',
  analysis: null,
  conjunction: false,
  prep: '',
  definite: false,
  owned: false,
  lead: 0,
  describes: false,
  stem: '',
}

/** "To" written with its noun says for whom or of whom, and "towards" is a word of its own. */
export const governing = (prep: string): string => (prep === 'to' ? 'for' : prep)

/** "Targeting": a participle without the article, of a verb of aiming. */
export const isAiming = ({ analysis, definite }: Word, { aiming }: PhraseWords): boolean =>
  !definite && analysis?.form.part === 'participle' && aiming.has(analysis.entry.lemma)

/** The pronoun "his" as it is written at the end of a word; the feminine ending is another letter. */
const HEH = '\u0647'

/** The shortest stem that is taken for a word of its own once a letter is taken off. */
const STEM = 4

/** A word that no list has: an adjective by the list or by its ending, a verb by its ending, else a noun. */
function unlisted(key: string, words: PhraseWords, nominal: boolean, his: boolean): Word {
  const { article, adjectives, affixes } = words
  let rest = key
  let lead = 0
  let prep = ''
  let conjunction = false
  const take = (form: string) => {
    rest = rest.slice(form.length)
    lead += form.length
  }
  const joint = affixes.get('conjunction')?.find(({ form }) => key.startsWith(form) && key.length >= form.length + STEM)
  // "and" is written with most words that begin so; "so" only where the article follows it
  if (joint && (joint.value === 'and' || rest.startsWith(article, joint.form.length))) {
    conjunction = true
    take(joint.form)
  }
  const to = affixes.get('article-prep')?.find(({ form }) => rest.startsWith(form) && rest.length >= form.length + STEM)
  const joined = affixes
    .get('prep')
    ?.find(({ form }) => rest.startsWith(form + article) && rest.length >= form.length + article.length + 2)
  if (to) {
    prep = to.value
    take(to.form)
    return made(kindOf(rest), true)
  }
  if (joined) {
    prep = joined.value
    take(joined.form)
  }
  const definite = rest.startsWith(article) && rest.length > article.length + 1
  const stem = definite ? rest.slice(article.length) : rest
  return made(kindOf(stem, definite), definite)

  function made(kind: Word['kind'], definite: boolean): Word {
    const owned =
      his || affixes.get('pronoun')!.some(({ form }) => form.length > 1 && rest.length > form.length + 2 && rest.endsWith(form))
    const describes = kind === 'adjective' && !owned
    return { kind, analysis: null, conjunction, prep, definite, owned, lead, stem: rest, describes }
  }

  function kindOf(stem: string, definite = true): Word['kind'] {
    if (adjectives.has(stem)) return 'adjective'
    if (!definite && !nominal && !prep && looksVerbal(rest, words)) return 'verb'
    if (stem.length > 4 && words.nisba.some((form) => stem.endsWith(form))) return 'adjective'
    return 'noun'
  }
}

/** The endings and prefixes of verbs that nouns rarely have: "they did", "she did", "he does". */
function looksVerbal(key: string, { affixes }: PhraseWords): boolean {
  if (key.length < STEM) return false
  const ends = (slot: string, value: string) => affixes.get(slot)?.some((row) => row.value === value && key.endsWith(row.form))
  if (ends('past', 'mp')) return true
  if (ends('past', 'fs') && !ends('plural', 'fp')) return true
  const masculine = affixes.get('imperfect-prefix')?.find(({ value }) => value === 'ms')?.form ?? ''
  return masculine !== '' && key.startsWith(masculine) && !ends('feminine', 'fs') && !ends('plural', 'fp')
}
