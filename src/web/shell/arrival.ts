import { useEffect, useLayoutEffect, useRef } from 'react'

export const MAIN = 'main'

/** A new page begins at its top, with the focus on it; going back leaves the scrolling to the browser. */
export function useArrival(path: string): void {
  const back = useRef(false)
  const seen = useRef(path)
  useEffect(() => {
    const note = () => {
      back.current = true
    }
    addEventListener('popstate', note, { capture: true })
    return () => removeEventListener('popstate', note, { capture: true })
  }, [])
  useLayoutEffect(() => {
    if (seen.current === path) return
    seen.current = path
    document.getElementById(MAIN)?.focus({ preventScroll: true })
    if (!back.current) scrollTo({ top: 0, behavior: 'instant' })
    back.current = false
  }, [path])
}
