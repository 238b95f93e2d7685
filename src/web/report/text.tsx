import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import type { Claim } from '../../serve/api/contract.ts'
import { PaintedText, rangeIn } from './painted.tsx'
import { claimAt, spansOf, stands } from './spans.ts'

/** Where the card of the selected claim lies over the lower half of the page. */
const NARROW = '(max-width: 900px)'

type ReportTextProps = {
  readonly text: string
  readonly claims: readonly Claim[]
  readonly selected: string | null
  readonly label: string
  readonly onSelect: (claim: string) => void
}

/** The report whole, with the claims painted on it. The cards say to screen readers what the paint says to eyes. */
export function ReportText({ text, claims, selected, label, onSelect }: ReportTextProps) {
  const box = useRef<HTMLElement>(null)
  const spans = useMemo(() => spansOf(text, claims, selected), [text, claims, selected])

  useEffect(() => {
    const trigger = claims.find(({ id }) => id === selected)?.trigger
    const node = box.current?.firstChild?.firstChild
    if (trigger && node && stands(text, trigger)) show(rangeIn(node, trigger.from!, trigger.to!))
  }, [text, claims, selected])

  const click = (event: MouseEvent) => {
    if (getSelection()?.isCollapsed === false) return
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY)
    if (!caret || caret.offsetNode !== box.current?.firstChild?.firstChild) return
    const claim = claimAt(text, claims, caret.offset, selected)
    if (claim) onSelect(claim)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the cards beside the text are the same choice for the keyboard
    <section ref={box} className="report-text" aria-label={label} onClick={click}>
      <PaintedText text={text} spans={spans} className="report-words" />
    </section>
  )
}

/** Scrolls only when the words are out of sight: a reader in the middle of the text stays there. */
function show(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect()
  const clear = matchMedia(NARROW).matches ? innerHeight / 2 : innerHeight - 60
  if (top > 140 && bottom < clear) return
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
  scrollBy({ top: top - Math.max(150, innerHeight * 0.25), behavior })
}
