import type { Outcome } from '../../../model/types.ts'
import type { Doc, Frame, Mention } from '../../doc.ts'
import type { Loss } from './loss.ts'

type Input = Pick<Doc, 'mentions' | 'speakerAt' | 'sentences' | 'particles' | 'tokens' | 'note'>

/** Names of those harmed are listed in at most this many sentences, or lines, after the loss. */
const REACH = 3
/** A line is a name where it has at most this many words besides. */
const BESIDES = 3

/**
 * Gives the names told in a loss to its act, and those that are listed after it: where a word says that names follow ("they
 * are"), or on lines of their own.
 */
export function nameVictims(doc: Input, losses: readonly Loss[], owner: ReadonlyMap<Loss, Frame>): void {
  const named = new Set<Mention>()
  const give = (frame: Frame, mention: Mention, outcome: Outcome, why: string) => {
    named.add(mention)
    frame.people.push({ mention, outcome })
    doc.note({ step: 'what', rule: 'harm.named', span: mention, gave: outcome, why })
  }
  for (const loss of losses) {
    const frame = owner.get(loss)
    if (frame) for (const { mention, outcome } of loss.people) give(frame, mention, outcome, 'named among those harmed')
  }
  const persons = doc.mentions.filter((mention) => mention.kind === 'person' && !named.has(mention) && !isSpeaker(doc, mention))
  if (!persons.length) return
  let reach = REACH
  let last: Loss | null = null
  // a line that ends in a colon opens a list; another name on a line of its own is the writer's
  let opened = false
  for (const sentence of doc.sentences) {
    const before = losses.findLast((loss) => loss.first < sentence.first && owner.has(loss) && loss.rows.length > 0)
    if (before !== last) {
      last = before ?? null
      reach = (last?.sentence ?? 0) + REACH
      opened = false
    }
    if (!last || sentence.index > reach) continue
    const here = persons.filter(({ first }) => first >= sentence.first && first < sentence.end)
    const lister = listerOf(doc, sentence)
    const listed = here.filter(
      (mention) => (lister !== null && mention.first >= lister) || (opened && isLine(sentence, mention)),
    )
    opened ||= doc.tokens[sentence.end - 1]!.key === ':'
    for (const mention of listed) give(owner.get(last)!, mention, last.outcomes[0]!, 'listed after those harmed')
    // a list goes on as long as it brings names
    if (listed.length) reach = sentence.index + REACH
  }
}

const isSpeaker = (doc: Input, mention: Mention): boolean => doc.speakerAt[mention.first] === true

/** Where the words "they are", "each of" stand in a sentence, if they do. */
function listerOf(doc: Input, { first, end }: Doc['sentences'][number]): number | null {
  for (let at = first; at < end; at++) if (doc.particles[at]?.role === 'names') return at
  return null
}

/** A line that is hardly more than a name: an item of a list. */
const isLine = ({ first, end }: Doc['sentences'][number], mention: Mention): boolean =>
  end - first - (mention.end - mention.first) <= BESIDES
