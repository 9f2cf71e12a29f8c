import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import { countNames } from '../../../../shared/publishing/counts.ts'
import type { ReportLine } from '../../../../shared/publishing/report.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { hrefOfDelivery, nameIn } from '../publishing-model.ts'
import styles from './Report.module.css'

interface LineTableProps {
  readonly lines: readonly ReportLine[]
  readonly channels: readonly ChannelState[]
}

/** Every publication of the report. */
export const LineTable = ({ lines, channels }: LineTableProps) => {
  const text = useText()
  const words = text.report
  const format = useFormat()
  const countable = new Set(channels.filter((channel) => channel.countable).map(({ id }) => id))
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.article}</th>
          <th scope="col">{words.name.rubric}</th>
          <th scope="col">{words.name.region}</th>
          <th scope="col">{words.name.channel}</th>
          <th scope="col">{words.state}</th>
          {countNames.map((of) => (
            <th key={of} scope="col" className={styles.count}>
              {words.counts[of]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { counts } = line
          const name = nameIn(channels, line.channel, text.channel.kinds)
          const place = line.recipient === null ? name : `${name}: ${line.recipient}`
          return (
            <tr key={line.delivery}>
              <td>{format.typedMoment(line.publishedAt)}</td>
              <td>
                <a href={hrefOfDelivery(line.article)}>{line.headline || text.publishing.untitled}</a>
              </td>
              <td>{line.rubric || words.noRubric}</td>
              <td>{line.region || words.noRegion}</td>
              <td>
                {line.url === null ? (
                  place
                ) : (
                  <a href={line.url} target="_blank" rel="noreferrer" title={words.link}>
                    {place}
                  </a>
                )}
              </td>
              <td>{words.states[line.state]}</td>
              {counts === null ? (
                <td colSpan={countNames.length} className={styles.uncounted}>
                  {countable.has(line.channel) ? words.notAsked : words.noData}
                </td>
              ) : (
                countNames.map((of) => {
                  const count = counts[of]
                  return (
                    <td key={of} className={styles.count} title={words.countedAt(format.moment(counts.at, Date.now()))}>
                      {count === null ? <span className={styles.dim}>{words.noData}</span> : format.number(count)}
                    </td>
                  )
                })
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
