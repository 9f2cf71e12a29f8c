import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { regionApi } from '../../../shared/region/api.ts'
import { type ListedEvent, rubricApi } from '../../../shared/rubric/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import record from '../../ui/Record.module.css'
import { Select } from '../../ui/Select.tsx'

const none = 'none'
const stories = ['before', 'after'] as const

interface EventDialogProps {
  /** Null makes a new one. */
  readonly event: ListedEvent | null
  /** The day of a new one, where it is known. */
  readonly day?: Day
  readonly onClose: () => void
}

/** One event: its day and what might be written about it. */
export const EventDialog = ({ event, day, onClose }: EventDialogProps) => {
  const text = useText()
  const words = text.rubric.form
  const client = useClient()
  const choices = useQuery(rubricApi.choices, {}, ['rubric'])
  const regions = useQuery(regionApi.names, {}, ['mailing'])
  const [draft, setDraft] = useState({
    name: event?.name ?? '',
    day: event?.day ?? day ?? '',
    yearly: event?.yearly ?? false,
    project: event?.project ?? none,
    rubric: event?.rubric ?? '',
    region: event?.region ?? '',
    topic: event?.topic ?? '',
    story: event?.story ?? stories[1],
  })
  const [left, setLeft] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const projects = (choices.value?.projects ?? []).filter(({ id, closed }) => !closed || id === event?.project)
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }))

  const save = async () => {
    setLeft(true)
    if (draft.name.trim() === '' || draft.day === '') return
    const saved = await client.call(rubricApi.saveEvent, {
      id: event?.id ?? null,
      name: draft.name.trim(),
      day: draft.day,
      yearly: draft.yearly,
      project: draft.project === none ? null : draft.project,
      rubric: draft.rubric.trim(),
      region: draft.region.trim(),
      topic: draft.topic.trim(),
      story: draft.story,
    })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) onClose()
  }
  const remove = async (id: string) => {
    const removed = await client.call(rubricApi.removeEvent, { event: id })
    setFailure(removed.ok ? null : removed.failure)
    if (removed.ok) onClose()
  }
  return (
    <FormDialog
      title={words.event}
      wide
      onClose={onClose}
      onSubmit={() => void save()}
      others={
        event !== null && (
          <Button kind="flat" onPress={() => void remove(event.id)}>
            {words.remove}
          </Button>
        )
      }
      verb={words.save}
    >
      <div className={record.form}>
        <Field
          label={words.name}
          value={draft.name}
          onChange={(name) => change({ name })}
          error={left && draft.name.trim() === '' ? words.nameError : null}
          autoFocus
        />
        <div className={record.pair}>
          <Field
            label={words.day}
            type="date"
            value={draft.day}
            onChange={(day) => change({ day })}
            error={left && draft.day === '' ? words.dayError : null}
          />
          <Select
            label={words.story}
            options={stories.map((id) => ({ id, label: words.stories[id] }))}
            value={draft.story}
            onChange={(story) => change({ story })}
          />
        </div>
        <CheckBox isSelected={draft.yearly} onChange={(yearly) => change({ yearly })}>
          {words.yearly}
        </CheckBox>
        <Field label={words.topic} value={draft.topic} onChange={(topic) => change({ topic })} hint={words.topicHint} />
        <div className={record.pair}>
          <ComboField
            label={words.usualRubric}
            value={draft.rubric}
            onChange={(rubric) => change({ rubric })}
            options={choices.value?.rubrics ?? []}
          />
          <ComboField
            label={words.region}
            value={draft.region}
            onChange={(region) => change({ region })}
            options={regions.value ?? []}
          />
        </div>
        <Select
          label={words.ofProject}
          options={[{ id: none, label: words.noProject }, ...projects.map(({ id, name }) => ({ id, label: name }))]}
          value={draft.project}
          onChange={(project) => change({ project })}
        />
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}
