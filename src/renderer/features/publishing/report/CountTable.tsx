import { countNames } from '../../../../shared/publishing/counts.ts'
import type { ReportCount } from '../../../../shared/publishing/report.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import styles from './Report.module.css'

interface CountTableProps {
  readonly title: string
  /** What the rows are. */
  readonly name: string
  readonly counts: readonly ReportCount[]
}

/** Publications by what they have in common, with what readers have done with them. */
export const CountTable = ({ title, name, counts }: CountTableProps) => {
  const words = useText().report
  const format = useFormat()
  return (
    <section>
      <h2>{title}</h2>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{words.publications}</th>
            <th scope="col">{words.articles}</th>
            {countNames.map((of) => (
              <th key={of} scope="col">
                {words.counts[of]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.name}>
              <th scope="row">{count.name}</th>
              <td>{format.number(count.publications)}</td>
              <td>{format.number(count.articles)}</td>
              {countNames.map((of) => {
                const sum = count.counts[of]
                return <td key={of}>{sum === null ? <span className={styles.dim}>{words.noData}</span> : format.number(sum)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
