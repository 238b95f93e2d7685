import type { Predicate } from '../../data/predicates.ts'
import { foldKey, toOriginal } from '../../model/fold.ts'
import type { Analysis, Doc, Trigger } from '../doc.ts'
import { distanceOfNeeded, NEEDS_REACH } from './near.ts'
import { intends, isGovernedAway, isPurpose, isToCome, isToldAnyway, negated, scopeOf } from './unreal.ts'
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

/** Predicates by folded lemma, those that need another word first; and which lemmas are verbs. */
export type PredicateIndex = { readonly of: ReadonlyMap<string, readonly Predicate[]>; readonly verbs: ReadonlySet<string> }

export function indexPredicates(
  predicates: readonly Predicate[],
  verbs: readonly { readonly lemma: string }[],
): PredicateIndex {
  const index = new Map<string, Predicate[]>()
  for (const predicate of predicates) {
    const key = foldKey(predicate.lemma)
    index.set(key, [...(index.get(key) ?? []), { ...predicate, needs: predicate.needs.map(foldKey) }])
  }
  for (const list of index.values()) list.sort((a, b) => b.needs.length - a.needs.length)
  return { of: index, verbs: new Set(verbs.map(({ lemma }) => foldKey(lemma))) }
}

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
    // a wish or a purpose goes on over the nouns of doing that "and" joins, until a verb or a clause begins
    let wish = false
    for (let at = sentence.first; at < sentence.end; at++) {
      const particle = doc.particles[at]
      // "the shelling caused no losses": what caused none was real
      const spared = particle?.role === 'negation' && doc.analyses[particle.end]?.some(({ entry }) => entry.class === 'cause')
      if (particle?.first === at && !spared && (particle.role === 'unreal' || particle.role === 'negation')) {
        if (!isToldAnyway(doc, particle))
          unreal = Math.max(
            unreal,
            particle.role === 'negation'
              ? negated(doc, particle.end, sentence.end)
              : scopeOf(doc, particle.end, sentence.end, 8),
          )
      }
      if (particle?.role === 'clause' && at > unreal - 7) unreal = -1
      if (particle?.role === 'clause' || doc.verbAt[at]) wish = false
      if (particle?.first === at && particle.role === 'unreal') wish = true
      if (isToCome(doc, at)) unreal = Math.max(unreal, scopeOf(doc, at, sentence.end, 6))
      if (intends(doc, at) && !doc.mentionAt[at]) {
        unreal = Math.max(unreal, scopeOf(doc, at + 1, sentence.end, 5))
        wish = true
      }
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
      // "the families", "ten captives": people whose word is spelled like that of an act
      const people = mention?.kind === 'group' && (mention.first < at || hit.analysis?.article)
      if (people && hit.analysis?.entry.class === 'act' && hit.predicate.event !== 'harm') continue
      const { analysis, predicate } = hit
      const words = wordsOf(doc, at, analysis)
      const joined = wish && analysis?.conjunction === true && analysis.form.part === 'masdar' && !analysis.article
      const unrealised =
        at < unreal || joined
          ? 'a purpose, plan or negation: it did not happen'
          : analysis && isPurpose(doc, at, sentence.first, analysis)
            ? 'written with "in order to"'
            : analysis && isNoun(analysis) && isGovernedAway(doc, at)
              ? 'one that happened: the word before it says so'
              : ''
      const state = analysis !== null && describes(doc, at, analysis, predicate)
      const future = analysis?.prep === 'future'
      const lacked = state ? 'an act: it describes a state' : unrealised || (future ? 'a past: it is to come' : '')
      const candidate = { step: 'what', rule: predicate.id, span: words, gave: String(predicate.event) }
      if (lacked) {
        doc.note({ ...candidate, why: 'predicate', lacked })
        // what hangs on a purpose is as unreal as the purpose
        if (!state && unrealised) unreal = Math.max(unreal, at + 2)
        if (unrealised) wish = true
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

const isNoun = ({ form }: Analysis): boolean => form.part === 'masdar' || form.part === 'noun'

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
  if (form.part === 'participle') return !goesOn(doc, at)
  // "the besieged town": spelled like "the siege", it stands with the noun before it
  const phrase = doc.phraseAt[at]
  const inside = phrase && phrase.head < at && phrase.class !== 'act' && article
  if (inside && doc.analyses[at]!.some((other) => other.form.part === 'participle' && other.article)) return true
  if (event !== 'takeover') return false
  if (form.part === 'imperfect') return entry.class === 'hold'
  if (form.part !== 'masdar') return false
  if (doc.particles[at - 1]?.role === 'under') return true
  const before = doc.analyses[at - 1] ?? []
  return !article && (prep === 'to' || before.some(({ entry, form }) => entry.class === 'place' || form.part === 'participle'))
}

type Hit = { readonly analysis: Analysis | null; readonly predicate: Predicate }

/** The predicate that the word at a token is: of its readings the likeliest, of those that need company the one whose is nearest. */
function predicateAt(doc: Input, at: number, first: number, index: PredicateIndex): Hit | null {
  const nominal = precededByGovernor(doc, at, first)
  const ranked = [...doc.analyses[at]!].sort((a, b) => rank(a, nominal) - rank(b, nominal))
  for (const analysis of ranked) {
    const { lemma, kind, class: of } = analysis.entry
    // a common noun that is spelled like a verb does not do what the verb does
    if (kind === 'noun' && of !== 'act' && index.verbs.has(lemma)) continue
    if (at > first && isKindOf(doc, at, analysis)) return null
    let best: Predicate | null = null
    let nearest = NEEDS_REACH + 2
    for (const predicate of index.of.get(lemma) ?? []) {
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

/** "The ambulance car", "the commander of operations": an act in the genitive of whom or what it only describes. */
function isKindOf(doc: Input, at: number, { form, prep, conjunction, pronoun }: Analysis): boolean {
  if ((form.part !== 'masdar' && form.part !== 'noun') || prep || conjunction || pronoun || doc.particles[at - 1]) return false
  return doc.analyses[at - 1]!.some(
    ({ entry, article, form }) => (KINDS.has(entry.class) || KINDS.has(entry.code)) && form.part === 'noun' && !article,
  )
}
const KINDS: ReadonlySet<string> = new Set(['unit', 'role', 'vehicle'])

/** "Are still besieged": what goes on is news, where a participle otherwise describes. */
function goesOn(doc: Input, at: number): boolean {
  const { first } = doc.clauseAt[at]!
  for (let i = at - 1; i >= Math.max(first, at - STILL_REACH); i--) if (doc.particles[i]?.id === 'still') return true
  return false
}
const STILL_REACH = 6

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
