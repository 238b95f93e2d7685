import { isDefinite, readCardinal, readOrdinal } from '../letters/values.ts'
import { type Found, keyAt, look, type Page } from './page.ts'
import { relativeAt } from './relative.ts'

const CLOCK = /^([01]?\d|2[0-4])[:.,]([0-5]\d)(?::[0-5]\d)?$/
const TIME = /^([01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/
const PLAIN = /^(?:[01]?\d|2[0-4])(?:[0-5]\d)?$/

/** An hour: "at ten o'clock", "the hour 10:30", "half past four in the afternoon", "the tenth hour of yesterday evening". */
export function hourAt(page: Page, at: number): Found | null {
  const { tokens } = page
  const word = look(page, at, 'unit')
  if (word?.code !== 'hour' || !isDefinite(word)) return unnamed(page, at)
  const open = keyAt(page, word.end) === '(' ? word.end + 1 : word.end
  const figure = tokens[open]
  if (figure?.kind === 'number') {
    const fits = CLOCK.test(figure.key) || PLAIN.test(figure.key)
    return fits ? done(page, minutes(page, open > word.end && keyAt(page, open + 1) === ')' ? open + 2 : open + 1)) : null
  }
  const { numerals } = page.calendar
  const ordinal = readOrdinal(tokens, word.end, numerals) ?? definiteCardinal(page, word.end)
  return ordinal && ordinal.value <= 12 ? done(page, minutes(page, ordinal.end)) : null
}

/** "10:30", "the eighth and a half": an hour without the word. */
function unnamed(page: Page, at: number): Found | null {
  if (TIME.test(keyAt(page, at))) return done(page, at + 1)
  const ordinal = readOrdinal(page.tokens, at, page.calendar.numerals)
  if (!ordinal || !isDefinite(ordinal) || ordinal.value > 12) return null
  const part = look(page, ordinal.end, 'hour-part', 'hour-less')
  return part && (part.role === 'hour-less' || part.proclitic === 'and-the') ? done(page, part.end) : null
}

// "the hour the one": one o'clock is told by the cardinal
function definiteCardinal(page: Page, at: number) {
  const value = readCardinal(page.tokens, at, page.calendar.numerals, 0)
  return value && isDefinite(value) ? value : null
}

/** "and a half", "less a quarter", "and twenty minutes" after the hour. */
function minutes(page: Page, at: number): number {
  const part = look(page, at, 'hour-part', 'hour-less')
  if (part) return part.end
  const apart = page.calendar.numerals.glue.get(keyAt(page, at)) === 'and'
  const value = readCardinal(page.tokens, apart ? at + 1 : at, page.calendar.numerals)
  if (!value || !(apart || value.proclitic === 'and')) return at
  const unit = look(page, value.end, 'unit', 'unit-two', 'units')
  if (unit?.code === 'minute') return unit.end
  return value.value < 60 && value.value % 5 === 0 ? value.end : at
}

/** The hour with the part of the day, or the day, that follows it. */
function done(page: Page, at: number): Found {
  const of = look(page, at, 'of')
  const rest = relativeAt(page, of?.end ?? at)
  if (rest && (rest.kind === 'part-of-day' || rest.known.includes('day')))
    return { ...rest, known: rest.known.includes('time') ? rest.known : [...rest.known, 'time'] }
  const part = look(page, of?.end ?? at, 'part')
  const end = part && (of ? isDefinite(part) : false) ? part.end : at
  return { end, start: null, finish: null, known: ['time'], kind: 'part-of-day' }
}
