import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'

/** The files of a source tree, each with the files of the same tree that it imports: `read/pipeline.ts` → `model/claim.ts` … */
export type ImportMap = ReadonlyMap<string, readonly string[]>

// import … from '…', export … from '…', import '…' and import('…'), each on its own line or over several
const IMPORT =
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"]+)\1|^[ \t]*import\s*(['"])([^'"]+)\3|\bimport\(\s*(['"])([^'"]+)\5/gm

/** What the import lines of a source text name, as they name it. */
export const importsOf = (source: string): readonly string[] =>
  [...source.matchAll(IMPORT)].map((found) => (found[2] ?? found[4] ?? found[6])!)

/** The paths of a folder's files, with `/` and without the folder, sorted. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Reads the import lines of every .ts and .tsx file under `folder`; imports of packages are left out. */
export function readImports(folder: string): ImportMap {
  const files = filesUnder(folder).filter((file) => /\.tsx?$/.test(file))
  return new Map(files.map((file) => [file, localImports(file, readFileSync(join(folder, file), 'utf8'))]))
}

const localImports = (file: string, source: string): readonly string[] =>
  importsOf(source)
    .filter((target) => target.startsWith('.'))
    .map((target) => posix.join(posix.dirname(file), target.split('?')[0]!))
