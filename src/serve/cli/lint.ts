import { join, relative } from 'node:path'
import type { Command } from 'commander'
import { say } from './terminal.ts'

/** `lint`: what is wrong in `data/`. */
export function addLint(program: Command): void {
  program
    .command('lint')
    .summary('check the words, places and rules of data/')
    .description('Prints what is wrong in data/, one finding a line, and ends with 1 if there is any.')
    .addHelpText('after', '\nExample:\n  tawthiq lint')
    .action(lint)
}

async function lint(): Promise<void> {
  const [{ dataFolder, loadKnowledge }, { formatFindings }, { lintData, lintRules, loadCards }, { createReader }] =
    await Promise.all([
      import('../../data/knowledge.ts'),
      import('../../check/finding.ts'),
      import('../../check/lint.ts'),
      import('../../read/pipeline.ts'),
    ])
  const folder = dataFolder()
  const wrong = lintData(folder)
  // rules can be tried only over data that loads
  const findings = wrong.length ? wrong : lintRules(createReader(loadKnowledge(folder)), loadCards(folder))
  if (findings.length === 0) return
  const shown = findings.map((finding) => ({ ...finding, file: relative(process.cwd(), join(folder, finding.file)) }))
  await say(`${formatFindings(shown)}\n`)
  process.exitCode = 1
}
