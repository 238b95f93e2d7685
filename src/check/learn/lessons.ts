import { WEIGHED } from '../../data/weights.ts'
import type { EventType } from '../../model/types.ts'
import { kinSigns, mayBeOne, tellingOf } from '../../read/acts/kin.ts'
import { type Sign, signsOf } from '../../read/acts/signs.ts'
import type { Doc, Frame } from '../../read/doc.ts'
import { actsOf, framesOf } from '../../read/pipeline.ts'
import type { GoldLine } from '../evaluate.ts'
import type { GoldEvent } from '../score/flat.ts'

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
  readonly kind: 'assault' | 'protest'
}

/** The event types of PLOVER's ASSAULT and PROTEST as the gold standard for Arabic event coding uses them. */
const KINDS: Readonly<Record<Judged['kind'], ReadonlySet<EventType>>> = {
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

/** Pairs of tellings of an annotated report: of one act when the annotator gave both to one event, else of two. */
export function pairLessons(doc: Doc, { events }: GoldLine): readonly Lesson[] {
  const frames = framesOf(doc)
  const told = frames.map((frame) => eventOf(doc, frame, events))
  const tellings = frames.map((frame) => tellingOf(doc, frame))
  return frames.flatMap((frame, b) => {
    const lessons: Lesson[] = []
    let between = 0
    for (let a = b - 1; a >= 0 && told[b]; a--) {
      if (!mayBeOne(frames[a]!, frame)) continue
      const signs = kinSigns(doc, tellings[a]!, tellings[b]!, between++)
      if (told[a])
        lessons.push({ text: doc.report.id, kind: 'report', signs, allowed: [told[a] === told[b] ? SAME : TWO], group: null })
    }
    return lessons
  })
}

/** The acts of an annotated report: the first that tells of an event is one; others that do are not counted again. */
export function actLessons(doc: Doc, { events }: GoldLine): readonly Lesson[] {
  const acts = actsOf(doc)
  const signs = signsOf(doc, acts)
  const answered = new Set<GoldEvent>()
  return acts.map((act, at) => {
    const event = eventOf(doc, act, events)
    const judgement = event && !answered.has(event) ? EVENT : NONE
    if (event) answered.add(event)
    return { text: doc.report.id, kind: 'report', signs: signs[at]!, allowed: [judgement], group: null }
  })
}

/** The annotated event that a frame tells of: its trigger stands in words that the annotator gave to the event. */
function eventOf(doc: Doc, frame: Frame, events: readonly GoldEvent[]): GoldEvent | null {
  const { from, to } = frame.trigger
  const tells = (words: string) => {
    const start = doc.report.text.indexOf(words)
    return start >= 0 && start <= from && to <= start + words.length
  }
  const told = events.filter(
    ({ type, tellings }) => mayBeOne({ ...frame, type: type as EventType }, frame) && (tellings ?? []).some(tells),
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
    KINDS[kind].has(act.type) && act.status !== 'denied' && !act.background
      ? [{ text: id, kind, signs: signs[at]!, allowed: [yes ? EVENT : NONE], group: yes ? `${kind} ${id}` : null }]
      : [],
  )
}
