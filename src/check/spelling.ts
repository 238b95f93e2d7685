import type { Finding } from './finding.ts'

const BOM = 0xfeff
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad]/
const TATWEEL = /\u0640/
/** Vowel signs and Koranic marks: names are written without, since folding drops them. */
export const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/

const hex = (text: string) => `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** What is wrong with the letters of a data file, whatever it holds: marks that cannot be seen, line ends, spaces. */
export function spellingFindings(file: string, text: string): readonly Finding[] {
  const found: Finding[] = []
  const add = (line: number, message: string) => found.push({ file, line, message })
  if (text.charCodeAt(0) === BOM) add(1, 'the file opens with a byte-order mark; save it as UTF-8 without BOM.')
  if (text.includes('\uFFFD'))
    add(1, 'the file is not UTF-8, or lost letters on the way; save it again as UTF-8 from the original.')
  if (text && !text.endsWith('\n')) add(text.split('\n').length, 'the last line has no line end; add one.')
  text.split('\n').forEach((raw, index) => {
    const line = index + 1
    if (raw.endsWith('\r')) add(line, 'the line ends with CR LF; save the file with LF line ends.')
    const words = raw.replace(/\r$/, '').replace(/^\ufeff/, '')
    const unseen = UNSEEN.exec(words)?.[0]
    if (unseen) add(line, `an unseen mark (${hex(unseen)}) stands at letter ${words.indexOf(unseen) + 1}; delete it.`)
    if (words !== words.normalize('NFC'))
      add(line, 'letters are written as letter and mark apart (not NFC); retype them as one.')
    if (TATWEEL.test(words)) add(line, 'a letter is drawn out with tatweel (U+0640); delete the tatweel.')
  })
  return found
}

/** What is wrong with one cell of a list. */
export function cellFault(cell: string): string | null {
  if (cell !== cell.trim()) return 'has a space at its edge; delete it'
  if (/\s{2}|[^\S ]/.test(cell)) return 'has a double or unusual space inside; write one plain space'
  return null
}
