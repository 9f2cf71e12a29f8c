import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import { type Likeness, variantApi } from '../../../../shared/variant/api.ts'
import { workflowApi } from '../../../../shared/workflow/api.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { VariantDialog } from './VariantDialog.tsx'
import styles from './VariantLine.module.css'

interface VariantLineProps {
  readonly article: string
  readonly channel: ChannelState
  /** May the article be approved again by this person? */
  readonly mayApprove: boolean
  readonly likeness: Likeness | null
  /** What the channel that it repeats is called. */
  readonly nameOf: (channel: string) => string
}

/** What a channel's variant is and where it stands, with what can be done about it. */
export const VariantLine = ({ article, channel, mayApprove, likeness, nameOf }: VariantLineProps) => {
  const words = useText().variant
  const format = useFormat()
  const client = useClient()
  const { may } = useSession()
  const variant = useQuery(variantApi.read, { article, channel: channel.id }, ['publishing', 'workflow', 'article'])
  const [isOpen, setIsOpen] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const view = variant.value
  if (!view) return null
  const run = async (act: Promise<{ ok: true } | { ok: false; failure: Failure }>) => {
    const done = await act
    setFailure(done.ok ? null : done.failure)
  }
  const isOver = likeness !== null && likeness.most !== null && likeness.percent > likeness.most
  return (
    <div className={styles.line}>
      <p className={styles.state} data-state={view.state}>
        {words.states[view.state]}
      </p>
      {may('publish') && (
        <Button kind="flat" onPress={() => setIsOpen(true)}>
          {view.content === null ? words.edit : words.change}
        </Button>
      )}
      {view.state === 'unapproved' && mayApprove && may('publish') && (
        <Button onPress={() => void run(client.call(workflowApi.act, { action: 'approve', articles: [article] }))}>
          {words.approve}
        </Button>
      )}
      {view.state === 'stale' && (
        <div className={styles.stale}>
          <p>{words.stale}</p>
          {view.lost.length > 0 && (
            <>
              <h3>{words.lost}</h3>
              {view.lost.map((paragraph) => (
                <del key={paragraph} lang="ru">
                  {paragraph}
                </del>
              ))}
            </>
          )}
          {view.gained.length > 0 && (
            <>
              <h3>{words.gained}</h3>
              {view.gained.map((paragraph) => (
                <ins key={paragraph} lang="ru">
                  {paragraph}
                </ins>
              ))}
            </>
          )}
          {may('publish') && (
            <Button onPress={() => void run(client.call(variantApi.confirm, { article, channel: channel.id }))}>
              {words.confirm}
            </Button>
          )}
        </div>
      )}
      {likeness && (
        <details className={styles.likeness} data-over={isOver}>
          <summary>
            {words.likeness(format.number(likeness.percent), nameOf(likeness.other))}
            {likeness.most !== null && ` · ${words.norm(format.number(likeness.most))}`}
            {isOver && ` · ${words.over}`}
          </summary>
          <h3>{words.repeated}</h3>
          {likeness.repeated.map((sentence) => (
            <p key={sentence} lang="ru">
              {sentence}
            </p>
          ))}
        </details>
      )}
      {failure && <FailureMessage failure={failure} />}
      {isOpen && <VariantDialog article={article} channel={channel} view={view} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
