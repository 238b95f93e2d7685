import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useIncidents, useMapPoints, usePlaces, useSummary, useTimeline } from '../ask/queries.ts'
import { Filters } from '../filters/filters.tsx'
import { IncidentList } from '../incidents/list.tsx'
import { Picked } from '../incidents/picked.tsx'
import { Scope } from '../incidents/scope.tsx'
import { useScrollKept } from '../incidents/scroll.ts'
import { Failure, Notice, Waiting } from '../shell/notices.tsx'
import { useTitle } from '../shell/title.ts'
import { useSettled } from '../state/use-settled.ts'
import { useView } from '../state/use-view.ts'
import { filterParams } from '../state/view.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { useWords } from '../words/use-words.ts'
import './overview.css'

const IncidentMap = lazy(() => import('../map/map.tsx'))
const NO_PLACES: never[] = []

/** Map, timeline and list over one filter. */
export function Overview() {
  const { t } = useWords()
  const { view, change } = useView()
  const summary = useSummary()
  const incidents = useIncidents(view)
  const map = useMapPoints(view)
  const timeline = useTimeline(view)
  const places = usePlaces()
  useTitle(t('app.overview'))
  const [pointed, setPointed] = useState<string | null>(null)
  const [picked, setPicked] = useState<readonly string[]>([])
  const pins = useMemo(() => map.data?.points ?? [], [map.data])
  const pickedPoints = useMemo(() => pins.filter(({ id }) => picked.includes(id)), [pins, picked])
  const busy = [incidents, map, timeline].some(({ isPlaceholderData }) => isPlaceholderData)
  const counted = useSettled(view, busy)
  const { restore, onScroll } = useScrollKept(filterParams(view).toString())
  const span = useCallback((from: string | null, to: string | null) => change({ from, to }, { replace: true }), [change])

  if (summary.error) return <Failure error={summary.error} onRetry={() => void summary.refetch()} />
  if (!summary.data) return <Waiting />
  if (summary.data.reports === 0) return <Notice title={t('notice.empty')}>{t('notice.emptyHelp')}</Notice>
  return (
    <div className="overview">
      <a className="skip" href="#incidents">
        {t('list.skip')}
      </a>
      <h1 className="unseen">{t('app.overview')}</h1>
      <Filters view={view} summary={summary.data} change={change} />
      <section className="overview-map" aria-label={t('map.region')}>
        {map.error ? (
          <Failure error={map.error} onRetry={() => void map.refetch()} />
        ) : (
          <Suspense fallback={<Waiting />}>
            <IncidentMap
              pins={pins}
              places={places.data ?? NO_PLACES}
              marked={pointed}
              onPick={setPicked}
              label={t('map.label')}
            />
          </Suspense>
        )}
        {pickedPoints.length > 0 && <Picked points={pickedPoints} onClose={() => setPicked([])} />}
      </section>
      <section className="overview-time" aria-label={t('timeline.region')}>
        {timeline.error && <Failure error={timeline.error} onRetry={() => void timeline.refetch()} />}
        {timeline.data && <Timeline answer={timeline.data} from={view.from} to={view.to} onSpan={span} />}
      </section>
      <section
        ref={incidents.data ? restore : undefined}
        onScroll={onScroll}
        id="incidents"
        tabIndex={-1}
        className="overview-list"
        aria-label={t('list.region')}
      >
        <Scope
          view={counted}
          busy={busy}
          summary={summary.data}
          page={incidents.data?.pages[0]}
          map={map.data}
          timeline={timeline.data}
        />
        <IncidentList view={view} onPoint={setPointed} />
      </section>
    </div>
  )
}
