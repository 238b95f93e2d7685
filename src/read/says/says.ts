import type { Doc } from '../doc.ts'
import { citation, heading, signature } from './citations.ts'
import { doubts } from './doubts.ts'
import { openPage } from './page.ts'
import { carriedOn, statement } from './statements.ts'
import { type Input, opens, participleAt, type SpeakerWords, verbAt } from './words.ts'

/**
 * Who says what, and how. Speakers come first, in reading order, since "he added" leans on who was heard before; doubts and
 * denials without a speaker are then laid over what was said.
 */
export function sayings(doc: Input, words: SpeakerWords): Pick<Doc, 'sayingAt' | 'speakerAt'> {
  const page = openPage(doc, words)
  for (const sentence of doc.sentences) {
    const before = page.heard.length
    let at = Math.max(heading(page, sentence), signature(page, sentence))
    while (at < sentence.end) {
      const cited = opens(doc, at, 'source')
      const verb = verbAt(doc, at)
      const participle = verb ? null : participleAt(doc, at)
      if (participle) carriedOn(page, sentence, at, participle, page.heard.length > before)
      at = cited
        ? citation(page, sentence, cited)
        : verb
          ? statement(page, sentence, at, verb, page.heard.length > before)
          : at + 1
    }
  }
  for (const sentence of doc.sentences) doubts(page, sentence)
  return { sayingAt: page.said, speakerAt: page.speaking }
}
