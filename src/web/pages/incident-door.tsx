import { Redirect } from 'wouter'
import { useIncident } from '../ask/queries.ts'
import { Failure, Waiting } from '../shell/notices.tsx'
import { useView } from '../state/use-view.ts'

/** The lasting address of an incident: it leads to the words that say it. */
export function IncidentDoor({ id }: { readonly id: string }) {
  const { data, error } = useIncident(id)
  const { href } = useView()
  if (error) return <Failure error={error} />
  if (!data) return <Waiting />
  return <Redirect to={href(`/reports/${data.report}`, { claim: data.claim })} replace />
}
