import type { Frame } from '../../doc.ts'
import { type Input, isVerb, scopeOf } from './around.ts'
import { hearNoun, hearNumber, hearPeople, hearPerson } from './counted.ts'
import { outcomeSaid } from './counts.ts'
import { hearCue } from './cues.ts'
import { Ledger } from './ledger.ts'
import { HARMED, type Loss, type LossWords } from './loss.ts'
import { hearVictims } from './nouns.ts'
import { hearMark, hearParticle } from './small.ts'

/** Every loss that a report tells, in order. */
export function tellLosses(doc: Input, frames: readonly Frame[], words: LossWords): readonly Loss[] {
  const scope = scopeOf(doc, frames, words)
  return doc.sentences.flatMap((sentence) => {
    const ledger = new Ledger(scope, sentence)
    for (let at = sentence.first; at < sentence.end; ) at = hear(ledger, at)
    return ledger.told.filter(({ rows, people }) => rows.length > 0 || people.length > 0)
  })
}

/** Hears what begins at this token; gives the token after it. */
function hear(ledger: Ledger, at: number): number {
  const { doc, frameAt, numberAt, timeAt } = ledger.scope
  const time = timeAt.get(at)
  if (time) return time
  const particle = doc.particles[at]
  if (particle) {
    if (particle.first === at) hearParticle(ledger, particle)
    return particle.end
  }
  if (hearCue(ledger, at)) return at + 1
  const mention = doc.mentionAt[at]
  if (mention) {
    if (mention.first === at && at >= ledger.taken) hearMention(ledger, mention)
    return Math.max(mention.end, at + 1)
  }
  const number = numberAt.get(at)
  if (number) {
    hearNumber(ledger, number)
    return number.end
  }
  const { kind, key } = doc.tokens[at]!
  if (kind === 'mark') hearMark(ledger, key)
  else if (frameAt.has(at) || isVerb(ledger.scope, at)) ledger.away(at)
  else hearNoun(ledger, at)
  return at + 1
}

function hearMention(ledger: Ledger, mention: NonNullable<Input['mentionAt'][number]>) {
  const outcome = outcomeSaid(ledger.scope.doc, mention)
  if (outcome && HARMED.has(outcome) && hearVictims(ledger, mention, outcome)) return
  if (mention.kind === 'weapon') ledger.away(mention.first)
  else if (mention.kind === 'person') hearPerson(ledger, mention)
  else if (mention.kind === 'group' || mention.kind === 'actor') hearPeople(ledger, mention)
}
