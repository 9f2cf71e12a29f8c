import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { addressStates, type Organisation } from '../../../shared/mailing/address-book.ts'
import { mailingApi } from '../../../shared/mailing/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './AddressList.module.css'
import { draftOf, type OrganisationDraft } from './address-draft.ts'

interface OrganisationDialogProps {
  /** The one to change; null adds one. */
  readonly organisation: Organisation | null
  readonly onClose: () => void
}

/** One organisation with its addresses and whether they are written to. */
export const OrganisationDialog = ({ organisation, onClose }: OrganisationDialogProps) => {
  const text = useText()
  const { organisation: words, states } = text.mailing
  const client = useClient()
  const [draft, setDraft] = useState(() => draftOf(organisation))
  const [left, setLeft] = useState(false)
  const [removing, setRemoving] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const change = (part: Partial<OrganisationDraft>) => setDraft((now) => ({ ...now, ...part }))
  const nameError = left && draft.name.trim() === '' ? words.nameError : null

  const save = async () => {
    setLeft(true)
    if (draft.name.trim() === '') return
    const addresses = draft.addresses
      .filter(({ address }) => address.trim() !== '')
      .map(({ address, state }) => ({ address, state }))
    const { name, region, district } = draft
    const saved = await client.call(mailingApi.saveOrganisation, {
      id: organisation?.id ?? null,
      ...{ name, region, district, addresses },
    })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) onClose()
  }
  const remove = async (id: string) => {
    const removed = await client.call(mailingApi.removeOrganisation, { id })
    setFailure(removed.ok ? null : removed.failure)
    if (removed.ok) onClose()
  }
  if (removing && organisation)
    return (
      <ConfirmDialog
        title={words.removeTitle}
        verb={words.removeConfirm}
        onConfirm={() => void remove(organisation.id)}
        onClose={() => setRemoving(false)}
      >
        <p>{words.removeText(organisation.name)}</p>
        {failure && <FailureMessage failure={failure} />}
      </ConfirmDialog>
    )
  return (
    <FormDialog
      title={organisation ? words.editTitle : words.addTitle}
      wide
      verb={words.save}
      others={
        organisation && (
          <Button kind="flat" onPress={() => setRemoving(true)}>
            {words.remove}
          </Button>
        )
      }
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className={styles.form}>
        <Field
          label={words.name}
          value={draft.name}
          onChange={(name) => change({ name })}
          onLeave={() => setLeft(true)}
          error={nameError}
          autoFocus
        />
        <div className={styles.pair}>
          <Field label={words.region} value={draft.region} onChange={(region) => change({ region })} />
          <Field label={words.district} value={draft.district} onChange={(district) => change({ district })} />
        </div>
        {draft.addresses.map((each, at) => {
          const put = (part: Partial<typeof each>) =>
            change({ addresses: draft.addresses.map((other) => (other === each ? { ...each, ...part } : other)) })
          return (
            <div key={each.line} className={styles.pair}>
              <Field label={words.address(at + 1)} value={each.address} onChange={(address) => put({ address })} />
              <Select
                label={words.state(at + 1)}
                options={addressStates.map((id) => ({ id, label: states[id] }))}
                value={each.state}
                onChange={(state) => put({ state })}
              />
            </div>
          )
        })}
        <div>
          <Button
            onPress={() =>
              change({
                addresses: [...draft.addresses, { line: (draft.addresses.at(-1)?.line ?? 0) + 1, address: '', state: 'active' }],
              })
            }
          >
            {words.more}
          </Button>
        </div>
        <p className={styles.note}>{words.moreHint}</p>
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}
