import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import type { TimelineAnswer } from '../../serve/api/contract.ts'
import { useScheme } from '../shell/scheme.ts'
import type { Lang } from '../state/view.ts'
import { dateIn } from '../words/days.ts'
import { GROUPS, paintOf } from '../words/groups.ts'
import { isolated } from '../words/isolate.ts'
import { localeOf } from '../words/numbers.ts'
import { useWords } from '../words/use-words.ts'
import { binsOf, ticksOf } from './bins.ts'
import { type Brush, brushOf, drawn, moved, type Part, stepOf } from './brush.ts'
import './timeline.css'

const HEIGHT = 92
const AXIS = 22
const GRIP = 12

export type TimelineProps = {
  readonly answer: TimelineAnswer
  readonly from: string | null
  readonly to: string | null
  readonly onSpan: (from: string | null, to: string | null) => void
}

/** Incidents by day and group. The brush over them is two sliders and a window, for the pointer and for the keyboard. */
export function Timeline({ answer, from, to, onSpan }: TimelineProps) {
  const { t, lang, number, span } = useWords()
  const scheme = useScheme()
  const { ref: box, width } = useElementSize()
  const svg = useRef<SVGSVGElement>(null)
  const [drag, setDrag] = useState<{ part: Part | 'new'; began: number; start: Brush; now: Brush } | null>(null)
  const { bins, step, highest } = useMemo(() => binsOf(answer), [answer])
  if (bins.length === 0) return <p className="timeline-none">{t('timeline.none')}</p>

  const count = bins.length
  const set = brushOf(bins, from, to)
  const brush = drag?.now ?? set
  const open = from === null && to === null && drag === null
  const inner = Math.max(0, width - 2 * GRIP)
  const wide = inner / count
  const x = (bin: number) => GRIP + bin * wide
  const barAt = (event: PointerEvent) =>
    Math.min(count - 1, Math.max(0, Math.floor((event.clientX - svg.current!.getBoundingClientRect().left - GRIP) / wide)))

  const commit = ({ from: first, to: last }: Brush) =>
    first === 0 && last === count - 1 ? onSpan(null, null) : onSpan(bins[first]!.from, bins[last]!.to)
  const grab = (part: Part | 'new') => (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    const began = barAt(event)
    setDrag({ part, began, start: set, now: part === 'new' ? drawn(began, began) : set })
  }
  const pull = (event: PointerEvent) => {
    if (!drag) return
    const at = barAt(event)
    setDrag({
      ...drag,
      now: drag.part === 'new' ? drawn(drag.began, at) : moved(drag.start, drag.part, at - drag.began, count),
    })
  }
  const drop = () => {
    if (drag) commit(drag.now)
    setDrag(null)
  }
  const press = (part: Part) => (event: KeyboardEvent) => {
    const step = stepOf(event.key, event.shiftKey, count)
    if (event.key === 'Escape') onSpan(null, null)
    else if (step !== null) commit(moved(set, part, step, count))
    else return
    event.preventDefault()
  }
  const hold = (part: Part | 'new') => ({
    onPointerDown: grab(part),
    onPointerMove: pull,
    onPointerUp: drop,
    onPointerCancel: () => setDrag(null),
  })
  const slider = (part: Part, at: number, text: string) => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': t(`timeline.${part}`),
    'aria-orientation': 'horizontal' as const,
    'aria-valuemin': 0,
    'aria-valuemax': count - 1,
    'aria-valuenow': at,
    'aria-valuetext': text,
    onKeyDown: press(part),
    ...hold(part),
  })
  const ends = { from: bins[brush.from]!.from, to: bins[brush.to]!.to }

  return (
    <div className="timeline" ref={box}>
      <div className="timeline-head">
        <span>{span(ends.from, ends.to)}</span>
        {!open && (
          <Button size="compact-xs" variant="subtle" onClick={() => onSpan(null, null)}>
            {t('timeline.clear')}
          </Button>
        )}
      </div>
      <div dir="ltr">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
        <svg
          ref={svg}
          width={width}
          height={HEIGHT + AXIS}
          role="group"
          aria-label={t('timeline.label')}
          className="timeline-chart"
        >
          <rect x={GRIP} y={0} width={inner} height={HEIGHT} className="timeline-ground" {...hold('new')} />
          {bins.map((bin, at) => {
            let top = HEIGHT
            const inside = at >= brush.from && at <= brush.to
            return (
              <g key={bin.from} className="timeline-bar" opacity={inside ? 1 : 0.28}>
                {GROUPS.map((group) => {
                  const tall = ((bin.counts[group] ?? 0) / highest) * (HEIGHT - 8)
                  top -= tall
                  const gap = wide > 6 ? 1 : 0
                  return (
                    tall > 0 && (
                      <rect
                        key={group}
                        x={x(at) + gap}
                        y={top}
                        width={Math.max(1, wide - 2 * gap)}
                        height={tall}
                        fill={paintOf(group, scheme).fill}
                      />
                    )
                  )
                })}
              </g>
            )
          })}
          <rect
            x={x(brush.from)}
            y={0}
            width={Math.max(0, (brush.to - brush.from + 1) * wide)}
            height={HEIGHT}
            className={open ? 'timeline-window open' : 'timeline-window'}
            {...(open ? hold('new') : slider('whole', brush.from, span(ends.from, ends.to)))}
          />
          <Grip at={x(brush.from)} {...slider('start', brush.from, dateIn(lang, ends.from))} />
          <Grip at={x(brush.to + 1)} {...slider('end', brush.to, dateIn(lang, ends.to))} />
          <text x={GRIP + 4} y={12} className="timeline-most">
            {number(highest)}
          </text>
          <line x1={GRIP} x2={GRIP + inner} y1={HEIGHT} y2={HEIGHT} className="timeline-axis" />
          {ticksOf(bins, Math.max(2, Math.floor(inner / 105))).map((at) => (
            <text
              key={at}
              x={x(at + 0.5)}
              y={HEIGHT + 16}
              textAnchor={at === 0 && wide < 60 ? 'start' : 'middle'}
              className="timeline-tick"
            >
              {isolated(tick(lang, bins[at]!.from, step > 1))}
            </text>
          ))}
        </svg>
      </div>
    </div>
  )
}

function Grip({ at, ...slider }: { at: number } & React.SVGProps<SVGGElement>) {
  return (
    <g className="timeline-grip" {...slider}>
      <rect x={at - 12} y={0} width={24} height={HEIGHT} fill="transparent" />
      <line x1={at} x2={at} y1={0} y2={HEIGHT} />
      <rect x={at - 5} y={HEIGHT / 2 - 13} width={10} height={26} rx={5} className="timeline-knob" />
    </g>
  )
}

/** Under days, the day and the month, for the year is in the line above; under weeks, the month and the year. */
function tick(lang: Lang, day: string, coarse: boolean): string {
  const parts = coarse ? ({ month: 'short', year: 'numeric' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(localeOf(lang), { ...parts, timeZone: 'UTC' }).format(new Date(day))
}
