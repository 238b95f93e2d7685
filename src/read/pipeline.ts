import { createHash } from 'node:crypto'
import type { Knowledge } from '../data/knowledge.ts'
import type { Claim } from '../model/claim.ts'
import { fold } from '../model/fold.ts'
import type { Report } from '../model/report.ts'
import type { Trace, TraceStep } from '../model/trace.ts'
import { carryOver } from './acts/carry.ts'
import { claimOf } from './acts/claim.ts'
import { enclose } from './acts/enclose.ts'
import { mergeActs } from './acts/merge.ts'
import { takeSides } from './acts/side.ts'
import { partSides } from './acts/sides.ts'
import { weighActs } from './acts/weigh.ts'
import type { Doc, Frame } from './doc.ts'
import { quotesOf } from './letters/quotes.ts'
import { remember } from './letters/remember.ts'
import { sentences } from './letters/sentences.ts'
import { tokenize } from './letters/tokens.ts'
import { analyse } from './morphology/analyse.ts'
import { indexWords } from './morphology/index.ts'
import { nameMentions } from './names/mentions.ts'
import { findNumbers } from './names/numbers.ts'
import { personWords } from './names/people.ts'
import { phrasebook } from './names/phrasebook.ts'
import { clausesOf } from './phrases/clauses.ts'
import { phrasesOf } from './phrases/nouns.ts'
import { phraseWords } from './phrases/words.ts'
import { attribute } from './says/apply.ts'
import { citeDetails } from './says/details.ts'
import { sayings } from './says/says.ts'
import { speakerWords } from './says/words.ts'
import { fillFrames } from './what/arguments.ts'
import { lossWords } from './what/harm/loss.ts'
import { joinHarms } from './what/harms.ts'
import { settleLate } from './what/kinds.ts'
import { compileRules, ruleTriggers } from './what/rules.ts'
import { indexGrammar } from './what/slots.ts'
import { findTriggers, indexPredicates } from './what/triggers.ts'
import { datelineOf } from './when/dateline.ts'
import { timeFrames } from './when/frames.ts'
import { type FindTimes, timeFinder } from './when/when.ts'
import { addressesOf } from './where/address.ts'
import { placesOf } from './where/where.ts'

export type Reading = { readonly claims: readonly Claim[]; readonly trace: Trace }
export type Reader = { readonly read: (report: Report, options?: { trace?: boolean }) => Reading }

/** The feminine ending, which folding makes one with the pronoun "his". */
const TA_MARBUTA = '\u0629'
const MARK = /\p{M}|\u0640/u

type Layer = keyof Doc
/** A step of the pipeline: the layers that it needs, the layers that it gives, each written once. */
type Step = {
  readonly name: string
  readonly needs: readonly Layer[]
  readonly gives: readonly Layer[]
  readonly run: (doc: Doc) => Partial<Doc>
}

/** All layers of a report, each given by one step, in the order that is written here. */
export function layersOf(knowledge: Knowledge): (report: Report, note?: Doc['note']) => Doc {
  const words = indexWords(knowledge.lexicon)
  const book = phrasebook(
    knowledge,
    words.affixes,
    (key) => words.forms.has(key),
    (key) =>
      words.forms.get(key)?.some(({ entry }) => entry.kind === 'noun' && !['relation', 'nation'].includes(entry.class)) ??
      false,
  )
  const findTimes = timeFinder(knowledge.calendar)
  const people = personWords(knowledge.lexicon)
  const readings = remember((key) => analyse(key, words))
  // a word written with a ta marbuta has no pronoun at its end
  const closed = remember((key) => analyse(key, words, true))
  const nouns = phraseWords(knowledge)
  const letters = {
    article: words.affixes.get('article')?.[0]?.form ?? '',
    conjunctions: (words.affixes.get('conjunction') ?? []).map(({ form }) => form),
    endings: (words.affixes.get('plural') ?? []).filter(({ value }) => value === 'mp').map(({ form }) => form),
  }
  const speakers = speakerWords(knowledge)
  const predicates = indexPredicates(knowledge.predicates, knowledge.lexicon.verbs)
  const rules = compileRules(knowledge.rules)
  const losses = lossWords(knowledge.predicates, knowledge.lexicon)
  const grammar = indexGrammar(knowledge)

  /** The order of all work. */
  const steps: readonly Step[] = [
    { name: 'letters', needs: ['report'], gives: ['folded'], run: ({ report }) => ({ folded: fold(report.text) }) },
    { name: 'letters', needs: ['folded'], gives: ['tokens'], run: ({ folded }) => ({ tokens: tokenize(folded) }) },
    { name: 'letters', needs: ['tokens'], gives: ['sentences'], run: ({ tokens }) => ({ sentences: sentences(tokens) }) },
    {
      name: 'letters',
      needs: ['tokens'],
      gives: ['quotes'],
      run: ({ tokens, report }) => ({ quotes: quotesOf(tokens, report.text) }),
    },
    {
      name: 'morphology',
      needs: ['tokens'],
      gives: ['analyses'],
      run: ({ tokens, report }) => ({
        analyses: tokens.map(({ key, kind, to }) =>
          kind !== 'word' ? [] : lastLetter(report.text, to) === TA_MARBUTA ? closed(key) : readings(key),
        ),
      }),
    },
    {
      name: 'names',
      needs: ['tokens'],
      gives: ['numbers'],
      run: ({ tokens }) => ({ numbers: findNumbers(tokens, knowledge.calendar.numerals) }),
    },
    {
      name: 'when',
      needs: ['tokens'],
      gives: ['times', 'dateline'],
      run: ({ tokens, report }) => timesOf(tokens, findTimes, report.published, knowledge),
    },
    {
      name: 'names',
      needs: ['analyses', 'numbers', 'times', 'quotes'],
      gives: ['particles', 'mentions', 'mentionAt'],
      run: (doc) => nameMentions(doc, book, people),
    },
    {
      name: 'phrases',
      needs: ['mentionAt', 'particles', 'sentences', 'times', 'numbers'],
      gives: ['phrases', 'phraseAt', 'verbAt'],
      run: (doc) => phrasesOf(doc, nouns),
    },
    {
      name: 'phrases',
      needs: ['verbAt', 'particles', 'sentences'],
      gives: ['clauseAt'],
      run: (doc) => ({ clauseAt: clausesOf(doc) }),
    },
    {
      name: 'where',
      needs: ['mentionAt', 'particles', 'sentences', 'times', 'phraseAt', 'verbAt'],
      gives: ['addressAt'],
      run: (doc) => addressesOf(doc, letters),
    },
    {
      name: 'says',
      needs: ['mentions', 'particles', 'clauseAt'],
      gives: ['sayingAt', 'speakerAt'],
      run: (doc) => sayings(doc, speakers),
    },
    {
      name: 'what',
      needs: ['mentions', 'particles', 'clauseAt', 'sayingAt', 'addressAt'],
      gives: ['triggers'],
      run: (doc) => ({ triggers: ruleTriggers(doc, findTriggers(doc, predicates), rules) }),
    },
    {
      name: 'what',
      needs: ['triggers', 'phrases'],
      gives: ['frames'],
      run: (doc) => ({ frames: joinHarms(doc, fillFrames(doc, grammar), losses) }),
    },
  ]
  checkOrder(steps)

  return (report, note = () => {}) => {
    let doc = { report, knowledge, note } as Doc
    for (const step of steps) doc = { ...doc, ...step.run(doc) }
    return doc
  }
}

