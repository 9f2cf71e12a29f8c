import { Plus } from 'lucide-react'
import { useState } from 'react'
import { advertApi } from '../../../shared/advert/api.ts'
import type { Failure } from '../../../shared/api/result.ts'
import { type IssueSummary, issueApi } from '../../../shared/issue/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { AdvertLine } from './AdvertLine.tsx'
import styles from './AdvertScreen.module.css'

const AdvertsOf = ({ issue }: { readonly issue: IssueSummary }) => {
  const words = useText().advert
  const client = useClient()
  const { may } = useSession()
  const adverts = useQuery(advertApi.list, { issue: issue.serial }, ['advert', 'media', 'staff'])
  const plan = useQuery(issueApi.read, { issue: issue.serial }, ['issue'])
  const [open, setOpen] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const all = adverts.value ?? []
  const failed = failure ?? adverts.failure ?? plan.failure

  const add = async () => {
    const added = await client.call(advertApi.add, {
      ...{ advertiser: '', title: words.fresh, columns: 2, modules: 4 },
      issue: issue.serial,
    })
    setFailure(added.ok ? null : added.failure)
    if (added.ok) setOpen(added.value.id)
  }
  const adding = may('keepAdvert') && (
    <Button kind="primary" icon={<Plus size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />} onPress={() => void add()}>
      {words.add}
    </Button>
  )

  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {all.length > 0 && adding}
      </div>
      {failed && <FailureMessage failure={failed} onAction={adverts.refresh} />}
      {adverts.value !== null && all.length === 0 && (
        <div className={styles.empty}>
          <EmptyState action={adding}>{words.empty}</EmptyState>
        </div>
      )}
      {plan.value !== null && all.length > 0 && (
        <ul className={styles.list}>
          {all.map((advert) => (
            <AdvertLine
              key={advert.id}
              advert={advert}
              issue={plan.value ?? { ...issue, placements: {}, dummies: {} }}
              isOpen={advert.id === open}
              isReadOnly={!may('keepAdvert')}
              onToggle={() => setOpen(advert.id === open ? null : advert.id)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

/** «Реклама»: the adverts of the issue in hand, their files, approvals and places. */
export const AdvertScreen = () => {
  const text = useText()
  const { issue, startNewIssue, may } = useSession()
  if (issue) return <AdvertsOf key={issue.serial} issue={issue} />
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{text.advert.title}</h1>
      </div>
      <div className={styles.empty}>
        <EmptyState action={may('planIssue') && <Button onPress={startNewIssue}>{text.page.newIssue}</Button>}>
          {text.advert.noIssue}
        </EmptyState>
      </div>
    </div>
  )
}
