import { useEffect, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { calendarApi } from '../../../shared/calendar/api.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { useClient } from '../../api/hooks.tsx'
import { readDay } from '../../i18n/read-day.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './SeriesDialog.module.css'

const pageCounts = ['4', '8', '12', '16'] as const

interface Preview {
  readonly serial: string
  readonly renumbered: readonly { readonly from: string; readonly to: string }[]
}

/** Asks for a special issue and says beforehand which numbers it moves. */
export const SpecialDialog = ({ day: start, onClose }: { readonly day: Day; readonly onClose: () => void }) => {
  const text = useText()
  const words = text.calendar
  const format = useFormat()
  const client = useClient()
  const [title, setTitle] = useState('')
  const [date, setDate] = useState(() => format.typedDay(start))
  const [pages, setPages] = useState<(typeof pageCounts)[number]>('8')
  const [left, setLeft] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const day = readDay(date)

  useEffect(() => {
    let live = true
    setPreview(null)
    if (day !== null)
      void client
        .call(calendarApi.createSpecial, { plannedFor: day, pages: 8, columns: 5, title: '—', preview: true })
        .then((result) => {
          if (!live) return
          setFailure(result.ok ? null : result.failure)
          setPreview(result.ok ? result.value : null)
        })
    return () => {
      live = false
    }
  }, [client, day])

  const create = async () => {
    setLeft(true)
    if (day === null || title.trim() === '') return
    const asked = { plannedFor: day, pages: Number(pages), columns: 5 as const, title: title.trim() }
    const result = await client.call(calendarApi.createSpecial, asked)
    if (!result.ok) return setFailure(result.failure)
    onClose()
  }

  return (
    <FormDialog title={words.specialTitle} onClose={onClose} onSubmit={() => void create()} verb={words.specialAction}>
      <div className={styles.form}>
        <Field
          label={words.specialName}
          value={title}
          onChange={setTitle}
          onLeave={() => setLeft(true)}
          hint={words.specialNameHint}
          error={left && title.trim() === '' ? words.specialNameError : null}
          autoFocus
        />
        <div className={styles.pair}>
          <Field
            label={text.issue.date}
            value={date}
            onChange={setDate}
            hint={day === null ? '' : format.day(day)}
            error={day === null ? text.issue.dateError : null}
          />
          <Select
            label={text.issue.pages}
            options={pageCounts.map((count) => ({ id: count, label: text.issue.pagesOption(Number(count)) }))}
            value={pages}
            onChange={setPages}
          />
        </div>
        <div role="status" className={styles.preview}>
          {preview && (
            <>
              <p>{words.specialSerial(preview.serial)}</p>
              <p>{preview.renumbered.length === 0 ? words.specialKeeps : words.specialMoves}</p>
              {preview.renumbered.length > 0 && (
                <ul>
                  {preview.renumbered.map(({ from, to }) => (
                    <li key={from}>{words.becomes(from, to)}</li>
                  ))}
                </ul>
              )}
            </>
          )}
        </div>
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}
