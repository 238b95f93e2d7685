import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useView } from '../state/use-view.ts'
import { Notice } from './notices.tsx'
import { useTitle } from './title.ts'

/** An address that names no page. */
export function Nowhere() {
  const { t } = useTranslation()
  const { href } = useView()
  useTitle(t('notice.nowhere'))
  return (
    <Notice title={t('notice.nowhere')}>
      <Link href={href('/')}>{t('notice.toOverview')}</Link>
    </Notice>
  )
}
