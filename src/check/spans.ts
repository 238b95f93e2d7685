import { Value } from 'typebox/value'
import { Claim } from '../model/claim.ts'
import type { Report } from '../model/report.ts'

/**
 * Where the words of claims are not words of their report, one sentence each: every object anywhere in a claim that has a
 * text or a position must be a true substring; a value without words must say that it was inferred, and why.
 */
export function spanFaults(report: Report, claims: readonly Claim[]): readonly string[] {
  return claims.flatMap((claim) =>
    [...faultsIn(claim, `${report.id}: ${claim.type}`, report.text)].concat(unsaid(report, claim)),
  )
}

function* faultsIn(value: unknown, path: string, text: string): Generator<string> {
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* faultsIn(item, `${path}[${at}]`, text)
  else if (value !== null && typeof value === 'object') {
    const said = value as { text?: unknown; from?: unknown; to?: unknown; inferred?: unknown }
    const given = [said.text, said.from, said.to].filter((part) => part !== undefined && part !== null).length
    if (given && said.inferred) yield `${path} is inferred and yet has words or a position`
    else if (given && given < 3) yield `${path} has only part of text, from and to`
    else if (given) {
      const { from, to } = said as { from: number; to: number }
      if (!(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= text.length))
        yield `${path} spans ${from}–${to} of ${text.length} letters`
      else if (text.slice(from, to) !== said.text)
        yield `${path} says "${said.text}" where the report says "${text.slice(from, to)}"`
    }
    for (const [key, part] of Object.entries(value)) yield* faultsIn(part, `${path}.${key}`, text)
  }
}

function unsaid(report: Report, claim: Claim): readonly string[] {
  const { perpetrators, targets, places, means, tolls, people, sources, mentions = [], trigger } = claim
  const lists = { trigger: [trigger], perpetrators, targets, places, means, tolls, people, sources, mentions }
  return Object.entries(lists).flatMap(([slot, list]) =>
    list
      .filter((entry) => entry.text === undefined && !(entry.inferred && entry.why))
      .map(() => `${report.id}: ${claim.type}: an entry of ${slot} has neither words nor a reason why it was inferred`),
  )
}

/** All laws that a report's claims keep: spans, the schema of the contract, ids that stand once. */
export function claimFaults(report: Report, claims: readonly Claim[]): readonly string[] {
  const ids = claims.map((claim) => claim.id)
  return [
    ...spanFaults(report, claims),
    ...claims.flatMap((claim) =>
      [...Value.Errors(Claim, claim)].map(
        ({ instancePath, message }) => `${report.id}: ${claim.type}${instancePath} ${message}`,
      ),
    ),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${report.id}: two claims have the id ${id}`),
  ]
}
