/** A file of the repository, by its path from the root. */
export type SourceFile = { readonly path: string; readonly text: string }

const MOST_LINES = 400
const VAGUE = ['utils', 'helpers', 'common', 'misc', 'lib', 'manager', 'service']
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.includes('/testing/')

/**
 * What breaks the manners of the house, one sentence each. `reasons` is the text of limits.txt: a path, a tab, and why the
 * file has more than 400 lines; a reason whose file is short or gone is itself a fault.
 */
export function limitFaults(files: readonly SourceFile[], reasons: string): readonly string[] {
  const allowed = readReasons(reasons)
  const long = new Set(files.filter((file) => file.text.split('\n').length - 1 > MOST_LINES).map((file) => file.path))
  return [
    ...[...long]
      .filter((path) => !allowed.get(path))
      .map((path) => `${path} has more than ${MOST_LINES} lines: part it, or give the reason in src/check/limits.txt`),
    ...[...allowed.keys()]
      .filter((path) => !long.has(path))
      .map((path) => `src/check/limits.txt excuses ${path}, which is not over the limit; take its line out`),
    ...files.flatMap(arabicInCode),
    ...files.flatMap(vagueName),
  ]
}

const readReasons = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('#'))
      .map((line) => {
        const [path = '', why = ''] = line.split('\t')
        return [path.trim(), why.trim()] as const
      }),
  )

/** Arabic in code, comments too: words live in data/, examples in tests and gold/. */
function arabicInCode({ path, text }: SourceFile): readonly string[] {
  if (!/\.(ts|tsx|js)$/.test(path) || isTest(path)) return []
  return text.split('\n').flatMap((line, index) => {
    const letter = /\p{Script=Arabic}/u.exec(line)?.[0]
    return letter ? [`${path}:${index + 1} has the Arabic letter ${letter}: move it to data/ or to src/web/locales`] : []
  })
}

function vagueName({ path }: SourceFile): readonly string[] {
  const names = path.split('/').map((part) => part.split('.')[0]!.toLowerCase())
  const vague = names.find((name) => VAGUE.includes(name))
  return vague ? [`${path}: "${vague}" says nothing; name the place after what it holds`] : []
}
