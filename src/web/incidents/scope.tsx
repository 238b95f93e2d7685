import type { IncidentPage, MapAnswer, Summary, TimelineAnswer } from '../../serve/api/contract.ts'
import type { View } from '../state/view.ts'
import { useWords } from '../words/use-words.ts'

type ScopeProps = {
  readonly view: View
  readonly summary: Summary
  readonly page: IncidentPage | undefined
  readonly map: MapAnswer | undefined
  readonly timeline: TimelineAnswer | undefined
  /** true while these are still the totals of the filter before */
  readonly busy: boolean
}

/** What the totals count, and how many incidents the map and the timeline cannot show: these are in the list. */
export function Scope({ view, summary, page, map, timeline, busy }: ScopeProps) {
  const { t, number, span } = useWords()
  if (!page) return <p className="scope" />
  const first = view.from ?? summary.first
  const last = view.to ?? summary.last
  const counts = { count: page.all, found: number(page.found), all: number(page.all) }
  const shelf = [
    map && map.unplaced > 0 && t('scope.unplaced', { count: map.unplaced, number: number(map.unplaced) }),
    timeline && timeline.undated > 0 && t('scope.undated', { count: timeline.undated, number: number(timeline.undated) }),
  ].filter((line) => line !== undefined && line !== false)
  return (
    <div className="scope" role="status" aria-busy={busy}>
      <p className="scope-count">
        {t('scope.found', counts)}
        {first && last && (
          <>
            {t('scope.comma')} <bdi>{span(first, last)}</bdi>
          </>
        )}
      </p>
      {shelf.length > 0 && <p className="scope-shelf">{shelf.join(' · ')}</p>}
    </div>
  )
}
