import type { Doc, Frame } from '../doc.ts'
import { momentOf, timesBySentence } from './moments.ts'
import type { TimeMention } from './page.ts'

/** A day holds on for at most this many sentences after the one that names it. */
const CARRIES = 1

type Input = Pick<
  Doc,
  'report' | 'tokens' | 'sentences' | 'analyses' | 'particles' | 'clauseAt' | 'times' | 'dateline' | 'note'
>

/**
 * Gives each act its time: the one that its sentence tells of it; else, for an act that is not background, the day named just
 * before, or the day that the report gives itself. Marks as background what the text tells as past, as cause or as context.
 */
export function timeFrames(doc: Input, frames: readonly Frame[]): void {
  const times = timesBySentence(doc)
  const acts: Frame[][] = doc.sentences.map(() => [])
  for (const frame of frames) acts[frame.trigger.sentence]!.push(frame)
  let told: TimeMention | null = null
  let since = 0
  acts.forEach((list, sentence) => {
    const carried = told && since < CARRIES ? told : doc.dateline
    let main: string | null = (told ?? doc.dateline)?.start ?? null
    let day: TimeMention | null = null
    for (const frame of list) {
      const moment = momentOf(doc, frame, times[sentence]!, main, carried?.start ?? null)
      const past = pastBefore(doc, frame)
      frame.background = past !== null || (moment?.time.past ?? false)
      frame.time = moment?.time ?? (frame.background ? null : carried)
      if (moment && !moment.before && isDay(moment.time)) {
        main = moment.time.start
        if (!frame.background) day = moment.time
      }
      if (frame.background)
        doc.note({
          step: 'when',
          rule: `background.${past ?? 'past-date'}`,
          span: frame.trigger,
          gave: 'background',
          why: 'told as past, cause or context',
        })
    }
    day ??= list.length ? null : (times[sentence]!.find((time) => isDay(time) && !time.past) ?? null)
    since = day ? 0 : since + 1
    told = day ?? told
  })
}

const isDay = ({ start, finish, kind }: TimeMention): boolean => start?.length === 10 && finish === null && kind !== 'part-of-day'

/** The particle that puts the act in the past or in the context: "had", "in response to", "after". */
function pastBefore(doc: Input, frame: Frame): string | null {
  const { at, first, verbal, sentence } = frame.trigger
  const start = doc.sentences[sentence]!.first
  // "the forces had shelled": the auxiliary opens the clause, its subject stands between
  for (let i = first; verbal && i < Math.min(first + 3, at); i++)
    if (doc.particles[i]?.role === 'past') return doc.particles[i]!.id
  for (let i = at - 1; i >= Math.max(start, at - 6); i--) {
    const particle = doc.particles[i]
    if (!particle) continue
    if (particle.role === 'past' && i >= Math.min(first, at - 6)) return particle.id
    if ((particle.role === 'after' || particle.role === 'context') && !verbal && at - i <= 3) return particle.id
  }
  return null
}
