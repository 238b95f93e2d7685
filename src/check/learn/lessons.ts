import { WEIGHED } from '../../data/weights.ts'
import type { EventType } from '../../model/types.ts'
import { kinSigns, mayBeOne, tellingOf } from '../../read/acts/kin.ts'
import { type Sign, signsOf } from '../../read/acts/signs.ts'
import type { Doc, Frame } from '../../read/doc.ts'
import { actsOf, claimsOf, framesOf } from '../../read/pipeline.ts'
import type { GoldLine } from '../evaluate.ts'
import { affinity, align } from '../score/align.ts'
import type { Alike } from '../score/alike.ts'
import { flatClaim, flatEvent, type GoldEvent } from '../score/flat.ts'

/**
 * One thing judged, with its signs and the judgements that the annotation allows. `group`: of the lessons of one group at least
 * one is allowed what it says; the others may be anything.
 */
export type Lesson = {
  readonly text: string
  readonly kind: 'report' | Judged['kind']
  readonly signs: readonly Sign[]
  readonly allowed: readonly number[]
  readonly group: string | null
}

/** A sentence that people judged: does it tell an act of this kind, as news? */
export type Judged = {
  readonly id: string
  readonly text: string
  readonly label: string
  readonly kind: 'assault' | 'protest' | 'case'
}

/** The event types of PLOVER's ASSAULT and PROTEST as the gold standard for Arabic event coding uses them. */
const KINDS: Readonly<Record<Exclude<Judged['kind'], 'case'>, ReadonlySet<EventType>>> = {
  assault: new Set<EventType>([
    'attack',
    'air/drone strike',
    'shelling/artillery/missile attack',
    'remote explosive/landmine/IED',
    'suicide bomb',
    'chemical weapon',
    'grenade',
    'armed clash',
    'sexual violence',
    'torture',
    'excessive force against protesters',
    'mob violence',
    'abduction/forced disappearance',
  ]),
  protest: new Set<EventType>([
    'peaceful protest',
    'violent demonstration',
    'excessive force against protesters',
    'mob violence',
  ]),
}

const [EVENT, NONE] = [0, WEIGHED.acts.length] as const
const [SAME, TWO] = [0, WEIGHED.same.length] as const

/** Pairs of tellings of an annotated report: of one act when both answer one event, of two when they answer two. */
export function pairLessons(doc: Doc, { events }: GoldLine, alike: Alike): readonly Lesson[] {
  const frames = framesOf(doc)
  const answers = answersOf(doc, frames, events, alike)
  const tellings = frames.map((frame) => tellingOf(doc, frame))
  return frames.flatMap((frame, b) => {
    const lessons: Lesson[] = []
    let between = 0
    for (let a = b - 1; a >= 0 && answers[b]; a--) {
      if (!mayBeOne(frames[a]!, frame)) continue
      const signs = kinSigns(doc, tellings[a]!, tellings[b]!, between++)
      const allowed = [answers[a] === answers[b] ? SAME : TWO]
      if (answers[a]) lessons.push({ text: doc.report.id, kind: 'report', signs, allowed, group: null })
    }
    return lessons
  })
}

/**
 * The acts of an annotated report: the one that answers an event best is one. Another that may tell of the same event teaches
 * nothing: whether the two are one act is for the pairs to say.
 */
export function actLessons(doc: Doc, { events }: GoldLine, alike: Alike): readonly Lesson[] {
  const acts = actsOf(doc)
  const signs = signsOf(doc, acts)
  const matched = new Set(align(events.map(flatEvent), claimsOf(doc, acts).map(flatClaim), alike).values())
  const answers = answersOf(doc, acts, events, alike)
  return acts.flatMap((_, at): readonly Lesson[] =>
    answers[at] && !matched.has(at)
      ? []
      : [{ text: doc.report.id, kind: 'report', signs: signs[at]!, allowed: [matched.has(at) ? EVENT : NONE], group: null }],
  )
}

/**
 * The annotated event that each frame tells of: the one to which the annotator gave the words of its trigger; where tellings are not
 * annotated, the one that it answers best by the scorer's measure, but for what its words leave open. Null for none.
 */
function answersOf(doc: Doc, frames: readonly Frame[], events: readonly GoldEvent[], alike: Alike): (GoldEvent | null)[] {
  if (events.length > 0 && events.every(({ tellings }) => tellings))
    return frames.map((frame) => tellsOf(doc.report.text, frame, events))
  const wanted = events.map(flatEvent)
  return claimsOf(doc, frames).map((claim, at) => {
    const told = flatClaim(claim)
    const frame = frames[at]!
    let best: GoldEvent | null = null
    let most = 0
    wanted.forEach((event, index) => {
      if (!mayBeOne({ ...frame, type: event.type as EventType }, frame)) return
      const weight = affinity(event, { ...told, type: event.type }, alike) + Number(event.type === told.type)
      if (weight < most || (weight === most && best !== null)) return
      most = weight
      best = weight > 1 ? events[index]! : null
    })
    return best
  })
}

function tellsOf(text: string, frame: Frame, events: readonly GoldEvent[]): GoldEvent | null {
  const { from, to } = frame.trigger
  const tells = (words: string) => {
    const start = text.indexOf(words)
    return start >= 0 && start < to && from < start + words.length
  }
  const told = events.filter(
    ({ type, tellings = [] }) => mayBeOne({ ...frame, type: type as EventType }, frame) && tellings.some(tells),
  )
  return told.find(({ type }) => type === frame.type) ?? told[0] ?? null
}

/**
 * The acts of a judged sentence. Its people counted background and denied acts as none, so that of those they teach nothing;
 * nor does a sentence that they were of two minds on.
 */
export function sentenceLessons(doc: Doc, { id, label, kind }: Judged): readonly Lesson[] {
  if (label === 'ambiguous') return []
  const acts = actsOf(doc)
  const signs = signsOf(doc, acts)
  const yes = label === 'yes'
  return acts.flatMap((act, at): readonly Lesson[] =>
    kind === 'case' || (KINDS[kind].has(act.type) && act.status !== 'denied' && !act.background)
      ? [{ text: id, kind, signs: signs[at]!, allowed: [yes ? EVENT : NONE], group: yes ? `${kind} ${id}` : null }]
      : [],
  )
}
