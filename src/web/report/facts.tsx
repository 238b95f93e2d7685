import type { ActorRef, Claim, PlaceRef, TimeRef, Toll } from '../../serve/api/contract.ts'
import { whereSaid } from '../incidents/where.ts'
import { useWords, type WordsIn } from '../words/use-words.ts'
import { Field, Said } from './said.tsx'
import type { Layer } from './spans.ts'

/** All that a claim says, field by field; a field that the report leaves open is said to be open where that matters. */
export function ClaimFacts({ claim }: { readonly claim: Claim }) {
  const words = useWords()
  const { t, code } = words
  const { trigger, places, time, perpetrators, targets, means, tolls, people, sources, status, background, rules } = claim
  const list = <T,>(layer: Layer, name: string, values: readonly T[], show: (value: T) => React.ReactNode) =>
    values.length > 0 && (
      <Field layer={layer} name={name}>
        {values.map((value, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the values of a claim never change their order
          <div key={at}>{show(value)}</div>
        ))}
      </Field>
    )
  const actor = (ref: ActorRef) => <Said words={ref} means={[ref.kind && code('actorKind', ref.kind)]} code={ref.actor} />
  return (
    <dl className="facts">
      <Field layer="trigger" name={t('claim.trigger')}>
        <Said words={trigger} />
      </Field>
      {places.length === 0 ? (
        <Field layer="place" name={t('claim.place')}>
          {t('claim.noPlace')}
        </Field>
      ) : (
        list('place', t('claim.place'), places, (place) => (
          <Said words={place} means={placeNotes(words, place)} code={place.place} />
        ))
      )}
      <Field layer="time" name={t('claim.time')}>
        {time ? <TimeSaid time={time} /> : t('claim.noTime')}
      </Field>
      {list('actor', t('claim.perpetrators'), perpetrators, actor)}
      {list('actor', t('claim.targets'), targets, actor)}
      {list('means', t('claim.means'), means, (ref) => (
        <Said words={ref} code={ref.code} />
      ))}
      {list('toll', t('claim.tolls'), tolls, (toll) => (
        <Said words={toll} means={tollNotes(words, toll)} />
      ))}
      {list('person', t('claim.people'), people, (person) => (
        <Said
          words={{ ...person, text: person.text ?? person.name }}
          means={[
            person.outcome && code('outcome', person.outcome),
            person.sex && person.sex !== 'unknown' && t(`sex.${person.sex}`),
            person.age != null && t('claim.age', { count: person.age, number: words.number(person.age) }),
          ]}
        />
      ))}
      <Field name={t('claim.status')}>{t(`statusLong.${status}`)}</Field>
      {list('source', t('claim.sources'), sources, (source) => (
        <Said words={source} means={[source.kind && code('sourceKind', source.kind)]} code={source.source} />
      ))}
      {background && <Field name={t('claim.background')}>{t('claim.backgroundLong')}</Field>}
      <Field name={t('claim.rules')}>
        <span className="said">
          {rules.map((rule) => (
            <bdi key={rule} dir="ltr" className="said-code">
              {rule}
            </bdi>
          ))}
        </span>
      </Field>
    </dl>
  )
}

/** When, and whether the text says so or it follows from the report's own date. */
function TimeSaid({ time }: { readonly time: TimeRef }) {
  const { t, span } = useWords()
  const known = time.known ?? []
  const said = known.length > 0
  const parts = known.map((part) => t(`part.${part}`)).join(t('claim.listComma'))
  return (
    <Said
      words={{ text: time.text ?? undefined }}
      means={[
        time.start ? span(time.start, time.end ?? null) : t('claim.noTime'),
        time.start && (said ? t('claim.timeSaid', { parts }) : t('claim.timeInferred')),
      ]}
    />
  )
}

function placeNotes(
  words: WordsIn,
  { role, relation, nameEn, precision, place, alternatives, text }: PlaceRef,
): (string | null)[] {
  const { t, lang, code, number } = words
  const name = lang === 'en' ? (nameEn ?? text ?? '') : (text ?? nameEn ?? '')
  const related =
    relation?.bearing || relation?.distanceKm ? whereSaid(words, name, relation) : lang === 'en' ? (nameEn ?? null) : null
  const others = alternatives?.length ?? 0
  return [
    related,
    t(`placeRole.${role}`),
    precision ? code('precision', precision) : null,
    place ? null : t('claim.placeUnknown'),
    others > 0 ? t('claim.alternatives', { count: others, number: number(others) }) : null,
  ]
}

function tollNotes({ t, range, code }: WordsIn, { outcome, who, min, max, bound, total, cumulative }: Toll): (string | null)[] {
  return [
    `${t(`outcome.${outcome}`)} ${range({ min, max })}`,
    // the word may say no more of them than what became of them: three wounded
    who && who !== outcome ? code('who', who) : null,
    bound && bound !== 'exact' ? t(`bound.${bound}`) : null,
    total ? t('claim.total') : null,
    cumulative ? t('claim.cumulative') : null,
  ]
}
