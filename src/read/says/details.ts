import type { Doc, Frame, Mention } from '../doc.ts'

/**
 * The report tells an act in its own voice and in the next sentence cites somebody for its details: the act stays asserted, and
 * the one cited is its source.
 */
export function citeDetails(doc: Pick<Doc, 'tokens' | 'sentences' | 'note'>, acts: readonly Frame[]): void {
  const cited = acts.filter(({ sources }) => sources.length > 0)
  for (const act of acts) {
    if (act.status !== 'asserted' || act.sources.length > 0 || act.background) continue
    const details = cited.find((other) => isDetail(doc, act, other))
    if (!details) continue
    act.sources.push(...details.sources)
    act.rules.push('says.details')
    doc.note({
      step: 'says',
      rule: 'says.details',
      span: details.sources[0]!,
      gave: act.type,
      why: "told in the report's own voice; its details are cited in the next sentence",
    })
  }
}

function isDetail({ tokens, sentences }: Pick<Doc, 'tokens' | 'sentences'>, act: Frame, other: Frame): boolean {
  if (other.type !== act.type || other.trigger.sentence !== act.trigger.sentence + 1) return false
  const { first } = sentences[other.trigger.sentence]!
  // the items of a list are acts of their own
  if (tokens[first]!.kind === 'mark') return false
  if (apart(idsOf(sitesOf(act)), idsOf(sitesOf(other)))) return false
  const ours = idsOf(act.perpetrators)
  const theirs = idsOf(other.perpetrators)
  return ours.length === 0 || theirs.length === 0 || ours.some((id) => theirs.includes(id))
}

const apart = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.length > 0 && theirs.length > 0 && !ours.some((id) => theirs.includes(id))

const sitesOf = ({ sites }: Frame): readonly Mention[] => sites.map(({ mention }) => mention)

const idsOf = (mentions: readonly Mention[]): readonly string[] => mentions.flatMap(({ ids }) => ids)
