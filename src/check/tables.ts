import { foldKey } from '../model/fold.ts'
import { didYouMean, type Finding } from './finding.ts'
import type { Column, Schema } from './schemas.ts'
import { cellFault, MARKS } from './spelling.ts'

/** `count` is how many cells the line has, whatever the header says. */
export type TableRow = { readonly line: number; readonly count: number; readonly cells: Readonly<Record<string, string>> }
/** A list as it stands, faults and all. */
export type Table = { readonly file: string; readonly header: readonly string[]; readonly rows: readonly TableRow[] }

/** Parts the text of a list; what is wrong with its header or its cells is for `tableFindings` to say. */
export function parseTable(file: string, text: string): Table {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
  if (lines.at(-1) === '') lines.pop()
  const header = lines[0]?.split('\t') ?? []
  const rows = lines.slice(1).map((line, index) => {
    const cells = line.split('\t')
    return {
      line: index + 2,
      cells: Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])),
      count: cells.length,
    }
  })
  return { file, header, rows }
}

/** What is wrong with the rows of a list by its schema; `tables` are all lists, for what refers to another. */
export function tableFindings(table: Table, schema: Schema, tables: readonly Table[]): readonly Finding[] {
  const { file, header, rows } = table
  const columns = Object.keys(schema.columns)
  const find = (line: number, message: string): Finding => ({ file, line, message })
  if (header.join('\t') !== columns.join('\t'))
    return [find(1, `the header is "${header.join(' ')}"; write "${columns.join(' ')}", or mend src/check/schemas.ts.`)]
  const named = new Map(
    Object.entries(schema.columns).flatMap(([name, { of }]) => (of ? [[name, cellsOf(tables, [of].flat())] as const] : [])),
  )
  return [
    ...rows
      .filter((row) => row.count !== columns.length)
      .map((row) => find(row.line, `${row.count} cells where the header has ${columns.length}; check the tabs.`)),
    ...rows.flatMap((row) =>
      columns.flatMap((name) => {
        const fault = columnFault(name, row.cells[name]!, schema.columns[name]!, named.get(name))
        return fault ? [find(row.line, `the cell ${name}, "${row.cells[name]}", ${fault}.`)] : []
      }),
    ),
    ...[...orderFindings(table, schema)].map(([line, message]) => find(line, message)),
    ...[...repeatFindings(table, schema)].map(([line, message]) => find(line, message)),
    ...[...parentFindings(table, schema)].map(([line, message]) => find(line, message)),
  ]
}

/** The cells of the lists that a column may refer to: `file` for its ids, `file#column` for another column. */
function cellsOf(tables: readonly Table[], lists: readonly string[]): ReadonlySet<string> {
  const cells = lists.flatMap((list) => {
    const [file, column = 'id'] = list.split('#')
    return tables.find((table) => table.file === file)?.rows.map((row) => row.cells[column] ?? '') ?? []
  })
  return new Set(cells)
}

function columnFault(name: string, cell: string, column: Column, named: ReadonlySet<string> | undefined): string | null {
  const edge = cellFault(cell)
  if (edge) return edge
  if (cell === '') {
    if (column.empty) return null
    return name === 'source' ? 'is empty; say where the row comes from' : 'is empty; fill it'
  }
  if (name === 'id' && !column.codes && !/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(cell))
    return 'is no id; write a–z, 0–9, -, _ and . only'
  if (column.codes && !column.codes.includes(cell))
    return `is no code of this column${didYouMean(cell, column.codes)}; write one of ${column.codes.join(', ')}`
  if (column.number && !Number.isFinite(Number(cell))) return 'is no number; write digits and a dot'
  const lost = named && (column.several ? cell.split('|') : [cell]).find((part) => !named.has(part))
  if (lost !== undefined)
    return `has no row in ${[column.of!].flat().join(', ')}${didYouMean(lost, named!)}; add the row or mend the cell`
  return column.arabic ? arabicFault(cell, column.arabic) : null
}

function arabicFault(cell: string, arabic: 'one' | 'many'): string | null {
  if (MARKS.test(cell.normalize())) return 'has vowel marks; write the bare letters'
  if (arabic === 'one') return cell.includes('|') ? 'holds several names; give each its own row' : null
  const parts = cell.split('|')
  if (parts.some((part) => part === '' || part !== part.trim())) return 'has an empty form or a space beside |; write a|b'
  const twice = parts.find((part, at) => parts.indexOf(part) !== at)
  return twice ? `has "${twice}" twice; keep one` : null
}

function* orderFindings({ rows }: Table, schema: Schema): Generator<[number, string]> {
  const second = Object.keys(schema.columns)[1]!
  const key = ({ cells }: TableRow) => (schema.repeats ? [cells.id!, cells[second]!] : [cells.id!])
  for (const [at, row] of rows.entries()) {
    const [a, b] = [key(rows[at - 1] ?? row), key(row)]
    if (a[0]! > b[0]! || (a[0] === b[0] && (a[1] ?? '') > (b[1] ?? '')))
      yield [
        row.line,
        `"${b.join(' ')}" stands after "${a.join(' ')}"; sort the rows by id${schema.repeats ? ` and ${second}` : ''}.`,
      ]
  }
}

function* repeatFindings({ rows }: Table, schema: Schema): Generator<[number, string]> {
  const ids = new Map<string, number>()
  const once = new Map<string, number>()
  const named = new Map<string, TableRow[]>()
  for (const row of rows) {
    const { id, name } = row.cells
    if (!schema.repeats && ids.has(id!))
      yield [row.line, `the id ${id} stands in line ${ids.get(id!)} too; give one of the two another.`]
    ids.set(id!, row.line)
    const key = schema.once.map((column) => foldKey(row.cells[column]!)).join('\t')
    if (once.has(key))
      yield [row.line, `${schema.once.join(', ')} say the same as line ${once.get(key)} once spelling is folded; keep one row.`]
    else once.set(key, row.line)
    if (schema.clashes) named.set(foldKey(name!), [...(named.get(foldKey(name!)) ?? []), row])
  }
  for (const clash of named.values())
    for (const row of clash) {
      const silent = clash
        .map((other) => other.cells.id!)
        .find((id) => id !== row.cells.id && !alsoIn(row.cells.note!).includes(id))
      if (silent)
        yield [
          row.line,
          `"${row.cells.name}" also names ${silent}; write "also ${silent}" in the note, or drop one of the two.`,
        ]
    }
}

const alsoIn = (note: string): readonly string[] =>
  note.split(';').flatMap((part) =>
    part.trim().startsWith('also ')
      ? part
          .trim()
          .slice(5)
          .split(/[\s,]+/)
      : [],
  )

function* parentFindings({ file, rows }: Table, schema: Schema): Generator<[number, string]> {
  if (schema.columns.parent?.of !== file) return
  const parents = new Map(rows.map((row) => [row.cells.id!, row.cells.parent!]))
  for (const row of rows) {
    const seen = new Set<string>()
    for (let id = row.cells.id!; id && !seen.has(id); id = parents.get(id) ?? '') {
      seen.add(id)
      if (parents.get(id) === row.cells.id)
        yield [row.line, `${row.cells.id} is its own ancestor, by way of ${id}; mend the parent.`]
    }
  }
}
