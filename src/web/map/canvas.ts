import type { FeatureCollection, Point } from 'geojson'
import {
  AttributionControl,
  type GeoJSONSource,
  type MapGeoJSONFeature,
  Map as MapLibre,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Pin } from './features.ts'
import { extent } from './features.ts'
import { FONT, type Look, type MapData, styleOf } from './style.ts'

setWorkerUrl(workerUrl)

/** Syria, for a map without pins. */
const HOME: [[number, number], [number, number]] = [
  [35.4, 32.2],
  [42.4, 37.4],
]

export type Canvas = {
  readonly restyle: (data: MapData, look: Look) => void
  readonly name: (names: ControlNames) => void
  readonly renew: (source: 'pins' | 'regions' | 'mark' | 'towns', data: FeatureCollection) => void
  readonly fit: (pins: readonly Pin[], nearest: number, animate: boolean) => void
  readonly remove: () => void
}

/** What screen readers call the map's own controls. */
type ControlNames = { readonly canvas: string; readonly zoomIn: string; readonly zoomOut: string }

export type CanvasOptions = {
  readonly holder: HTMLElement
  readonly data: MapData
  readonly look: Look
  readonly onPick: (ids: string[]) => void
}

/** The map's engine behind four verbs. The page's fonts are loaded first, or labels would be drawn in another font and kept. */
export async function makeCanvas({ holder, data, look, onPick }: CanvasOptions): Promise<Canvas> {
  await Promise.all([document.fonts.load(`16px "${FONT}"`, '\u0645'), document.fonts.load(`16px "${FONT}"`, 'm')])
  const map = new MapLibre({
    container: holder,
    style: styleOf(data, look),
    bounds: HOME,
    minZoom: 3,
    maxZoom: 15,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: calm() ? 0 : 200,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new AttributionControl({ compact: false, customAttribution: 'Natural Earth · OCHA' }), 'bottom-right')
  const layers = ['pin', 'pin-many']
  map.on('click', async (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers })
    onPick(hit ? await idsOf(map, hit) : [])
  })
  map.on('mousemove', (event) => {
    map.getCanvas().style.cursor = map.queryRenderedFeatures(event.point, { layers }).length ? 'pointer' : ''
  })
  // A style that is still loading cannot be changed in parts.
  await map.once('load')
  return {
    name: ({ canvas, zoomIn, zoomOut }) => {
      map.getCanvas().setAttribute('aria-label', canvas)
      for (const [control, name] of [
        ['zoom-in', zoomIn],
        ['zoom-out', zoomOut],
      ]) {
        const button = holder.querySelector(`.maplibregl-ctrl-${control}`)
        button?.setAttribute('aria-label', name!)
        button?.setAttribute('title', name!)
      }
    },
    restyle: (next, nextLook) => map.setStyle(styleOf(next, nextLook)),
    renew: (source, next) => void map.getSource<GeoJSONSource>(source)?.setData(next),
    fit: (pins, nearest, animate) =>
      map.fitBounds(extent(pins) ?? HOME, { padding: 56, maxZoom: nearest, animate: animate && !calm() }),
    remove: () => map.remove(),
  }
}

/** The incidents of a mark: one, or all that share a spot. Those of a wider cluster are shown apart instead: none is picked. */
async function idsOf(map: MapLibre, { properties, geometry }: MapGeoJSONFeature): Promise<string[]> {
  if (!properties.cluster) return [String(properties.id)]
  const source = map.getSource<GeoJSONSource>('pins')!
  const leaves = await source.getClusterLeaves(properties.cluster_id, Number.POSITIVE_INFINITY, 0)
  const spots = new Set(
    leaves.map((leaf) => (leaf.geometry as Point).coordinates.map((degrees) => degrees.toFixed(4)).join(' ')),
  )
  if (spots.size === 1 || map.getZoom() >= map.getMaxZoom() - 0.5) return leaves.map((leaf) => String(leaf.properties?.id))
  const zoom = Math.min(await source.getClusterExpansionZoom(properties.cluster_id), map.getMaxZoom())
  map.easeTo({ center: (geometry as Point).coordinates as [number, number], zoom: zoom + 0.3, animate: !calm() })
  return []
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
