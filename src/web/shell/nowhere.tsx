import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useView } from '../state/use-view.ts'
import { Notice } from './notices.tsx'

/** An address that names no page. */
export function Nowhere() {
  const { t } = useTranslation()
  const { href } = useView()
  return (
    <Notice title={t('notice.nowhere')}>
      <Link href={href('/')}>{t('notice.toOverview')}</Link>
    </Notice>
  )
}
