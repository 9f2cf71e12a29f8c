import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { audiences } from '../../../shared/assignment/assignment.ts'
import { type ListedRubric, rubricApi } from '../../../shared/rubric/api.ts'
import type { Cadence } from '../../../shared/rubric/rubric.ts'
import { useClient } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import record from '../../ui/Record.module.css'
import { Select } from '../../ui/Select.tsx'
import { type DraftBlock, SkeletonField } from './SkeletonField.tsx'

const none = 'none'
const audienceChoices = [none, ...audiences] as const
const cadences = ['issues', 'monthly', 'free'] as const

interface RubricDialogProps {
  /** Null makes a new one, of this name. */
  readonly rubric: ListedRubric | null
  readonly name: string
  readonly onClose: () => void
}

/** One rubric of the catalogue. */
export const RubricDialog = ({ rubric, name, onClose }: RubricDialogProps) => {
  const text = useText()
  const words = text.rubric.form
  const client = useClient()
  const { staff } = useSession()
  const [draft, setDraft] = useState({
    name: rubric?.name ?? name,
    owner: rubric?.owner ?? none,
    cadence: rubric?.cadence.kind ?? ('issues' as Cadence['kind']),
    every: rubric?.cadence.kind === 'issues' ? String(rubric.cadence.every) : '1',
    audience: rubric?.audience ?? (none as NonNullable<ListedRubric['audience']> | typeof none),
    note: rubric?.note ?? '',
    skeleton: (rubric?.skeleton ?? []).map((block, id): DraftBlock => ({ ...block, id })),
    closed: rubric?.closed ?? false,
  })
  const [left, setLeft] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }))
  const every = /^[1-9]\d?$/.test(draft.every.trim()) && Number(draft.every) <= 60 ? Number(draft.every) : null
  const isSound = draft.name.trim() !== '' && (draft.cadence !== 'issues' || every !== null)

  const save = async () => {
    setLeft(true)
    if (!isSound) return
    const saved = await client.call(rubricApi.saveRubric, {
      id: rubric?.id ?? null,
      name: draft.name.trim(),
      owner: draft.owner === none ? null : draft.owner,
      cadence: draft.cadence === 'issues' ? { kind: 'issues', every: every ?? 1 } : { kind: draft.cadence },
      audience: draft.audience === none ? null : draft.audience,
      note: draft.note.trim(),
      skeleton: draft.skeleton.map(({ kind, prompt }) => ({ kind, prompt })),
      closed: draft.closed,
    })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) onClose()
  }
  return (
    <FormDialog title={words.rubric} wide onClose={onClose} onSubmit={() => void save()} verb={words.save}>
      <div className={record.form}>
        <Field
          label={words.name}
          value={draft.name}
          onChange={(next) => change({ name: next })}
          onLeave={() => setLeft(true)}
          error={left && draft.name.trim() === '' ? words.nameError : null}
          autoFocus
        />
        <div className={record.pair}>
          <Select
            label={words.cadence}
            options={cadences.map((id) => ({ id, label: words.cadences[id] }))}
            value={draft.cadence}
            onChange={(cadence) => change({ cadence })}
          />
          {draft.cadence === 'issues' && (
            <Field
              label={words.every}
              value={draft.every}
              onChange={(next) => change({ every: next })}
              error={every === null ? words.everyError : null}
            />
          )}
        </div>
        <div className={record.pair}>
          <Select
            label={words.owner}
            options={[{ id: none, label: words.nobody }, ...staff.map(({ id, name: called }) => ({ id, label: called }))]}
            value={draft.owner}
            onChange={(owner) => change({ owner })}
          />
          <Select
            label={words.audience}
            options={audienceChoices.map((id) => ({ id, label: text.assignment.audiences[id] }))}
            value={draft.audience}
            onChange={(audience) => change({ audience })}
          />
        </div>
        <Field label={words.note} value={draft.note} onChange={(note) => change({ note })} lines={2} />
        <SkeletonField value={draft.skeleton} onChange={(skeleton) => change({ skeleton })} />
        {rubric !== null && (
          <CheckBox isSelected={draft.closed} onChange={(closed) => change({ closed })}>
            {words.closed}
          </CheckBox>
        )}
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}
