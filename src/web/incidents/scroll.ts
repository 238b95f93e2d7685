import { type UIEvent, useCallback, useRef } from 'react'

const left = new Map<string, number>()

/** Keeps where a scrolling column was left, one place for each `key`, for a reader who comes back from a report. */
export function useScrollKept(key: string) {
  const restored = useRef<string | null>(null)
  /** To be called when the rows are there: a column without rows cannot be scrolled. */
  const restore = useCallback(
    (column: HTMLElement | null) => {
      if (!column || restored.current === key) return
      restored.current = key
      column.scrollTop = left.get(key) ?? 0
    },
    [key],
  )
  const onScroll = useCallback((event: UIEvent<HTMLElement>) => void left.set(key, event.currentTarget.scrollTop), [key])
  return { restore, onScroll }
}
