import { readFileSync } from 'node:fs'
import { Fault } from '../model/fault.ts'

export type Row<C extends string = string> = { readonly [K in C]: string } & { readonly line: number }

/**
 * The rows of a TSV file: one header line that must be `columns`, tab-separated cells, empty cell = unknown.
 * `line` is the row's line in the file, for messages.
 * @throws Fault with file, line and remedy when the file is missing or a row has another number of cells.
 */
export function readTable<const C extends string>(file: string, columns: readonly C[]): readonly Row<C>[] {
  const text = readData(file)
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const header = lines[0]?.split('\t') ?? []
  if (header.join('\t') !== columns.join('\t'))
    throw new Fault(`${file}:1: the header is "${header.join(' ')}"; write "${columns.join(' ')}", separated by tabs.`)
  return lines.slice(1).map((text, index) => {
    const cells = text.split('\t')
    const line = index + 2
    if (cells.length !== columns.length)
      throw new Fault(
        `${file}:${line}: ${cells.length} cells where the header has ${columns.length}; check the tabs of this line.`,
      )
    return Object.assign(Object.fromEntries(columns.map((column, at) => [column, cells[at]!])), { line }) as Row<C>
  })
}

/** The text of a data file. @throws Fault naming the file when it cannot be read. */
export function readData(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Fault(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); restore it from the repository.`)
  }
}
