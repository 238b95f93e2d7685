import { lazy, Suspense, useMemo } from 'react'
import type { Claim } from '../../serve/api/contract.ts'
import { usePlaces } from '../ask/queries.ts'
import type { Pin } from '../map/features.ts'
import { Waiting } from '../shell/notices.tsx'
import { useWords } from '../words/use-words.ts'

const IncidentMap = lazy(() => import('../map/map.tsx'))
const NO_PLACES: never[] = []

/** Where the act was, or else what it was near to, or else the area that it was in. */
const RANKS: readonly ReadonlySet<string>[] = [
  new Set(['site', 'origin', 'destination']),
  new Set(['near']),
  new Set(['within']),
]

/** A direction without a distance, and areas: about as far as the server draws the incidents of the same places. */
const BEARING_KM = 15
const AREA_KM: Readonly<Record<string, number>> = { relative: 10, subdistrict: 10, district: 20, governorate: 60, country: 300 }

/** Where the selected claim puts its act; nothing when it has no place with a point. */
export function ClaimMap({ claim }: { readonly claim: Claim }) {
  const { t, groupOf } = useWords()
  const places = usePlaces()
  const pins = useMemo<Pin[]>(() => {
    const placed = claim.places.filter(({ lat, lon }) => lat != null && lon != null)
    const shown = RANKS.map((roles) => placed.filter(({ role }) => roles.has(role))).find(({ length }) => length > 0)
    return (shown ?? []).map(({ lat, lon, precision, relation }, at) => ({
      id: String(at),
      group: groupOf(claim.type),
      lat: lat!,
      lon: lon!,
      bearing: relation?.bearing ?? null,
      radiusKm: relation?.distanceKm ?? (relation?.bearing ? BEARING_KM : (AREA_KM[precision ?? ''] ?? null)),
    }))
  }, [claim, groupOf])
  if (pins.length === 0) return <p className="report-nowhere">{t('report.noPoint')}</p>
  return (
    <div className="report-map">
      <Suspense fallback={<Waiting />}>
        <IncidentMap pins={pins} places={places.data ?? NO_PLACES} follow label={t('report.map')} />
      </Suspense>
    </div>
  )
}
