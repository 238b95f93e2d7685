import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Makes the name of a new file last through a power cut; Windows has no such call and needs none. */
export function syncFolder(file: string): void {
  if (process.platform !== 'win32') sync(dirname(file))
}

/** Makes all files of a folder last; what wrote them must have stopped. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() || (entry.isDirectory() && process.platform !== 'win32')) sync(join(entry.parentPath, entry.name))
}

function sync(path: string): void {
  // Windows syncs only what is open for writing
  const fd = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
