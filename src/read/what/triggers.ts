import type { Predicate } from '../../data/predicates.ts'
import { foldKey, toOriginal } from '../../model/fold.ts'
import type { Analysis, Doc, Mention, Particle, Trigger } from '../doc.ts'
import { COMMA } from '../letters/tokens.ts'
import { isPassive } from './voice.ts'

type Input = Pick<
  Doc,
  | 'report'
  | 'knowledge'
  | 'folded'
  | 'tokens'
  | 'sentences'
  | 'analyses'
  | 'particles'
  | 'mentionAt'
  | 'phraseAt'
  | 'verbAt'
  | 'clauseAt'
  | 'sayingAt'
  | 'note'
>

/** Predicates by folded lemma; those that need another word are tried first. */
export type PredicateIndex = ReadonlyMap<string, readonly Predicate[]>

export function indexPredicates(predicates: readonly Predicate[]): PredicateIndex {
  const index = new Map<string, Predicate[]>()
  for (const predicate of predicates) {
    const key = foldKey(predicate.lemma)
    index.set(key, [...(index.get(key) ?? []), { ...predicate, needs: predicate.needs.map(foldKey) }])
  }
  for (const list of index.values()) list.sort((a, b) => b.needs.length - a.needs.length)
  return index
}

/** A needed word stands in the clause of the trigger, at most this many tokens after it or before it. */
const NEEDS_REACH = 9
const NEEDS_BEFORE = 3

/** Classes of verbs of saying: what is not said may have happened. */
const SAYING: ReadonlySet<string> = new Set(['say', 'tell', 'relay', 'confirm', 'deny', 'doubt'])

/** A report with this many different words of sport tells of sport. */
const SPORT_WORDS = 4

const namesArmed = (doc: Input, first: number, end: number): boolean =>
  doc.mentionAt.slice(first, end).some((mention) => mention?.kind === 'actor' || mention?.kind === 'weapon')

/** Every predicate at work in the text, with the tokens in which its arguments stand. Purposes and plans are passed over. */
export function findTriggers(doc: Input, index: PredicateIndex): readonly Trigger[] {
  const found: Trigger[] = []
  const sport =
    new Set(doc.particles.filter((particle) => particle?.role === 'sport').map((particle) => doc.tokens[particle!.first]!.key))
      .size >= SPORT_WORDS
  for (const sentence of doc.sentences) {
    if (sport && !namesArmed(doc, sentence.first, sentence.end)) {
      doc.note({
        step: 'what',
        rule: 'what.sport',
        span: null,
        gave: 'nothing',
        why: 'words of war in a report of sport',
        lacked: 'an armed side or a weapon',
      })
      continue
    }
    const here: Omit<Trigger, 'first' | 'end'>[] = []
    let unreal = -1
    for (let at = sentence.first; at < sentence.end; at++) {
      const particle = doc.particles[at]
      // "the shelling caused no losses": what caused none was real
      const spared = particle?.role === 'negation' && doc.analyses[particle.end]?.some(({ entry }) => entry.class === 'cause')
      if (particle?.first === at && !spared && (particle.role === 'unreal' || particle.role === 'negation')) {
        if (!isToldAnyway(doc, particle))
          unreal = Math.max(unreal, scopeOf(doc, particle.end, sentence.end, particle.role === 'negation' ? 2 : 8))
      }
      if (particle?.role === 'clause' && at > unreal - 7) unreal = -1
      if (intends(doc, at) && !doc.mentionAt[at]) unreal = Math.max(unreal, scopeOf(doc, at + 1, sentence.end, 5))
      const mention = doc.mentionAt[at]
      if (
        mention &&
        mention.kind !== 'weapon' &&
        !(mention.kind === 'unit' && mention.first === at) &&
        mention.kind !== 'group'
      )
        continue
      // a munition that something is done with is a means
      if (mention?.kind === 'weapon' && (mention.prep || mention.conjunction || mention.first !== at || isMeans(doc, at)))
        continue
      if (particle && !['on', 'in'].includes(particle.role)) continue
      const hit = predicateAt(doc, at, sentence.first, index)
      if (!hit) continue
      const { analysis, predicate } = hit
      const words = wordsOf(doc, at, analysis)
      const unrealised =
        at < unreal
          ? 'a purpose, plan or negation: it did not happen'
          : analysis && isPurpose(doc, at, sentence.first, analysis)
            ? 'written with "in order to"'
            : ''
      const state = analysis !== null && describes(doc, at, analysis, predicate)
      const future = analysis?.prep === 'future'
      const lacked = state ? 'an act: it describes a state' : unrealised || (future ? 'a past: it is to come' : '')
      const candidate = { step: 'what', rule: predicate.id, span: words, gave: String(predicate.event) }
      if (lacked) {
        doc.note({ ...candidate, why: 'predicate', lacked })
        // what hangs on a purpose is as unreal as the purpose
        if (!state && unrealised) unreal = Math.max(unreal, at + 2)
        continue
      }
      const verbal = analysis !== null && (analysis.form.part === 'past' || analysis.form.part === 'imperfect')
      here.push({
        at,
        predicate,
        analysis,
        verbal,
        passive: verbal && hit.analysis !== null && isPassive(doc, at, hit.analysis, hit.predicate, sentence.end),
        rule: `act.${predicate.id}`,
        ...words,
        sentence: sentence.index,
      })
      doc.note({ ...candidate, why: verbal ? 'verb' : 'noun of the act' })
    }
    here.forEach((trigger, i) => {
      const before = here[i - 1]
      const after = here[i + 1]
      const clause = doc.clauseAt[trigger.at]!
      const first = Math.max(before ? before.at + 1 : clause.first, clause.first)
      found.push({ ...trigger, first, end: Math.min(after ? after.at : clause.end, clause.end) })
    })
  }
  return found
}

