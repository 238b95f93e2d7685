import { toOriginal } from '../../../model/fold.ts'
import type { Span } from '../../../model/span.ts'
import type { Outcome } from '../../../model/types.ts'
import type { Count, Doc, Harm, Mention } from '../../doc.ts'
import { isVerb, type Scope } from './around.ts'
import { NONE, shared } from './counts.ts'
import type { Loss } from './loss.ts'

/** A noun of loss stands at most this many tokens after the word that says there was none. */
export const NONE_REACH = 8

/** The loss being told at a token, and what its next words would mean. */
export type Open = {
  readonly loss: Loss
  /** the last word that said an outcome, or that names follow */
  cue: number
  /** what follows says who those counted are */
  part: boolean
  /** another act was told since, before anybody was counted: by a noun, or by a verb */
  far: 'no' | 'noun' | 'verb'
  /** what follows is counted besides */
  plus: boolean
  /** names stand for people already counted */
  named: boolean
  /** a definite noun ("the dead") opened it: only a running total or a breakdown counts them */
  definite: boolean
}

/** The losses of one sentence while it is read from left to right; at most one is open at a time. */
export class Ledger {
  readonly scope: Scope
  readonly sentence: Doc['sentences'][number]
  readonly told: Loss[] = []
  open: Open | null = null
  /** tokens before this one are told not to be lost */
  none = -1
  /** the word that is denied */
  denies = -1
  /** where "without" ends */
  without = -9
  /** a wound that somebody died of is told until this token */
  dying = -1
  /** "the number of the dead rose": the total is still to come, or has come */
  rising: 'no' | 'to come' | 'told' = 'no'
  /** whether parts were told before each bracket that is open */
  readonly brackets: boolean[] = []
  /** where people end that were told but not counted */
  passed = -1
  /** mentions that begin before this token are already read */
  taken = -1

  constructor(scope: Scope, sentence: Doc['sentences'][number]) {
    this.scope = scope
    this.sentence = sentence
  }

  /** Opens a loss at the word that tells it. */
  begin(at: number, outcome: Outcome): Open {
    const loss: Loss = {
      first: at,
      cues: [],
      sentence: this.sentence.index,
      outcomes: [outcome],
      rows: [],
      people: [],
      others: false,
    }
    this.told.push(loss)
    this.open = { loss, cue: at, part: false, far: 'no', plus: false, named: false, definite: false }
    return this.open
  }

  close() {
    this.open = null
    if (this.rising === 'told') this.rising = 'no'
  }

  /** Another act, cause or doer is told: it ends the people already counted, else they may still follow. */
  away(at: number) {
    const verb = isVerb(this.scope, at)
    if (verb && at > this.denies) this.none = -1
    if (verb && this.rising === 'to come') this.rising = 'no'
    if (!this.open) return
    const { loss } = this.open
    if (loss.rows.length || loss.people.length) this.close()
    else if (verb || this.open.far === 'no') this.open.far = verb ? 'verb' : 'noun'
  }

  /** Counts people in the open loss, under each of its outcomes. */
  push(count: Count, words: Span, mention: Mention | null) {
    const { loss } = this.open!
    const given = shared(count, loss.outcomes.length)
    for (const outcome of loss.outcomes) loss.rows.push(this.row(outcome, given, words, mention))
  }

  row(outcome: Outcome, { min, max, bound }: Count, { from, to }: Span, mention: Mention | null): Harm {
    const cumulative = this.rising === 'told'
    const { index: sentence } = this.sentence
    // "four were killed and five others injured": the others are apart from those of the same breath
    const others = this.open!.loss.others && this.told[0] === this.open!.loss
    return { outcome, mention, count: { min, max, bound }, from, to, sentence, part: false, others, cumulative }
  }

  /** The text says that nobody came to this. */
  unhurt(outcomes: readonly Outcome[], first: number, end: number) {
    this.close()
    for (const outcome of outcomes) {
      const { loss } = this.begin(first, outcome)
      loss.rows.push(this.row(outcome, NONE, this.span(first, end), null))
    }
    this.close()
  }

  span(first: number, end: number): Span {
    const { folded, tokens } = this.scope.doc
    return toOriginal(folded, tokens[first]!.at, tokens[end - 1]!.until)
  }
}
