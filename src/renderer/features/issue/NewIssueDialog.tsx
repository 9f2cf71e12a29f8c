import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { issueApi } from '../../../shared/issue/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { navigate } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { readDay } from '../../i18n/read-day.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { nextIssueDay } from './issue-date.ts'
import styles from './NewIssueDialog.module.css'

const pageCounts = ['4', '6', '8', '10', '12', '14', '16'] as const
const columnCounts = { '4': 4, '5': 5, '6': 6 } as const
const columnOptions = ['4', '5', '6'] as const
const optionOf = { 4: '4', 5: '5', 6: '6' } as const

const NewIssueForm = ({ onClose }: { onClose: () => void }) => {
  const text = useText()
  const format = useFormat()
  const client = useClient()
  const { issues, publication, chooseIssue } = useSession()
  const [date, setDate] = useState(() =>
    format.typedDay(
      nextIssueDay(
        Date.now(),
        publication?.weekday ?? 3,
        issues.map((issue) => issue.plannedFor),
      ),
    ),
  )
  const [pages, setPages] = useState<(typeof pageCounts)[number]>('16')
  const [columns, setColumns] = useState<keyof typeof columnCounts>(optionOf[publication?.style.grid.columns ?? 5])
  const [left, setLeft] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const day = readDay(date)

  const create = async () => {
    setLeft(true)
    if (day === null || working) return
    setWorking(true)
    const result = await client.call(issueApi.create, { plannedFor: day, pages: Number(pages), columns: columnCounts[columns] })
    setWorking(false)
    if (!result.ok) return setFailure(result.failure)
    chooseIssue(result.value.serial)
    navigate({ section: 'issue' })
    onClose()
  }

  return (
    <FormDialog
      title={text.issue.createTitle}
      onClose={onClose}
      onSubmit={() => void create()}
      verb={text.issue.createAction}
      isReady={!working}
    >
      <div className={styles.form}>
        <Field
          label={text.issue.date}
          value={date}
          onChange={setDate}
          onLeave={() => setLeft(true)}
          hint={day === null ? '' : format.day(day)}
          error={left && day === null ? text.issue.dateError : null}
          autoFocus
        />
        <div className={styles.pair}>
          <Select
            label={text.issue.pages}
            options={pageCounts.map((count) => ({ id: count, label: text.issue.pagesOption(Number(count)) }))}
            value={pages}
            onChange={setPages}
          />
          <Select
            label={text.issue.columns}
            options={columnOptions.map((count) => ({ id: count, label: text.issue.columnsOption(Number(count)) }))}
            value={columns}
            onChange={setColumns}
          />
        </div>
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}

/** Asks for the day, the pages and the columns of a new issue. */
export const NewIssueDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) =>
  isOpen && <NewIssueForm onClose={onClose} />
