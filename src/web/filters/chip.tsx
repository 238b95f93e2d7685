import { useTranslation } from 'react-i18next'
import { useScheme } from '../shell/scheme.ts'
import { type Group, paintOf } from '../words/groups.ts'
import type { Chosen } from './choice.ts'

/** The mark of a group: its colour and its letter, as on the map. */
export function GroupMark({ group }: { readonly group: string }) {
  const { t } = useTranslation()
  const { fill, ink } = paintOf(group, useScheme())
  return (
    <span className="mark" style={{ background: fill, color: ink }} aria-hidden="true">
      {t(`letter.${group}`)}
    </span>
  )
}

export function GroupChip({
  group,
  chosen,
  onPress,
}: {
  readonly group: Group
  readonly chosen: Chosen
  readonly onPress: () => void
}) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className="chip"
      data-chosen={chosen}
      aria-pressed={chosen === 'some' ? 'mixed' : chosen === 'all'}
      onClick={onPress}
    >
      <GroupMark group={group} />
      {t(`group.${group}`)}
    </button>
  )
}
