import { join } from 'node:path'
import { dataFolder } from '../../data/knowledge.ts'
import { readTable } from '../../data/table.ts'

/** True when two spans say the same: more than half of their weighing words are shared (Dice). */
export type Alike = (a: string, b: string) => boolean

// The scorer's own folding, apart from the reader's: a change to how we read must not move the measure.
const MARKS = /[\u064b-\u065f\u0670\u0640]/g
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[\u0623\u0625\u0622\u0671]/g, '\u0627'],
  [/[\u0649\u0626]/g, '\u064a'],
  [/\u0629/g, '\u0647'],
  [/\u0624/g, '\u0648'],
]
const BETWEEN = /[^\p{L}\p{N}]+/u

// wa-, fa- before two letters or more and a third; bi-, li-, ka- before the article; li- grown into it; the article; pronouns
const CONJUNCTION = /^[\u0648\u0641](?=.{3})/su
const PREPOSITION = /^[\u0628\u0644\u0643](?=\u0627\u0644)/u
const TO_THE = /^\u0644\u0644/u
const ARTICLE = /^\u0627\u0644(?=..)/u
const PRONOUN = /(?<=...)(?:\u0647\u0646|\u0647\u0645|\u0647\u0627|\u0647\u0645\u0627)$/u

/** How alike two spans are, without the words of `data/lexicon/fillers.tsv`, clitics and spelling. */
export function alikeBy(folder: string = dataFolder()): Alike {
  const rows = readTable(join(folder, 'lexicon', 'fillers.tsv'), ['id', 'name', 'note', 'source'])
  const fillers = new Set(rows.map((row) => folded(row.name)))
  const known = new Map<string, ReadonlySet<string>>()
  const weighing = (text: string): ReadonlySet<string> => {
    const all = folded(text).split(' ').filter(Boolean)
    const kept = all.filter((word) => !fillers.has(word))
    return new Set((kept.length ? kept : all).map(stem))
  }
  const words = (text: string): ReadonlySet<string> => {
    const before = known.get(text)
    if (before) return before
    const set = weighing(text)
    known.set(text, set)
    return set
  }
  return (a, b) => {
    const [left, right] = [words(a), words(b)]
    const shared = [...left].filter((word) => right.has(word)).length
    return 4 * shared > left.size + right.size
  }
}

function folded(text: string): string {
  const bare = text.normalize('NFKC').replace(MARKS, '')
  const one = LETTERS.reduce((word, [from, to]) => word.replace(from, to), bare)
  return one.split(BETWEEN).filter(Boolean).join(' ')
}

function stem(word: string): string {
  const bare = word.replace(CONJUNCTION, '').replace(PREPOSITION, '').replace(TO_THE, '\u0627\u0644')
  return bare.replace(ARTICLE, '').replace(PRONOUN, '')
}
