import { WEIGHED } from '../../data/weights.ts'
import type { EventType } from '../../model/types.ts'
import { kinSigns, mayBeOne } from '../../read/acts/kin.ts'
import { mergeActs } from '../../read/acts/merge.ts'
import { type Sign, signsOf } from '../../read/acts/signs.ts'
import type { Doc } from '../../read/doc.ts'
import { claimsOf, framesOf } from '../../read/pipeline.ts'
import type { GoldLine } from '../evaluate.ts'
import { affinity, align } from '../score/align.ts'
import type { Alike } from '../score/alike.ts'
import { flatClaim, flatEvent } from '../score/flat.ts'

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
export type Judged = { readonly id: string; readonly text: string; readonly label: string; readonly kind: 'assault' | 'protest' }

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

const [EVENT, BACKGROUND, NEITHER] = [0, 1, WEIGHED.acts.length] as const
const [SAME, TWO] = [0, WEIGHED.same.length] as const

/** Pairs of tellings of an annotated report: of one act when both answer one event best, of two when they answer two. */
export function pairLessons(doc: Doc, { events }: GoldLine, alike: Alike): readonly Lesson[] {
  const frames = framesOf(doc)
  const wanted = events.map(flatEvent)
  const answers = claimsOf(doc, frames).map((claim, at) => {
    const told = flatClaim(claim)
    const weights = wanted.map((event) =>
      mayBeOne({ ...frames[at]!, type: event.type as EventType }, frames[at]!)
        ? affinity(event, { ...told, type: event.type }, alike) + (event.type === told.type ? 1 : 0)
        : 0,
    )
    const most = Math.max(0, ...weights)
    return most > 0 && weights.filter((weight) => weight === most).length === 1 ? weights.indexOf(most) : -1
  })
  const lessons: Lesson[] = []
  frames.forEach((frame, b) => {
    let between = 0
    for (let a = b - 1; a >= 0; a--) {
      if (!mayBeOne(frames[a]!, frame)) continue
      const signs = kinSigns(doc, frames[a]!, frame, between++)
      if (answers[a]! < 0 || answers[b]! < 0) continue
      const allowed = [answers[a] === answers[b] ? SAME : TWO]
      lessons.push({ text: doc.report.id, kind: 'report', signs, allowed, group: null })
    }
  })
  return lessons
}

/** The acts of an annotated report: those that answer an event are one, the others are none. */
export function actLessons(doc: Doc, { events }: GoldLine, alike: Alike): readonly Lesson[] {
  const acts = mergeActs(doc, framesOf(doc))
  const signs = signsOf(doc, acts)
  const wanted = events.map(flatEvent)
  const pairs = align(wanted, claimsOf(doc, acts).map(flatClaim), alike)
  const answers = new Map([...pairs].map(([event, act]) => [act, wanted[event]!]))
  return acts.map((_, at) => {
    const event = answers.get(at)
    const judgement = event ? (event.background ? BACKGROUND : EVENT) : NEITHER
    return { text: doc.report.id, kind: 'report', signs: signs[at]!, allowed: [judgement], group: null }
  })
}

/** The acts of a judged sentence; one that people were of two minds on teaches nothing. */
export function sentenceLessons(doc: Doc, { id, label, kind }: Judged): readonly Lesson[] {
  if (label === 'ambiguous') return []
  const acts = mergeActs(doc, framesOf(doc))
  const signs = signsOf(doc, acts)
  const yes = label === 'yes'
  return acts.flatMap((act, at): readonly Lesson[] =>
    KINDS[kind].has(act.type) && act.status !== 'denied'
      ? [
          {
            text: id,
            kind,
            signs: signs[at]!,
            allowed: yes ? [EVENT] : [BACKGROUND, NEITHER],
            group: yes ? `${kind} ${id}` : null,
          },
        ]
      : [],
  )
}
