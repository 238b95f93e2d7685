import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { syncFolder } from './sync.ts'

const VERSION = '1'

/** The files of an embedded record. All but `database` is for good; `database` is worked out from `journal`. */
export type Folder = {
  readonly lock: string
  readonly reports: string
  readonly decisions: string
  readonly database: string
}

/**
 * Makes the record's folder, or checks that the one there is a record.
 * @throws Fault when the folder holds something else, or a record of another format.
 */
export function prepareFolder(path: string): Folder {
  const version = join(path, 'VERSION')
  const folder: Folder = {
    lock: join(path, 'lock'),
    reports: join(path, 'journal', 'reports.jsonl'),
    decisions: join(path, 'journal', 'decisions.jsonl'),
    database: join(path, 'database'),
  }
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (existsSync(version)) {
      const found = readFileSync(version, 'utf8').trim()
      if (found !== VERSION)
        throw new Fault(
          `${version}: this record has format ${found || '(none)'} and this program writes ${VERSION}; use the other version.`,
        )
    } else {
      const [stranger] = readdirSync(path).filter((name) => !OWN.has(name))
      if (stranger)
        throw new Fault(`${path}: holds ${stranger} and is no record; name an empty folder, or one that does not exist.`)
      mkdirSync(join(path, 'journal'), { recursive: true, mode: 0o700 })
      writeFileSync(version, `${VERSION}\n`, { flush: true })
      syncFolder(version)
    }
    mkdirSync(join(path, 'journal'), { recursive: true, mode: 0o700 })
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(`${path}: cannot be used as a record (${(error as NodeJS.ErrnoException).code}); check its permissions.`)
  }
  return folder
}

/** What a start that was cut short may have left before VERSION was written, and what a mounted disk holds by itself. */
const OWN = new Set(['journal', 'lock', 'lost+found'])
