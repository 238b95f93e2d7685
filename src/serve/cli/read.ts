import { type Command, Option } from 'commander'
import { readLine, reportOf } from '../export/line.ts'
import { parsePublished } from '../sources/published.ts'
import { printReading } from './print.ts'
import { loadReader, openAndTell } from './reading.ts'
import { coloured, painter, say } from './terminal.ts'

type Options = { readonly published?: string; readonly format: 'text' | 'jsonl' }

/** `read FILE…`: the claims of reports, on standard output; nothing is stored. */
export function addRead(program: Command): void {
  program
    .command('read')
    .summary('print the claims that reports make')
    .description(
      'Prints the claims that reports make, each with the words that say it. Nothing is stored.\n' +
        'FILE is .txt (one report), .jsonl (one report a line), a folder of these, or - for standard input.',
    )
    .argument('<FILE...>', 'what to read')
    .option('--published <DATE>', 'date of publication of reports that give none, such as 2016-12-11')
    .addOption(
      new Option('--format <FORMAT>', 'text for people, jsonl for programs').choices(['text', 'jsonl']).default('text'),
    )
    .addHelpText(
      'after',
      '\nExample:\n  tawthiq read report.txt --published 2016-12-11\n  tawthiq read reports.jsonl --format jsonl > claims.jsonl',
    )
    .action(read)
}

async function read(paths: readonly string[], { published, format }: Options): Promise<void> {
  const fallback = published === undefined ? null : parsePublished(published, '--published')
  const inputs = await openAndTell(paths)
  const { knowledge, reader } = await loadReader()
  const paint = painter(coloured())
  let first = true
  for await (const incoming of inputs.reports()) {
    const report = reportOf({ ...incoming, published: incoming.published ?? fallback })
    const { claims } = reader.read(report)
    if (format === 'jsonl') await say(`${JSON.stringify(readLine(report, claims))}\n`)
    else await say(`${first ? '' : '\n'}${printReading(report, incoming.origin, claims, knowledge.ontology, paint)}`)
    first = false
  }
}
