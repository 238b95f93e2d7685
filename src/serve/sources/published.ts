import { Fault } from '../../model/fault.ts'

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * A date of publication as the contract writes it: an ISO date or date-time (a blank between the two becomes `T`).
 * `where` begins the sentence of refusal.
 * @throws Fault when it is no such form, or a day or hour that does not exist.
 */
export function parsePublished(value: string, where: string): string {
  const text = value.trim()
  const found = SHAPE.exec(text)
  if (!found) throw new Fault(`${where}: "${excerpt(text)}" is no date; write it as 2016-12-11 or 2016-12-11T14:30.`)
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month))
    throw new Fault(`${where}: there is no day ${text.slice(0, 10)}; mend the date.`)
  if (hour > 23 || minute > 59 || second > 59) throw new Fault(`${where}: there is no time ${text.slice(11)}; mend the date.`)
  return text.replace(' ', 'T')
}

const daysOf = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** A user's value as a message may repeat it: short, on one line, without what a terminal would obey. */
export const excerpt = (text: string): string => {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain
}
