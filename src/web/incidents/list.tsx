import { Button } from '@mantine/core'
import { useIncidents } from '../ask/queries.ts'
import { Failure, Notice, Waiting } from '../shell/notices.tsx'
import { useView } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { useWords } from '../words/use-words.ts'
import { IncidentRow } from './row.tsx'

/** The incidents that the filter finds, latest first. */
export function IncidentList({ view, onPoint }: { readonly view: View; readonly onPoint: (id: string | null) => void }) {
  const { t } = useWords()
  const { href } = useView()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useIncidents(view)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  const items = data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <Notice title={t('list.none')}>{t('list.noneHelp')}</Notice>
  return (
    <>
      <ul className="rows" aria-label={t('list.label')}>
        {items.map((incident) => (
          <IncidentRow
            key={incident.id}
            incident={incident}
            href={href(`/reports/${incident.report}`, { claim: incident.claim })}
            onPoint={onPoint}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button fullWidth variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  )
}
