import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { Fault } from '../../model/fault.ts'
import { openStore, RECORD } from './store.ts'
import { say } from './terminal.ts'

/** `rebuild`: all that is derived, made again from the journal. */
export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .summary('work out the whole record again')
    .description(
      'Deletes every claim and incident of the record and derives them again from its reports and decisions, which stay.\n' +
        'Do this after a change to data/ or an update of Tawthiq.',
    )
    .option(RECORD.flags, RECORD.about, RECORD.fallback)
    .addHelpText('after', '\nExample:\n  tawthiq rebuild --record ./record')
    .action(rebuildRecord)
}

async function rebuildRecord({ record: target }: { readonly record: string }): Promise<void> {
  if (!target.includes('://') && !existsSync(join(target, 'VERSION')))
    throw new Fault(`${target}: there is no record here; check --record.`)
  const { record } = await openStore(target)
  try {
    const { rebuild } = await import('../../record/rebuild.ts')
    const reports = await rebuild(record)
    await say(`Derived again from ${reports} ${reports === 1 ? 'report' : 'reports'}.\n`)
  } finally {
    await record.close()
  }
}
