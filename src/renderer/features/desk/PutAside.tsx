import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import type { PullAction } from '../../../shared/issue/api.ts'
import { workflowApi } from '../../../shared/workflow/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import type { Hole } from '../../pulling/use-hole.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Menu } from '../../ui/Menu.tsx'

interface PutAsideProps {
  readonly article: string
  readonly headline: string
  /** Hears of a story that left its page by it. */
  readonly onPulled: (hole: Hole) => void
}

const aside = ['hold', 'spike'] as const

/** The ways to put an article aside that are open to the person; a placed one leaves its page. */
export const PutAside = ({ article, headline, onPulled }: PutAsideProps) => {
  const text = useText()
  const client = useClient()
  const { workspace } = useSession()
  const history = useQuery(workflowApi.history, { article }, ['workflow', 'article', 'staff'])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(false)
  const open = workspace.readOnly ? [] : aside.filter((action) => history.value?.actions.includes(action))
  const act = async (action: PullAction): Promise<void> => {
    setAsking(false)
    const outcome = await client.call(workflowApi.act, { action, articles: [article], remark: '' })
    setFailure(outcome.ok ? null : outcome.failure)
    const pulled = outcome.ok ? outcome.value[0]?.pulled : undefined
    if (pulled) onPulled({ ...pulled, article, headline, action })
  }
  return (
    <>
      {open.length > 0 && (
        <Menu
          label={text.issue.more}
          placement="bottom end"
          trigger={<Button kind="flat">{text.issue.more}</Button>}
          groups={[
            {
              id: 'aside',
              entries: open.map((action) => ({
                id: action,
                label: text.vocabulary.action(action),
                onAction: () => (action === 'spike' ? setAsking(true) : void act(action)),
              })),
            },
          ]}
        />
      )}
      {failure && <FailureMessage failure={failure} />}
      <ConfirmDialog
        title={text.issue.spikeTitle}
        isOpen={asking}
        verb={text.issue.spikeAction}
        onConfirm={() => void act('spike')}
        onClose={() => setAsking(false)}
      >
        <p>{text.issue.spikeText(headline)}</p>
      </ConfirmDialog>
    </>
  )
}
