import { once } from 'node:events'
import { styleText } from 'node:util'

/** Writes to standard output, and waits while its reader is slower than we are. */
export async function say(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Writes a line to standard error: notes and mistakes, so that standard output holds results alone. */
export const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

/** A reader that closes early (`tawthiq read … | head`) is no mistake: the program ends without a word. A full disk is one. */
export function endOnBrokenOutput(): void {
  process.stderr.on('error', () => process.exit(2))
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') tell(`tawthiq: standard output cannot be written (${code}); check where it goes.`)
    process.exit(code === 'EPIPE' ? 0 : 2)
  })
}

export type Paint = (style: 'bold' | 'dim' | 'cyan' | 'yellow', text: string) => string

/** Whether standard output takes colours: only a terminal does, and not where NO_COLOR is set. */
export const coloured = (): boolean => Boolean(process.stdout.isTTY) && !process.env.NO_COLOR

export const painter = (on: boolean): Paint =>
  on ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text

/**
 * Words of a report as a terminal may show them: on one line, and without control, override or embedding characters, by
 * which a text could command the terminal or show itself in another order. Everything visible stays.
 */
export const visible = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

/** Text of several lines, with our own colours, but without any other command to the terminal. */
export const harmless = (text: string): string =>
  text.replace(/\u001b(?!\[\d*m)/g, '').replace(/[\u0000-\u0009\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g, ' ')
