import { OUTCOMES, SOURCE_KINDS } from '../../model/types.ts'
import type { Analysis, Mention } from '../doc.ts'
import type { Page } from './page.ts'
import { type Input, isAct, masdarAt, mayTell, nounAt, participleAt, readings, tells } from './words.ts'

/** A quotation of at most this many tokens may be a name. */
const NAME = 6
/** Kinds of names that may be a speaker's. */
export const SPEAKS: ReadonlySet<string> = new Set(['source', 'actor', 'person', 'unit', 'group'])
/** Codes of groups that are told of only as harmed. */
const HARMED: ReadonlySet<string> = new Set(OUTCOMES)
const KINDS: ReadonlySet<string> = new Set(SOURCE_KINDS)
/** Those of whom no rank or office is told before an act: "a source the killing of …" is no name. */
const PLAIN: ReadonlySet<string> = new Set(['unnamed', 'witness', 'medical', 'activists', 'correspondent'])
/** What is said in writing: its author speaks. */
export const DOCUMENTS: ReadonlySet<string> = new Set(['document', 'statement'])
const MEDIA: ReadonlySet<string> = new Set(['outlet', 'agency'])

/** The reading of a word as one for speakers: "source", "minister", "ministry" … */
export const roleAt = (doc: Input, at: number): Analysis | null =>
  (!doc.particles[at] && readings(doc, at).find(({ entry }) => entry.class === 'role')) || null

/** The token after what one token added to the phrase; null where the phrase ends before it. */
export type Step = number | null

/** A phrase that names a speaker, under way: what its words so far say of what may follow. */
export class Phrase {
  readonly page: Page
  readonly first: number
  end: number
  known = false
  role = ''
  lemma = ''
  /** a name or a definite noun stands at its end: only adjectives and what it is of may follow */
  whole = false
  /** its word for a speaker is followed by a name of a person, or may be */
  personal = false
  words = 0
  person: Mention | null = null
  /** where a name unknown to the lists begins, after a title */
  name = -1
  readonly mentions: Mention[] = []

  constructor(page: Page, first: number) {
    this.page = page
    this.first = first
    this.end = first
  }

  take(to: number, whole: boolean): number {
    this.end = to
    this.words++
    this.whole = whole
    return to
  }
}

/** Takes what begins at this token into the phrase, if it belongs there. */
export function next(phrase: Phrase, at: number, limit: number): Step {
  const { page } = phrase
  const { doc } = page
  const token = doc.tokens[at]!
  if (token.kind === 'mark') return mark(phrase, at, limit)
  if (token.kind === 'number' || page.timeAt.has(at)) return null
  if (doc.particles[at]) return link(phrase, at, limit)
  // a rank after an office, before the name
  if (
    phrase.whole &&
    (phrase.personal || phrase.role !== '') &&
    page.words.titles.has(bareKey(page, at)) &&
    isDefinite(page, at)
  ) {
    phrase.personal = true
    return phrase.take(Math.max(doc.mentionAt[at]?.end ?? 0, at + 1), true)
  }
  const mention = doc.mentionAt[at]
  // "the platoon of sniping": an act that a body is named by
  const deed = mention?.kind === 'weapon' && isAct(doc, at)
  return mention && !deed ? named(phrase, at, mention) : word(phrase, at)
}

/** Quotation marks about a name are part of it. */
function mark(phrase: Phrase, at: number, limit: number): Step {
  const { page } = phrase
  if (page.doc.tokens[at]!.key !== '"') return null
  const close = page.quotes[at]!
  if (close < 0) {
    const within = page.quotes.subarray(phrase.first, at).includes(at)
    return within ? phrase.take(at + 1, true) : null
  }
  if (phrase.whole || close >= limit || close - at > NAME) return null
  for (let i = at + 1; i < close; i++) if (tells(page.doc, i)) return null
  phrase.known ||= page.doc.mentionAt.slice(at + 1, close).some((mention) => mention !== null && SPEAKS.has(mention.kind))
  for (let i = at + 1; i < close; i++) {
    const mention = page.doc.mentionAt[i]
    if (mention?.first === i) phrase.mentions.push(mention)
  }
  return phrase.take(close + 1, true)
}

