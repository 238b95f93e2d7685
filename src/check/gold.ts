import type { Report } from '../model/report.ts'
import { EVENT_TYPES, STATUSES } from '../model/types.ts'
import type { GoldLine } from './evaluate.ts'
import { didYouMean } from './finding.ts'

const TEXT_SLOTS = ['places', 'near', 'perpetrators', 'targets', 'victims', 'means'] as const
const COUNTS = ['killed', 'wounded', 'detained', 'displaced'] as const
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** What is wrong with annotations, one sentence each: unknown codes, words that the report does not have, counts that are none. */
export function goldFaults(reports: readonly Report[], gold: readonly GoldLine[]): readonly string[] {
  const texts = new Map(reports.map((report) => [report.id, report.text]))
  return gold.flatMap(({ id, events }) => {
    const text = texts.get(id)
    if (text === undefined) return [`${id}: no report has this id; add it to reports.jsonl or mend the id.`]
    return events.flatMap((event, at) => {
      const where = `${id}, event ${at + 1} (${event.type})`
      const words = TEXT_SLOTS.flatMap((slot) => (event[slot] ?? []).map((entry) => [slot, entry] as const))
      const single = (['trigger', 'source'] as const).flatMap((slot) => (event[slot] ? [[slot, event[slot]] as const] : []))
      return [
        ...known('type', event.type, EVENT_TYPES),
        ...known('status', event.status ?? '', STATUSES),
        ...(event.trigger ? [] : ['has no trigger; write the one or two words that carry the act.']),
        ...[...words, ...single]
          .filter(([, entry]) => !text.includes(entry))
          .map(([slot, entry]) => `${slot} "${entry}" is not in the text; copy the words as written.`),
        ...(event.tellings ?? [])
          .filter((words) => text.split(words).length !== 2)
          .map((words) => `tellings "${words}" does not stand once in the text; copy more of the words around.`),
        ...COUNTS.filter((slot) => !isCount(event[slot])).map(
          (slot) => `${slot} is no count; write [least,most], [least,null] or null.`,
        ),
        ...(event.date && !DATE.test(event.date) ? [`date "${event.date}" is no day; write YYYY-MM-DD or null.`] : []),
      ].map((fault) => `${where}: ${fault}`)
    })
  })
}

const known = (slot: string, code: string, codes: readonly string[]): readonly string[] =>
  codes.includes(code) ? [] : [`${slot} "${code}" is unknown${didYouMean(code, codes)}; write one of ${codes.join(', ')}.`]

const isCount = (count: unknown): boolean =>
  count === null ||
  count === undefined ||
  (Array.isArray(count) &&
    count.length === 2 &&
    Number.isInteger(count[0]) &&
    (count[1] === null || (Number.isInteger(count[1]) && count[1] >= count[0])))
