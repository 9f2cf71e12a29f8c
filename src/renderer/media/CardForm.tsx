import { useState } from 'react'
import type { Failure } from '../../shared/api/result.ts'
import { mediaApi } from '../../shared/media/api.ts'
import { licenceKinds, licenceUses, type MediumCard } from '../../shared/media/card.ts'
import { useClient } from '../api/hooks.tsx'
import { useText } from '../i18n/text.tsx'
import { FailureMessage } from '../ui/FailureMessage.tsx'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './MediumCard.module.css'
import { PersonList } from './PersonList.tsx'

const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim().slice(0, 60))
      .filter(Boolean),
  ),
]

interface CardFormProps {
  readonly id: string
  readonly card: MediumCard
  readonly isReadOnly: boolean
}

/** The fields of a picture's card; each is saved as it is left. */
export const CardForm = ({ id, card, isReadOnly }: CardFormProps) => {
  const words = useText().media
  const client = useClient()
  const [draft, setDraft] = useState(card)
  const [tags, setTags] = useState(card.tags.join(', '))
  const [kept, setKept] = useState(JSON.stringify(card))
  const [failure, setFailure] = useState<Failure | null>(null)

  const save = async (next: MediumCard) => {
    const written = JSON.stringify(next)
    if (isReadOnly || written === kept) return
    const saved = await client.call(mediaApi.setCard, { id, card: next })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) setKept(written)
  }
  const change = (part: Partial<MediumCard>) => setDraft((before) => ({ ...before, ...part }))
  const choose = (part: Partial<MediumCard>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    void save(next)
  }
  const field = (name: 'caption' | 'credit' | 'source') => ({
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    onLeave: () => void save(draft),
    isReadOnly,
  })
  const { licence } = draft
  return (
    <div className={styles.form}>
      {failure && <FailureMessage failure={failure} />}
      <Field label={words.caption} lines={2} {...field('caption')} />
      <Field label={words.credit} {...field('credit')} />
      <Field label={words.source} hint={words.sourceHint} {...field('source')} />
      <Select
        label={words.licence}
        isDisabled={isReadOnly}
        value={licence.kind}
        options={licenceKinds.map((kind) => ({ id: kind, label: words.licences[kind] }))}
        onChange={(kind) => choose({ licence: { ...licence, kind } })}
      />
      <div className={styles.pair}>
        <Select
          label={words.use}
          isDisabled={isReadOnly}
          value={licence.use}
          options={licenceUses.map((use) => ({ id: use, label: words.uses[use] }))}
          onChange={(use) => choose({ licence: { ...licence, use } })}
        />
        <Field
          label={words.until}
          type="date"
          value={licence.until ?? ''}
          isReadOnly={isReadOnly}
          onChange={(day) => change({ licence: { ...licence, until: day === '' ? null : day } })}
          onLeave={() => void save(draft)}
        />
      </div>
      <Field
        label={words.note}
        value={licence.note}
        isReadOnly={isReadOnly}
        onChange={(note) => change({ licence: { ...licence, note } })}
        onLeave={() => void save(draft)}
      />
      <PersonList
        persons={draft.persons}
        isReadOnly={isReadOnly}
        onType={(persons) => change({ persons: [...persons] })}
        onChoose={(persons) => choose({ persons: [...persons] })}
        onLeave={() => void save(draft)}
      />
      <Field
        label={words.tags}
        value={tags}
        isReadOnly={isReadOnly}
        onChange={setTags}
        onLeave={() => choose({ tags: tagsIn(tags) })}
      />
    </div>
  )
}
