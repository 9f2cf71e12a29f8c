import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { authorApi, type ListedAuthor } from '../../../shared/author/api.ts'
import { regionApi } from '../../../shared/region/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import record from '../../ui/Record.module.css'
import { AuthorStories } from './AuthorStories.tsx'

interface AuthorDialogProps {
  /** Null makes a new card. */
  readonly author: ListedAuthor | null
  readonly isReadOnly: boolean
  readonly onClose: () => void
}

/** One author's card. */
export const AuthorDialog = ({ author, isReadOnly, onClose }: AuthorDialogProps) => {
  const text = useText()
  const words = text.author.form
  const client = useClient()
  const regions = useQuery(regionApi.names, {}, ['mailing'])
  const [draft, setDraft] = useState({
    name: author?.name ?? '',
    alsoSigns: author?.alsoSigns.join(', ') ?? '',
    place: author?.place ?? '',
    region: author?.region ?? '',
    mail: author?.mail ?? '',
    phone: author?.phone ?? '',
    note: author?.note ?? '',
  })
  const [left, setLeft] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const line = (field: keyof typeof draft) => ({
    value: draft[field],
    onChange: (value: string) => setDraft((now) => ({ ...now, [field]: value })),
    isReadOnly,
  })
  const save = async () => {
    setLeft(true)
    if (isReadOnly || draft.name.trim() === '') return
    const saved = await client.call(authorApi.save, {
      id: author?.id ?? null,
      name: draft.name.trim(),
      alsoSigns: draft.alsoSigns.split(',').flatMap((each) => each.trim() || []),
      place: draft.place.trim(),
      region: draft.region.trim(),
      mail: draft.mail.trim(),
      phone: draft.phone.trim(),
      note: draft.note.trim(),
    })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) onClose()
  }
  return (
    <Dialog
      title={author?.name ?? words.title}
      isOpen
      wide
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onPress={onClose}>{isReadOnly ? text.ui.close : text.ui.cancel}</Button>
          {!isReadOnly && (
            <Button kind="primary" type="submit">
              {words.save}
            </Button>
          )}
        </>
      }
    >
      <div className={record.form}>
        {author !== null && <AuthorStories author={author.id} />}
        <Field
          label={words.name}
          {...line('name')}
          autoFocus={author === null}
          onLeave={() => setLeft(true)}
          error={left && draft.name.trim() === '' ? words.nameError : null}
        />
        <Field label={words.alsoSigns} {...line('alsoSigns')} hint={words.alsoSignsHint} />
        <div className={record.pair}>
          <Field label={words.mail} {...line('mail')} />
          <Field label={words.phone} {...line('phone')} />
          <Field label={words.place} {...line('place')} />
          {isReadOnly ? (
            <Field label={words.region} {...line('region')} />
          ) : (
            <ComboField
              label={words.region}
              value={draft.region}
              onChange={(region) => setDraft((now) => ({ ...now, region }))}
              options={regions.value ?? []}
            />
          )}
        </div>
        <Field label={words.note} {...line('note')} lines={2} />
        {failure && <FailureMessage failure={failure} />}
      </div>
    </Dialog>
  )
}
