import { type HTMLAttributes, useLayoutEffect, useRef } from 'react'
import { LAYERS, type Painted } from './spans.ts'
import './painted.css'

type PaintedTextProps = { readonly text: string; readonly spans: readonly Painted[] } & Omit<
  HTMLAttributes<HTMLElement>,
  'children'
>

/**
 * A text with words painted over it. The text is one node and stays one: boxes inside Arabic words would break the joining of
 * letters and the order of words. The paint is a highlight of the browser; where there is none, the text is whole without it.
 */
export function PaintedText({ text, spans, ...rest }: PaintedTextProps) {
  const block = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const node = block.current?.firstChild
    if (!node || !('highlights' in CSS)) return
    const ranges = spans.map(({ layer, from, to }) => ({ layer, range: rangeIn(node, from, to) }))
    for (const { layer, range } of ranges) highlightNamed(layer).add(range)
    return () => {
      for (const { layer, range } of ranges) highlightNamed(layer).delete(range)
    }
  }, [spans])
  return (
    <div ref={block} dir="rtl" lang="ar" {...rest}>
      {text}
    </div>
  )
}

export function rangeIn(node: Node, from: number, to: number): Range {
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  return range
}

function highlightNamed(layer: Painted['layer']): Highlight {
  const known = CSS.highlights.get(layer)
  if (known) return known
  const made = new Highlight()
  made.priority = LAYERS.indexOf(layer)
  CSS.highlights.set(layer, made)
  return made
}
