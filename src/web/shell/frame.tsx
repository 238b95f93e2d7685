import { Button, useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useSummary } from '../ask/queries.ts'
import { useView } from '../state/use-view.ts'
import { MAIN, useArrival } from './arrival.ts'
import { useLanguage } from './language.ts'
import { useScheme } from './scheme.ts'

/** What every page has: the way round it for keyboards, its name, its two pages, its language and its light. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const lang = useLanguage()
  const { t } = useTranslation()
  const { change, href } = useView()
  const [path] = useLocation()
  const { data } = useSummary()
  useArrival(path)
  const { setColorScheme } = useMantineColorScheme()
  const dark = useScheme() === 'dark'
  const other = lang === 'ar' ? 'en' : 'ar'
  return (
    <>
      <a className="skip" href={`#${MAIN}`}>
        {t('app.skip')}
      </a>
      <header className="head">
        <Link href={href('/')} className="head-name">
          <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="#28606b" />
            <path d="M8 10h16M8 16h10M8 22h13" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
            <rect x="18" y="13" width="6.5" height="6" rx="2" fill="#e3c878" />
          </svg>
          {t('app.name')}
        </Link>
        <nav aria-label={t('app.pages')} className="head-pages">
          <Page to="/" here={path === '/'} name={t('app.overview')} />
          <Page to="/reports" here={path.startsWith('/reports')} name={t('app.reports')} />
        </nav>
        {data?.view === 'public' && <span className="head-view">{t('app.publicView')}</span>}
        <div className="head-tools">
          <Button variant="subtle" size="compact-sm" onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
            {t(dark ? 'app.light' : 'app.dark')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            lang={other}
            onClick={() => change({ lang: other })}
            data-testid="language"
          >
            {t('app.otherLanguage')}
          </Button>
        </div>
      </header>
      <main id={MAIN} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function Page({ to, here, name }: { readonly to: string; readonly here: boolean; readonly name: string }) {
  const { href } = useView()
  return (
    <Link href={href(to)} aria-current={here ? 'page' : undefined}>
      {name}
    </Link>
  )
}
