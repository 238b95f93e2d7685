import type { ReactNode } from 'react'
import type { Words } from '../../serve/api/contract.ts'
import { useWords } from '../words/use-words.ts'
import { Swatch } from './legend.tsx'
import type { Layer } from './spans.ts'

type FieldProps = { readonly layer?: Layer; readonly name: string; readonly children: ReactNode }

/** One line of a card: what the field is, with the colour of its words in the text, and its values. */
export function Field({ layer, name, children }: FieldProps) {
  return (
    <>
      <dt>
        {layer && <Swatch layer={layer} />}
        {name}
      </dt>
      <dd>{children}</dd>
    </>
  )
}

type SaidProps = {
  readonly words: Pick<Words, 'text' | 'inferred' | 'why'>
  /** what the words mean, in the interface language */
  readonly means?: readonly (string | null | undefined | false)[]
  /** an id of the registry or the gazetteer */
  readonly code?: string | null
}

/** A value: the report's own words, or that it was inferred and why; then what they were taken to mean. */
export function Said({ words: { text, inferred, why }, means = [], code }: SaidProps) {
  const { t } = useWords()
  const notes = means.filter((note): note is string => Boolean(note))
  return (
    <span className="said">
      {text && (
        <bdi lang="ar" className="said-words">
          {text}
        </bdi>
      )}
      {notes.length > 0 && <span>{notes.join(' · ')}</span>}
      {inferred && (
        <span className="inferred">
          {t('claim.inferred')}
          {why && (
            <>
              {t('claim.colon')} <bdi>{why}</bdi>
            </>
          )}
        </span>
      )}
      {code && (
        <bdi dir="ltr" className="said-code">
          {code}
        </bdi>
      )}
    </span>
  )
}
