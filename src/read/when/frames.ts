import type { Doc, Frame } from '../doc.ts'
import { dayless, isAhead, momentOf, reportDay, timesBySentence } from './moments.ts'
import type { TimeMention } from './page.ts'
import { openingOf, pastOf } from './past.ts'

/** A day holds on for at most this many sentences after the one that names it. */
const CARRIES = 1

type Input = Pick<
  Doc,
  | 'report'
  | 'tokens'
  | 'sentences'
  | 'analyses'
  | 'particles'
  | 'mentionAt'
  | 'clauseAt'
  | 'times'
  | 'dateline'
  | 'sayingAt'
  | 'verbAt'
  | 'note'
>

/**
 * Gives each act its time: the one that its sentence tells of it; else, for an act that is not background, the day named just
 * before, or the day that the report gives itself. Marks as background what the text tells as past, as cause or as context.
 */
export function timeFrames(doc: Input, frames: readonly Frame[]): void {
  const times = timesBySentence(doc)
  const acts: Frame[][] = doc.sentences.map(() => [])
  for (const frame of frames) acts[frame.trigger.sentence]!.push(frame)
  const goesOn = goingOn(doc)
  const today = reportDay(doc)
  let told: TimeMention | null = null
  let since = 0
  acts.forEach((list, sentence) => {
    const carried = told && since < CARRIES ? told : doc.dateline
    let main: string | null = (told ?? doc.dateline)?.start ?? null
    const opening = list.length ? openingOf(doc, sentence) : null
    let day: TimeMention | null = null
    for (const frame of list) {
      const moment = momentOf(doc, frame, times[sentence]!, main)
      const past = pastOf(doc, frame, moment, opening, today)
      frame.background = past !== null
      frame.time = moment && !moment.said ? dayless(moment.time) : frame.background ? null : carried
      if (moment && !moment.counted && !moment.said && isDay(moment.time)) {
        main = moment.time.start
        if (!frame.background) day ??= moment.time
      }
      if (past !== null) frame.rules.push(`background.${past}`)
      if (frame.background)
        doc.note({
          step: 'when',
          rule: `background.${past}`,
          span: frame.trigger,
          gave: 'background',
          why: 'told as past, cause or context',
        })
    }
    day ??= list.length ? null : (times[sentence]!.find((time) => isDay(time) && !time.past && !isAhead(time, today)) ?? null)
    if (day) since = 0
    else if (!goesOn[sentence]) since++
    told = day ?? told
  })
}

const isDay = ({ start, finish, kind }: TimeMention): boolean =>
  start?.length === 10 && finish === null && kind !== 'part-of-day'

/** Whether a sentence goes on with what the one before told: "the sources added that …", "as well …". */
function goingOn(doc: Input): readonly boolean[] {
  return doc.sentences.map(({ first, end }) => {
    if (doc.particles[first]?.id === 'as') return true
    let at = first
    while (at < end && !doc.sayingAt[at]) at++
    const source = at < end ? doc.sayingAt[at]!.source : null
    return source !== null && source.from < doc.tokens[first]!.from
  })
}
