import type { NounRow, VerbRow } from '../../data/lexicon.ts'
import { foldKey } from '../../model/fold.ts'
import type { Affixes } from '../letters/clitics.ts'

const YEH = '\u064A'

/** Who does what a verb says: third persons, as reports tell, and "we", as those who are quoted do. */
export type Person = 'ms' | 'fs' | 'mp' | 'fp' | 'dual' | 'we'

/** One form of a word, as the lexicon gives it: what word, and which form. */
export type Form = {
  readonly key: string
  readonly part: 'past' | 'imperfect' | 'masdar' | 'participle' | 'noun'
  readonly person: Person
  /** the form can only be passive */
  readonly passive: boolean
  /** the form stands only before an attached pronoun */
  readonly joined: boolean
  readonly number: 'one' | 'two' | 'many'
}

const made = (key: string, part: Form['part'], rest: Partial<Form> = {}): Form => ({
  key,
  part,
  person: 'ms',
  passive: false,
  joined: false,
  number: 'one',
  ...rest,
})

/** Letters that fold into a weak one and yet stay before an ending. */
const HAMZAS: ReadonlySet<string> = new Set(['\u0623', '\u0621', '\u0626', '\u0624'])

/** Every third-person form of a verb in past and imperfect, active and passive, and its verbal nouns and participles. */
export function verbForms(verb: VerbRow, affixes: Affixes): readonly Form[] {
  const slot = (name: string) => affixes.get(name) ?? []
  const weak = slot('weak').map(({ form }) => form)
  const forms: Form[] = []
  const past = (lemma: string, passive: boolean) => {
    const key = foldKey(lemma)
    const stem = weak.includes(key.at(-1)!) && key.length > 2 && !HAMZAS.has(lemma.at(-1)!) ? key.slice(0, -1) : key
    forms.push(made(key, 'past', { passive }))
    const open = stem !== key && slot('weak')[0]
    if (open) forms.push(made(stem + open.form, 'past', { passive, joined: true }))
    // a y that is heard stays before "she": she met, she died
    const kept = lemma.endsWith(YEH) ? ['dual', 'fp', 'fs'] : ['dual', 'fp']
    for (const { form, value } of slot('past'))
      forms.push(made((kept.includes(value) ? key : stem) + form, 'past', { passive, person: value as Person }))
    for (const { form } of slot('past-joined')) forms.push(made(stem + form, 'past', { passive, person: 'mp', joined: true }))
  }
  const imperfect = (third: string, passive: boolean) => {
    const key = foldKey(third).slice(1)
    const stem = weak.includes(key.at(-1)!) ? key.slice(0, -1) : key
    const hollow = key.length > 2 && weak.includes(key.at(-2)!) ? key.slice(0, -2) + key.at(-1) : null
    for (const { form: prefix, value: gender } of slot('imperfect-prefix')) {
      const person = gender as Person
      forms.push(made(prefix + key, 'imperfect', { passive, person }))
      if (stem !== key) forms.push(made(prefix + stem, 'imperfect', { passive, person }))
      if (hollow && !passive) forms.push(made(prefix + hollow, 'imperfect', { person }))
      if (person === 'we') continue
      for (const { form, value } of slot('imperfect'))
        forms.push(made(prefix + stem + form, 'imperfect', { passive, person: value as Person }))
      for (const { form } of slot('imperfect-joined'))
        forms.push(made(prefix + stem + form, 'imperfect', { passive, person: 'mp', joined: true }))
    }
  }
  past(verb.lemma, false)
  if (verb.passive) past(verb.passive, true)
  if (verb.imperfect) {
    imperfect(verb.imperfect, false)
    const key = foldKey(verb.imperfect)
    const [alef] = weak
    if (verb.passive && alef && weak.includes(key.at(-2)!) && key.at(-2) !== alef)
      imperfect(key.slice(0, -2) + alef + key.at(-1), true)
  }
  for (const masdar of verb.masdars) forms.push(...nounForms({ singular: masdar, plurals: [] }, affixes, 'masdar'))
  for (const participle of verb.participles)
    forms.push(...nounForms({ singular: participle, plurals: [] }, affixes, 'participle'))
  return forms
}

/** The forms of a noun: singular, dual and plurals in every case, before a genitive, and with its ending opened. */
export function nounForms(
  noun: Pick<NounRow, 'singular' | 'plurals'>,
  affixes: Affixes,
  part: 'noun' | 'masdar' | 'participle' = 'noun',
): readonly Form[] {
  const slot = (name: string) => affixes.get(name) ?? []
  const feminine = slot('feminine')[0]!.form
  const joined = slot('feminine-joined')[0]!.form
  const forms: Form[] = []
  const key = foldKey(noun.singular)
  const several = key.includes(' ')
  const isFeminine = key.endsWith(feminine) && key.length > 2
  const stem = isFeminine ? key.slice(0, -1) : key
  const base = isFeminine ? stem + joined : key
  forms.push(made(key, part))
  if (several) return [...forms, ...noun.plurals.map((plural) => made(foldKey(plural), part, { number: 'many' }))]
  if (isFeminine) forms.push(made(base, part, { joined: true }))
  else for (const { form } of slot('accusative')) forms.push(made(key + form, part))
  for (const { form } of slot('dual')) forms.push(made(base + form, part, { number: 'two' }))
  // "two killings of" is spelled like "the killed" and is never said
  for (const { form } of slot('dual-construct'))
    if (form.length && part !== 'masdar') forms.push(made(base + form, part, { number: 'two', joined: true }))
  if (part !== 'noun') {
    for (const { form, value } of slot('plural'))
      if (part === 'participle' || value === 'fp') forms.push(made(stem + form, part, { number: 'many' }))
    for (const { form } of slot('plural-construct'))
      if (part === 'participle') forms.push(made(stem + form, part, { number: 'many', joined: true }))
    if (part === 'participle' && !isFeminine) forms.push(made(stem + feminine, part, { person: 'fs' }))
  }
  const [nominative, oblique] = ['plural', 'plural'].map(
    (name, at) => slot(name).filter(({ value }) => value === 'mp')[at]?.form,
  )
  for (const plural of noun.plurals) {
    const many = foldKey(plural)
    forms.push(made(many, part, { number: 'many' }))
    for (const { form } of slot('accusative'))
      if (!many.endsWith(feminine)) forms.push(made(many + form, part, { number: 'many' }))
    if (many.endsWith(feminine)) forms.push(made(many.slice(0, -1) + joined, part, { number: 'many', joined: true }))
    if (!nominative || !oblique || !(many.endsWith(nominative) || many.endsWith(oblique))) continue
    const root = many.slice(0, -2)
    if (root.length < 2) continue
    forms.push(made(root + nominative, part, { number: 'many' }), made(root + oblique, part, { number: 'many' }))
    for (const { form } of slot('plural-construct')) forms.push(made(root + form, part, { number: 'many' }))
  }
  return forms
}
