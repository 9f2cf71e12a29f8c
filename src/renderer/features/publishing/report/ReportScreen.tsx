import { useState } from 'react'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import { countBy, type ReportCount } from '../../../../shared/publishing/report.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { nameIn } from '../publishing-model.ts'
import { daysOf, momentsOf, type Period, periods } from './period.ts'
import styles from './Report.module.css'
import { useTable } from './use-table.ts'

interface CountTableProps {
  readonly title: string
  readonly name: string
  readonly counts: readonly ReportCount[]
}

const CountTable = ({ title, name, counts }: CountTableProps) => {
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
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.name}>
              <th scope="row">{count.name}</th>
              <td>{format.number(count.publications)}</td>
              <td>{format.number(count.articles)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** «Отчёт о публикациях»: what went where and when, for the information council. */
export const ReportScreen = () => {
  const text = useText()
  const words = text.report
  const format = useFormat()
  const [now] = useState(() => Date.now())
  const [period, setPeriod] = useState<Period>('month')
  const [own, setOwn] = useState(() => daysOf('month', now))
  const moments = momentsOf(period === 'own' ? own : daysOf(period, now))
  const channels = useQuery(publishingApi.channels, {}, ['publishing', 'settings'])
  const report = useQuery(publishingApi.report, moments, ['publishing'])
  const table = useTable(publishingApi.exportReport)
  const nameOf = (channel: string) => nameIn(channels.value ?? [], channel, text.channel.kinds)
  const lines = report.value ?? []
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        <a href={hrefOf({ section: 'publishing', article: null })}>{words.back}</a>
      </header>
      <div className={styles.bar}>
        <Select
          label={words.period}
          options={periods.map((id) => ({ id, label: words.periods[id] }))}
          value={period}
          onChange={setPeriod}
        />
        {period === 'own' && (
          <>
            <Field label={words.from} type="date" value={own.from} onChange={(from) => setOwn({ ...own, from })} />
            <Field
              label={words.to}
              type="date"
              value={own.to}
              onChange={(to) => setOwn({ ...own, to })}
              error={moments ? null : words.badDates}
            />
          </>
        )}
        <Button isDisabled={!moments || lines.length === 0} onPress={() => moments && void table.write(moments)}>
          {words.export}
        </Button>
      </div>
      {table.file !== null && <p role="status">{words.exported(table.file)}</p>}
      {[report.failure, table.failure].map((failure) => failure && <FailureMessage key={failure.what} failure={failure} />)}
      {report.value && lines.length === 0 && <EmptyState>{words.empty}</EmptyState>}
      {lines.length > 0 && (
        <>
          <p className={styles.total}>{words.total(lines.length, new Set(lines.map(({ article }) => article)).size)}</p>
          <div className={styles.groups}>
            <CountTable
              title={words.byChannel}
              name={words.name.channel}
              counts={countBy(lines, ({ channel }) => nameOf(channel))}
            />
            <CountTable
              title={words.byRubric}
              name={words.name.rubric}
              counts={countBy(lines, ({ rubric }) => rubric || words.noRubric)}
            />
          </div>
          <h2>{words.lines}</h2>
          <table className={styles.lines}>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.article}</th>
                <th scope="col">{words.name.rubric}</th>
                <th scope="col">{words.name.channel}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.link}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.delivery}>
                  <td>{format.typedMoment(line.publishedAt)}</td>
                  <td>
                    <a href={hrefOf({ section: 'publishing', article: line.article })}>
                      {line.headline || text.publishing.untitled}
                    </a>
                  </td>
                  <td>{line.rubric || words.noRubric}</td>
                  <td>{line.recipient === null ? nameOf(line.channel) : `${nameOf(line.channel)}: ${line.recipient}`}</td>
                  <td>{words.states[line.state]}</td>
                  <td>
                    {line.url !== null && (
                      <a href={line.url} target="_blank" rel="noreferrer">
                        {words.link}
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}
