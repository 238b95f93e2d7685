import type { Outcome } from '../../../model/types.ts'
import type { Mention } from '../../doc.ts'
import { isUnreal } from './around.ts'
import { isOfNoun } from './counted.ts'
import { countOf, outcomeSaid } from './counts.ts'
import type { Ledger, Open } from './ledger.ts'
import { HARMED } from './loss.ts'

/** Words before a bare "dead" or "wounded" that tell of them as news. */
const TELLS: ReadonlySet<string> = new Set(['cause', 'light', 'doubt'])

/** Small words before them that do. */
const NEWS: ReadonlySet<string> = new Set(['result', 'doubt', 'exists'])
/** The least of the vague numbers that tell news with a definite noun. */
const DOZENS = 20

/** "Three dead and some wounded": nouns that say the outcome themselves. False where they are people like others. */
export function hearVictims(ledger: Ledger, mention: Mention, outcome: Outcome): boolean {
  const { open, scope } = ledger
  const counted = isCounted(ledger, mention)
  if (mention.first < ledger.none && (!counted || mention.count?.bound === 'vague')) {
    ledger.unhurt([outcome], mention.first, mention.end)
    return true
  }
  if (mention.first < ledger.dying && outcome === 'wounded') return true
  const own = open?.loss.outcomes[0]
  if (own && !HARMED.has(own)) return false
  // "injury" without a number is an event, and nobody's
  if (!counted && mention.count?.max === 1 && isVerbalNoun(ledger, mention)) return true
  const last = open?.loss.rows.at(-1)
  const next = last?.mention?.end === mention.first
  // "three injured children", "left militants dead": it describes those just counted, or some of them
  if (next && !mention.conjunction) return true
  if (open?.part && (!counted || own === outcome)) return true
  const joined = next && outcomeSaid(scope.doc, last.mention!) !== null
  if (joined && together(ledger, open!, mention, outcome, counted)) return true
  if (isUnreal(scope, mention.first, ledger.sentence.first)) return true
  // "some of the wounded" are told of before; "dozens of dead" are news
  const told = counted && (!mention.definite || mention.count!.min >= DOZENS)
  const news = told || ((joined || isNews(ledger, mention)) && !(open && isOfNoun(ledger, open)))
  if (ledger.rising === 'to come' || !mention.count || !news) {
    if (!open || open.loss.rows.length || ledger.rising === 'to come') ledger.begin(mention.first, outcome).definite = true
    return true
  }
  // "left three dead": the noun says what the verb leaves open
  const adopts = open && !open.loss.rows.length && (!open.definite || ledger.rising === 'told')
  if (adopts) open.loss.outcomes.splice(0, open.loss.outcomes.length, outcome)
  else ledger.begin(mention.first, outcome)
  ledger.push(mention.count, mention, mention)
  // "a body was found": the noun is an act of its own
  if (scope.frameAt.get(mention.first)?.trigger.predicate.outcome) ledger.open!.loss.cues.push(mention.first)
  return true
}

/** "Dozens of dead and wounded", "twenty dead and wounded": one number holds for both nouns. */
function together(ledger: Ledger, open: Open, mention: Mention, outcome: Outcome, counted: boolean): boolean {
  const last = open.loss.rows.at(-1)!
  if (last.count.bound === 'vague' && last.mention!.definite && !counted) {
    ledger.begin(mention.first, outcome)
    ledger.push(last.count, mention, mention)
    return true
  }
  if (mention.count?.max !== 1 || last.count.min <= 2) return false
  open.loss.outcomes.push(outcome)
  open.loss.rows.pop()
  ledger.push(last.count, last.mention!, last.mention)
  return true
}

/** A number, and no bare plural, counts them. */
const isCounted = ({ scope }: Ledger, { first }: Mention): boolean =>
  scope.numberAt.has(first) || (scope.doc.tokens[first - 1]?.kind === 'mark' && scope.numberAt.has(first - 1))

const isVerbalNoun = ({ scope }: Ledger, { first }: Mention): boolean =>
  scope.doc.analyses[first]!.some(({ form }) => form.part === 'masdar')

/** Bare victims are told of after a word of cause or harm, at the head of a sentence, or after others. */
function isNews({ scope, sentence, open }: Ledger, { first, conjunction, definite }: Mention): boolean {
  if ((first - sentence.first <= 1 && !definite) || conjunction) return true
  if (open && !open.loss.rows.length && !open.definite) return true
  for (let at = first - 1; at >= Math.max(sentence.first, first - 4); at--) {
    const particle = scope.doc.particles[at]
    if (particle && NEWS.has(particle.role)) return true
    if (particle) continue
    if (scope.doc.analyses[at]!.some(({ entry }) => TELLS.has(entry.class) || scope.words.tells.has(entry.lemma))) return true
  }
  return false
}

/** "Between dead and wounded": the people counted just before came to either. */
export function hearEither(ledger: Ledger, at: number) {
  const { doc } = ledger.scope
  const first = doc.mentionAt[at]
  const second = first && doc.mentionAt[first.end]
  const outcomes = [first, second].flatMap((mention) => (mention && outcomeSaid(doc, mention)) ?? [])
  if (outcomes.length < 2 || !second?.conjunction) return
  ledger.taken = second.end
  const people = doc.mentions.findLast(({ kind, first, end }) => kind === 'group' && end <= at && first >= at - 6)
  const number = doc.numbers.findLast((one) => one.end <= at - 1 && one.first >= at - 4 && one.kind === 'count')
  const count = (people && countOf(doc, people)) ?? number
  if (!count) return
  const { loss } = ledger.open ?? ledger.begin(at, outcomes[0]!)
  loss.rows.length = 0
  loss.outcomes.splice(0, loss.outcomes.length, ...outcomes)
  ledger.push(count, people ?? ledger.span(number!.first, number!.end), people ?? null)
  ledger.close()
}
