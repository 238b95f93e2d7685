import { lstatSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Fault } from '../../model/fault.ts'

/** How a source's content is laid out: one report, one report a line, or as its first bytes show. */
export type Layout = 'txt' | 'jsonl' | 'open'

/** One thing to read. `held` is set for what can be read but once (standard input, a pipe). */
export type SourceFile = {
  readonly name: string
  readonly layout: Layout
  readonly path: string
  readonly held: Uint8Array | null
}

const LAYOUTS: Readonly<Record<string, Layout>> = { '.txt': 'txt', '.jsonl': 'jsonl', '.ndjson': 'jsonl', '': 'open' }

/**
 * The files that these paths stand for, in order: a file, `-` for standard input, and a folder's .txt and .jsonl files at
 * any depth, sorted. In folders all else is passed over, and so are hidden ones and records.
 * @throws Fault for a path that is not there or not readable, an unknown kind of file, a folder without reports.
 */
export async function findFiles(paths: readonly string[], stdin: () => Promise<Uint8Array>): Promise<readonly SourceFile[]> {
  const found: SourceFile[] = []
  for (const path of paths) {
    if (path === '-') {
      if (found.some(({ path: before }) => before === '-')) throw new Fault('standard input can be read once; name - once.')
      found.push({ name: 'standard input', layout: 'open', path, held: await stdin() })
      continue
    }
    const stat = within(path, () => statSync(path))
    if (stat.isDirectory()) found.push(...filesOf(path))
    else found.push(await fileAt(path, stat.isFile()))
  }
  return found
}

async function fileAt(path: string, regular: boolean): Promise<SourceFile> {
  const layout = LAYOUTS[extname(path).toLowerCase()]
  if (!layout)
    throw new Fault(`${path}: is neither .txt nor .jsonl; save it as one of these, or pipe it in with - as the name.`)
  return { name: path, layout, path, held: regular ? null : await bytesOf(path) }
}

function filesOf(folder: string): readonly SourceFile[] {
  const files = walk(folder)
  if (files.length === 0) throw new Fault(`${folder}: holds no .txt or .jsonl file; name a folder of reports.`)
  return files.map((path) => ({ name: path, layout: LAYOUTS[extname(path).toLowerCase()]!, path, held: null }))
}

function walk(folder: string): readonly string[] {
  const entries = within(folder, () => readdirSync(folder, { withFileTypes: true }))
  // a record keeps its journal as .jsonl: those lines are no reports
  if (entries.some(({ name }) => name === 'journal') && entries.some(({ name }) => name === 'VERSION')) return []
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return walk(path)
      const layout = extname(entry.name) === '' ? undefined : LAYOUTS[extname(entry.name).toLowerCase()]
      return layout && (entry.isFile() || isLinkedFile(path)) ? [path] : []
    })
}

/** A link to a folder may lead back above it, and is not followed. A link to nothing is for the reading to complain of. */
const isLinkedFile = (path: string): boolean => {
  if (!lstatSync(path).isSymbolicLink()) return false
  return within(path, () => statSync(path)).isFile()
}

/** The whole content of a file. @throws Fault naming it when it cannot be read. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** An error of the system's, as the sentence for the person who named the path. */
export function unreadable(path: string, error: unknown): Fault {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Fault(`${path}: there is no such file or folder; check the path.`)
  if (code === 'ERR_FS_FILE_TOO_LARGE') return new Fault(`${path}: is too large for one report; part it, or give .jsonl.`)
  return new Fault(`${path}: cannot be read (${code}); check its permissions.`)
}

function within<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw unreadable(path, error)
  }
}
