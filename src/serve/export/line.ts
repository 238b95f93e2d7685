import { createHash } from 'node:crypto'
import type { Claim, ReadLine } from '../../model/claim.ts'
import type { Report } from '../../model/report.ts'
import type { Incoming } from '../sources/incoming.ts'

const textSha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The report that a reader is given: by the caller's id, or by the hash of its text. */
export const reportOf = ({ text, callerId, published, outlet, url }: Incoming): Report => ({
  id: callerId ?? textSha256(text),
  text,
  published,
  outlet,
  url,
})

/** A report and its claims in the words of the contract: what `read --format jsonl` prints as one line. */
export const readLine = (report: Report, claims: readonly Claim[]): ReadLine => ({
  report: { id: report.id, published: report.published, language: 'ar', textSha256: textSha256(report.text) },
  claims: [...claims],
})
