import type { Doc, Frame } from '../doc.ts'

type Input = Pick<Doc, 'tokens' | 'sentences'>

/** A line of at most this many tokens may be a title. */
const TITLE = 25

/** Told in the report's own voice, and not only in its title. */
const OWN_VOICE = 'acts.own-voice'

/**
 * Asserted in the body is asserted, unless the word only leans on the act told before ("the strike"). A title is bolder than its
 * report: there the body decides.
 */
export function settleStatus(doc: Input, first: Frame, later: Frame) {
  const { analysis, sentence } = later.trigger
  const leans = analysis !== null && !later.trigger.verbal && (analysis.article || analysis.pronoun !== '')
  const own = later.status === 'asserted' && !later.background && !isTitle(doc, later) && !leans
  if (isTitle(doc, first) && !first.rules.includes(OWN_VOICE)) {
    if (own) first.rules.push(OWN_VOICE)
    if (own || later.sources.length > 0) first.status = later.status
  } else if (own && first.status === 'claimed' && sentence !== first.trigger.sentence) first.status = 'asserted'
}

/** A line of the title: nothing but lines without a full stop stands before it. */
function isTitle(doc: Input, { trigger }: Frame): boolean {
  for (let index = trigger.sentence; index >= 0; index--) {
    const { first, end } = doc.sentences[index]!
    if (doc.tokens[end]?.key !== '\n' || end - first > TITLE) return false
  }
  return true
}
