import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  Incident,
  IncidentPage,
  MapAnswer,
  PlaceRow,
  ReportAnswer,
  ReportPage,
  Summary,
  TimelineAnswer,
} from '../../serve/api/contract.ts'
import { filterParams, type View } from '../state/view.ts'
import { ask, NoAnswer } from './ask.ts'

const PAGE = 60

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof NoAnswer && error.status === 0 && count < 2,
    },
  },
})

export const useSummary = () =>
  useQuery({ queryKey: ['summary'], queryFn: ({ signal }) => ask<Summary>('/api/summary', undefined, signal) })

export function useIncidents(view: View) {
  const params = filterParams(view)
  params.set('limit', String(PAGE))
  return useInfiniteQuery({
    queryKey: ['incidents', params.toString()],
    queryFn: ({ pageParam, signal }) => ask<IncidentPage>('/api/incidents', withCursor(params, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

export const useIncident = (id: string) =>
  useQuery({
    queryKey: ['incident', id],
    queryFn: ({ signal }) => ask<Incident>(`/api/incidents/${encodeURIComponent(id)}`, undefined, signal),
  })

export function useMapPoints(view: View) {
  const params = filterParams(view)
  return useQuery({
    queryKey: ['map', params.toString()],
    queryFn: ({ signal }) => ask<MapAnswer>('/api/map', params, signal),
    placeholderData: keepPreviousData,
  })
}

/** All days of the other filters: the brush shows its span among the days that it leaves out. */
export function useTimeline(view: View) {
  const params = filterParams({ ...view, from: null, to: null })
  return useQuery({
    queryKey: ['timeline', params.toString()],
    queryFn: ({ signal }) => ask<TimelineAnswer>('/api/timeline', params, signal),
    placeholderData: keepPreviousData,
  })
}

export const useReports = () =>
  useInfiniteQuery({
    queryKey: ['reports'],
    queryFn: ({ pageParam, signal }) =>
      ask<ReportPage>('/api/reports', withCursor(new URLSearchParams({ limit: String(PAGE) }), pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const useReport = (id: string) =>
  useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => ask<ReportAnswer>(`/api/reports/${encodeURIComponent(id)}`, undefined, signal),
  })

export const usePlaces = () =>
  useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => ask<PlaceRow[]>('/api/places', undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

function withCursor(params: URLSearchParams, cursor: string | null): URLSearchParams {
  const page = new URLSearchParams(params)
  if (cursor) page.set('cursor', cursor)
  return page
}
