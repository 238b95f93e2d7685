import type { Knowledge } from '../../data/knowledge.ts'
import type { Reader } from '../../read/pipeline.ts'
import { type Inputs, openInputs } from '../sources/inputs.ts'
import { tell } from './terminal.ts'

/** Checked inputs; what was noted about them is told at once. */
export async function openAndTell(paths: readonly string[]): Promise<Inputs> {
  const inputs = await openInputs(paths)
  for (const note of inputs.notes) tell(note)
  return inputs
}

/** The reader over this package's `data/`, loaded only by the commands that read. */
export async function loadReader(): Promise<{ readonly knowledge: Knowledge; readonly reader: Reader }> {
  const [{ loadKnowledge }, { createReader }] = await Promise.all([
    import('../../data/knowledge.ts'),
    import('../../read/pipeline.ts'),
  ])
  const knowledge = loadKnowledge()
  return { knowledge, reader: createReader(knowledge) }
}
