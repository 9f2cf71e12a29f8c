import { GripVertical } from 'lucide-react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { timeOf } from '../../../../shared/calendar/day.ts'
import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import { useText } from '../../../i18n/text.tsx'
import { DeliveryMark } from '../../../ui/DeliveryMark.tsx'
import styles from './DayCell.module.css'
import { isMovable, momentIn } from './week.ts'

interface DayCellProps {
  /** Channel and day, for assistive technology. */
  readonly label: string
  readonly channel: string
  readonly deliveries: readonly Delivery[]
  readonly selected: string | null
  readonly onSelect: (delivery: string) => void
  readonly onDrop: (delivery: string) => void
  readonly mayMove: boolean
}

/** What a dragged delivery carries: only the days of its own channel take it. */
const dragType = (channel: string) => `application/x-newsroom-delivery-${channel.toLowerCase()}`

/** One day of a channel: what came out and what is to, to be dragged to another day. */
export const DayCell = ({ label, channel, deliveries, selected, onSelect, onDrop, mayMove }: DayCellProps) => {
  const text = useText()
  const words = text.schedule
  const type = dragType(channel)
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayMove,
    getItems: (keys) =>
      [...keys].flatMap((key) => {
        const delivery = deliveries.find(({ id }) => id === key)
        return delivery && isMovable(delivery) ? [{ [type]: delivery.id, 'text/plain': delivery.headline }] : []
      }),
    acceptedDragTypes: [type],
    getDropOperation: () => 'move',
    onRootDrop: ({ items }) => {
      for (const item of items) if (item.kind === 'text') void item.getText(type).then(onDrop)
    },
  })
  return (
    <GridList
      aria-label={label}
      className={styles.cell ?? ''}
      items={deliveries}
      selectionMode="single"
      selectedKeys={selected !== null && deliveries.some(({ id }) => id === selected) ? [selected] : []}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        if (key !== undefined) onSelect(String(key))
      }}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <span className={styles.free}>{words.free}</span>}
      dependencies={[mayMove]}
    >
      {(delivery) => {
        const headline = delivery.headline || text.publishing.untitled
        const time = timeOf(momentIn(delivery) ?? 0)
        return (
          <GridListItem id={delivery.id} textValue={`${time} ${headline}`} className={styles.post ?? ''}>
            {mayMove && isMovable(delivery) ? (
              <Button slot="drag" className={styles.grip ?? ''} aria-label={words.take(headline)}>
                <GripVertical size={14} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
              </Button>
            ) : (
              <span />
            )}
            <DeliveryMark status={delivery.status} />
            <span className={styles.words} title={headline}>
              <b>{time}</b> {delivery.form === 'teaser' ? `${words.teaser}: ` : ''}
              {headline}
            </span>
          </GridListItem>
        )
      }}
    </GridList>
  )
}
