import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import { type ChannelKind, type ChannelState, channelKinds } from '../../../shared/publishing/channel.ts'
import { type ChannelField, channelForms } from '../../../shared/publishing/channel-fields.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { type ChannelDraft, complaintsAbout, draftOf, secretOf, settingsOf } from './channel-draft.ts'
import styles from './PublicationForm.module.css'

interface ChannelDialogProps {
  /** The channel to change; null connects a new one. */
  readonly channel: ChannelState | null
  readonly taken: readonly string[]
  readonly onClose: () => void
}

interface SettingProps {
  readonly field: ChannelField
  readonly words: { readonly label: string; readonly hint: string }
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
}

/** One setting: a line, or one of a few choices. */
const Setting = ({ field, words, value, onChange, error }: SettingProps) => {
  const choices: Readonly<Record<string, string>> = useText().channel.choices
  if (field.choices)
    return (
      <Select
        label={words.label}
        options={field.choices.map((id) => ({ id, label: choices[id] ?? id }))}
        value={value}
        onChange={onChange}
      />
    )
  const hint = words.hint === '' ? {} : { hint: words.hint }
  return <Field label={words.label} value={value} onChange={onChange} error={error} lines={field.lines ?? 1} {...hint} />
}

/** Connects a channel of any kind or changes one; what the channel answers is shown, its secret never is. */
export const ChannelDialog = ({ channel, taken, onClose }: ChannelDialogProps) => {
  const text = useText()
  const client = useClient()
  const words = text.channel
  const [draft, setDraft] = useState<ChannelDraft>(() => draftOf(channel, 'telegram'))
  const [tried, setTried] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [outcome, setOutcome] = useState<{ readonly problem: string | null } | null>(null)

  const complaints = complaintsAbout(draft, channel === null, taken)
  const shown = (name: string): string | null => {
    const complaint = complaints[name]
    return tried && complaint ? words[complaint] : null
  }
  const form = channelForms[draft.kind]
  const fieldWords: Readonly<Record<string, { label: string; hint: string }>> = words.fields[draft.kind]
  const secretWords: Readonly<Record<string, { label: string; hint: string }>> = words.secrets[draft.kind]
  const title = channel === null ? words.addTitle : words.editTitle(channel.id)
  const setting = (field: ChannelField) => (
    <Setting
      key={`${draft.kind} ${field.name}`}
      field={field}
      words={fieldWords[field.name] ?? { label: field.name, hint: '' }}
      value={draft.values[field.name] ?? ''}
      onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [field.name]: value } })}
      error={shown(field.name)}
    />
  )
  const chooseKind = (kind: ChannelKind) => {
    setDraft(draftOf(null, kind))
    setTried(false)
    setFailure(null)
  }
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
    return (
      <Dialog
        title={title}
        isOpen
        onClose={onClose}
        actions={
          <Button kind="primary" onPress={onClose}>
            {text.ui.done}
          </Button>
        }
      >
        <p role="status">{outcome.problem === null ? words.added(draft.id) : words.withProblem(outcome.problem)}</p>
      </Dialog>
    )

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={working}>
            {working ? words.checking : channel === null ? words.save : words.saveChanges}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {channel === null && (
          <Select
            label={words.kind}
            options={channelKinds.map((id) => ({ id, label: words.kinds[id] }))}
            value={draft.kind}
            onChange={chooseKind}
          />
        )}
        {form.fields.filter(({ usual }) => usual === null).map(setting)}
        {form.secrets.map(({ name }) => (
          <Field
            key={`${draft.kind} ${name}`}
            label={secretWords[name]?.label ?? name}
            value={draft.secrets[name] ?? ''}
            onChange={(key) => setDraft({ ...draft, secrets: { ...draft.secrets, [name]: key } })}
            type="password"
            hint={channel === null ? secretWords[name]?.hint : words.secretKeep}
            error={shown(name)}
          />
        ))}
        <Field
          label={words.id}
          value={draft.id}
          onChange={(id) => setDraft({ ...draft, id })}
          hint={words.idHint}
          error={shown('id')}
          isReadOnly={channel !== null}
        />
        <details className={styles.more} open={channel !== null}>
          <summary>{words.more}</summary>
          <div className={styles.form}>{form.fields.filter(({ usual }) => usual !== null).map(setting)}</div>
        </details>
        {failure && (
          <div ref={(node) => node?.scrollIntoView({ block: 'nearest' })}>
            <FailureMessage failure={failure} />
          </div>
        )}
      </div>
    </Dialog>
  )
}
