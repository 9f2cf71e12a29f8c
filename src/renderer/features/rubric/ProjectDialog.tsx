import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { rubricApi } from '../../../shared/rubric/api.ts'
import { type Project, projectKinds, projectRhythms } from '../../../shared/rubric/rubric.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import record from '../../ui/Record.module.css'
import { Select } from '../../ui/Select.tsx'

interface ProjectDialogProps {
  /** Null makes a new one. */
  readonly project: Project | null
  /** The first day of a new one, where it is known. */
  readonly day?: Day
  readonly onClose: () => void
}

/** One project: what it is and when. */
export const ProjectDialog = ({ project, day, onClose }: ProjectDialogProps) => {
  const text = useText()
  const words = text.rubric
  const client = useClient()
  const choices = useQuery(rubricApi.choices, {}, ['rubric'])
  const [draft, setDraft] = useState({
    name: project?.name ?? '',
    kind: project?.kind ?? projectKinds[0],
    rhythm: project?.rhythm ?? projectRhythms[1],
    from: project?.from ?? day ?? '',
    to: project?.to ?? '',
    rubric: project?.rubric ?? '',
    note: project?.note ?? '',
    closed: project?.closed ?? false,
  })
  const [left, setLeft] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }))
  const isMonthly = draft.rhythm === 'monthly'
  const isReversed = draft.from !== '' && draft.to !== '' && draft.to < draft.from

  const save = async () => {
    setLeft(true)
    if (draft.name.trim() === '' || isReversed) return
    const { name, from, to, rubric, note, ...rest } = draft
    const saved = await client.call(rubricApi.saveProject, {
      ...rest,
      id: project?.id ?? null,
      name: name.trim(),
      from: from || null,
      to: to || null,
      rubric: rubric.trim(),
      note: note.trim(),
    })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) onClose()
  }
  return (
    <FormDialog title={words.form.project} wide onClose={onClose} onSubmit={() => void save()} verb={words.form.save}>
      <div className={record.form}>
        <Field
          label={words.form.name}
          value={draft.name}
          onChange={(name) => change({ name })}
          onLeave={() => setLeft(true)}
          error={left && draft.name.trim() === '' ? words.form.nameError : null}
          autoFocus
        />
        <div className={record.pair}>
          <Select
            label={words.form.kind}
            options={projectKinds.map((id) => ({ id, label: words.kinds[id] }))}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
          <Select
            label={words.form.rhythm}
            options={projectRhythms.map((id) => ({ id, label: words.rhythms[id] }))}
            value={draft.rhythm}
            onChange={(rhythm) => change({ rhythm })}
          />
          <Field
            label={isMonthly ? words.form.firstTurn : words.form.from}
            type="date"
            value={draft.from}
            onChange={(from) => change({ from })}
          />
          <Field
            label={isMonthly ? words.form.lastTurn : words.form.to}
            type="date"
            value={draft.to}
            onChange={(to) => change({ to })}
            error={isReversed ? words.form.datesError : null}
          />
        </div>
        <ComboField
          label={words.form.usualRubric}
          value={draft.rubric}
          onChange={(rubric) => change({ rubric })}
          options={choices.value?.rubrics ?? []}
        />
        <Field label={words.form.note} value={draft.note} onChange={(note) => change({ note })} lines={2} />
        {project !== null && (
          <CheckBox isSelected={draft.closed} onChange={(closed) => change({ closed })}>
            {words.form.closedProject}
          </CheckBox>
        )}
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}
