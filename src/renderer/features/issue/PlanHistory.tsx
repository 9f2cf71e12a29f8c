import { issueApi } from '../../../shared/issue/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import styles from './PlanHistory.module.css'

interface PlanHistoryProps {
  readonly issue: string
  readonly onClose: () => void
}

/** «История плана»: who moved what, and when. */
export const PlanHistory = ({ issue, onClose }: PlanHistoryProps) => {
  const text = useText()
  const words = text.issue.history
  const format = useFormat()
  const query = useQuery(issueApi.history, { issue }, ['issue'])
  const steps = query.value ?? []
  return (
    <Dialog title={words.title(issue)} isOpen wide onClose={onClose} actions={<Button onPress={onClose}>{text.ui.close}</Button>}>
      {query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />}
      {query.value && steps.length === 0 && <p>{words.empty}</p>}
      <ol className={styles.steps}>
        {steps.map(({ at, person, moves, pages }) => (
          <li key={`${at} ${moves.map(({ article }) => article).join(' ')} ${pages.join(' ')}`}>
            {moves.map(({ article, headline, from, to }) => (
              <p key={article}>{words.move(headline || text.issue.untitled, from, to)}</p>
            ))}
            {pages.length > 0 && <p>{words.pages(pages)}</p>}
            <p className={styles.who}>{`${format.typedMoment(at)} · ${person ?? words.nobody}`}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
