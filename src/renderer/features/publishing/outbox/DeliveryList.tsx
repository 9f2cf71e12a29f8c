import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { DeliveryMark } from '../../../ui/DeliveryMark.tsx'
import { channelAddress, channelName, hrefOfDelivery, sortDeliveries } from '../publishing-model.ts'
import { DeliveryActions } from './DeliveryActions.tsx'
import styles from './DeliveryList.module.css'
import { momentOf } from './moment.ts'

interface DeliveryListProps {
  readonly deliveries: readonly Delivery[]
  readonly channels: readonly ChannelState[]
  readonly paused: boolean
  readonly readOnly: boolean
}

/** Everything that was sent, is being sent or waits; what a person must decide stands first. */
export const DeliveryList = ({ deliveries, channels, paused, readOnly }: DeliveryListProps) => {
  const text = useText()
  const format = useFormat()
  const words = text.publishing.list
  const known = new Map(channels.map((channel) => [channel.id, channel]))
  const nameOf = (id: string) => {
    const channel = known.get(id)
    return channel ? channelName(channel, text.channel.kinds) : id
  }
  const addressOf = (id: string) => {
    const channel = known.get(id)
    return channel ? channelAddress(channel) : null
  }
  return (
    <section className={styles.list} aria-label={words.title} data-region="">
      <h2 className={styles.heading}>
        {words.title} <span>{deliveries.length > 0 && deliveries.length}</span>
      </h2>
      {deliveries.length === 0 ? (
        <p className={styles.empty}>{words.empty}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.status}</th>
                <th scope="col">{words.article}</th>
                <th scope="col">{words.channel}</th>
                <th scope="col">{words.note}</th>
                <th scope="col">{words.actions}</th>
              </tr>
            </thead>
            <tbody>
              {sortDeliveries(deliveries).map((delivery) => (
                <tr key={delivery.id} data-status={delivery.status}>
                  <td className={styles.status}>
                    <DeliveryMark status={delivery.status} purpose={delivery.purpose} word />
                    <div className={styles.when}>{momentOf(delivery, text.publishing, format, Date.now())}</div>
                  </td>
                  <td className={styles.story}>
                    <a href={hrefOfDelivery(delivery.article)}>{delivery.headline || text.publishing.untitled}</a>
                  </td>
                  <td>{nameOf(delivery.channel)}</td>
                  <td className={styles.note}>
                    {delivery.status === 'unknown' && delivery.reason === null
                      ? text.publishing.unknown.explain
                      : delivery.reason}
                  </td>
                  <td>
                    {delivery.url !== null && delivery.purpose !== 'remove' && (
                      <a href={delivery.url} target="_blank" rel="noreferrer">
                        {text.publishing.link}
                      </a>
                    )}
                    <DeliveryActions
                      delivery={delivery}
                      address={addressOf(delivery.channel)}
                      paused={paused}
                      readOnly={readOnly}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
