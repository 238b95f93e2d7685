import type { Claim } from '../../serve/api/contract.ts'

/** What the words of a claim say; each has its own colour. In this order a later one is painted over an earlier one. */
export const LAYERS = ['others', 'sentence', 'time', 'place', 'source', 'actor', 'means', 'person', 'toll', 'trigger'] as const
export type Layer = (typeof LAYERS)[number]
export type Painted = { readonly layer: Layer; readonly from: number; readonly to: number }

type Said = { readonly text?: string | null; readonly from?: number; readonly to?: number }

/** True when the words stand in the text where the claim says: nothing is painted on other words. */
export const stands = (text: string, { text: words, from, to }: Said): boolean =>
  from !== undefined && to !== undefined && from < to && to <= text.length && (words == null || text.slice(from, to) === words)

/** What to paint: the words of the selected claim by what they say, and lightly the triggers of all the others. */
export function spansOf(text: string, claims: readonly Claim[], selected: string | null): Painted[] {
  const painted = (layer: Layer, words: readonly Said[]): Painted[] =>
    words.filter((said) => stands(text, said)).map(({ from, to }) => ({ layer, from: from!, to: to! }))
  return claims.flatMap((claim) => {
    if (claim.id !== selected) return painted('others', [claim.trigger])
    const { trigger, sentence, perpetrators, targets, places, time, means, tolls, people, sources } = claim
    return [
      ...painted('sentence', sentence ? [sentence] : []),
      ...painted('time', time ? [time] : []),
      ...painted('place', places),
      ...painted('source', sources),
      ...painted('actor', [...perpetrators, ...targets]),
      ...painted('means', means),
      ...painted('person', people),
      ...painted('toll', tolls),
      ...painted('trigger', [trigger]),
    ]
  })
}

/**
 * The claim that a click at an offset means: the one whose trigger is there, else the one with the fewest words there.
 * A caret stands between characters, so both ends of a span count. The selected claim is left for another one where both fit.
 */
export function claimAt(text: string, claims: readonly Claim[], offset: number, selected: string | null): string | null {
  const hits = claims.flatMap((claim) => {
    const [trigger, ...rest] = wordsOf(claim).filter((said) => stands(text, said) && said.from! <= offset && offset <= said.to!)
    if (!trigger) return []
    const isTrigger = trigger === claim.trigger
    const length = Math.min(...[trigger, ...rest].map(({ from, to }) => to! - from!))
    return [{ id: claim.id, isTrigger, length }]
  })
  hits.sort(
    (a, b) =>
      Number(b.isTrigger) - Number(a.isTrigger) || Number(a.id === selected) - Number(b.id === selected) || a.length - b.length,
  )
  return hits[0]?.id ?? null
}

/** The trigger comes first; the sentence is no hit, for one sentence may hold many claims. */
function wordsOf({ trigger, perpetrators, targets, places, time, means, tolls, people, sources }: Claim): Said[] {
  return [trigger, ...perpetrators, ...targets, ...places, ...(time ? [time] : []), ...means, ...tolls, ...people, ...sources]
}
