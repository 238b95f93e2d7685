import type { Particle } from '../../doc.ts'
import { COMMA } from '../../letters/tokens.ts'
import { hearOneOf, hearOthers } from './counted.ts'
import { ONE, outcomeSaid } from './counts.ts'
import { harmOf } from './cues.ts'
import { type Ledger, NONE_REACH } from './ledger.ts'
import { hearEither } from './nouns.ts'

/** Classes of verbs by whose denial it is said that there were no losses. */
const TOLD_OF: ReadonlySet<string> = new Set(['cause', 'light', 'other'])

/** Those by whose denial it is said only of what stands close by. */
const RECORDED: ReadonlySet<string> = new Set(['say', 'tell', 'confirm', 'act'])

/** What a small word does to the loss being told. */
export function hearParticle(ledger: Ledger, particle: Particle) {
  const { role, id, first, end } = particle
  const { open } = ledger
  if (role === 'clause' || role === 'result') {
    ledger.close()
    ledger.rising = 'no'
    ledger.none = -1
  }
  if (id === 'so-killed') ledger.begin(first, 'killed')
  else if (role === 'part' || role === 'names') breakDown(ledger, particle)
  else if (role === 'plus' && open) open.plus = true
  else if (COMPANY.has(id)) accompany(ledger)
  else if (role === 'other') hearOthers(ledger, id, first)
  else if (role === 'one-of') hearOneOf(ledger, particle)
  else if (role === 'rising') ledger.rising = 'to come'
  else if (role === 'to' && ledger.rising === 'to come' && open) ledger.rising = 'told'
  else if (role === 'dying') ledger.dying = ledger.scope.doc.clauseAt[first]!.end
  else if (role === 'unharmed' || (role === 'loss' && first < ledger.none)) ledger.unhurt(['killed', 'wounded'], first, end)
  else if (role === 'without' && id !== 'without-knowing') {
    ledger.without = end
    ledger.none = end + NONE_REACH
  } else if (role === 'negation' && id !== 'not-known') deny(ledger, end)
  else if (role === 'between') hearEither(ledger, end)
  else if (role === 'cause' || role === 'agent' || role === 'during') ledger.away(first)
}

/** "With", "in the company of": who follows came to the same. */
const COMPANY: ReadonlySet<string> = new Set(['along-with', 'accompanied'])

/** "Was killed with three others": one, told by a name or before, and those who follow. */
function accompany(ledger: Ledger) {
  const { open, scope } = ledger
  if (!open) return
  const { rows, people } = open.loss
  const trigger = scope.frameAt.get(open.cue)?.trigger
  if (!rows.length && !people.length && trigger?.verbal && trigger.analysis?.form.person === 'ms' && open.far === 'no')
    ledger.push(ONE, ledger.span(open.cue, open.cue + 1), null)
  if (!rows.length && !people.length) return
  open.plus = true
  open.part = false
}

/** What follows says who those counted are, or names those who are to be counted. */
function breakDown({ open }: Ledger, { role, id, end }: Particle) {
  if (!open) return
  const { loss } = open
  if (loss.rows.length || (open.definite && role === 'part')) open.part = true
  if (loss.rows.length || open.definite) open.named = true
  open.cue = end
  // "the dead are eighteen fighters"
  if (open.definite && role === 'names' && id !== 'listed') open.definite = false
}

/** "No" before a verb that tells of losses, or right before them; "nobody was hurt". */
function deny(ledger: Ledger, at: number) {
  const { doc } = ledger.scope
  ledger.denies = at
  const classes = (doc.analyses[at] ?? []).map(({ entry }) => entry.class)
  const mention = doc.mentionAt[at]
  const harm = harmOf(ledger.scope, at)
  if ((mention && outcomeSaid(doc, mention)) || doc.particles[at]?.role === 'loss') ledger.none = at + 1
  else if (classes.some((name) => TOLD_OF.has(name))) ledger.none = at + NONE_REACH
  else if (classes.some((name) => RECORDED.has(name))) ledger.none = at + NONE_REACH / 2
  if (harm && doc.particles[at + 1]?.role === 'one-of') ledger.unhurt([harm], at, at + 2)
}

/** Brackets and dashes hold who those counted are; a comma ends what was not. */
export function hearMark(ledger: Ledger, key: string) {
  const { open, brackets } = ledger
  const counted = open !== null && open.loss.rows.length > 0
  if (key === COMMA) ledger.none = -1
  else if (key === '(' || key === '[') {
    brackets.push(open?.part ?? false)
    if (counted) open.part = true
  } else if (key === ')' || key === ']') {
    const before = brackets.pop() ?? false
    if (open) open.part = before
  } else if (key === '-' && counted) {
    // "(A - B - C)": a list of names; else what stands between two dashes is a part
    if (open.loss.rows.at(-1)!.mention?.kind === 'person') open.plus = true
    else open.part = !open.part
  }
  if (key === ':' && counted) open.part = true
}
