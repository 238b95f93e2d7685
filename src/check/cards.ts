import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { EVENT_TYPES } from '../model/types.ts'
import { didYouMean, type Finding } from './finding.ts'

/** A rule of `data/rules/` with its own examples: what it must catch and what it must leave alone. */
export type RuleCard = {
  readonly file: string
  readonly line: number
  readonly id: string
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

const FIELDS = ['id', 'event', 'pattern', 'hits', 'misses', 'why', 'note', 'source']

/** Reads the cards of one YAML file; what a card lacks is told beside those that could be read. */
export function readCards(file: string, text: string): { cards: readonly RuleCard[]; findings: readonly Finding[] } {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const findings: Finding[] = document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    message: `is no YAML here: ${error.message.split('\n')[0]!.replace(/[:.]?$/, '.')} Mend the indent or put the words in quotes.`,
  }))
  if (findings.length || document.contents === null) return { cards: [], findings }
  if (!isSeq(document.contents))
    return { cards: [], findings: [{ file, line: 1, message: 'is no list of cards; begin each with "- id:".' }] }
  const cards: RuleCard[] = []
  for (const item of document.contents.items) {
    const line = isMap(item) && item.range ? counter.linePos(item.range[0]).line : 1
    if (!isMap(item)) findings.push({ file, line, message: 'a card is a list of "key: value" lines; begin it with "- id:".' })
    else {
      const card = {
        file,
        line,
        id: String(item.get('id') ?? ''),
        hits: textsOf(item, 'hits'),
        misses: textsOf(item, 'misses'),
      }
      cards.push(card)
      findings.push(...[...cardFaults(card, item)].map((message) => ({ file, line, message })))
    }
  }
  return { cards, findings }
}

const textsOf = (card: YAMLMap, key: string): readonly string[] => {
  const list = card.get(key)
  return isSeq(list) ? list.items.map((item) => String(isScalar(item) ? item.value : item)) : []
}

function* cardFaults(card: RuleCard, item: YAMLMap): Generator<string> {
  if (!/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(card.id)) yield `the id "${card.id}" is none; write a–z, 0–9, -, _ and . only.`
  const name = `the rule ${card.id}`
  if (!card.hits.length) yield `${name} has no hit; add a sentence that it must catch under "hits:".`
  if (!card.misses.length) yield `${name} has no miss; add a sentence that it must leave alone under "misses:".`
  const both = card.hits.find((hit) => card.misses.includes(hit))
  if (both) yield `${name} has "${both}" as a hit and as a miss; take one out.`
  if (!String(item.get('why') ?? '').trim()) yield `${name} does not say why; add "why:".`
  if (!String(item.get('pattern') ?? '').trim()) yield `${name} has no pattern; add "pattern:".`
  const event = String(item.get('event') ?? '')
  if (!(EVENT_TYPES as readonly string[]).includes(event))
    yield `${name} names the event "${event}", which is none of the contract${didYouMean(event, EVENT_TYPES)}; see ontology/types.tsv.`
  for (const { key } of item.items) {
    const field = String(isScalar(key) ? key.value : key)
    if (!FIELDS.includes(field))
      yield `${name} has the field "${field}", which none knows${didYouMean(field, FIELDS)}; take it out.`
  }
}

/** Ids that stand twice over all files of rules. */
export function repeatedCards(cards: readonly RuleCard[]): readonly Finding[] {
  const first = new Map<string, RuleCard>()
  return cards.flatMap((card) => {
    const other = first.get(card.id)
    if (!other) first.set(card.id, card)
    return other
      ? [
          {
            file: card.file,
            line: card.line,
            message: `the rule ${card.id} stands in ${other.file}:${other.line} too; give one of the two another id.`,
          },
        ]
      : []
  })
}
