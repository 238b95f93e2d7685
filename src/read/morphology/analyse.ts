import { strips } from '../letters/clitics.ts'
import type { Form } from './forms.ts'
import type { Entry, WordIndex } from './index.ts'

/**
 * One reading of a written word: the lexicon's word and form, and what is written together with it. `lead` counts the
 * letters before the stem that are no part of it (conjunction, preposition), `article` whether "the" follows them.
 */
export type Analysis = {
  readonly entry: Entry
  readonly form: Form
  readonly conjunction: boolean
  /** the preposition written with it, as its role: with, to, like; empty for none */
  readonly prep: string
  readonly article: boolean
  readonly pronoun: string
  readonly lead: number
}

/**
 * All readings of a word that the lexicon supports. Clitics are split by evidence: only where what is left is a word.
 * Readings that take the word whole come first. `closed`: the word is written with a ta marbuta, so it has no pronoun.
 */
export function analyse(key: string, index: WordIndex, closed = false): readonly Analysis[] {
  const out: Analysis[] = []
  const pronouns = index.affixes.get('pronoun') ?? []
  const futures = index.affixes.get('future') ?? []
  for (const strip of strips(key, index.affixes)) {
    const take = (stem: string, lead: number, pronoun: string, who = '') => {
      for (const { entry, form } of index.forms.get(stem) ?? []) {
        const verbal = form.part === 'past' || form.part === 'imperfect'
        if (verbal && (strip.article || (strip.prep !== '' && !(strip.prep === 'to' && form.part === 'imperfect')))) continue
        // verbs before a pronoun, and the t of a feminine noun
        if (form.joined && pronoun === '' && (verbal || form.number === 'one')) continue
        // "two shops of" takes no article
        if (form.joined && strip.article && form.number === 'two') continue
        // reports say no "my"; it is spelled like the plural "the killed"
        if (form.part !== 'noun' && who === 'i') continue
        if (pronoun !== '' && stem.length < 3 && !verbal) continue
        if (form.joined && strip.article) continue
        if (pronoun && strip.article) continue
        if (pronoun && !verbal && !form.joined && form.number === 'one' && form.person === 'fs') continue
        out.push({ entry, form, conjunction: strip.conjunction, prep: strip.prep, article: strip.article, pronoun, lead })
      }
    }
    take(strip.stem, strip.lead, '')
    for (const { form } of futures)
      if (strip.stem.startsWith(form) && strip.prep === '' && !strip.article) {
        const rest = strip.stem.slice(form.length)
        for (const known of index.forms.get(rest) ?? [])
          if (known.form.part === 'imperfect')
            out.push({
              ...known,
              conjunction: strip.conjunction,
              prep: 'future',
              article: false,
              pronoun: '',
              lead: strip.lead + form.length,
            })
      }
    if (!closed)
      for (const { form, value } of pronouns)
        if (strip.stem.endsWith(form) && strip.stem.length > form.length + 1)
          take(strip.stem.slice(0, -form.length), strip.lead, form, value)
  }
  return out
}
