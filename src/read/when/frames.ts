import type { Doc, Frame } from '../doc.ts'
import type { TimeMention } from './page.ts'

/** A day holds on for at most this many sentences after the one that names it. */
const CARRIES = 1

type Input = Pick<Doc, 'tokens' | 'sentences' | 'particles' | 'times' | 'note'>

/**
 * Gives each act its time: the nearest expression of its sentence; else, for an act that is not background, the last day
 * named before. Marks as background what the text tells as past, as cause or as context.
 */
export function timeFrames(doc: Input, frames: readonly Frame[]): void {
  let day: TimeMention | null = null
  let since = 0
  const bySentence = doc.sentences.map((sentence) =>
    doc.times.filter((time) => time.first >= sentence.first && time.first < sentence.end && time.kind !== 'duration'),
  )
  const carried: (TimeMention | null)[] = bySentence.map((times) => {
    const before = since < CARRIES ? day : null
    const said = times.find((time) => time.start !== null && time.start.length >= 10 && !time.past)
    since = said ? 0 : since + 1
    day = said ?? day
    return before
  })
  for (const frame of frames) {
    const { sentence, at } = frame.trigger
    const dated = (bySentence[sentence] ?? []).filter((time) => time.start !== null || time.known.length > 0)
    const near = [...dated].sort((a, b) => distance(a, at) - distance(b, at))[0] ?? null
    const past = pastBefore(doc, frame)
    frame.background = past !== null || (near?.past ?? false)
    frame.time = near ?? (frame.background ? null : (carried[sentence] ?? null))
    if (frame.background)
      doc.note({
        step: 'when',
        rule: `background.${past ?? 'past-date'}`,
        span: frame.trigger,
        gave: 'background',
        why: 'told as past, cause or context',
      })
  }
}

const distance = (time: TimeMention, at: number): number => Math.abs(time.first - at)

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
