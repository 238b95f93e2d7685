import { useDirection } from '@mantine/core'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { preferredLang, useView } from '../state/use-view.ts'
import type { Lang } from '../state/view.ts'

export const directionOf = (lang: Lang): 'rtl' | 'ltr' => (lang === 'ar' ? 'rtl' : 'ltr')

/** Follows the address: its language is that of all words, and its direction that of the whole page. */
export function useLanguage(): Lang {
  const { view } = useView()
  const { i18n } = useTranslation()
  const { setDirection } = useDirection()
  const lang = view.lang ?? preferredLang()
  useLayoutEffect(() => {
    if (i18n.language !== lang) void i18n.changeLanguage(lang)
    document.documentElement.lang = lang
    setDirection(directionOf(lang))
  }, [lang, i18n, setDirection])
  return lang
}
