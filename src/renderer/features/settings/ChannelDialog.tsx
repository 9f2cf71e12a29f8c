import { type ComponentProps, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../shared/publishing/channel.ts'
import { type ChannelField, channelForms } from '../../../shared/publishing/channel-fields.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { ChannelResult } from './ChannelResult.tsx'
import { ChannelSetting } from './ChannelSetting.tsx'
import { type ChannelDraft, complaintsAbout, draftOf, secretOf, settingsOf } from './channel-draft.ts'
import styles from './PublicationForm.module.css'

interface ChannelDialogProps {
  readonly channel: ChannelState
  readonly onClose: () => void
}

/** Changes a channel; what the channel answers is shown, its secret never is. */
export const ChannelDialog = ({ channel, onClose }: ChannelDialogProps) => {
  const text = useText()
  const client = useClient()
  const words = text.channel
  const [draft, setDraft] = useState<ChannelDraft>(() => draftOf(channel, channel.kind))
  const [tried, setTried] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [outcome, setOutcome] = useState<ComponentProps<typeof ChannelResult>['outcome'] | null>(null)

  const complaints = complaintsAbout(draft, false, [])
  const shown = (name: string): string | null => {
    const complaint = complaints[name]
    return tried && complaint ? words[complaint] : null
  }
  const form = channelForms[draft.kind]
  const fieldWords: Readonly<Record<string, { label: string; hint: string }>> = words.fields[draft.kind]
  const secretWords: Readonly<Record<string, { label: string; hint: string }>> = words.secrets[draft.kind]
  const title = words.editTitle(channel.id)
  const setting = (field: ChannelField) => (
    <ChannelSetting
      key={`${draft.kind} ${field.name}`}
      field={field}
      words={fieldWords[field.name] ?? { label: field.name, hint: '' }}
      value={draft.values[field.name] ?? ''}
      onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [field.name]: value } })}
      error={shown(field.name)}
    />
  )
  const save = async () => {
    setTried(true)
    if (working || Object.keys(complaints).length > 0) return
    setWorking(true)
    const result = await client.call(publishingApi.addChannel, {
      id: draft.id,
      kind: draft.kind,
      settings: { ...settingsOf(draft) },
      secret: secretOf(draft),
    })
    setWorking(false)
    setFailure(result.ok ? null : result.failure)
    if (result.ok) setOutcome(result.value)
  }

  if (outcome)
    return <ChannelResult title={title} channel={draft.id} outcome={outcome} onMend={() => setOutcome(null)} onClose={onClose} />

  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onSubmit={() => void save()}
      verb={working ? words.checking : words.saveChanges}
      isReady={!working}
    >
      <div className={styles.form}>
        {form.fields.filter(({ usual }) => usual === null).map(setting)}
        {form.secrets.map(({ name }) => (
          <Field
            key={`${draft.kind} ${name}`}
            label={secretWords[name]?.label ?? name}
            value={draft.secrets[name] ?? ''}
            onChange={(key) => setDraft({ ...draft, secrets: { ...draft.secrets, [name]: key } })}
            type="password"
            hint={words.secretKeep}
            error={shown(name)}
          />
        ))}
        <Field
          label={words.id}
          value={draft.id}
          onChange={(id) => setDraft({ ...draft, id })}
          hint={words.idHint}
          error={shown('id')}
          isReadOnly
        />
        <details className={styles.more} open>
          <summary>{words.more}</summary>
          <div className={styles.form}>{form.fields.filter(({ usual }) => usual !== null).map(setting)}</div>
        </details>
        {failure && (
          <div ref={(node) => node?.scrollIntoView({ block: 'nearest' })}>
            <FailureMessage failure={failure} />
          </div>
        )}
      </div>
    </FormDialog>
  )
}
