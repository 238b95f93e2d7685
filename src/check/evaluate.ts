import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../data/knowledge.ts'
import { Fault } from '../model/fault.ts'
import type { Report } from '../model/report.ts'
import type { Reader } from '../read/pipeline.ts'
import { type Alike, alikeBy } from './score/alike.ts'
import type { Figures } from './score/count.ts'
import { type FlatEvent, flatClaim, flatEvent, type GoldEvent } from './score/flat.ts'
import { type Score, type ScoreError, score } from './score/score.ts'

/** One annotated report. */
export type GoldLine = { readonly id: string; readonly events: readonly GoldEvent[] }

/** The reports written for this project and what they should give: reports.jsonl and gold.jsonl. */
export const goldFolder = (): string => join(dataFolder(), '..', 'gold', 'reports')

/** The lines of a JSONL file. @throws Fault with file, line and remedy. */
export function readJsonLines<T>(file: string): readonly T[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Fault(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}); give the path of a JSONL file.`)
  }
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return []
    try {
      return [JSON.parse(line) as T]
    } catch (error) {
      throw new Fault(`${file}:${index + 1}: is no JSON (${(error as Error).message}); write one object a line.`)
    }
  })
}

/** The reports of a JSONL file of {id, text, published?, outlet?, url?}. */
export const readReports = (file: string = join(goldFolder(), 'reports.jsonl')): readonly Report[] =>
  readJsonLines<Pick<Report, 'id' | 'text'> & Partial<Report>>(file).map(({ id, text, published, outlet, url }, index) => {
    if (typeof id !== 'string' || typeof text !== 'string')
      throw new Fault(`${file}: report ${index + 1} has no id or no text; give both as strings.`)
    return { id, text, published: published ?? null, outlet: outlet ?? null, url: url ?? null }
  })

/** The annotations of a JSONL file of {id, events}. */
export const readGold = (file: string = join(goldFolder(), 'gold.jsonl')): readonly GoldLine[] =>
  readJsonLines<GoldLine>(file).map((line, index) => {
    if (typeof line.id !== 'string' || !Array.isArray(line.events))
      throw new Fault(`${file}: annotation ${index + 1} has no id or no events; see gold/reports/GUIDE.md.`)
    return line
  })

export type Evaluation = {
  readonly reports: readonly Report[]
  readonly gold: readonly GoldLine[]
  readonly reader: Reader
  /** when two spans count as the same; by default with the fillers of this package's data */
  readonly alike?: Alike
}

/** Reads the reports and scores the claims against the annotations. @throws Fault when an annotation has no report. */
export function evaluate({ reports, gold, reader, alike = alikeBy() }: Evaluation): Score {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const wanted = new Map<string, readonly FlatEvent[]>()
  const read = new Map<string, readonly FlatEvent[]>()
  for (const { id, events } of gold) {
    const report = byId.get(id)
    if (!report) throw new Fault(`the annotation ${id} has no report of that id; give the reports that were annotated.`)
    wanted.set(id, events.map(flatEvent))
    read.set(id, reader.read(report).claims.map(flatClaim))
  }
  return score(wanted, read, alike)
}

/** The table that a terminal shows: types by frequency, slots of aligned events, the errors if wanted, then the two sums. */
export function formatEvaluation(result: Score, { errors = false }: { errors?: boolean } = {}): string {
  const types = Object.entries(result.types).sort(([, a], [, b]) => b.gold - a.gold || b.system - a.system)
  return [
    ...types.map(([type, figure]) => row(`type: ${type}`, figure)),
    ...Object.entries(result.slots).map(([slot, figure]) => row(`slot of aligned events: ${slot}`, figure)),
    ...(errors ? result.errors.map(formatError) : []),
    row('EVENTS', result.event),
    row(`TEMPLATE (${result.reports} reports)`, result.template),
  ].join('\n')
}

const row = (name: string, { precision, recall, f1, gold, system }: Figures): string =>
  `${name.padEnd(44)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}   gold ${gold}  system ${system}`

const formatError = ({ id, kind, type, trigger, gold, system }: ScoreError): string =>
  [
    `${id}  ${kind}  ${type}  [${trigger}]`,
    ...[gold, system].map((value, at) => `${at ? 'read' : 'gold'} ${JSON.stringify(value ?? null)}`),
  ].join('  ')
