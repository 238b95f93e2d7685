import type { Gazetteer } from '../data/gazetteer.ts'
import type { Claim } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import type { Derive } from '../record/derive.ts'
import { incidentsOf } from './incidents.ts'

/** What a record derives from each report: the claims that `read` finds, and their incidents. */
export const createDerive =
  (read: (report: Report) => readonly Claim[], gazetteer: Gazetteer): Derive =>
  (report) => {
    const claims = read(report)
    return { claims, incidents: claims.flatMap((claim) => incidentsOf(report, claim, gazetteer)) }
  }
