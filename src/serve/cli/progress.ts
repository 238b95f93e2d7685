import cliProgress, { type SingleBar } from 'cli-progress'

/** A count that moves to a total. */
export type Progress = { readonly at: (count: number) => void; readonly end: () => void }

const PATIENCE_MS = 2000

/** A bar on standard error that appears once two seconds have passed, and only on a terminal. */
export function createProgress(total: number, from: number = Date.now()): Progress {
  if (!process.stderr.isTTY) return { at: () => {}, end: () => {} }
  let bar: SingleBar | null = null
  return {
    at: (count) => {
      if (bar) bar.update(count)
      else if (Date.now() - from > PATIENCE_MS && count < total) bar = startBar(total, count)
    },
    end: () => bar?.stop(),
  }
}

function startBar(total: number, count: number): SingleBar {
  const format = 'Reading  {bar}  {value} of {total} reports, {eta_formatted} left'
  const bar = new cliProgress.SingleBar(
    { format, stream: process.stderr, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  )
  bar.start(total, count)
  return bar
}
