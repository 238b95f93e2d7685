import type { AffixRow } from '../../data/lexicon.ts'
import { foldKey } from '../../model/fold.ts'

/** The affixes of the lexicon by slot, folded. */
export type Affixes = ReadonlyMap<string, readonly { readonly form: string; readonly value: string }[]>

export function affixesOf(rows: readonly AffixRow[]): Affixes {
  const slots = new Map<string, { form: string; value: string }[]>()
  for (const row of rows) slots.set(row.slot, [...(slots.get(row.slot) ?? []), { form: foldKey(row.form), value: row.value }])
  return slots
}

/** A word with a conjunction, a preposition and the article taken off. `lead` counts the letters before what is left. */
export type Stripped = {
  readonly stem: string
  readonly lead: number
  readonly conjunction: boolean
  readonly prep: string
  readonly article: boolean
}

/** What a word may be once a conjunction, a preposition and the article are taken off: the whole word first. */
export function strips(key: string, affixes: Affixes): readonly Stripped[] {
  const slot = (name: string) => affixes.get(name) ?? []
  const out: Stripped[] = []
  const articles = (stem: string, lead: number, conjunction: boolean, prep: string) => {
    out.push({ stem, lead, conjunction, prep, article: false })
    for (const { form } of slot('article'))
      if (stem.startsWith(form) && stem.length > form.length + 1)
        out.push({ stem: stem.slice(form.length), lead, conjunction, prep, article: true })
  }
  const preps = (stem: string, lead: number, conjunction: boolean) => {
    articles(stem, lead, conjunction, '')
    for (const { form, value } of slot('article-prep'))
      if (stem.startsWith(form) && stem.length > form.length + 1)
        out.push({ stem: stem.slice(form.length), lead: lead + form.length, conjunction, prep: value, article: true })
    for (const { form, value } of slot('prep'))
      if (stem.startsWith(form) && stem.length > form.length + 1)
        articles(stem.slice(form.length), lead + form.length, conjunction, value)
  }
  preps(key, 0, false)
  for (const { form } of slot('conjunction'))
    if (key.startsWith(form) && key.length > form.length + 1) preps(key.slice(form.length), form.length, true)
  return out
}
