/** What the reader is looking at, as the address says it, so that a link shows another reader the same. */
export type View = {
  readonly types: readonly string[]
  readonly statuses: readonly string[]
  /** inclusive ISO days */
  readonly from: string | null
  readonly to: string | null
  readonly q: string
  readonly background: 'yes' | 'no' | null
  readonly place: string | null
  readonly lang: Lang | null
}

const LANGS = ['ar', 'en'] as const
export type Lang = (typeof LANGS)[number]

export const EMPTY: View = { types: [], statuses: [], from: null, to: null, q: '', background: null, place: null, lang: null }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Anything that the address says wrongly is left out, never guessed. */
export function readView(search: string): View {
  const params = new URLSearchParams(search)
  const list = (name: string) => [...new Set((params.get(name) ?? '').split(',').filter(Boolean))].sort()
  const day = (name: string) => {
    const value = params.get(name) ?? ''
    return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : null
  }
  const background = params.get('background')
  const lang = params.get('lang')
  return {
    types: list('type'),
    statuses: list('status'),
    from: day('from'),
    to: day('to'),
    q: params.get('q')?.trim() ?? '',
    background: background === 'yes' || background === 'no' ? background : null,
    place: params.get('place') || null,
    lang: LANGS.find((known) => known === lang) ?? null,
  }
}

/** The query of the API's contract; `lang` is the app's own. */
export function filterParams({ types, statuses, from, to, q, background, place }: View): URLSearchParams {
  const params = new URLSearchParams()
  if (types.length) params.set('type', [...types].sort().join(','))
  if (statuses.length) params.set('status', [...statuses].sort().join(','))
  if (from) params.set('from', from)
  if (to) params.set('to', to)
  if (q) params.set('q', q)
  if (background) params.set('background', background)
  if (place) params.set('place', place)
  return params
}

/** The query of the app's own addresses, without `?`; `more` are parameters of one page, such as the claim selected. */
export function writeView(view: View, more: Readonly<Record<string, string>> = {}): string {
  const params = filterParams(view)
  if (view.lang) params.set('lang', view.lang)
  for (const [name, value] of Object.entries(more)) params.set(name, value)
  // Commas are allowed in a query, and a reader can then tell what a link says.
  return params.toString().replaceAll('%2C', ',')
}

/** True when the view leaves no incident out. */
export const isWhole = (view: View): boolean => filterParams(view).size === 0