/** A given name, or a word that no list has. */
const startsName = ({ doc, words }: Page, at: number): boolean =>
  doc.tokens[at]?.kind === 'word' &&
  !doc.particles[at] &&
  (doc.mentionAt[at]?.kind === 'person' || words.names.has(doc.tokens[at]!.key) || readings(doc, at).length === 0)

/** "In" and "from" before a body that the speaker belongs to, or after a plain word for people: "residents of Sanaa". */
function link(phrase: Phrase, at: number, limit: number): Step {
  const { page } = phrase
  const { doc } = page
  const particle = doc.particles[at]!
  if (particle.role === 'one-of' && phrase.words === 0) return phrase.take(particle.end, false)
  if (particle.role === 'in-name' && phrase.words > 0) return phrase.take(particle.end, false)
  if (particle.first !== at || (particle.role !== 'in' && particle.role !== 'from') || phrase.words === 0) return null
  const quoted = page.quotes[particle.end] ?? -1
  const of = quoted > 0 ? particle.end + 1 : particle.end
  if (of >= limit) return null
  const mention = doc.mentionAt[of]
  const body = mention
    ? mention.kind === 'actor' || mention.kind === 'source' || mention.kind === 'unit'
    : roleAt(doc, of) !== null
  const place = mention?.kind === 'place' || mention?.kind === 'facility'
  // "the attorney general in Hama, Ayman …": what the office is in or of is passed over to reach the name
  if (mention && phrase.personal && startsName(page, mention.end)) return phrase.take(mention.end, true)
  if (phrase.whole) return null
  const lone = phrase.words === 1 && !phrase.whole && phrase.mentions.length === 0 && phrase.role !== 'correspondent'
  if (!(body || (place && lone)) || (phrase.mentions.length > 0 && phrase.mentions[0]!.kind !== 'group')) return null
  if (mention) phrase.mentions.push(mention)
  const whole = mention ? quoted > 0 || isWhole(mention) : (roleAt(doc, of)?.article ?? false)
  return phrase.take(quoted > 0 ? quoted + 1 : mention ? mention.end : of + 1, whole)
}

function named(phrase: Phrase, at: number, mention: Mention): Step {
  const { page } = phrase
  const { doc } = page
  if (mention.first !== at || mention.kind === 'weapon') return null
  const opening = phrase.words === 0
  const role = roleAt(doc, at)
  const speaks = role !== null || isCountry(phrase, mention) || (SPEAKS.has(mention.kind) && !HARMED.has(mention.code))
  if (!opening) {
    const belongs = mention.prep !== '' && !mention.conjunction
    if (belongs) {
      if (!speaks || phrase.role === '' || isMedia(phrase, mention) || MEDIA.has(role?.entry.code ?? '')) return null
    } else if (mention.conjunction) {
      if (!speaks) return null
    } else if ((phrase.whole || (mention.kind === 'group' && phrase.mentions.length > 0)) && !isPerson(phrase, mention))
      return null
    if (!speaks && phrase.mentions.some(({ kind }) => kind !== 'group')) return null
  } else {
    if (!speaks) return null
    phrase.known = true
    phrase.personal = page.words.titles.has(bareKey(page, at))
    phrase.role = KINDS.has(mention.code) ? mention.code : (role?.entry.code ?? '')
    phrase.lemma =
      mention.kind === 'group' ? (readings(doc, at).find(({ entry }) => entry.kind === 'noun')?.entry.lemma ?? '') : ''
  }
  phrase.mentions.push(mention)
  if (isPerson(phrase, mention) && !mention.conjunction) phrase.person ??= mention
  return phrase.take(mention.end, isWhole(mention))
}

/** A name or a definite noun; a common noun may go on: "the command of …". */
const isWhole = ({ kind, ids, definite }: Mention): boolean =>
  definite || !(kind === 'group' || ((kind === 'unit' || kind === 'facility') && ids.length === 0))

/** A country speaks for its government. */
const isCountry = ({ page }: Phrase, { kind, ids }: Mention): boolean =>
  kind === 'place' && page.doc.knowledge.gazetteer.places.get(ids[0] ?? '')?.kind === 'country'

/** A person's name, or the name of one of the registry after an office. */
const isPerson = ({ whole, personal }: Phrase, { kind }: Mention): boolean =>
  kind === 'person' || (kind === 'source' && whole && personal)

