import { Button, Collapse, MultiSelect, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useId, useState } from 'react'
import type { Summary } from '../../serve/api/contract.ts'
import { usePlaces } from '../ask/queries.ts'
import type { Change } from '../state/use-view.ts'
import { EMPTY, isWhole, type View } from '../state/view.ts'
import { GROUPS } from '../words/groups.ts'
import { useWords } from '../words/use-words.ts'
import { GroupChip } from './chip.tsx'
import { chosenOf, withGroup } from './choice.ts'

const STATUSES = ['asserted', 'claimed', 'unconfirmed', 'denied'] as const

type FiltersProps = { readonly view: View; readonly summary: Summary; readonly change: Change }

/** One filter for the list, the map and the timeline. The groups are also the legend of their colours. */
export function Filters({ view, summary, change }: FiltersProps) {
  const { t, lang, name } = useWords()
  const { types, view: audience } = summary
  const places = usePlaces().data ?? []
  const parts = GROUPS.some((group) => chosenOf(types, group, view.types) === 'some')
  const hidden = [parts, view.statuses.length > 0, view.background !== null, view.place !== null].filter(Boolean).length
  const [more, setMore] = useState(false)
  const [words, setWords] = useState(view.q)
  const panel = useId()
  useEffect(() => setWords(view.q), [view.q])
  const search = useDebouncedCallback((q: string) => change({ q: q.trim() }, { replace: true }), 350)

  const typeData = GROUPS.map((group) => ({
    group: t(`group.${group}`),
    items: types.filter((type) => type.group === group).map((type) => ({ value: type.id, label: type[lang] })),
  })).filter(({ items }) => items.length)
  const placeData = [...new Map(places.map((place) => [place.id, { value: place.id, label: name(place) }])).values()]

  return (
    <search className="filters" aria-label={t('filter.label')}>
      <fieldset className="filters-groups">
        <legend className="unseen">{t('filter.groups')}</legend>
        {GROUPS.map((group) => (
          <GroupChip
            key={group}
            group={group}
            chosen={chosenOf(types, group, view.types)}
            onPress={() => change({ types: withGroup(types, group, view.types) })}
          />
        ))}
      </fieldset>
      <div className="filters-tools">
        {audience === 'documenter' && (
          <TextInput
            type="search"
            size="xs"
            aria-label={t('filter.words')}
            placeholder={t('filter.words')}
            value={words}
            dir="auto"
            onChange={({ currentTarget: { value } }) => {
              setWords(value)
              search(value)
            }}
          />
        )}
        <Button size="xs" variant="default" aria-expanded={more} aria-controls={panel} onClick={() => setMore(!more)}>
          {hidden ? t('filter.moreSet', { number: hidden }) : t('filter.more')}
        </Button>
        {!isWhole(view) && (
          <Button size="xs" variant="subtle" onClick={() => change({ ...EMPTY, lang: view.lang })}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
      <Collapse expanded={more} id={panel} className="filters-panel">
        <div className="filters-grid">
          <MultiSelect
            label={t('filter.types')}
            data={typeData}
            value={[...view.types]}
            onChange={(value) => change({ types: value })}
            searchable
            clearable
            size="xs"
            maxValues={12}
          />
          <MultiSelect
            label={t('filter.statuses')}
            data={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            value={[...view.statuses]}
            onChange={(value) => change({ statuses: value })}
            clearable
            size="xs"
          />
          <Select
            label={t('filter.place')}
            data={placeData}
            value={view.place}
            onChange={(place) => change({ place })}
            searchable
            clearable
            limit={40}
            size="xs"
            nothingFoundMessage={t('filter.noPlace')}
          />
          <Select
            label={t('filter.background')}
            data={[
              { value: 'no', label: t('filter.backgroundNo') },
              { value: 'yes', label: t('filter.backgroundYes') },
            ]}
            placeholder={t('filter.backgroundBoth')}
            value={view.background}
            onChange={(value) => change({ background: value as View['background'] })}
            clearable
            size="xs"
          />
          <TextInput
            type="date"
            label={t('filter.from')}
            value={view.from ?? ''}
            max={view.to ?? undefined}
            onChange={({ currentTarget: { value } }) => change({ from: value || null }, { replace: true })}
            size="xs"
          />
          <TextInput
            type="date"
            label={t('filter.to')}
            value={view.to ?? ''}
            min={view.from ?? undefined}
            onChange={({ currentTarget: { value } }) => change({ to: value || null }, { replace: true })}
            size="xs"
          />
        </div>
      </Collapse>
    </search>
  )
}
