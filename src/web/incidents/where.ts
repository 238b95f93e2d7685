import type { IncidentPlace } from '../../serve/api/contract.ts'
import { ltr } from '../words/isolate.ts'
import { numberIn } from '../words/numbers.ts'
import type { WordsIn } from '../words/use-words.ts'

type Relation = { readonly bearing?: string | null; readonly distanceKm?: number | null }

/** "5 km west of Palmyra": what the report says about a place that it gives by another one. */
export function whereSaid(
  { t, lang }: Pick<WordsIn, 't' | 'lang'>,
  name: string,
  relation: Relation | null | undefined,
): string {
  if (!relation?.bearing && !relation?.distanceKm) return name
  const side = relation.bearing ? t(`bearing.${relation.bearing}`) : null
  const km = relation.distanceKm ? ltr(numberIn(lang, relation.distanceKm)) : null
  if (side && km) return t('where.sideAndDistance', { side, km, name })
  return side ? t('where.side', { side, name }) : t('where.distance', { km, name })
}

/** An incident's place, and the governorate that it lies in: the last of the places round it but for the country. */
export function placeLine(words: WordsIn, place: IncidentPlace): string {
  const around = place.within.at(-2)
  const names = [whereSaid(words, words.name(place), place.relation), around ? words.name(around) : '']
  return [...new Set(names.filter(Boolean))].join(words.lang === 'ar' ? '\u060c ' : ', ')
}
