import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import type { Knowledge } from '../../data/knowledge.ts'
import type { Store } from '../../record/store.ts'
import { type Address, LISTEN, parseAddress, probe, refusal } from './address.ts'
import { heldIn, ingestInputs, ingestTable } from './ingest.ts'
import { openAndTell } from './reading.ts'
import { openStore, RECORD } from './store.ts'
import { say, tell } from './terminal.ts'

type Options = { readonly record: string; readonly port: string; readonly host: string }

/** `serve`: the record in the browser; `start`: the same, after the examples were read. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .summary('show the record in the browser')
    .description('Serves the app and its API over the record until Ctrl-C.')
    .option(...LISTEN.port)
    .option(RECORD.flags, RECORD.about, RECORD.fallback)
    .option(...LISTEN.host)
    .addHelpText('after', '\nExample:\n  tawthiq serve --record ./record --port 8751')
    .action((options: Options) => run(options, null))
  program
    .command('start')
    .summary('read the example bulletins, then serve')
    .description('Adds the invented bulletins of examples/ to the record, which takes them once, and serves it until Ctrl-C.')
    .option(...LISTEN.port)
    .option(RECORD.flags, RECORD.about, RECORD.fallback)
    .option(...LISTEN.host)
    .addHelpText('after', '\nExample:\n  tawthiq start --record /tmp/first-look')
    .action(async (options: Options) => run(options, join(await packageFolder(), 'examples')))
}

async function run(options: Options, examples: string | null): Promise<void> {
  const address = parseAddress(options)
  const web = await webFolder()
  await probe(address)
  // the first start makes a database, which takes some seconds
  if (process.stderr.isTTY) tell(`Opening the record ${options.record} …`)
  const inputs = examples === null ? null : await openAndTell([examples])
  const { record, knowledge } = await openStore(options.record)
  try {
    if (inputs) {
      const counts = await ingestInputs(inputs, record)
      await say(ingestTable(counts, await heldIn(record)))
    }
    // ingestInputs set a code when it was told to stop
    if (process.exitCode === undefined) await listen(record, knowledge, web, address)
  } finally {
    await record.close()
  }
}

/** Serves until the process is told to stop; a second Ctrl-C does not wait for what is under way. */
async function listen(record: Store, knowledge: Knowledge, webFolder: string | null, address: Address): Promise<void> {
  const [{ createServer }, { viewOf }] = await Promise.all([import('../api/server.ts'), import('../api/view.ts')])
  const view = viewOf(address.host)
  const server = await createServer({ record, knowledge, view, webFolder })
  let where: string
  try {
    where = await server.listen(address)
  } catch (error) {
    await server.close()
    throw refusal(error, address)
  }
  if (view === 'public')
    tell(
      `${address.host} can be reached by others, so this is the public view: texts and names are withheld, places coarsened, positions delayed.`,
    )
  await say(`\nTawthiq is at ${where}  (Ctrl-C ends it)\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  server.server.closeAllConnections()
  await server.close()
}

/** The built app; without it the API is served alone. */
async function webFolder(): Promise<string | null> {
  const folder = join(await packageFolder(), 'dist', 'web')
  if (existsSync(join(folder, 'index.html'))) return folder
  tell('The app is not built, so the API is served alone; npm run build:web builds it.')
  return null
}

/** The folder of this package: `data/`, `examples/` and `dist/` stand in it. */
async function packageFolder(): Promise<string> {
  const { dataFolder } = await import('../../data/knowledge.ts')
  return dirname(dataFolder())
}
