import { useState } from 'react'

/** The latest value from before the wait began: totals on screen and the filter named beside them always belong together. */
export function useSettled<T>(value: T, waiting: boolean): T {
  const [settled, settle] = useState(value)
  if (!waiting && settled !== value) settle(value)
  return waiting ? settled : value
}