/** A negation that takes nothing back: of a verb of saying, or of an act that somebody denies. */
const isToldAnyway = (doc: Input, { role, end }: Particle): boolean =>
  role === 'negation' &&
  (doc.sayingAt[end]?.status === 'denied' || (doc.analyses[end]?.some(({ entry }) => SAYING.has(entry.class)) ?? false))

/** The words of the act, without proclitics but with the article and attached pronouns. */
function wordsOf(doc: Input, at: number, analysis: Analysis | null) {
  const token = doc.tokens[at]!
  return toOriginal(doc.folded, token.at + (analysis ? Math.min(analysis.lead, token.until - token.at - 1) : 0), token.until)
}

/** "With shells", "the explosion of a mine": the act is told by another word. */
const isMeans = ({ phraseAt }: Input, at: number): boolean => {
  const governor = phraseAt[at]?.governor
  return governor === 'with' || governor === 'of'
}

/** A participle describes; "areas of control" and "controls" tell who holds a place, not that it was taken. */
function describes(doc: Input, at: number, { entry, form, article, prep }: Analysis, { event }: Predicate): boolean {
  if (form.part === 'participle') return true
  // "the besieged town": spelled like "the siege", it stands with the noun before it
  const phrase = doc.phraseAt[at]
  const inside = phrase && phrase.head < at && phrase.class !== 'act' && article
  if (inside && doc.analyses[at]!.some((other) => other.form.part === 'participle' && other.article)) return true
  if (event !== 'takeover') return false
  if (form.part === 'imperfect') return entry.class === 'hold'
  const before = doc.analyses[at - 1] ?? []
  return (
    form.part === 'masdar' &&
    !article &&
    (prep === 'to' ||
      doc.particles[at - 1]?.role === 'under' ||
      before.some(({ entry, form }) => entry.class === 'place' || form.part === 'participle'))
  )
}

/** A verb of wish, plan, call or threat, and its verbal noun; where the word may as well be a common noun, it is that. */
const intends = (doc: Input, at: number): boolean => {
  const readings = doc.analyses[at]!
  return (
    readings.some(({ entry, form, prep }) => entry.class === 'intend' && form.part !== 'noun' && prep !== 'like') &&
    !readings.some(({ entry }) => entry.kind === 'noun')
  )
}

/** "A denial to …", "no truth to …": what is denied or doubted is told, whatever stands joined to it. */
const isDoubted = (doc: Input, at: number): boolean => ['denied', 'unconfirmed'].includes(doc.sayingAt[at]?.status ?? '')

/** "To" before a verbal noun is a purpose, but for a verb that takes it: "came under shelling", "led to the death"; before an imperfect too. */
function isPurpose(doc: Input, at: number, first: number, { prep, form, article }: Analysis): boolean {
  if (isDoubted(doc, at)) return false
  if (prep !== 'to' || article || (form.part !== 'masdar' && form.part !== 'imperfect')) return false
  for (let i = at - 1; i >= first && form.part === 'masdar'; i--) {
    if (doc.mentionAt[i]) continue
    const verb = doc.analyses[i]!.find(({ entry }) => entry.kind === 'verb')
    if (verb) return verb.entry.class !== 'undergo' && verb.entry.class !== 'cause'
  }
  return true
}

