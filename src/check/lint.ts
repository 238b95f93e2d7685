import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import type { Report } from '../model/report.ts'
import type { Reader } from '../read/pipeline.ts'
import { type RuleCard, readCards, repeatedCards } from './cards.ts'
import { didYouMean, type Finding } from './finding.ts'
import { filesUnder } from './imports.ts'
import { SCHEMAS, type Schema } from './schemas.ts'
import { spellingFindings } from './spelling.ts'
import { parseTable, tableFindings } from './tables.ts'

const MANIFEST = 'MANIFEST.tsv'

/**
 * Everything that is wrong in a `data/` folder, by file and line. Bad data is told, never thrown. Whether the rules catch
 * their hits is for `lintRules`, which needs a reader.
 */
export function lintData(folder: string, schemas: Readonly<Record<string, Schema>> = SCHEMAS): readonly Finding[] {
  const files = filesUnder(folder)
  const texts = new Map(
    files.filter((file) => /\.(tsv|ya?ml)$/.test(file)).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  const tables = [...texts]
    .filter(([file]) => file.endsWith('.tsv') && file !== MANIFEST)
    .map(([file, text]) => parseTable(file, text))
  const rules = [...texts].filter(([file]) => /\.ya?ml$/.test(file)).map(([file, text]) => readCards(file, text))
  return [
    ...manifestFindings(files, texts.get(MANIFEST)),
    ...[...texts].flatMap(([file, text]) => spellingFindings(file, text)),
    ...tables.flatMap((table) => {
      const schema = schemas[table.file]
      if (schema) return tableFindings(table, schema, tables)
      const hint = didYouMean(table.file, Object.keys(schemas))
      return [{ file: table.file, line: 1, message: `no schema knows this list${hint}; describe it in src/check/schemas.ts.` }]
    }),
    ...rules.flatMap((file) => file.findings),
    ...repeatedCards(rules.flatMap((file) => file.cards)),
  ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
}

/** The manifest lists every file of the folder once, with what it holds and who owns it. */
function manifestFindings(files: readonly string[], text: string | undefined): readonly Finding[] {
  const find = (line: number, message: string): Finding => ({ file: MANIFEST, line, message })
  if (text === undefined) return [find(1, 'is missing; list every data file in it: file, what, owner, parted by tabs.')]
  const { header, rows } = parseTable(MANIFEST, text)
  if (header.join(' ') !== 'file what owner') return [find(1, `the header is "${header.join(' ')}"; write "file what owner".`)]
  const listed = rows.map((row) => row.cells.file!)
  const there = files.filter((file) => file !== MANIFEST && file !== 'README.md')
  return [
    ...there
      .filter((file) => !listed.includes(file))
      .map((file) => ({ file, line: 1, message: `is not listed in ${MANIFEST}; add its row, or remove the file.` })),
    ...rows.flatMap(({ line, cells }, at) => [
      ...(there.includes(cells.file!)
        ? []
        : [find(line, `${cells.file} is listed but not there${didYouMean(cells.file!, there)}; mend the row.`)]),
      ...(listed.indexOf(cells.file!) === at ? [] : [find(line, `${cells.file} is listed twice; keep one row.`)]),
      ...(cells.what && cells.owner ? [] : [find(line, `${cells.file} lacks what it holds or who owns it; fill both.`)]),
      ...(at && listed[at - 1]! > cells.file!
        ? [find(line, `${cells.file} stands after ${listed[at - 1]}; sort the rows by file.`)]
        : []),
    ]),
  ]
}

/** The rule cards of a `data/` folder, for `lintRules`. @throws Fault when a card cannot be read. */
export function loadCards(folder: string): readonly RuleCard[] {
  return filesUnder(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) => {
      const { cards, findings } = readCards(file, readFileSync(join(folder, file), 'utf8'))
      if (findings[0]) throw new Fault(`${file}:${findings[0].line}: ${findings[0].message}`)
      return cards
    })
}

/** Reads every rule's own examples: the rule must be at work in each hit and in no miss. */
export function lintRules(reader: Reader, rules: readonly RuleCard[]): readonly Finding[] {
  return rules.flatMap((rule) => {
    const find = (message: string): Finding => ({ file: rule.file, line: rule.line, message })
    return [
      ...rule.hits
        .filter((hit) => !atWork(reader, rule.id, hit))
        .map((hit) => find(`the rule ${rule.id} does not catch its hit "${hit}"; mend the pattern or the hit.`)),
      ...rule.misses
        .filter((miss) => atWork(reader, rule.id, miss))
        .map((miss) => find(`the rule ${rule.id} catches its miss "${miss}"; narrow the pattern.`)),
    ]
  })
}

function atWork(reader: Reader, rule: string, text: string): boolean {
  const report: Report = { id: rule, text, published: null, outlet: null, url: null }
  const { claims, trace } = reader.read(report, { trace: true })
  return (
    claims.some((claim) => claim.rules.includes(rule)) || trace.some((step) => step.rule === rule && step.lacked === undefined)
  )
}
