import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import { placeOf } from '../../../shared/publishing/channel-fields.ts'
import { settingsApi } from '../../../shared/settings/api.ts'
import type { PublishingRules } from '../../../shared/settings/publishing-rules.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './PublishingRulesForm.module.css'

interface TypedFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly accepts: (typed: string) => boolean
  readonly error: string
  readonly onSave: (typed: string) => void
  readonly isReadOnly: boolean
}

/** A field that saves what it holds when it is left, once that makes sense. */
const TypedField = ({ label, hint, value, accepts, error, onSave, isReadOnly }: TypedFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? value
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={shown}
      onChange={setTyped}
      onLeave={() => {
        if (!accepts(shown.trim())) return
        if (shown.trim() !== value) onSave(shown.trim())
        setTyped(null)
      }}
      error={accepts(shown.trim()) ? null : error}
      isReadOnly={isReadOnly}
    />
  )
}

const isClock = (typed: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(typed)
const isMark = (typed: string): boolean => typed.length <= 60

/** What is decided about posts: quiet hours, embargo, likeness, marks of links, the invitation to join. */
export const PublishingRulesForm = () => {
  const text = useText()
  const words = text.publishingRules
  const client = useClient()
  const { may } = useSession()
  const { value } = useQuery(settingsApi.read, {}, ['settings'])
  const channels = useQuery(publishingApi.channels, {}, ['publishing'])
  const [failure, setFailure] = useState<Failure | null>(null)
  if (!value) return null
  const { publishing: rules } = value
  const { quiet, unique, marks } = rules
  const isReadOnly = !may('publish')
  const save = async (change: Partial<PublishingRules>) => {
    const saved = await client.call(settingsApi.updatePublishing, { publishing: { ...rules, ...change } })
    setFailure(saved.ok ? null : saved.failure)
  }
  const posting = (channels.value ?? []).filter(
    ({ kind }) => kind !== 'wordpress' && kind !== 'webhook' && kind !== 'rss' && kind !== 'email',
  )
  const isUnique = (id: string, kind: string) => unique.channels?.includes(id) ?? kind === 'ok'
  return (
    <div className={styles.form}>
      <section>
        <h2>{words.times}</h2>
        <CheckBox
          isSelected={quiet !== null}
          onChange={(on) => void save({ quiet: on ? { from: '22:00', to: '08:00' } : null })}
          hint={words.quietHint}
          isReadOnly={isReadOnly}
        >
          {words.quiet}
        </CheckBox>
        {quiet && (
          <div className={styles.pair}>
            {(['from', 'to'] as const).map((end) => (
              <TypedField
                key={end}
                label={words[end]}
                value={quiet[end]}
                accepts={isClock}
                error={words.clockError}
                onSave={(typed) => void save({ quiet: { ...quiet, [end]: typed } })}
                isReadOnly={isReadOnly}
              />
            ))}
          </div>
        )}
        <TypedField
          label={words.issueEmbargo}
          hint={words.issueEmbargoHint}
          value={rules.issueEmbargo ?? ''}
          accepts={(typed) => typed === '' || isClock(typed)}
          error={words.clockError}
          onSave={(typed) => void save({ issueEmbargo: typed === '' ? null : typed })}
          isReadOnly={isReadOnly}
        />
      </section>
      <section>
        <h2>{words.unique}</h2>
        <p>{words.uniqueHint}</p>
        {posting.map(({ id, kind, settings }) => (
          <CheckBox
            key={id}
            isSelected={isUnique(id, kind)}
            onChange={(on) => {
              const present = posting.filter((each) => isUnique(each.id, each.kind)).map((each) => each.id)
              void save({ unique: { ...unique, channels: on ? [...present, id] : present.filter((each) => each !== id) } })
            }}
            isReadOnly={isReadOnly}
          >
            {`${text.channel.kinds[kind]}, ${placeOf(kind, settings) || id}`}
          </CheckBox>
        ))}
        <TypedField
          label={words.most}
          value={String(unique.most)}
          accepts={(typed) => /^\d{1,3}$/.test(typed) && Number(typed) <= 100}
          error={words.mostError}
          onSave={(typed) => void save({ unique: { ...unique, most: Number(typed) } })}
          isReadOnly={isReadOnly}
        />
      </section>
      <section>
        <h2>{words.links}</h2>
        <CheckBox
          isSelected={marks.on}
          onChange={(on) => void save({ marks: { ...marks, on } })}
          hint={words.marksHint}
          isReadOnly={isReadOnly}
        >
          {words.marks}
        </CheckBox>
        {marks.on && (
          <div className={styles.pair}>
            {(['medium', 'campaign'] as const).map((name) => (
              <TypedField
                key={name}
                label={words[name]}
                value={marks[name]}
                accepts={isMark}
                error={words.markError}
                onSave={(typed) => void save({ marks: { ...marks, [name]: typed } })}
                isReadOnly={isReadOnly}
              />
            ))}
          </div>
        )}
        <CheckBox isSelected={rules.join} onChange={(join) => void save({ join })} hint={words.joinHint} isReadOnly={isReadOnly}>
          {words.join}
        </CheckBox>
      </section>
      {failure && <FailureMessage failure={failure} />}
    </div>
  )
}
