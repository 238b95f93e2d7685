import { createHash } from 'node:crypto'
import { Fault } from '../model/fault.ts'

/**
 * One line of a journal. `content` is the digest of the entry, `digest` that of seq, the line before and `content`:
 * an entry that is erased by law (`entry: null`) leaves the chain whole.
 */
export type Line<E> = {
  readonly seq: number
  readonly previous: string
  readonly digest: string
  readonly content: string
  readonly entry: E | null
}

/** Where a reader of a journal stands: after line `seq`, whose digest is `digest`, at byte `place` of the file. */
export type Mark = { readonly seq: number; readonly digest: string; readonly place: number }

export const START: Mark = { seq: 0, digest: '0'.repeat(64), place: 0 }

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

const linkOf = (seq: number, previous: string, content: string) => sha256(`${seq}\n${previous}\n${content}`)

/** The lines that these entries make after `mark`. An entry must be plain JSON: its digest is that of its JSON text. */
export function chain<E>(mark: Mark, entries: readonly E[]): readonly Line<E>[] {
  let { seq, digest: previous } = mark
  return entries.map((entry) => {
    const content = sha256(JSON.stringify(entry))
    const line = { seq: ++seq, previous, digest: linkOf(seq, previous, content), content, entry }
    previous = line.digest
    return line
  })
}

/**
 * Checks that `line` is the one that follows `mark` and was not altered.
 * @throws Fault that begins with `where`, the line's place as a person would look it up.
 */
export function verify<E>(mark: Mark, line: Line<E>, where: string): void {
  const damage =
    line.seq !== mark.seq + 1
      ? `has number ${line.seq} where ${mark.seq + 1} is due`
      : line.previous !== mark.digest
        ? 'does not follow from the line before it'
        : line.digest !== linkOf(line.seq, line.previous, line.content)
          ? 'does not match its own digest'
          : line.entry !== null && sha256(JSON.stringify(line.entry)) !== line.content
            ? 'holds an entry that was altered'
            : null
  if (damage) throw new Fault(`${where}: this line ${damage}; put the file back from a copy.`)
}
