import type { Knowledge } from '../../data/knowledge.ts'
import type { Store } from '../../record/store.ts'
import { loadReader } from './reading.ts'
import { tell } from './terminal.ts'

/** The option of the commands that need a record. */
export const RECORD = {
  flags: '--record <DIR>',
  about: 'folder of the record, or postgres:// address of its database',
  fallback: './record',
} as const

/** Opens a record over this package's knowledge and tells what opening had to mend. @throws Fault as `openRecord` does. */
export async function openStore(target: string): Promise<{ readonly record: Store; readonly knowledge: Knowledge }> {
  const { knowledge, reader } = await loadReader()
  const [{ openRecord }, { createDerive }] = await Promise.all([
    import('../../record/open.ts'),
    import('../../relate/derive.ts'),
  ])
  const derive = createDerive((report) => reader.read(report).claims, knowledge.gazetteer)
  const record = await openRecord(target, derive)
  for (const note of record.notes) tell(note)
  return { record, knowledge }
}
