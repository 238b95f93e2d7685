export type Excerpt = { readonly text: string; readonly from: number; readonly to: number }

const MORE = '…'

/** The part of a quote around its trigger, cut between words, with the trigger's place in it. */
export function excerptOf({ text, from, to }: Excerpt, most = 150): Excerpt {
  const valid = from >= 0 && from < to && to <= text.length
  const trigger = valid ? { from, to } : { from: 0, to: 0 }
  if (text.length <= most) return { text, ...trigger }
  const room = Math.max(0, most - (trigger.to - trigger.from))
  const earliest = Math.max(0, trigger.from - Math.floor(room / 2))
  const start = earliest === 0 ? 0 : nextWord(text, earliest, trigger.from)
  const latest = Math.min(text.length, start + most)
  const end = latest === text.length ? latest : lastWord(text, latest, trigger.to)
  const lead = start > 0 ? `${MORE} ` : ''
  const tail = end < text.length ? ` ${MORE}` : ''
  const shift = lead.length - start
  return { text: lead + text.slice(start, end) + tail, from: trigger.from + shift, to: trigger.to + shift }
}

function nextWord(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s/)
  return space < 0 ? limit : at + space + 1
}

function lastWord(text: string, at: number, limit: number): number {
  const space = text.slice(limit, at).search(/\s\S*$/)
  return space < 0 ? Math.max(at, limit) : limit + space
}
