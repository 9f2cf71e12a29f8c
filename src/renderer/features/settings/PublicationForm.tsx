import { useEffect, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { stages } from '../../../shared/assignment/schedule.ts'
import { settingsApi } from '../../../shared/settings/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSavedMark, useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './PublicationForm.module.css'
import {
  draftOf,
  faultsOf,
  type PublicationDraft,
  type PublicationFacts,
  publicationOf,
  stageFaults,
  unsaidLines,
} from './publication-draft.ts'
import { RequiredLines } from './RequiredLines.tsx'

const weekdayIds = ['1', '2', '3', '4', '5', '6', '7'] as const

const Form = ({ stored }: { stored: PublicationFacts }) => {
  const text = useText()
  const client = useClient()
  const report = useSavedMark()
  const { may } = useSession()
  const [draft, setDraft] = useState<PublicationDraft>(() => draftOf(stored))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [left, setLeft] = useState<ReadonlySet<keyof PublicationDraft>>(new Set())
  const words = text.settings.publication
  const faults = faultsOf(draft)
  const lateStages = stageFaults(draft)

  useEffect(() => () => report(null), [report])

  const save = async (next: PublicationDraft) => {
    const publication = publicationOf(next)
    if (!publication || !may('describePublication') || JSON.stringify(publication) === JSON.stringify(stored)) return
    report({ kind: 'saving' })
    const result = await client.call(settingsApi.update, { publication })
    setFailure(result.ok ? null : result.failure)
    report(result.ok ? { kind: 'saved', at: Date.now() } : { kind: 'unsaved', since: Date.now() })
  }

  const field = (name: Exclude<keyof PublicationDraft, 'weekday' | 'hours' | 'requiredLines'>) => ({
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    onLeave: () => {
      setLeft((before) => new Set([...before, name]))
      void save(draft)
    },
    isReadOnly: !may('describePublication'),
  })
  const error = (name: 'name' | 'portal' | 'joinAddress' | 'storyAddress' | 'runningNumber') =>
    left.has(name) && faults.has(name) ? words[`${name}Error`] : null

  return (
    <div className={styles.form}>
      {failure && <FailureMessage failure={failure} onAction={() => void save(draft)} />}
      <Field label={words.name} {...field('name')} error={error('name')} />
      <Field label={words.motto} {...field('motto')} />
      <div className={styles.pair}>
        <Select
          label={words.weekday}
          options={weekdayIds.map((id) => ({ id, label: words.weekdays[Number(id) - 1] ?? id }))}
          value={draft.weekday}
          isDisabled={!may('describePublication')}
          onChange={(weekday) => {
            const next = { ...draft, weekday }
            setDraft(next)
            void save(next)
          }}
        />
        <Field label={words.portal} {...field('portal')} hint={words.portalHint} error={error('portal')} type="url" />
      </div>
      <Field
        label={words.joinAddress}
        {...field('joinAddress')}
        hint={words.joinAddressHint}
        error={error('joinAddress')}
        type="url"
      />
      <Field label={words.storyAddress} {...field('storyAddress')} hint={words.storyAddressHint} error={error('storyAddress')} />
      <Field
        label={words.runningNumber}
        {...field('runningNumber')}
        hint={words.runningNumberHint}
        error={error('runningNumber')}
      />
      <fieldset className={styles.stages}>
        <legend>{words.stages}</legend>
        <p className={styles.hint}>{words.stagesHint}</p>
        <div className={styles.hours}>
          {stages.map((stage) => (
            <Field
              key={stage}
              label={text.myDesk.stage[stage]}
              value={draft.hours[stage]}
              onChange={(hours) => setDraft((before) => ({ ...before, hours: { ...before.hours, [stage]: hours } }))}
              onLeave={() => void save(draft)}
              error={lateStages.has(stage) ? words.stagesError : null}
              isReadOnly={!may('describePublication')}
            />
          ))}
        </div>
      </fieldset>
      <Field label={words.imprint} {...field('imprint')} hint={words.imprintHint} lines={6} />
      <RequiredLines
        required={draft.requiredLines}
        unsaid={unsaidLines(draft)}
        isReadOnly={!may('describePublication')}
        onChange={(requiredLines) => {
          const next = { ...draft, requiredLines }
          setDraft(next)
          void save(next)
        }}
      />
      {may('describePublication') && <p className={styles.hint}>{words.autosave}</p>}
    </div>
  )
}

/** What stands on the pages beside the stories; each field is saved as it is left. */
export const PublicationForm = () => {
  const settings = useQuery(settingsApi.read, {}, ['settings'])
  if (settings.value) {
    const { style: _style, ...stored } = settings.value.publication
    return <Form stored={stored} />
  }
  return settings.failure && <FailureMessage failure={settings.failure} onAction={settings.refresh} />
}
