import type { Lexicon } from '../../data/lexicon.ts'
import { foldKey } from '../../model/fold.ts'
import { type Affixes, affixesOf } from '../letters/clitics.ts'
import { type Form, nounForms, verbForms } from './forms.ts'

/** A word of the lexicon: its id, folded lemma, what kind it is, and what is said of it. */
export type Entry = {
  readonly id: string
  readonly lemma: string
  readonly kind: 'verb' | 'noun'
  readonly class: string
  readonly code: string
  readonly means: string
}

export type Known = { readonly entry: Entry; readonly form: Form }

/** One spelling of a word may be both its dual and its plural; other forms that are spelled alike are kept once. */
const isAlike = (one: Form, other: Form): boolean =>
  one.part === other.part && (one.part !== 'noun' || one.number === other.number || one.number === 'one')

/** Every form of every word, by folded key, and the affixes to split others by. */
export type WordIndex = { readonly forms: ReadonlyMap<string, readonly Known[]>; readonly affixes: Affixes }

/** Generates all forms of the lexicon once, at the start. Names of several words are matched elsewhere. */
export function indexWords(lexicon: Lexicon): WordIndex {
  const affixes = affixesOf(lexicon.affixes)
  const forms = new Map<string, Known[]>()
  const add = (entry: Entry, made: readonly Form[]) => {
    for (const form of made) {
      if (form.key.length < 2 || form.key.includes(' ')) continue
      const known = forms.get(form.key)
      if (!known) forms.set(form.key, [{ entry, form }])
      else if (!known.some((other) => other.entry === entry && isAlike(other.form, form))) known.push({ entry, form })
    }
  }
  for (const verb of lexicon.verbs)
    add(
      { id: verb.id, lemma: foldKey(verb.lemma), kind: 'verb', class: verb.class, code: '', means: '' },
      verbForms(verb, affixes),
    )
  for (const noun of lexicon.nouns)
    add(
      { id: noun.id, lemma: foldKey(noun.singular), kind: 'noun', class: noun.class, code: noun.code, means: noun.means },
      nounForms(noun, affixes),
    )
  const feminine = affixes.get('feminine')?.[0]?.form ?? ''
  for (const noun of lexicon.nouns)
    if (noun.class === 'relation') {
      const singular = foldKey(noun.singular) + feminine
      add(
        { id: noun.id, lemma: foldKey(noun.singular), kind: 'noun', class: noun.class, code: noun.code, means: '' },
        nounForms({ singular, plurals: [] }, affixes),
      )
    }
  return { forms, affixes }
}
