import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { calendarApi } from '../../../shared/calendar/api.ts'
import type { Series } from '../../../shared/calendar/series.ts'
import { issueApi } from '../../../shared/issue/api.ts'
import { suitsPage } from '../../../shared/issue/page-template.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { readDay } from '../../i18n/read-day.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './SeriesDialog.module.css'
import { draftOf, faultsOf, noTemplate, type SeriesDraft, seriesOf, wrongLine } from './series-draft.ts'

interface SeriesDialogProps {
  readonly series: Omit<Series, 'id'> & { readonly id: string | null }
  readonly onClose: () => void
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const columnOptions = ['4', '5', '6'] as const

/** The form of a series: what its issues are made from. */
export const SeriesDialog = ({ series, onClose }: SeriesDialogProps) => {
  const text = useText()
  const words = text.calendar.series
  const format = useFormat()
  const client = useClient()
  const [draft, setDraft] = useState<SeriesDraft>(() => draftOf(series, format.typedDay))
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const templates = useQuery(issueApi.templates, {}, ['issue']).value?.templates ?? []
  const since = readDay(draft.since)
  const faults = faultsOf(draft, since)
  const set = (change: Partial<SeriesDraft>) => setDraft((before) => ({ ...before, ...change }))
  const error = (name: keyof SeriesDraft, said: string) => (tried && faults.has(name) ? said : null)

  const save = async () => {
    setTried(true)
    const made = seriesOf(draft, since)
    if (!made) return
    const result = await client.call(calendarApi.saveSeries, { ...series, ...made })
    if (!result.ok) return setFailure(result.failure)
    onClose()
  }

  const optionsFor = (page: number) => [
    { id: noTemplate, label: words.noTemplate },
    ...templates
      .filter((template) => suitsPage(template, page, { columns: seriesOfColumns(draft), pages: 3 }))
      .map(({ id, name }) => ({ id, label: name })),
  ]
  const deadlineLine = wrongLine(draft.deadlines) ?? ''
  const rubricLine = wrongLine(draft.rubrics) ?? ''

  return (
    <FormDialog title={words.title} wide onClose={onClose} onSubmit={() => void save()} verb={words.action}>
      <div className={styles.form}>
        <Field
          label={words.name}
          value={draft.name}
          onChange={(name) => set({ name })}
          error={error('name', words.nameError)}
          autoFocus
        />
        <div className={styles.pair}>
          <Select
            label={words.weekday}
            options={weekdays.map((id) => ({ id, label: text.settings.publication.weekdays[Number(id) - 1] ?? id }))}
            value={weekdays.find((id) => id === draft.weekday) ?? '3'}
            onChange={(weekday) => set({ weekday })}
          />
          <Field
            label={words.since}
            value={draft.since}
            onChange={(value) => set({ since: value })}
            hint={since === null ? '' : format.day(since)}
            error={error('since', words.sinceError)}
          />
        </div>
        <div className={styles.pair}>
          <Field
            label={words.pages}
            value={draft.pages}
            onChange={(pages) => set({ pages })}
            error={error('pages', words.numberError)}
          />
          <Select
            label={words.columns}
            options={columnOptions.map((id) => ({ id, label: words.columnsOption(Number(id)) }))}
            value={draft.columns}
            onChange={(columns) => set({ columns, templates: { first: noTemplate, inner: noTemplate, last: noTemplate } })}
          />
        </div>
        <div className={styles.pair}>
          <Field
            label={words.pressDays}
            value={draft.pressDays}
            onChange={(pressDays) => set({ pressDays })}
            error={error('pressDays', words.numberError)}
          />
          <Field
            label={words.pressTime}
            value={draft.pressTime}
            onChange={(pressTime) => set({ pressTime })}
            error={error('pressTime', words.pressTimeError)}
          />
        </div>
        <div className={styles.pair}>
          <Field
            label={words.deadlines}
            value={draft.deadlines}
            onChange={(deadlines) => set({ deadlines })}
            hint={words.deadlinesHint}
            error={error('deadlines', words.deadlinesError(deadlineLine))}
            lines={6}
          />
          <Field
            label={words.rubrics}
            value={draft.rubrics}
            onChange={(rubrics) => set({ rubrics })}
            hint={words.rubricsHint}
            error={error('rubrics', words.rubricsError(rubricLine))}
            lines={6}
          />
        </div>
        <div className={styles.three}>
          {(['first', 'inner', 'last'] as const).map((kind, at) => (
            <Select
              key={kind}
              label={words.templates[kind]}
              options={optionsFor(at + 1)}
              value={draft.templates[kind]}
              onChange={(id) => set({ templates: { ...draft.templates, [kind]: id } })}
            />
          ))}
        </div>
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}

const counts = { '4': 4, '5': 5, '6': 6 } as const
const seriesOfColumns = ({ columns }: SeriesDraft) => counts[columns]
