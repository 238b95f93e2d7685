import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import ar from '../locales/ar.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }
import type { Lang } from '../state/view.ts'

export async function startWords(lang: Lang): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: { ar: { translation: ar }, en: { translation: en } },
    interpolation: { escapeValue: false },
    keySeparator: '.',
    returnNull: false,
  })
}
