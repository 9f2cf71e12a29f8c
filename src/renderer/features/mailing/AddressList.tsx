import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Failure } from '../../../shared/api/result.ts'
import type { Organisation } from '../../../shared/mailing/address-book.ts'
import { mailingApi } from '../../../shared/mailing/api.ts'
import type { ImportPlan } from '../../../shared/mailing/import-plan.ts'
import { toBase64 } from '../../api/base64.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { useToast } from '../../ui/Toast.tsx'
import styles from './AddressList.module.css'
import { matching } from './address-draft.ts'
import { BounceReader } from './BounceReader.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { OrganisationDialog } from './OrganisationDialog.tsx'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface TableProps {
  readonly organisations: readonly Organisation[]
  readonly readOnly: boolean
  readonly onEdit: (organisation: Organisation) => void
}

const AddressTable = ({ organisations, readOnly, onEdit }: TableProps) => {
  const { mailing } = useText()
  const format = useFormat()
  const words = mailing.addresses
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.organisation}</th>
          <th scope="col">{words.mailboxes}</th>
          <th scope="col">{words.actions}</th>
        </tr>
      </thead>
      <tbody>
        {organisations.map((organisation) => (
          <tr key={organisation.id}>
            <td>
              <div>{organisation.name}</div>
              <div className={styles.note}>
                {[organisation.region, organisation.district].filter((part) => part !== '').join(' · ')}
              </div>
            </td>
            <td>
              {organisation.mailboxes.map(({ address, state, reason, since, softBounce }) => (
                <div key={address} className={styles.mailbox} data-state={state}>
                  <span className={styles.address}>{address}</span>
                  {state !== 'active' && (
                    <span className={styles.state}>
                      {mailing.states[state]}, {words.since(format.moment(since, Date.now()))}
                    </span>
                  )}
                  {state !== 'active' && reason !== null && <span className={styles.note}>{reason}</span>}
                  {state === 'active' && softBounce && (
                    <span className={styles.note}>{words.soft(format.moment(softBounce.at, Date.now()), softBounce.reason)}</span>
                  )}
                </div>
              ))}
            </td>
            <td>
              {!readOnly && (
                <Button aria-label={words.editOf(organisation.name)} onPress={() => onEdit(organisation)}>
                  {words.edit}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The regional organisations that get the newspaper by e-mail: seen, loaded from a table, changed one by one. */
export const AddressList = () => {
  const words = useText().mailing.addresses
  const client = useClient()
  const toast = useToast()
  const { may } = useSession()
  const addresses = useQuery(mailingApi.addresses, {}, ['mailing'])
  const [find, setFind] = useState('')
  const [editing, setEditing] = useState<Organisation | 'new' | null>(null)
  const [table, setTable] = useState<{ name: string; bytes: string; plan: ImportPlan } | null>(null)
  const [reading, setReading] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const all = addresses.value ?? []
  const shown = matching(all, find)
  const active = all.flatMap(({ mailboxes }) => mailboxes).filter(({ state }) => state === 'active').length

  const load = async (file: File) => {
    setReading(true)
    const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
    const planned = await client.call(mailingApi.planImport, { name: file.name, bytes })
    setReading(false)
    setFailure(planned.ok ? null : planned.failure)
    if (planned.ok) setTable({ name: file.name, bytes, plan: planned.value })
  }
  const writeOut = async () => {
    const written = await client.call(mailingApi.exportAddresses, {})
    setFailure(written.ok ? null : written.failure)
    if (written.ok) toast({ text: words.exported(written.value.file) })
  }
  return (
    <div className={styles.addresses}>
      {addresses.failure && <FailureMessage failure={addresses.failure} onAction={addresses.refresh} />}
      {failure && <FailureMessage failure={failure} />}
      {addresses.value !== null && <p>{all.length === 0 ? words.empty : words.total(all.length, active)}</p>}
      {addresses.value !== null && (
        <div className={styles.tools}>
          {may('publish') && (
            <>
              <FileTrigger
                acceptedFileTypes={['.csv', '.txt', '.xlsx']}
                onSelect={(files) => {
                  const file = files?.[0]
                  if (file) void load(file)
                }}
              >
                <Button kind={all.length === 0 ? 'primary' : 'plain'} isDisabled={reading}>
                  {reading ? words.reading : words.import}
                </Button>
              </FileTrigger>
              <Button icon={<Plus {...icon} />} onPress={() => setEditing('new')}>
                {words.add}
              </Button>
            </>
          )}
          {all.length > 0 && <Button onPress={() => void writeOut()}>{words.export}</Button>}
        </div>
      )}
      {all.length > 0 && may('publish') && <BounceReader />}
      {all.length > 0 && <Field label={words.search} value={find} onChange={setFind} />}
      {all.length > 0 && shown.length === 0 && <p>{words.nothing}</p>}
      {shown.length > 0 && <AddressTable organisations={shown} readOnly={!may('publish')} onEdit={setEditing} />}
      {editing !== null && (
        <OrganisationDialog organisation={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {table !== null && <ImportDialog {...table} onClose={() => setTable(null)} />}
    </div>
  )
}
