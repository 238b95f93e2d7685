import { memo, useMemo } from 'react'
import { Link } from 'wouter'
import type { Incident } from '../../serve/api/contract.ts'
import { GroupMark } from '../filters/chip.tsx'
import { PaintedText } from '../report/painted.tsx'
import { excerptOf } from '../words/excerpt.ts'
import { useWords } from '../words/use-words.ts'
import { TollFacts } from './tolls.tsx'
import { placeLine } from './where.ts'

type RowProps = { readonly incident: Incident; readonly href: string; readonly onPoint: (id: string | null) => void }

/** One incident of the list: what, where, when, on what standing, and the words that say it. */
export const IncidentRow = memo(function IncidentRow({ incident, href, onPoint }: RowProps) {
  const words = useWords()
  const { t, typeName, groupOf, span } = words
  const { id, type, place, start, end, dateInferred, status, background, outlet } = incident
  const quote = useMemo(() => excerptOf(incident.quote), [incident.quote])
  const spans = useMemo(
    () => (quote.from < quote.to ? [{ layer: 'trigger' as const, from: quote.from, to: quote.to }] : []),
    [quote],
  )
  return (
    <li className="row" onPointerEnter={() => onPoint(id)} onPointerLeave={() => onPoint(null)}>
      <Link href={href} className="row-link" onFocus={() => onPoint(id)} onBlur={() => onPoint(null)}>
        <GroupMark group={groupOf(type)} />
        <span className="row-title">{typeName(type)}</span>
        <span className="row-place">{place ? <bdi>{placeLine(words, place)}</bdi> : t('list.noPlace')}</span>
      </Link>
      <span className="row-facts">
        <span>
          {start ? span(start, end) : t('list.noDate')}
          {start && dateInferred && <em className="inferred"> {t('list.dateInferred')}</em>}
        </span>
        <span data-status={status}>{t(`status.${status}`)}</span>
        {place?.precision && <span>{t(`precision.${place.precision}`, { defaultValue: place.precision })}</span>}
        <TollFacts incident={incident} />
        {background && <span>{t('claim.background')}</span>}
        {outlet && <bdi>{outlet}</bdi>}
      </span>
      {quote.text && <PaintedText text={quote.text} spans={spans} className="row-quote" />}
    </li>
  )
})
