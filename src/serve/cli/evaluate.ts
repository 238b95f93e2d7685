import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { Fault } from '../../model/fault.ts'
import type { Report } from '../../model/report.ts'
import { reportOf } from '../export/line.ts'
import { loadReader, openAndTell } from './reading.ts'
import { say } from './terminal.ts'

type Options = { readonly reports?: string; readonly gold?: string; readonly json?: true; readonly freeze?: string }

/** `evaluate`: how well the reader does on annotated reports. */
export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .summary('score the reader on annotated reports')
    .description(
      'Reads annotated reports and prints precision, recall and F1 of each event type and slot, and then every error.\n' +
        'Without options it takes gold/reports/ of this project. The two files go together by the id of each report.',
    )
    .option('--reports <FILE>', 'the reports, .jsonl')
    .option('--gold <FILE>', 'what should be read from them, .jsonl of {id, events}')
    .option('--json', 'print one JSON object')
    .option('--freeze <FILE>', 'write the counts to a table, as gold/frozen/ keeps them')
    .addHelpText('after', '\nExample:\n  tawthiq evaluate --reports reports.jsonl --gold gold.jsonl')
    .action(run)
}

async function run({ reports, gold, json, freeze }: Options): Promise<void> {
  if ((reports === undefined) !== (gold === undefined))
    throw new Fault('--reports and --gold go together; give both or neither.')
  const { evaluate, formatEvaluation, goldFolder, readGold } = await import('../../check/evaluate.ts')
  const wanted = readGold(gold)
  const inputs = await openAndTell([reports ?? join(goldFolder(), 'reports.jsonl')])
  const read: Report[] = []
  for await (const incoming of inputs.reports()) read.push(reportOf(incoming))
  const { reader } = await loadReader()
  const result = evaluate({ reports: read, gold: wanted, reader })
  if (freeze !== undefined) writeTable(freeze, (await import('../../check/frozen.ts')).frozenTable(result))
  await say(`${json ? JSON.stringify(result) : formatEvaluation(result, { errors: true })}\n`)
}

/** @throws Fault when the file cannot be written. */
function writeTable(file: string, table: string): void {
  try {
    writeFileSync(file, table)
  } catch (error) {
    throw new Fault(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}); give a file in a folder that is there.`,
    )
  }
}
