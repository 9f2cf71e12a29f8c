import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import { type ChannelCheck, type ChannelKind, channelKinds } from '../../../shared/publishing/channel.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { ChannelResult } from './ChannelResult.tsx'
import { ChannelSetting } from './ChannelSetting.tsx'
import styles from './ChannelWizard.module.css'
import { type ChannelDraft, complaintsAbout, draftOf, secretOf, settingsOf } from './channel-draft.ts'
import { channelSteps, fieldsAt, freeName, stepOf } from './channel-steps.ts'

interface ChannelWizardProps {
  readonly taken: readonly string[]
  readonly onClose: () => void
}

interface Outcome {
  readonly problem: string | null
  readonly checks: readonly ChannelCheck[]
}

/** Connects a channel step by step: what to click where, what to fill in, and what the test has shown. */
export const ChannelWizard = ({ taken, onClose }: ChannelWizardProps) => {
  const text = useText()
  const words = text.channel
  const guide = text.channelGuide
  const client = useClient()
  const newDraft = (kind: ChannelKind): ChannelDraft => ({ ...draftOf(null, kind), id: freeName(kind, taken) })
  const [draft, setDraft] = useState<ChannelDraft>(() => newDraft('telegram'))
  /** −1 is the choice of the kind. */
  const [at, setAt] = useState(-1)
  const [tried, setTried] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { kind } = draft
  const last = channelSteps[kind].length
  const complaints = complaintsAbout(draft, true, taken)
  const here = fieldsAt(kind, at)
  const steps: readonly { readonly title: string; readonly lines: readonly string[] }[] = guide.steps[kind]
  const fieldWords: Readonly<Record<string, { label: string; hint: string }>> = words.fields[kind]
  const secretWords: Readonly<Record<string, { label: string; hint: string }>> = words.secrets[kind]
  const shown = (name: string): string | null => {
    const complaint = complaints[name]
    return tried && complaint ? words[complaint] : null
  }
  const go = (to: number) => {
    setAt(to)
    setTried(false)
    setFailure(null)
  }
  const connect = async () => {
    const wrong = stepOf(kind, complaints)
    if (wrong !== null) {
      setAt(wrong)
      return
    }
    setWorking(true)
    const result = await client.call(publishingApi.addChannel, {
      id: draft.id,
      kind,
      settings: { ...settingsOf(draft) },
      secret: secretOf(draft),
    })
    setWorking(false)
    setFailure(result.ok ? null : result.failure)
    if (result.ok) setOutcome(result.value)
  }
  const next = () => {
    setTried(true)
    if (working) return
    if (at === last) void connect()
    else if (at < 0 || [...here.fields, ...here.secrets].every(({ name }) => complaints[name] === undefined)) go(at + 1)
  }
  const mend = () => {
    setOutcome(null)
    go(0)
  }

  if (outcome)
    return <ChannelResult title={words.kinds[kind]} channel={draft.id} outcome={outcome} onMend={mend} onClose={onClose} />

  const step = steps[at]
  return (
    <FormDialog
      title={at < 0 ? words.addTitle : words.kinds[kind]}
      onClose={onClose}
      onSubmit={next}
      others={at >= 0 && <Button onPress={() => go(at - 1)}>{guide.back}</Button>}
      verb={working ? words.checking : at === last ? words.save : guide.next}
      isReady={!working}
    >
      <div className={styles.form} key={at}>
        {at < 0 && (
          <Select
            label={words.kind}
            options={channelKinds.map((id) => ({ id, label: words.kinds[id] }))}
            value={kind}
            onChange={(chosen: ChannelKind) => setDraft(newDraft(chosen))}
          />
        )}
        {at >= 0 && (
          <div>
            <p className={styles.count}>{guide.step(at + 1, last + 1)}</p>
            <h3 className={styles.title}>{step ? step.title : guide.nameTitle}</h3>
          </div>
        )}
        {step && (
          <ol className={styles.lines}>
            {step.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        )}
        {step &&
          here.fields.map((field) => (
            <ChannelSetting
              key={field.name}
              field={field}
              words={fieldWords[field.name] ?? { label: field.name, hint: '' }}
              value={draft.values[field.name] ?? ''}
              onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [field.name]: value } })}
              error={shown(field.name)}
            />
          ))}
        {here.secrets.map(({ name }) => (
          <Field
            key={name}
            label={secretWords[name]?.label ?? name}
            value={draft.secrets[name] ?? ''}
            onChange={(key) => setDraft({ ...draft, secrets: { ...draft.secrets, [name]: key } })}
            type="password"
            hint={secretWords[name]?.hint}
            error={shown(name)}
          />
        ))}
        {at === last && (
          <>
            <Field
              label={words.id}
              value={draft.id}
              onChange={(id) => setDraft({ ...draft, id })}
              hint={words.idHint}
              error={shown('id')}
            />
            <details className={styles.more}>
              <summary>{words.more}</summary>
              <div className={styles.form}>
                {here.fields.map((field) => (
                  <ChannelSetting
                    key={field.name}
                    field={field}
                    words={fieldWords[field.name] ?? { label: field.name, hint: '' }}
                    value={draft.values[field.name] ?? ''}
                    onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [field.name]: value } })}
                    error={shown(field.name)}
                  />
                ))}
              </div>
            </details>
            <p className={styles.count}>{guide.checkHint}</p>
          </>
        )}
        {failure && (
          <div ref={(node) => node?.scrollIntoView({ block: 'nearest' })}>
            <FailureMessage failure={failure} />
          </div>
        )}
      </div>
    </FormDialog>
  )
}
