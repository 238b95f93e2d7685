import type { Attribution, Doc, Frame } from '../doc.ts'

/** Lays on each act what is said at its trigger, and by whom. */
export function attribute(doc: Pick<Doc, 'sayingAt'>, frames: readonly Frame[]): void {
  for (const frame of frames) {
    const said: Attribution | null = doc.sayingAt[frame.trigger.at] ?? null
    if (!said) continue
    // to announce a truce is to make it
    frame.status = frame.type === 'agreement' && said.rules.includes('says.announces') ? 'asserted' : said.status
    if (said.source) frame.sources.push(said.source)
    frame.rules.push(...said.rules)
  }
}
