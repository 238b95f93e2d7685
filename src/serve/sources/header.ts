import { Fault } from '../../model/fault.ts'
import { excerpt, parsePublished } from './published.ts'

/** What the head of a .txt file said, and the report's text: what follows the head's blank line, or the whole. */
export type Headed = {
  readonly text: string
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
}

const KEYS = ['outlet', 'date', 'url'] as const
const FIRST = /^(outlet|date|url)[ \t]*:/i
const LINE = /^([\p{L}\p{M}\w-]+)[ \t]*:(.*)$/u

/**
 * Parts the small head of a .txt file (`outlet:`, `date:`, `url:`, then a blank line) from its text. A file whose first
 * line is none of these has no head.
 * @throws Fault with file and line for an unknown or repeated key, a line that is no `key: value`, a date that does not
 * exist, a head without an end.
 */
export function partHeader(text: string, name: string): Headed {
  if (!FIRST.test(text)) return { text, outlet: null, published: null, url: null }
  const said = new Map<string, string>()
  let from = 0
  for (let line = 1; ; line++) {
    const where = `${name}:${line}`
    const end = text.indexOf('\n', from)
    const row = text.slice(from, end < 0 ? text.length : end).trim()
    if (row === '' && end >= 0) return headed(text.slice(end + 1), said, name)
    if (row === '' || end < 0) throw new Fault(`${where}: the head has no end; put a blank line between it and the report.`)
    const [, word = '', value = ''] = LINE.exec(row) ?? []
    const key = word.toLowerCase()
    if (!(KEYS as readonly string[]).includes(key))
      throw new Fault(
        `${where}: "${excerpt(word || row)}" is no line of a head (${KEYS.join(', ')}); end it with a blank line.`,
      )
    if (said.has(key)) throw new Fault(`${where}: ${key} stands twice in this head; keep one.`)
    said.set(key, key === 'date' && value.trim() ? parsePublished(value, where) : value.trim())
    from = end + 1
  }
}

function headed(text: string, said: ReadonlyMap<string, string>, name: string): Headed {
  if (!/[^\s\p{Cf}]/u.test(text)) throw new Fault(`${name}: holds a head and no report; add the text after the blank line.`)
  return { text, outlet: said.get('outlet') || null, published: said.get('date') || null, url: said.get('url') || null }
}