/** "… to" an outlet names whom it was said to. */
const isMedia = ({ page }: Phrase, mention: Mention): boolean => {
  const source = page.doc.knowledge.registry.sources.get(mention.ids[0] ?? '')
  return mention.kind === 'source' && (source === undefined || MEDIA.has(source.kind))
}

function word(phrase: Phrase, at: number): Step {
  const { page } = phrase
  const { doc } = page
  const role = roleAt(doc, at)
  const take = (whole: boolean): Step => phrase.take(at + 1, whole)
  const [reading] = role ? [role] : readings(doc, at)
  const article = role?.article ?? isDefinite(page, at)
  if (phrase.words === 0) {
    if (!role) {
      if (tells(doc, at) || isAct(doc, at) || masdarAt(doc, at) || participleAt(doc, at)) return null
      if (nounAt(doc, at, 'doubt') || nounAt(doc, at, 'other', 'detail') || nounAt(doc, at, 'other', 'involvement')) return null
      if (reading && (reading.prep !== '' || reading.form.part === 'masdar')) return null
    }
    phrase.known = role !== null || page.words.titles.has(bareKey(page, at))
    phrase.role = role?.entry.code ?? ''
    phrase.lemma = role?.entry.lemma ?? ''
    phrase.personal = page.words.titles.has(bareKey(page, at))
    return take(article || (role?.pronoun ?? '') !== '')
  }
  // "these sources", "one of the officers"
  if (role && phrase.words === 1 && !phrase.known) {
    phrase.known = true
    phrase.role = role.entry.code
    phrase.lemma = role.entry.lemma
    return take(article)
  }
  if (role?.conjunction) return phrase.role ? take(article) : null
  if (participleAt(doc, at) && !article) return null
  if (nounAt(doc, at, 'doubt') || (!article && nounAt(doc, at + 1, 'doubt'))) return null
  if (role && reading!.prep === '' && !phrase.whole) return take(article)
  const body = role !== null && phrase.role !== '' && !MEDIA.has(role.entry.code) && !PLAIN.has(role.entry.code)
  if (body && (reading!.prep === 'to' || reading!.prep === 'with')) return take(article)
  if (reading?.prep === 'to' || reading?.prep === 'with') return null
  if (isAct(doc, at)) {
    // "the command of operations", but no "source the killing of"
    const office = (phrase.role !== '' && !PLAIN.has(phrase.role)) || phrase.mentions[0]?.kind === 'unit'
    const construct = !phrase.whole && phrase.end === phrase.first + 1 && office
    return construct ? take(article) : null
  }
  // "a body of inquiry"
  const construct = phrase.end === phrase.first + 1 && !phrase.whole && phrase.role !== '' && !PLAIN.has(phrase.role)
  if (!article && !construct && (masdarAt(doc, at) || reading?.form.part === 'masdar')) return null
  if (nounAt(doc, at, 'other', 'involvement') || nounAt(doc, at, 'other', 'detail')) return null
  if (phrase.whole) {
    if (article) return mayTell(doc, at) && !reading ? null : take(true)
    // a family name or a given name unknown to the lists, after a title
    const name = readings(doc, at).length === 0 || page.words.names.has(doc.tokens[at]!.key)
    if (!name || !phrase.personal) return null
    if (phrase.name < 0) phrase.name = at
    return take(true)
  }
  if (mayTell(doc, at) && !article && !isIndefiniteNoun(doc, at)) return null
  if (!article && page.words.titles.has(doc.tokens[at]!.key)) phrase.personal = true
  return take(article)
}

const isIndefiniteNoun = (doc: Input, at: number): boolean =>
  readings(doc, at).some(({ entry, form }) => entry.kind === 'noun' && form.part === 'noun')

const isDefinite = ({ doc, words }: Page, at: number): boolean =>
  readings(doc, at).some(({ article }) => article) ||
  (doc.tokens[at]!.key.startsWith(words.article) && doc.tokens[at]!.key.length > 4)

const bareKey = ({ doc, words }: Page, at: number): string => {
  const { key } = doc.tokens[at]!
  return key.startsWith(words.article) ? key.slice(words.article.length) : key
}
