import '@fontsource-variable/noto-sans-arabic'
import 'maplibre-gl/dist/maplibre-gl.css'
import { Button } from '@mantine/core'
import type { FeatureCollection } from 'geojson'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PlaceRow } from '../../serve/api/contract.ts'
import { useScheme } from '../shell/scheme.ts'
import { GROUPS, type Group } from '../words/groups.ts'
import { useWords } from '../words/use-words.ts'
import { loadBorders } from './borders.ts'
import { type Canvas, makeCanvas } from './canvas.ts'
import { type Pin, pinFeatures, regionFeatures, townFeatures } from './features.ts'
import type { Look, MapData } from './style.ts'
import './map.css'

export type MapProps = {
  readonly pins: readonly Pin[]
  readonly places: readonly PlaceRow[]
  /** the pin to ring, such as the one of the list row that has the focus */
  readonly marked?: string | null
  readonly onPick?: (ids: string[]) => void
  /** true where the map should follow its pins whenever they change */
  readonly follow?: boolean
  readonly label: string
}

/** The map. All that it tells is also in the list beside it, which is the way there for keyboards and screen readers. */
export default function IncidentMap({ pins, places, marked = null, onPick, follow = false, label }: MapProps) {
  const { t, lang } = useWords()
  const scheme = useScheme()
  const holder = useRef<HTMLDivElement>(null)
  const [canvas, setCanvas] = useState<Canvas | null>(null)
  const [failed, setFailed] = useState(false)
  const borders = useRef<FeatureCollection | null>(null)
  const fitted = useRef(false)
  const pick = useRef(onPick)
  pick.current = onPick

  const features = useMemo(() => ({ pins: pinFeatures(pins), regions: regionFeatures(pins) }), [pins])
  const towns = useMemo(() => townFeatures(places, lang), [places, lang])
  const mark = useMemo(() => pinFeatures(pins.filter(({ id }) => id === marked)), [pins, marked])
  const look = useMemo<Look>(
    () => ({
      scheme,
      letters: Object.fromEntries(GROUPS.map((group) => [group, t(`letter.${group}`)])) as Record<Group, string>,
    }),
    [scheme, t],
  )
  const now = useRef<{ data: Omit<MapData, 'borders'>; look: Look }>(null!)
  now.current = { data: { ...features, towns, mark }, look }

  useEffect(() => {
    let made: Canvas | null = null
    let gone = false
    const start = async () => {
      borders.current = await loadBorders()
      if (gone || !holder.current) return
      const { data, look } = now.current
      made = await makeCanvas({
        holder: holder.current,
        data: { ...data, borders: borders.current },
        look,
        onPick: (ids) => pick.current?.(ids),
      })
      if (gone) made.remove()
      else setCanvas(made)
    }
    start().catch(() => setFailed(true))
    return () => {
      gone = true
      made?.remove()
    }
  }, [])

  useEffect(() => {
    if (canvas && borders.current) canvas.restyle({ ...now.current.data, towns, borders: borders.current }, look)
  }, [canvas, look, towns])
  useEffect(() => {
    canvas?.renew('pins', features.pins)
    canvas?.renew('regions', features.regions)
  }, [canvas, features])
  useEffect(() => canvas?.renew('mark', mark), [canvas, mark])
  useEffect(() => canvas?.name({ canvas: label, zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut') }), [canvas, label, t])
  useEffect(() => {
    if (!canvas || pins.length === 0 || (fitted.current && !follow)) return
    canvas.fit(pins, follow ? 9 : 11, fitted.current)
    fitted.current = true
  }, [canvas, pins, follow])

  return (
    <div className="map">
      <div ref={holder} className="map-canvas" dir="ltr" />
      {failed && <p className="map-failed">{t('map.failed')}</p>}
      {pins.some(({ radiusKm }) => radiusKm !== null) && <p className="map-key">{t('map.key')}</p>}
      {!follow && (
        <Button className="map-fit" size="compact-sm" variant="default" onClick={() => canvas?.fit(pins, 11, true)}>
          {t('map.fit')}
        </Button>
      )}
    </div>
  )
}
