import type { Knowledge } from '../../data/knowledge.ts'
import type { Report } from '../../model/report.ts'
import type { EventType } from '../../model/types.ts'
import { type Sign, signsOf } from '../../read/acts/signs.ts'
import { actsOf, claimsOf, layersOf } from '../../read/pipeline.ts'
import type { GoldLine } from '../evaluate.ts'
import { align } from '../score/align.ts'
import type { Alike } from '../score/alike.ts'
import { flatClaim, flatEvent } from '../score/flat.ts'
import type { Judgement } from './fit.ts'

/** An act with its signs and the judgements that the annotation allows. `group`: acts of which at least one is an event. */
export type Labelled = {
  readonly report: string
  readonly kind: 'report' | Judged['kind']
  readonly signs: readonly Sign[]
  readonly allowed: readonly Judgement[]
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

export type Teacher = {
  /** the acts of an annotated report: those that answer an event are one, the others are none */
  readonly ofReport: (report: Report, gold: GoldLine) => readonly Labelled[]
  /** the acts of a judged sentence; one that people were of two minds on teaches nothing */
  readonly ofSentence: (sentence: Judged) => readonly Labelled[]
}

export function teacher(knowledge: Knowledge, alike: Alike): Teacher {
  const layers = layersOf(knowledge)
  return {
    ofReport(report, { events }) {
      const doc = layers(report)
      const acts = actsOf(doc)
      const signs = signsOf(doc, acts)
      const wanted = events.map(flatEvent)
      const answers = new Map(
        [...align(wanted, claimsOf(doc, acts).map(flatClaim), alike)].map(([event, act]) => [act, wanted[event]!]),
      )
      return acts.map((_, index) => {
        const event = answers.get(index)
        return {
          report: report.id,
          kind: 'report',
          signs: signs[index]!,
          allowed: [event ? (event.background ? 'background' : 'event') : 'neither'],
          group: null,
        }
      })
    },
    ofSentence({ id, text, label, kind }) {
      if (label === 'ambiguous') return []
      const doc = layers({ id, text, published: null, outlet: null, url: null })
      const acts = actsOf(doc)
      const signs = signsOf(doc, acts)
      return acts.flatMap((act, index): readonly Labelled[] => {
        if (!KINDS[kind].has(act.type) || act.status === 'denied') return []
        const yes = label === 'yes'
        const allowed: readonly Judgement[] = yes ? ['event'] : ['background', 'neither']
        return [{ report: id, kind, signs: signs[index]!, allowed, group: yes ? `${kind} ${id}` : null }]
      })
    },
  }
}
