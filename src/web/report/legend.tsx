import { useTranslation } from 'react-i18next'
import type { Layer } from './spans.ts'

const SHOWN = ['trigger', 'actor', 'place', 'time', 'means', 'toll', 'person', 'source'] as const satisfies readonly Layer[]

/** What the paint on the text means. */
export function Legend({ shown }: { readonly shown: boolean }) {
  const { t } = useTranslation()
  if (!shown) return <p className="legend">{t('report.choose')}</p>
  return (
    <ul className="legend" aria-label={t('report.legend')}>
      {SHOWN.map((layer) => (
        <li key={layer}>
          <Swatch layer={layer} />
          {t(`layer.${layer}`)}
        </li>
      ))}
    </ul>
  )
}

export function Swatch({ layer }: { readonly layer: Layer }) {
  return <span className="swatch" style={{ background: `var(--paint-${layer})` }} aria-hidden="true" />
}
