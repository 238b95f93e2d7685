import { Button, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { useReports } from '../ask/queries.ts'
import { Failure, Notice, Waiting } from '../shell/notices.tsx'
import { useTitle } from '../shell/title.ts'
import { useView } from '../state/use-view.ts'
import { useWords } from '../words/use-words.ts'

/** All reports, newest first. */
export function Reports() {
  const { t, number, date } = useWords()
  const { href } = useView()
  useTitle(t('reports.title'))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReports()
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  const heads = data.pages.flatMap((page) => page.items)
  if (heads.length === 0) return <Notice title={t('notice.empty')}>{t('notice.emptyHelp')}</Notice>
  const all = data.pages[0]?.all ?? heads.length
  return (
    <div className="sheet">
      <Title order={1} size="h3">
        {t('reports.title')}
      </Title>
      <Text c="dimmed" size="sm">
        {t('reports.scope', { count: all, shown: number(heads.length), all: number(all) })}
      </Text>
      <ul className="rows">
        {heads.map(({ id, outlet, published, opening, claims, gap }) => (
          <li key={id} className="row">
            <Link href={href(`/reports/${id}`)} className="row-link">
              <span className="row-title">
                <bdi>{outlet ?? t('reports.noOutlet')}</bdi>
              </span>
            </Link>
            <span className="row-facts">
              <span>{published ? date(published) : t('reports.noDate')}</span>
              <span>{t('reports.claims', { count: claims, number: number(claims) })}</span>
            </span>
            {opening && (
              <p className="row-quote" dir="rtl" lang="ar">
                {opening}
              </p>
            )}
            {gap && (
              <p className="row-gap">
                {t('reports.gap')} <bdi lang="en">{gap}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </div>
  )
}
