import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Range } from '../../serve/api/contract.ts'
import { useSummary } from '../ask/queries.ts'
import type { Lang } from '../state/view.ts'
import { dateIn, spanIn } from './days.ts'
import { ltr } from './isolate.ts'
import { numberIn, rangeIn } from './numbers.ts'

/** Everything that depends on the interface language: sentences, numbers, dates, and names that exist in both. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const { data } = useSummary()
  const lang = i18n.language as Lang
  return useMemo(() => {
    const types = new Map((data?.types ?? []).map((row) => [row.id, row]))
    return {
      t,
      lang,
      number: (value: number) => numberIn(lang, value),
      range: (range: Range) => ltr(rangeIn(lang, range)),
      date: (iso: string) => dateIn(lang, iso),
      span: (from: string, to: string | null) => spanIn(lang, from, to),
      typeName: (id: string) => types.get(id)?.[lang] ?? id,
      groupOf: (type: string) => types.get(type)?.group ?? 'other',
      /** a name in the interface language where both exist */
      name: (place: { readonly name: string; readonly nameEn?: string | null }) =>
        lang === 'en' ? place.nameEn || place.name : place.name,
      /** a code of the contract in words; codes that the app does not know are shown as they are */
      code: (kind: string, code: string) => t(`${kind}.${code}`, { defaultValue: code }),
    }
  }, [t, lang, data])
}
export type WordsIn = ReturnType<typeof useWords>
