import type { Analysis, Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'tokens' | 'sentences' | 'analyses' | 'particles' | 'mentionAt' | 'clauseAt' | 'times' | 'knowledge'>

/** Something seen at an act that speaks for or against its being an event: a kind of sign and its value. */
export type Sign = { readonly kind: string; readonly value: string }

/** Words on either side of a trigger whose stems are signs. */
const AROUND = 8
/** Particles are looked for in this many tokens before a trigger. */
const BEFORE = 8

/** The signs of each act of a report, in the order of the acts. */
export function signsOf(doc: Input, frames: readonly Frame[]): readonly (readonly Sign[])[] {
  const inSentence = new Map<number, number>()
  for (const { trigger } of frames) inSentence.set(trigger.sentence, (inSentence.get(trigger.sentence) ?? 0) + 1)
  const alone = doc.sentences.length === 1
  const later = toldAgain(frames)
  return frames.map((frame, index) => {
    const signs: Sign[] = []
    const add = (kind: string, value: string | number | boolean = 'yes') => {
      if (value !== false && value !== '') signs.push({ kind, value: value === true ? 'yes' : String(value) })
    }
    add('always')
    ofTrigger(frame, add)
    ofRoles(frame, add)
    ofPlace(doc, frame, add)
    ofWords(doc, frame, add)
    add('before', likeBefore(frames, index))
    ofRetelling(doc, frame, later.get(frame), add)
    add('crowd', Math.min(inSentence.get(frame.trigger.sentence) ?? 1, 4))
    // a sentence without its report is judged apart: there the same signs weigh otherwise
    return alone ? [...signs, ...signs.map(({ kind, value }) => ({ kind: `alone-${kind}`, value }))] : signs
  })
}

type Add = (kind: string, value?: string | number | boolean) => void

/** The word that carries the act: its lemma, form, and what is written together with it. */
function ofTrigger({ trigger, type }: Frame, add: Add) {
  const { analysis, predicate } = trigger
  const form = analysis?.form.part ?? 'rule'
  const shape = `${form}${trigger.passive ? ' passive' : ''}`
  add('type', type)
  add('lemma', predicate.lemma)
  add('predicate', predicate.id)
  add('form', shape)
  add('lemma-form', `${predicate.lemma} ${form}`.trim())
  add('type-form', `${type} ${shape}`)
  if (!analysis) return
  add('article', analysis.article)
  add('pronoun', analysis.pronoun !== '')
  add('joined', analysis.conjunction)
  add('written-with', analysis.prep)
  add('many', analysis.form.number === 'many')
  if (!trigger.verbal) add('noun-is', `${analysis.article ? 'definite' : analysis.pronoun ? 'owned' : 'bare'} ${type}`)
}

/** Which roles are filled, and how. */
function ofRoles(frame: Frame, add: Add) {
  const { trigger } = frame
  const carried = frame.rules.some((rule) => rule.startsWith('carry.place'))
  const carriedDoer = frame.rules.some((rule) => rule.startsWith('carry.doer'))
  add('doer', frame.perpetrators.length ? (carriedDoer ? 'carried' : 'named') : 'none')
  add('target', frame.targets[0]?.kind ?? 'none')
  const sites = frame.sites.filter(({ role }) => role !== 'within')
  add('site', sites.length ? (carried ? 'carried' : 'named') : frame.sites.length ? 'area' : 'none')
  add('sites', Math.min(sites.length, 3))
  add('means', frame.means.length > 0)
  const harm = frame.harms[0]
  add('toll', harm ? (harm.count.max === 0 ? 'zero' : harm.count.bound) : 'none')
  add(
    'running-total',
    frame.harms.some(({ cumulative }) => cumulative),
  )
  add('people', frame.people.length > 0)
  add(
    'large-toll',
    frame.harms.some(({ count }) => count.min >= 100),
  )
  add('status', frame.status)
  add('source', frame.sources.length > 0)
  add('past', frame.background)
  add('open', frame.open)
  add('time', frame.time ? (frame.time.past ? 'past' : frame.time.kind) : 'none')
  if (frame.time) add('time-close', Math.abs(frame.time.first - trigger.at) <= 8)
  const tellings = frame.mentions.length
  add('told-again', Math.min(tellings, 3))
  const said = [
    frame.perpetrators.length > 0,
    frame.targets.length > 0,
    sites.length > 0 && !carried,
    frame.harms.length > 0,
    frame.means.length > 0,
    frame.time !== null,
  ].filter(Boolean).length
  add('slots', Math.min(said, 5))
  add('type-slots', `${frame.type} ${Math.min(said, 3)}`)
}

/** How likely each act is told again by a later one that was not put into it. */
function toldAgain(frames: readonly Frame[]): ReadonlyMap<Frame, number> {
  const found = new Map<Frame, number>()
  for (const { again } of frames) if (again) found.set(again.act, Math.max(found.get(again.act) ?? -Infinity, again.score))
  return found
}

/** How likely the act is one told before, or is told again later: of two tellings that stayed apart one may be none. */
function ofRetelling(doc: Input, frame: Frame, later: number | undefined, add: Add) {
  const { trigger } = frame
  const again = likelihood(frame.again?.score)
  const retold = likelihood(later)
  add('again', again)
  add('again-type', `${again} ${frame.type}`)
  add('again-is', `${again} ${trigger.verbal ? 'verb' : trigger.analysis?.article ? 'definite' : 'bare'}`)
  add('retold', retold)
  add('retold-in', `${retold} ${isHeading(doc, frame) ? 'heading' : trigger.sentence < 2 ? 'lead' : 'body'}`)
}

/** Bounds of log odds, and what those below each are called. */
const LIKELIHOODS: readonly (readonly [number, string])[] = [
  [-4, 'not'],
  [-2.5, 'hardly'],
  [-1.5, 'unlikely'],
  [-0.5, 'perhaps'],
  [0.5, 'open'],
  [1.5, 'likely'],
]
const likelihood = (score = -Infinity): string => LIKELIHOODS.find(([bound]) => score < bound)?.[1] ?? 'very likely'

/** Where in the report and in its sentence the act is told. */
function ofPlace(doc: Input, frame: Frame, add: Add) {
  const { trigger } = frame
  const sentence = doc.sentences[trigger.sentence]!
  const last = doc.sentences.length
  add('sentence', trigger.sentence === 0 ? 'first' : trigger.sentence < 3 ? 'early' : trigger.sentence < 8 ? 'middle' : 'late')
  add('end', last > 4 && trigger.sentence >= last - 2)
  add('heading', isHeading(doc, frame))
  add('length', sentence.end - sentence.first > 45 ? 'long' : sentence.end - sentence.first > 20 ? 'middle' : 'short')
  const into = trigger.at - sentence.first
  add('into', into < 2 ? 'opens' : into < 8 ? 'early' : into < 20 ? 'middle' : 'late')
}

const isHeading = (doc: Input, { trigger }: Frame): boolean => {
  const { first, end } = doc.sentences[trigger.sentence]!
  return doc.tokens[end]?.key === '\n' && end - first <= 14
}

/** The words around: particles before, the words that stand next to the trigger, the stems nearby. */
function ofWords(doc: Input, { trigger }: Frame, add: Add) {
  const sentence = doc.sentences[trigger.sentence]!
  const from = Math.max(sentence.first, trigger.at - BEFORE)
  const seen = new Set<string>()
  for (let at = from; at < trigger.at; at++) {
    const particle = doc.particles[at]
    if (!particle || particle.first !== at) continue
    const near = trigger.at - at <= 2 ? 'next' : doc.clauseAt[at] === doc.clauseAt[trigger.at] ? 'clause' : 'before'
    const mark = `${particle.role} ${near}`
    if (!seen.has(mark)) add('particle', mark)
    seen.add(mark)
    if (near === 'next') add('particle-id', particle.id)
  }
  const opening = doc.particles[sentence.first]
  if (opening) add('opens-with', opening.id)
  add('word-before', trigger.at > sentence.first ? stemAt(doc, trigger.at - 1) : 'nothing')
  // "to stop the advance": what the word before is written together with
  if (trigger.at > sentence.first) add('before-written-with', doc.analyses[trigger.at - 1]![0]?.prep ?? '')
  add('word-before-2', trigger.at - 1 > sentence.first ? stemAt(doc, trigger.at - 2) : 'nothing')
  add('word-after', trigger.at + 1 < sentence.end ? stemAt(doc, trigger.at + 1) : 'nothing')
  const stems = new Set<string>()
  for (let at = Math.max(sentence.first, trigger.at - AROUND); at < Math.min(sentence.end, trigger.at + AROUND + 1); at++)
    if (at !== trigger.at && doc.tokens[at]!.kind === 'word' && !doc.particles[at]) stems.add(stemAt(doc, at))
  for (const stem of stems) add('near', stem)
}

/** A word as a sign: the kind of what it names, its lemma, or itself; numbers are one sign. */
function stemAt(doc: Input, at: number): string {
  const token = doc.tokens[at]!
  if (token.kind !== 'word') return token.kind === 'number' ? '0' : token.key
  const mention = doc.mentionAt[at]
  if (mention) return named(mention, doc.analyses[at]!)
  const particle = doc.particles[at]
  if (particle) return particle.id
  return doc.analyses[at]![0]?.entry.lemma ?? token.key
}

const named = (mention: Mention, analyses: readonly Analysis[]): string =>
  mention.kind === 'group' || mention.kind === 'facility' || mention.kind === 'unit'
    ? (analyses[0]?.entry.lemma ?? mention.kind)
    : mention.kind

/** Whether an act of this kind was told before, and what the two share. */
function likeBefore(frames: readonly Frame[], index: number): string {
  const frame = frames[index]!
  const ids = (list: readonly Mention[]) => list.flatMap((mention) => mention.ids)
  const sites = ids(frame.sites.filter(({ role }) => role === 'site').map(({ mention }) => mention))
  const parties = ids(frame.perpetrators)
  let best = 'nothing'
  for (let i = 0; i < index; i++) {
    const other = frames[i]!
    if (other.type !== frame.type) continue
    const theirs = ids(other.sites.filter(({ role }) => role === 'site').map(({ mention }) => mention))
    const place = sites.some((id) => theirs.includes(id))
    const party = ids(other.perpetrators).some((id) => parties.includes(id))
    if (place && party) return 'same place and doer'
    if (place) best = 'same place'
    else if (party && best !== 'same place') best = sites.length && theirs.length ? 'same doer elsewhere' : 'same doer'
    else if (best === 'nothing') best = sites.length && theirs.length ? 'elsewhere' : 'perhaps the same'
  }
  return best
}
