import type { Attribution, Doc, Frame } from '../doc.ts'

/** Lays on each act what is said at its trigger, and by whom. */
export function attribute(doc: Pick<Doc, 'sayingAt'>, frames: readonly Frame[]): void {
  for (const frame of frames) {
    const said: Attribution | null = doc.sayingAt[frame.trigger.at] ?? null
    if (!said) continue
    frame.status = said.status
    if (said.source) frame.sources.push(said.source)
    frame.rules.push(...said.rules)
  }
}
