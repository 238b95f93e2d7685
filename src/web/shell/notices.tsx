import { Button, Loader, Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoAnswer } from '../ask/ask.ts'

/** What stands where an answer will be. */
export function Waiting() {
  const { t } = useTranslation()
  return (
    <output className="notice">
      <Loader size="sm" color="gray" />
      <span>{t('notice.loading')}</span>
    </output>
  )
}

/** Why there is no answer: the server's own sentence where it gave one. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation()
  const refused = error instanceof NoAnswer && error.status !== 0
  const sentence = error instanceof NoAnswer ? error.sentence : null
  return (
    <Notice title={t(refused ? titleOf(error.status) : 'notice.unreachable')} alert>
      {sentence ? (
        <Text dir="auto">
          <bdi lang="en">{sentence}</bdi>
        </Text>
      ) : (
        <Text>{t(refused ? 'notice.failedHelp' : 'notice.unreachableHelp')}</Text>
      )}
      {onRetry && !(refused && error.status < 500) && (
        <Button variant="default" onClick={onRetry}>
          {t('notice.retry')}
        </Button>
      )}
    </Notice>
  )
}

const titleOf = (status: number) => ({ 403: 'notice.withheld', 404: 'notice.missing' })[status] ?? 'notice.failed'

export function Notice({
  title,
  alert = false,
  children,
}: {
  readonly title: string
  readonly alert?: boolean
  readonly children?: ReactNode
}) {
  return (
    <Paper className="notice-box" withBorder role={alert ? 'alert' : undefined}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Paper>
  )
}
