import type { Range } from '../../serve/api/contract.ts'
import type { Lang } from '../state/view.ts'

/** Latin digits in both languages: Arabic readers of the Levant meet both kinds, and mixed kinds confuse. */
export const numberIn = (lang: Lang, value: number): string => new Intl.NumberFormat(localeOf(lang)).format(value)

/** "3", "3–5", "3+" when the report leaves the upper end open. */
export function rangeIn(lang: Lang, { min, max }: Range): string {
  if (max === min) return numberIn(lang, min)
  return max === null ? `${numberIn(lang, min)}+` : `${numberIn(lang, min)}–${numberIn(lang, max)}`
}

/** ar-SY names the months as the Levant does. */
export const localeOf = (lang: Lang): string => (lang === 'ar' ? 'ar-SY-u-nu-latn-ca-gregory' : 'en-GB')