function scopeOf(doc: Input, from: number, limit: number, most: number): number {
  let at = from
  for (; at < Math.min(from + most, limit); at++) {
    if (doc.tokens[at]!.key === COMMA || doc.particles[at]?.role === 'clause') return at
  }
  return at
}

type Hit = { readonly analysis: Analysis | null; readonly predicate: Predicate }

/** The predicate that the word at a token is: of its readings the likeliest, of those that need company the one whose is nearest. */
function predicateAt(doc: Input, at: number, first: number, index: PredicateIndex): Hit | null {
  const nominal = precededByGovernor(doc, at, first)
  const ranked = [...doc.analyses[at]!].sort((a, b) => rank(a, nominal) - rank(b, nominal))
  for (const analysis of ranked) {
    let best: Predicate | null = null
    let nearest = NEEDS_REACH + 2
    for (const predicate of index.get(analysis.entry.lemma) ?? []) {
      const gap = predicate.needs.length ? distanceOfNeeded(doc, at, predicate) : NEEDS_REACH + 1
      if (gap !== null && gap < nearest) {
        best = predicate
        nearest = gap
      }
      if (gap === null)
        doc.note(() => ({
          step: 'what',
          rule: predicate.id,
          span: wordsOf(doc, at, analysis),
          gave: String(predicate.event),
          why: 'predicate',
          lacked: `one of ${predicate.needs.join(', ')} near it`,
        }))
    }
    if (best) return { analysis, predicate: best }
  }
  return null
}

/** After a preposition or a noun, a word that may be verb or verbal noun is the noun. */
function precededByGovernor(doc: Input, at: number, first: number): boolean {
  if (doc.phraseAt[at]?.class === 'act') return true
  if (at === first) return false
  const particle = doc.particles[at - 1]
  if (particle)
    return !['that', 'clause', 'negation', 'past', 'relative', 'result', 'filler', 'also', 'small', 'turn'].includes(
      particle.role,
    )
  return doc.analyses[at - 1]!.some(
    ({ entry, form }) => entry.kind === 'verb' && entry.class === 'light' && form.part !== 'noun',
  )
}

const rank = ({ form, article, entry, lead }: Analysis, nominal: boolean): number => {
  const verb = form.part === 'past' || form.part === 'imperfect'
  return (
    (entry.kind === 'noun' ? 1 : 0) +
    (verb === nominal ? 4 : 0) +
    (article && verb ? 8 : 0) +
    lead * 0.5 +
    (form.part === 'participle' ? 2 : 0)
  )
}

/** How far from the trigger a word stands that a predicate needs, a word itself nearer than what only names its kind; null where there is none. */
function distanceOfNeeded(doc: Input, at: number, { needs }: Predicate): number | null {
  const clause = doc.clauseAt[at]!
  for (let gap = 1; gap <= NEEDS_REACH; gap++) {
    let kind = false
    for (const i of gap <= NEEDS_BEFORE ? [at + gap, at - gap] : [at + gap]) {
      if (i < clause.first || i >= clause.end) continue
      const { key } = doc.tokens[i]!
      if (needs.some((need) => isFormOf(key, need))) return gap
      if (doc.analyses[i]!.some(({ entry }) => needs.includes(entry.lemma))) return gap
      const mention = doc.mentionAt[i]
      kind ||= mention !== null && mention !== undefined && needs.some((need) => COMPANY[need]?.(mention))
    }
    if (kind) return gap + 0.5
  }
  return null
}

/** A word with what may be written together with it: a preposition and the article before, a pronoun or ending after. */
function isFormOf(key: string, word: string): boolean {
  if (key === word) return true
  const at = key.indexOf(word)
  return at >= 0 && at <= MOST_BEFORE && key.length - at - word.length <= MOST_AFTER && word.length >= LEAST_LETTERS
}
const [MOST_BEFORE, MOST_AFTER, LEAST_LETTERS] = [3, 2, 3]

/** What may be needed beside words: that a party, people or a place are named. */
const COMPANY: Readonly<Record<string, ((mention: Mention) => boolean) | undefined>> = {
  party: ({ kind, code }) => kind === 'actor' || kind === 'unit' || code === 'fighters',
  people: ({ kind, code }) => (kind === 'group' && code !== 'fighters') || kind === 'person',
  fighters: ({ code }) => code === 'fighters',
  place: ({ kind }) => kind === 'place',
}
