import { CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { MapPoint } from '../../serve/api/contract.ts'
import { GroupMark } from '../filters/chip.tsx'
import { useView } from '../state/use-view.ts'
import { useWords } from '../words/use-words.ts'

type PickedProps = { readonly points: readonly MapPoint[]; readonly onClose: () => void }

/** The incidents of the mark that was clicked on the map. */
export function Picked({ points, onClose }: PickedProps) {
  const words = useWords()
  const { t, number, typeName, date, name } = words
  const { href } = useView()
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  const names = [...new Set(points.map(name))]
  return (
    <section className="picked" aria-label={t('map.picked')} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <div className="picked-head">
        <strong>
          <bdi>{names.slice(0, 2).join(words.lang === 'ar' ? '\u060c ' : ', ')}</bdi>
        </strong>
        <span>{t('map.pickedCount', { count: points.length, number: number(points.length) })}</span>
        <CloseButton ref={close} aria-label={t('map.close')} size="sm" onClick={onClose} />
      </div>
      <ul className="picked-list">
        {points.map(({ id, type, group, start, status, precision }) => (
          <li key={id}>
            <Link href={href(`/incidents/${id}`)} className="row-link">
              <GroupMark group={group} />
              <span className="row-title">{typeName(type)}</span>
            </Link>
            <span className="row-facts">
              <span>{start ? date(start) : t('list.noDate')}</span>
              <span data-status={status}>{t(`status.${status}`)}</span>
              {precision && <span>{t(`precision.${precision}`, { defaultValue: precision })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
