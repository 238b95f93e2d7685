import type { Command } from 'commander'
import type { Totals } from '../../record/reports.ts'
import type { Store } from '../../record/store.ts'
import type { IngestCounts } from '../ingest.ts'
import type { Incoming } from '../sources/incoming.ts'
import type { Inputs } from '../sources/inputs.ts'
import { openAndTell } from './reading.ts'
import { openStore, RECORD } from './store.ts'
import { countTable } from './table.ts'
import { say, tell } from './terminal.ts'

type Options = { readonly record: string; readonly json?: true }

/** `ingest PATH…`: reports into the record. */
export function addIngest(program: Command): void {
  program
    .command('ingest')
    .summary('add reports to the record')
    .description(
      'Adds reports to the record and works out their claims and incidents. A report that is there already is not added twice.\n' +
        'PATH is .txt, .jsonl, a folder of these, or - for standard input. If one input is faulty, nothing is added.',
    )
    .argument('<PATH...>', 'what to add')
    .option(RECORD.flags, RECORD.about, RECORD.fallback)
    .option('--json', 'print the counts as one line of JSON')
    .addHelpText('after', '\nExample:\n  tawthiq ingest reports/ --record ./record')
    .action(ingestPaths)
}

async function ingestPaths(paths: readonly string[], options: Options): Promise<void> {
  const inputs = await openAndTell(paths)
  const { record } = await openStore(options.record)
  try {
    const counts = await ingestInputs(inputs, record)
    const held = await heldIn(record)
    await say(options.json ? `${JSON.stringify({ ...counts, record: held })}\n` : ingestTable(counts, held))
  } finally {
    await record.close()
  }
}

/**
 * Puts inputs into an open record with a bar for the impatient. Ctrl-C ends it after the batch at hand, which lasts;
 * the same command then goes on from there.
 */
export async function ingestInputs(inputs: Inputs, record: Store): Promise<IngestCounts> {
  const [{ ingest }, { createProgress }] = await Promise.all([import('../ingest.ts'), import('./progress.ts')])
  const progress = createProgress(inputs.count)
  let stopped = false
  const stop = () => {
    stopped = true
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  async function* untilStopped(): AsyncGenerator<Incoming> {
    for await (const incoming of inputs.reports()) {
      if (stopped) return
      yield incoming
    }
  }
  try {
    return await ingest(untilStopped(), { record, onProgress: ({ added, known }) => progress.at(added + known) })
  } finally {
    progress.end()
    process.off('SIGINT', stop).off('SIGTERM', stop)
    if (stopped) {
      tell('Stopped; what the table counts is in the record, and the same command adds the rest.')
      process.exitCode = 130
    }
  }
}

/** How much the whole record holds. */
export type Held = Totals & { readonly incidents: number }

export async function heldIn({ db }: Store): Promise<Held> {
  const [{ totals }, { countIncidents }] = await Promise.all([
    import('../../record/reports.ts'),
    import('../../record/find.ts'),
  ])
  return { ...(await totals(db)), incidents: await countIncidents(db, {}) }
}

/** What an ingest added and what the record now holds, as the closing table. */
export const ingestTable = (counts: IngestCounts, held: Held): string =>
  countTable(
    ['added', 'in the record'],
    [
      ['Reports', counts.added, held.reports],
      ...(counts.known ? [['  known already', counts.known, null] as const] : []),
      ...(held.unread ? [['  that could not be read', counts.unread, held.unread] as const] : []),
      ['Claims', counts.claims, held.claims],
      ['Incidents', counts.incidents, held.incidents],
      ['Places found', counts.placesFound, held.placesFound],
      ['Places not found', counts.placesNotFound, held.placesNotFound],
    ],
  )
