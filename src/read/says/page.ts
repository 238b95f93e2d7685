import { foldKey } from '../../model/fold.ts'
import type { Attribution, TimeMention } from '../doc.ts'
import type { Input, SpeakerWords } from './words.ts'

/** One who was heard before in the report: "he added" and "the source" lean on it. */
export type Voice = {
  readonly source: NonNullable<Attribution['source']>
  /** the word for it, to know "the source" again; empty for a name */
  readonly lemma: string
  /** how the verb agreed with it; null where none did */
  readonly feminine: boolean | null
}

/** A report while its statements are looked for, and what has been found so far. */
export type Page = {
  readonly doc: Input
  readonly words: SpeakerWords
  readonly quotes: Int32Array
  readonly timeAt: ReadonlyMap<number, TimeMention>
  /** what is said at each token, and by whom */
  readonly said: (Attribution | null)[]
  /** tokens that name a speaker */
  readonly speaking: boolean[]
  readonly heard: Voice[]
  /** who publishes the report, where the registry knows it */
  readonly own: string | null
  /** tokens of verbs that were read as telling something */
  readonly told: Set<number>
}

export function openPage(doc: Input, words: SpeakerWords): Page {
  return {
    doc,
    words,
    quotes: doc.quotes,
    timeAt: new Map(doc.times.map((time) => [time.first, time])),
    said: new Array(doc.tokens.length).fill(null),
    speaking: new Array(doc.tokens.length).fill(false),
    heard: [],
    own: words.outlets.get(foldKey(doc.report.outlet ?? '').replace(/^www\./, '')) ?? null,
    told: new Set(),
  }
}