/** A reader over this knowledge. Reading is pure: no clock, no network, no disk; it never throws on text. */
export function createReader(knowledge: Knowledge): Reader {
  const layers = layersOf(knowledge)
  return {
    read(report, options = {}) {
      const trace: TraceStep[] = []
      const note: Doc['note'] = (step) => void trace.push(typeof step === 'function' ? step() : step)
      const doc = layers(report, options.trace ? note : undefined)
      return { claims: claimsOf(doc, weighActs(doc, partSides(doc, actsOf(doc)))), trace }
    },
  }
}

/** The letter that a word ends with, whatever vowel marks stand on it. */
function lastLetter(text: string, to: number): string {
  let at = to - 1
  while (at > 0 && MARK.test(text[at]!)) at--
  return text[at]!
}

/** The times of a report; one that came without a date leans on the date that it gives itself. */
function timesOf(
  tokens: Doc['tokens'],
  findTimes: FindTimes,
  published: string | null,
  { calendar }: Knowledge,
): Pick<Doc, 'times' | 'dateline'> {
  const times = findTimes(tokens, published)
  const dateline = published === null ? datelineOf(tokens, times, calendar) : null
  if (!dateline) return { times, dateline: null }
  return { times: findTimes(tokens, dateline.day), dateline: { ...dateline.mention, start: dateline.day } }
}

/** The frames with what stands around them: who says it, when it was, what the words before say of it. */
export function framesOf(doc: Doc): readonly Frame[] {
  const frames: readonly Frame[] = doc.frames
  attribute(doc, frames)
  takeSides(doc, frames)
  timeFrames(doc, frames)
  carryOver(doc, frames)
  settleLate(doc, frames)
  return frames
}

/** The acts that the frames tell: one act told twice made one, whoever is cited for its details named. */
export function actsOf(doc: Doc): readonly Frame[] {
  const acts = mergeActs(doc, framesOf(doc))
  // what one telling calls the act's place may lie in what another does
  for (const act of acts) enclose(doc, act)
  citeDetails(doc, acts)
  return acts
}

/** Acts in the contract's form. */
export function claimsOf(doc: Doc, acts: readonly Frame[]): readonly Claim[] {
  const textSha256 = createHash('sha256').update(doc.report.text.toWellFormed()).digest('hex')
  const ordinals = new Map<string, number>()
  const placeOf = placesOf(doc)
  return acts.map((frame) => {
    const key = `${frame.type}|${frame.trigger.from}`
    const ordinal = ordinals.get(key) ?? 0
    ordinals.set(key, ordinal + 1)
    return claimOf(doc, frame, frame.sites.map(placeOf), textSha256, ordinal)
  })
}

/** @throws Error when a step needs a layer that no step before it gives: a mistake of whoever changed the order. */
function checkOrder(steps: readonly Step[]): void {
  const given = new Set<Layer>(['report', 'knowledge', 'note'])
  for (const step of steps) {
    for (const layer of step.needs)
      if (!given.has(layer)) throw new Error(`step ${step.name} needs ${layer}, which no step before it gives`)
    for (const layer of step.gives) {
      if (given.has(layer)) throw new Error(`step ${step.name} writes ${layer} a second time`)
      given.add(layer)
    }
  }
}
