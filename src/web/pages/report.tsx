import { Anchor, Title } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { ReportAnswer } from '../../serve/api/contract.ts'
import { useReport } from '../ask/queries.ts'
import { ClaimCard } from '../report/card.tsx'
import { ClaimMap } from '../report/claim-map.tsx'
import { Legend } from '../report/legend.tsx'
import { ReportText } from '../report/text.tsx'
import { Failure, Notice, Waiting } from '../shell/notices.tsx'
import { useTitle } from '../shell/title.ts'
import { useView } from '../state/use-view.ts'
import { useWords } from '../words/use-words.ts'
import './report.css'

/** One report: its text with the words of each claim painted, and the claims beside it. */
export function ReportPage({ id }: { readonly id: string }) {
  const { t } = useWords()
  const { href } = useView()
  const { data, error, refetch } = useReport(id)
  useTitle(data?.outlet ?? t('app.reports'))
  if (error)
    return (
      <>
        <Failure error={error} onRetry={() => void refetch()} />
        <p className="notice">
          <Link href={href('/')}>{t('notice.toOverview')}</Link>
        </p>
      </>
    )
  return data ? <Report report={data} /> : <Waiting />
}

function Report({ report }: { readonly report: ReportAnswer }) {
  const { id, outlet, published, url, text, textSha256, receivedAt, gap, previous, following } = report
  const { t, number, date } = useWords()
  const { href } = useView()
  const search = useSearch()
  const [, navigate] = useLocation()
  const wanted = new URLSearchParams(search).get('claim')
  const claims = useMemo(
    () =>
      [...report.claims].sort(
        (a, b) => (a.trigger.from ?? Number.POSITIVE_INFINITY) - (b.trigger.from ?? Number.POSITIVE_INFINITY),
      ),
    [report.claims],
  )
  const selected = claims.find((claim) => claim.id === wanted)
  const select = useCallback(
    (claim: string) => navigate(href(`/reports/${id}`, claim === wanted ? {} : { claim }), { replace: true }),
    [id, wanted, href, navigate],
  )
  const choose = useCallback((claim: string) => claim !== wanted && select(claim), [wanted, select])
  return (
    <div className="report">
      <div className="report-head">
        <div>
          <Title order={1} size="h3">
            <bdi>{outlet ?? t('reports.noOutlet')}</bdi>
          </Title>
          <p className="row-facts">
            <span>{published ? date(published) : t('reports.noDate')}</span>
            <span>{t('reports.claims', { count: claims.length, number: number(claims.length) })}</span>
            <span>{t('report.received', { date: date(receivedAt.slice(0, 10)) })}</span>
            {url && (
              <Anchor href={url} rel="noreferrer noopener" target="_blank" size="sm">
                <bdi dir="ltr">{url}</bdi>
              </Anchor>
            )}
          </p>
          <p className="report-hash">
            SHA-256 <bdi dir="ltr">{textSha256}</bdi>
          </p>
        </div>
        <nav aria-label={t('report.neighbours')} className="report-neighbours">
          <Neighbour to={previous} rel="prev" name={t('report.previous')} />
          <Neighbour to={following} rel="next" name={t('report.following')} />
        </nav>
      </div>
      <div className="report-main">
        <Legend shown={selected !== undefined} />
        <ReportText text={text} claims={claims} selected={selected?.id ?? null} label={t('report.text')} onSelect={choose} />
      </div>
      <section className="report-side" aria-label={t('report.claims')}>
        {selected && <ClaimMap claim={selected} />}
        {gap && (
          <Notice title={t('reports.gap')}>
            <bdi lang="en">{gap}</bdi>
          </Notice>
        )}
        {claims.length === 0 && !gap && <Notice title={t('report.noClaims')}>{t('report.noClaimsHelp')}</Notice>}
        <ul className="cards">
          {claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} selected={claim === selected} onSelect={select} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function Neighbour({ to, rel, name }: { readonly to: string | null; readonly rel: 'prev' | 'next'; readonly name: string }) {
  const { href } = useView()
  if (!to) return <span aria-disabled="true">{name}</span>
  return (
    <Link href={href(`/reports/${to}`)} rel={rel}>
      {name}
    </Link>
  )
}
