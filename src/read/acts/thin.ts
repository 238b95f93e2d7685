import type { Doc, Frame } from '../doc.ts'

/** Acts of care and of movement by nobody in particular are ordinary life: they need a doer to be an event of a conflict. */
const NEED_DOER: ReadonlySet<string> = new Set([
  'medical evacuation',
  'headquarters or base established',
  'looting/property destruction',
])

/** Nouns of these acts are also said of war at large: alone they tell no single act. */
const SAID_AT_LARGE: ReadonlySet<string> = new Set([
  'attack',
  'shelling/artillery/missile attack',
  'air/drone strike',
  'government regains territory',
  'non-state actor overtakes territory',
  'arrests',
])

/** Leaves out what says too little to be a claim: neither who, nor to whom, nor where, nor how many, in its own words. */
export function dropThin(doc: Pick<Doc, 'note'>, frames: readonly Frame[]): readonly Frame[] {
  return frames.filter((frame) => {
    const ownPlace = frame.sites.length > 0 && !frame.rules.some((rule) => rule.startsWith('carry.place'))
    const says =
      frame.perpetrators.length > 0 || frame.targets.length > 0 || frame.harms.length > 0 || ownPlace || frame.means.length > 0
    const lacked =
      !says && SAID_AT_LARGE.has(frame.type)
        ? 'a party, a place, a means or a toll of its own'
        : NEED_DOER.has(frame.type) && !frame.perpetrators.length
          ? 'a doer'
          : ''
    if (lacked)
      doc.note({ step: 'acts', rule: 'acts.thin', span: frame.trigger, gave: frame.type, why: 'too little is said', lacked })
    return lacked === ''
  })
}
