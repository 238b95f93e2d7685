import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** The name of the page in the browser's tab and history: what it shows, then the app. */
export function useTitle(shown: string): void {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${shown} · ${t('app.name')}`
  }, [shown, t])
}
