import type { Rule } from '../../data/rules.ts'
import { foldKey, toOriginal } from '../../model/fold.ts'
import type { Doc, Trigger } from '../doc.ts'

type Input = Pick<Doc, 'folded' | 'tokens' | 'sentences' | 'analyses' | 'note'>
type Element = { readonly gap: true } | { readonly gap: false; readonly words: readonly string[] }
export type CompiledRule = { readonly rule: Rule; readonly elements: readonly Element[] }

/** A gap `…` spans at most this many tokens. */
const GAP = 6

/** Patterns as elements: a word or `(one|of|these)`, matched by lemma or spelling, and gaps. */
export const compileRules = (rules: readonly Rule[]): readonly CompiledRule[] =>
  rules.map((rule) => ({
    rule,
    elements: rule.pattern.split(/\s+/).map((part): Element => {
      if (part === '\u2026' || part === '...') return { gap: true }
      return { gap: false, words: part.replace(/[()]/g, '').split('|').map(foldKey) }
    }),
  }))

/** Adds the acts that idioms say, where no predicate of the same words already does; an idiom outranks a predicate inside it. */
export function ruleTriggers(doc: Input, triggers: readonly Trigger[], rules: readonly CompiledRule[]): readonly Trigger[] {
  const found: Trigger[] = []
  for (const sentence of doc.sentences)
    for (let at = sentence.first; at < sentence.end; at++)
      for (const { rule, elements } of rules) {
        const end = matchAt(doc, at, sentence.end, elements)
        if (!end || found.some((other) => other.at <= at && at < other.end)) continue
        const lead = doc.analyses[at]!.find(({ lead }) => lead > 0)?.lead ?? 0
        // the words after the gap carry the act
        const gapped = elements.findLastIndex((element) => element.gap)
        const starts = doc.tokens[gapped < 0 ? at : end - (elements.length - gapped - 1)]!
        const whole = !elements[0]!.gap && elements[0]!.words.includes(doc.tokens[at]!.key)
        const skip = starts.index === at && !whole ? Math.min(lead, starts.until - starts.at - 1) : 0
        const span = toOriginal(doc.folded, starts.at + skip, doc.tokens[end - 1]!.until)
        found.push({
          at,
          predicate: {
            id: rule.id,
            lemma: '',
            needs: [],
            event: rule.event,
            subject: rule.event === 'movement restriction' ? 'perp' : 'target',
            object: 'target',
            outcome: null,
          },
          analysis: null,
          verbal: false,
          passive: false,
          rule: rule.id,
          ...span,
          first: sentence.first,
          end: sentence.end,
          sentence: sentence.index,
        })
        doc.note({ step: 'what', rule: rule.id, span, gave: rule.event, why: rule.why })
      }
  if (!found.length) return triggers
  const rest = triggers.filter((trigger) => !found.some((rule) => trigger.from < rule.to && rule.from < trigger.to))
  // an idiom's arguments end where the next act begins
  return [...rest, ...found]
    .sort((a, b) => a.at - b.at)
    .map((trigger, i, all) => {
      if (!found.includes(trigger)) return trigger
      const before = all[i - 1]
      const after = all[i + 1]
      return {
        ...trigger,
        first: before && before.at >= trigger.first ? before.at + 1 : trigger.first,
        end: after && after.at < trigger.end ? after.at : trigger.end,
      }
    })
}

function matchAt(doc: Input, at: number, limit: number, elements: readonly Element[]): number {
  let next = at
  let gap = 0
  for (const element of elements) {
    if (element.gap) {
      gap = GAP
      continue
    }
    let hit = -1
    for (let i = next; i <= Math.min(next + gap, limit - 1); i++)
      if (isWord(doc, i, element.words)) {
        hit = i
        break
      }
    if (hit < 0) return 0
    next = hit + 1
    gap = 0
  }
  return next
}

const isWord = (doc: Input, at: number, words: readonly string[]): boolean =>
  words.includes(doc.tokens[at]!.key) || doc.analyses[at]!.some(({ entry }) => words.includes(entry.lemma))
