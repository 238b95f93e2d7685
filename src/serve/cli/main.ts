import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { Fault } from '../../model/fault.ts'
import { addEvaluate } from './evaluate.ts'
import { addExplain } from './explain.ts'
import { addIngest } from './ingest.ts'
import { addLint } from './lint.ts'
import { addRead } from './read.ts'
import { addRebuild } from './rebuild.ts'
import { addServe } from './serve.ts'
import { endOnBrokenOutput, tell } from './terminal.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }

/** The whole command line. Commands load what they need when they run, so that `read` starts fast. */
function createProgram(): Command {
  const program = new Command('tawthiq')
    .description('Reads Arabic reports of armed conflict into sourced claims, and keeps the record of them.')
    .version(version)
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
  for (const add of [addRead, addExplain, addIngest, addServe, addRebuild, addLint, addEvaluate]) add(program)
  program.addHelpText('after', '\nExample:\n  tawthiq read report.txt\n\n`tawthiq COMMAND --help` tells more of a command.')
  return program
}

/** Runs the command line. A user's mistake is one sentence on standard error and exit code 2. */
async function main(args: readonly string[]): Promise<void> {
  endOnBrokenOutput()
  const program = createProgram()
  try {
    if (args.length === 0) program.outputHelp()
    else await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    process.exitCode = fail(error)
  }
}

function fail(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    tell(`tawthiq: ${oneLine(error.message)}`)
    return 2
  }
  if (error instanceof Fault) {
    tell(`tawthiq: ${oneLine(error.message)}`)
    return 2
  }
  tell(`tawthiq: this is a mistake of the program's own, please report it.\n${error instanceof Error ? error.stack : error}`)
  return 1
}

const oneLine = (message: string): string => message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')

await main(process.argv.slice(2))
