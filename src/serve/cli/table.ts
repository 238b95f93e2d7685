/** Rows of a label and numbers under their heads, labels to the left and numbers to the right; null leaves a cell empty. */
export function countTable(
  heads: readonly string[],
  rows: readonly (readonly [label: string, ...counts: (number | null)[]])[],
): string {
  const cells = [['', ...heads], ...rows.map(([label, ...counts]) => [label, ...counts.map(shown)])]
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('   ')
  return cells.map((row) => `${line(row).trimEnd()}\n`).join('')
}

const shown = (count: number | null): string => count?.toLocaleString('en') ?? ''
