import type { Command } from 'commander'
import { Fault } from '../../model/fault.ts'
import { EVENT_TYPES, type EventType } from '../../model/types.ts'
import { reportOf } from '../export/line.ts'
import type { Incoming } from '../sources/incoming.ts'
import { loadReader, openAndTell } from './reading.ts'
import { coloured, harmless, painter, say } from './terminal.ts'

type Options = { readonly words?: readonly string[]; readonly whyNot?: string }

/** `explain FILE…` and `explain --words …`: how the reader came to its claims, and what it turned down. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .summary('show how the claims of a report came about')
    .description(
      'Prints, step by step, which rule or word of data/ was at work, what it gave and why, and what was turned down.\n' +
        'FILE is as for read.',
    )
    .argument('[FILE...]', 'what to explain')
    .option('--words <WORDS...>', 'explain these words in place of a file')
    .option('--why-not <TYPE>', 'show the nearest rules of an event type, and the first condition that each lacked')
    .addHelpText('after', '\nExample:\n  tawthiq explain report.txt --why-not "armed clash"')
    .action(run)
}

async function run(paths: readonly string[], { words, whyNot }: Options): Promise<void> {
  const type = whyNot === undefined ? undefined : await typeNamed(whyNot)
  if ((paths.length === 0) === (words === undefined)) throw new Fault('explain needs a FILE or --words, one of the two.')
  const given = words ? [typed(words.join(' '))] : await incomingOf(paths)
  const { reader } = await loadReader()
  const { explain } = await import('../../check/explain.ts')
  const colour = coloured()
  for (const [index, incoming] of given.entries()) {
    const report = reportOf(incoming)
    const head = given.length > 1 ? `${index ? '\n' : ''}${painter(colour)('bold', incoming.origin)}\n\n` : ''
    const told = explain(report, reader.read(report, { trace: true }), { whyNot: type, colour })
    await say(`${head}${harmless(told).trimEnd()}\n`)
  }
}

async function typeNamed(name: string): Promise<EventType> {
  const type = EVENT_TYPES.find((type) => type === name.trim().toLowerCase())
  if (type) return type
  const { didYouMean } = await import('../../check/finding.ts')
  throw new Fault(`--why-not: "${name}" is no event type${didYouMean(name, EVENT_TYPES)}; data/ontology/types.tsv lists them.`)
}

async function incomingOf(paths: readonly string[]): Promise<readonly Incoming[]> {
  const all: Incoming[] = []
  for await (const incoming of (await openAndTell(paths)).reports()) all.push(incoming)
  return all
}

/** Words that stood on the command line. */
const typed = (text: string): Incoming => ({
  bytes: Buffer.from(text),
  encoding: 'utf-8',
  text,
  callerId: null,
  outlet: null,
  published: null,
  url: null,
  origin: '--words',
})
