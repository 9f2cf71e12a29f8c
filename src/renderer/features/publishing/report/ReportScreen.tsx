import { useState } from 'react'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import { countBy, filtered, type ReportFilter } from '../../../../shared/publishing/report.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import part from '../PartScreen.module.css'
import { nameIn } from '../publishing-model.ts'
import { CountsLine } from './CountsLine.tsx'
import { CountTable } from './CountTable.tsx'
import { FilterBar } from './FilterBar.tsx'
import { LineTable } from './LineTable.tsx'
import { daysOf, momentsOf, type Period, periods } from './period.ts'
import styles from './Report.module.css'
import { useCounts } from './use-counts.ts'
import { useTable } from './use-table.ts'

const everything: ReportFilter = { rubric: null, region: null, channel: null }

/** «Отчёт о публикациях»: what went where and when, for the information council. */
export const ReportScreen = () => {
  const text = useText()
  const words = text.report
  const [now] = useState(() => Date.now())
  const [period, setPeriod] = useState<Period>('month')
  const [own, setOwn] = useState(() => daysOf('month', now))
  const moments = momentsOf(period === 'own' ? own : daysOf(period, now))
  const channels = useQuery(publishingApi.channels, {}, ['publishing', 'settings'])
  const report = useQuery(publishingApi.report, moments, ['publishing'])
  const table = useTable(publishingApi.exportReport)
  const counts = useCounts()
  const [filter, setFilter] = useState(everything)
  const nameOf = (channel: string) => nameIn(channels.value ?? [], channel, text.channel.kinds)
  const out = report.value ?? []
  const lines = filtered(out, filter)
  return (
    <div className={`${part.screen} ${styles.screen}`}>
      <header className={part.head}>
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
        <FilterBar lines={out} filter={filter} nameOf={nameOf} onChange={setFilter} />
        <div className={styles.acts}>
          <Button
            isDisabled={!moments || out.length === 0 || counts.state.kind === 'running'}
            onPress={() => moments && void counts.fetch(moments)}
          >
            {words.fetchCounts}
          </Button>
          <Button
            isDisabled={!moments || lines.length === 0}
            onPress={() => moments && void table.write({ ...moments, ...filter })}
          >
            {words.export}
          </Button>
        </div>
      </div>
      <CountsLine state={counts.state} lines={lines} nameOf={nameOf} onCancel={() => void counts.cancel()} />
      {table.file !== null && <p role="status">{words.exported(table.file)}</p>}
      {[report.failure, table.failure].map((failure) => failure && <FailureMessage key={failure.what} failure={failure} />)}
      {report.value && lines.length === 0 && <EmptyState>{out.length === 0 ? words.empty : words.nothingLeft}</EmptyState>}
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
            <CountTable
              title={words.byRegion}
              name={words.name.region}
              counts={countBy(lines, ({ region }) => region || words.noRegion)}
            />
          </div>
          <h2>{words.lines}</h2>
          <LineTable lines={lines} channels={channels.value ?? []} />
        </>
      )}
    </div>
  )
}
