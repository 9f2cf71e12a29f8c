import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { dayOf, timeOf } from '../../../../shared/calendar/day.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import { type Teaser, variantApi } from '../../../../shared/variant/api.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DeliveryMark } from '../../../ui/DeliveryMark.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { PartPreview } from '../channel/PartPreview.tsx'
import { readTime } from '../schedule/week.ts'
import { VariantDialog } from '../variant/VariantDialog.tsx'
import styles from './TeaserScreen.module.css'

interface TeaserLineProps {
  readonly teaser: Teaser
  readonly channel: ChannelState
  readonly delivery: Delivery | null
  readonly readOnly: boolean
}

/** A teaser as readers will see it, with its day and time. */
export const TeaserLine = ({ teaser, channel, delivery, readOnly }: TeaserLineProps) => {
  const text = useText()
  const words = text.teaser
  const client = useClient()
  const { article, proposedAt } = teaser
  const outlet = { article, channel: channel.id, form: 'teaser' as const }
  const has = teaser.text !== null
  const view = useQuery(variantApi.read, has ? outlet : null, ['publishing', 'workflow', 'article'])
  const preview = useQuery(publishingApi.preview, has ? outlet : null, ['publishing', 'workflow', 'article', 'settings'])
  const [day, setDay] = useState(proposedAt === null ? '' : dayOf(proposedAt))
  const [time, setTime] = useState(proposedAt === null ? '' : timeOf(proposedAt))
  const [isOpen, setIsOpen] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const at = readTime(day, time)
  const keep = async () => {
    if (at === null || at === proposedAt) return
    const kept = await client.call(variantApi.setTeaserTime, { article, channel: channel.id, at })
    setFailure(kept.ok ? null : kept.failure)
  }
  const headline = teaser.headline || text.publishing.untitled
  return (
    <li className={styles.line} aria-label={headline}>
      <div className={styles.about}>
        <h2>
          <a href={hrefOf({ section: 'publishing', article })}>{headline}</a>
        </h2>
        {!teaser.isApproved && <p className={styles.warning}>{words.storyNotApproved}</p>}
        {has && delivery === null && (
          <p className={styles.state} data-state={teaser.state}>
            {text.variant.states[teaser.state]}
          </p>
        )}
        {delivery && (
          <p className={styles.state}>
            <DeliveryMark status={delivery.status} word />
          </p>
        )}
        {has && delivery === null && (
          <div className={styles.when}>
            <Field
              label={text.schedule.day}
              type="date"
              value={day}
              onChange={setDay}
              onLeave={() => void keep()}
              isReadOnly={readOnly}
            />
            <Field
              label={text.schedule.time}
              value={time}
              onChange={setTime}
              onLeave={() => void keep()}
              error={at === null ? text.schedule.wrongTime : null}
              isReadOnly={readOnly}
            />
          </div>
        )}
        {has && delivery === null && !readOnly && <Button onPress={() => setIsOpen(true)}>{text.variant.change}</Button>}
        {failure && <FailureMessage failure={failure} />}
      </div>
      <div className={styles.preview}>
        {preview.value && <PartPreview parts={preview.value.parts} kind={channel.kind} />}
        {!has && <p className={styles.none}>{words.none}</p>}
      </div>
      {isOpen && view.value && (
        <VariantDialog article={article} channel={channel} form="teaser" view={view.value} onClose={() => setIsOpen(false)} />
      )}
    </li>
  )
}
