import { memo, useEffect, useRef } from 'react'
import type { Claim } from '../../serve/api/contract.ts'
import { GroupMark } from '../filters/chip.tsx'
import { whereSaid } from '../incidents/where.ts'
import { useWords } from '../words/use-words.ts'
import { ClaimFacts } from './facts.tsx'

type ClaimCardProps = { readonly claim: Claim; readonly selected: boolean; readonly onSelect: (claim: string) => void }

/** A claim in short; all that it says when it is selected. */
export const ClaimCard = memo(function ClaimCard({ claim, selected, onSelect }: ClaimCardProps) {
  const words = useWords()
  const { t, typeName, groupOf, name, range, span } = words
  const { id, type, trigger, places, time, tolls, status, background } = claim
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (selected && card.current) showIn(card.current.closest('.report-side'), card.current)
  }, [selected])
  const site = places.find(({ role }) => role !== 'within') ?? places[0]
  const siteName = site && whereSaid(words, name({ name: site.text ?? site.place ?? '', nameEn: site.nameEn }), site.relation)
  return (
    <li ref={card} className="card" data-selected={selected || undefined} data-claim={id}>
      <button type="button" className="card-head" aria-expanded={selected} onClick={() => onSelect(id)}>
        <GroupMark group={groupOf(type)} />
        <span className="row-title">{typeName(type)}</span>
        <bdi lang="ar" className="card-trigger">
          {trigger.text}
        </bdi>
        <span className="row-facts">
          {siteName && (
            <span>
              <bdi>{siteName}</bdi>
            </span>
          )}
          {time?.start && <span>{span(time.start, time.end ?? null)}</span>}
          {tolls[0] && (
            <span>
              {t(`outcome.${tolls[0].outcome}`)} <bdi dir="ltr">{range(tolls[0])}</bdi>
            </span>
          )}
          <span data-status={status}>{t(`status.${status}`)}</span>
          {background && <span>{t('claim.background')}</span>}
        </span>
      </button>
      {selected && <ClaimFacts claim={claim} />}
    </li>
  )
})

/** Only the column of cards scrolls, under its map: the page itself follows the words in the text. */
function showIn(column: Element | null, card: Element): void {
  if (!column) return
  const [outer, inner] = [column.getBoundingClientRect(), card.getBoundingClientRect()]
  const top = column.querySelector('.report-map')?.getBoundingClientRect().bottom ?? outer.top
  if (inner.top < top || inner.height > outer.bottom - top) column.scrollTop += inner.top - top - 8
  else if (inner.bottom > outer.bottom) column.scrollTop += inner.bottom - outer.bottom + 8
}
