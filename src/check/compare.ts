import type { Claim, ReadLine } from '../model/claim.ts'
import { summary } from './summary.ts'

/** One sentence that is read differently: what it gave before and no more, and what it gives now and did not. */
export type Difference = {
  readonly report: string
  readonly sentence: string
  readonly lost: readonly string[]
  readonly gained: readonly string[]
}

/** The sentences that two readings of the same reports read differently, in the order of the reports. */
export function differences(before: readonly ReadLine[], after: readonly ReadLine[]): readonly Difference[] {
  const [old, now] = [bySentence(before), bySentence(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => {
      const [was, is] = [old.get(key), now.get(key)]
      const { report, sentence, at } = (was ?? is)!
      const [a, b] = [was?.claims ?? [], is?.claims ?? []]
      return { report, sentence, at, lost: without(a, b), gained: without(b, a) }
    })
    .filter(({ lost, gained }) => lost.length || gained.length)
    .sort((a, b) => (a.report === b.report ? a.at - b.at : a.report < b.report ? -1 : 1))
    .map(({ report, sentence, lost, gained }) => ({ report, sentence, lost, gained }))
}

/** What a reviewer reads: each such sentence, the claims it lost (-) and the claims it gained (+). */
export function compare(before: readonly ReadLine[], after: readonly ReadLine[]): string {
  const found = differences(before, after)
  if (!found.length) return 'every sentence is read as before'
  const lines = found.map(({ report, sentence, lost, gained }) =>
    [`${report}: ${sentence}`, ...lost.map((claim) => `  - ${claim}`), ...gained.map((claim) => `  + ${claim}`)].join('\n'),
  )
  return [...lines, `${found.length} ${found.length === 1 ? 'sentence is' : 'sentences are'} read differently`].join('\n\n')
}

type Read = { readonly report: string; readonly sentence: string; readonly at: number; readonly claims: string[] }

function bySentence(lines: readonly ReadLine[]): Map<string, Read> {
  const sentences = new Map<string, Read>()
  for (const { report, claims } of lines)
    for (const claim of claims) {
      const { text, from } = sentenceOf(claim)
      const key = `${report.id}\n${from}\n${text}`
      const read = sentences.get(key) ?? { report: report.id, sentence: text, at: from, claims: [] }
      read.claims.push(summary(claim))
      sentences.set(key, read)
    }
  return sentences
}

const sentenceOf = ({ sentence, trigger }: Claim) => {
  const { text = '', from = 0 } = sentence?.text === undefined ? trigger : sentence
  return { text: text.replace(/\s+/g, ' ').trim(), from }
}

/** `list` less `other`, each entry as often as it is there. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other]
  return list.filter((entry) => {
    const at = rest.indexOf(entry)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}
