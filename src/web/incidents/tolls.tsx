import type { Incident } from '../../serve/api/contract.ts'
import { useWords } from '../words/use-words.ts'

const OUTCOMES = ['killed', 'wounded', 'detained'] as const

/** The counts that the report gives; what it does not count is not shown, for unknown is not zero. */
export function TollFacts({ incident }: { readonly incident: Pick<Incident, (typeof OUTCOMES)[number]> }) {
  const { t, range } = useWords()
  return OUTCOMES.map((outcome) => {
    const toll = incident[outcome]
    return (
      toll && (
        <span key={outcome} className="fact-toll">
          {t(`outcome.${outcome}`)} <bdi dir="ltr">{range(toll)}</bdi>
        </span>
      )
    )
  })
}
