import type { ImportMap } from './imports.ts'

/** Which rooms of `src/` each room may import. The app is apart: of all this it sees the API's contract alone. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  data: ['model'],
  read: ['data', 'model'],
  record: ['data', 'model'],
  relate: ['record', 'read/letters', 'data', 'model'],
  check: ['relate', 'read', 'data', 'model'],
  serve: ['check', 'relate', 'record', 'read', 'data', 'model'],
  web: ['serve/api/contract.ts'],
  'index.ts': ['serve', 'check', 'relate', 'record', 'read', 'data', 'model'],
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.includes('/testing/')
const room = (file: string): string => file.split('/')[0]!
const within = (file: string, path: string): boolean => file === path || file.startsWith(`${path}/`)

/**
 * What is wrong with the direction of imports, one sentence each; empty when all point down. Tests and `testing/` folders
 * may import what they like, but nothing else may import them.
 */
export function arrowFaults(imports: ImportMap): readonly string[] {
  const faults: string[] = []
  for (const [file, targets] of imports) {
    if (isTest(file)) continue
    for (const target of targets) {
      const why = isTest(target) ? 'only tests may import a test or a testing/ folder' : wrong(file, target)
      if (why) faults.push(`${file} imports ${target}: ${why}`)
    }
  }
  return [...faults, ...circles(imports)]
}

function wrong(file: string, target: string): string | null {
  const [from, to] = [room(file), room(target)]
  const may = MAY[from]
  if (!may) return `${from} is no room of HOUSE.md; move the file or add the room to src/check/arrows.ts`
  if (from === to) return from === 'read' ? wrongStep(file, target) : null
  if (may.some((path) => within(target, path))) return null
  return `${from} may import ${may.join(', ') || 'nothing of ours'}; move what both need further down`
}

/**
 * Inside `read/`: pipeline.ts (and what stands beside it) on top, then the steps, then letters/. The steps meet in doc.ts, which
 * takes from them the shape of each layer; that no step looks back through it is for the circles to show.
 */
function wrongStep(file: string, target: string): string | null {
  const [from, to] = [step(file), step(target)]
  if (from === to || from === null || from === 'doc' || to === 'letters') return null
  if (to === 'doc' && from !== 'letters') return null
  if (to === null) return `a step knows nothing of the order of steps; only pipeline.ts may import ${target}`
  return `a step imports letters/ and doc.ts, never another step; let the two meet in Doc`
}

const step = (file: string): string | null => {
  const parts = file.split('/')
  if (parts.length > 2) return parts[1]!
  return parts[1] === 'doc.ts' ? 'doc' : null
}

/** The circles of imports among files that are no tests, each told once as the way round. */
function circles(imports: ImportMap): readonly string[] {
  const found: string[] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (file: string) => {
    const at = way.indexOf(file)
    if (at >= 0) found.push(`a circle: ${[...way.slice(at), file].join(' → ')}; let one of the two lean on a third`)
    if (at >= 0 || done.has(file)) return
    way.push(file)
    for (const target of imports.get(file) ?? []) if (!isTest(target)) visit(target)
    way.pop()
    done.add(file)
  }
  for (const file of imports.keys()) if (!isTest(file)) visit(file)
  return found
}
