import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type Lang, readView, type View, writeView } from './view.ts'

export type Change = (change: Partial<View>, options?: { readonly replace?: boolean }) => void

/** The view in the address, a way to change it, and `href`, which makes links that keep it. */
export function useView() {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const view = useMemo(() => readView(search), [search])
  const change = useCallback<Change>(
    (part, { replace = false } = {}) => {
      const claim = new URLSearchParams(search).get('claim')
      const query = writeView({ ...view, ...part }, claim ? { claim } : {})
      navigate(query ? `${path}?${query}` : path, { replace })
    },
    [view, path, search, navigate],
  )
  const href = useCallback(
    (to: string, more?: Readonly<Record<string, string>>) => {
      const query = writeView(view, more)
      return query ? `${to}?${query}` : to
    },
    [view],
  )
  return { view, change, href }
}

/** The language that the browser asks for, when the address names none. */
export const preferredLang = (): Lang => (navigator.languages.some((tag) => tag.startsWith('ar')) ? 'ar' : 'en')
