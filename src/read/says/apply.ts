import type { Doc, Frame } from '../doc.ts'

/** Lays the attributions over the acts that they hold for: denial over doubt over a claim; the innermost source last. */
export function attribute(doc: Pick<Doc, 'attributions'>, frames: readonly Frame[]): void {
  const weight = { asserted: 0, claimed: 1, unconfirmed: 2, denied: 3 }
  for (const frame of frames) {
    const { at } = frame.trigger
    for (const attribution of doc.attributions) {
      if (at < attribution.first || at >= attribution.end) continue
      if (weight[attribution.status] > weight[frame.status]) frame.status = attribution.status
      if (attribution.source && !frame.sources.some(({ from }) => from === attribution.source!.from))
        frame.sources.push(attribution.source)
      frame.rules.push(attribution.rule)
    }
  }
}
