import { START } from './chain.ts'
import type { Decision } from './decision.ts'
import { lockMark, saveMark } from './follow.ts'
import type { Store } from './store.ts'

/** Appends a decision to the record's journal; it lasts when this returns. @returns its number. */
export async function decide(store: Store, decision: Decision): Promise<number> {
  return store.db.transaction().execute(async (db) => {
    let mark = await lockMark(db, 'decisions')
    // lines that a crash kept from the mark come first
    for (let more = true; more; ) {
      const next = await store.decisions.read(db, mark, 1000)
      more = next.lines.length > 0
      mark = next.mark
    }
    await store.decisions.append(db, mark, [decision])
    const after = await store.decisions.read(db, mark, 1)
    await saveMark(db, 'decisions', after.mark)
    return after.mark.seq
  })
}

/** All decisions in order, withdrawn ones too. */
export async function listDecisions(store: Store): Promise<readonly (Decision & { readonly number: number })[]> {
  const all: (Decision & { number: number })[] = []
  for (let mark = START; ; ) {
    const { lines, mark: next } = await store.decisions.read(store.db, mark, 1000)
    if (lines.length === 0) return all
    for (const { seq, entry } of lines) if (entry) all.push({ ...entry, number: seq })
    mark = next
  }
}
