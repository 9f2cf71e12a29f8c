import { useState } from 'react'
import type { Failure, Result } from '../../../shared/api/result.ts'
import { type PersonKey, staffApi } from '../../../shared/staff/api.ts'
import type { StaffMember } from '../../../shared/staff/staff.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { keyName } from '../../i18n/key-name.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { DeputyDialog } from './DeputyDialog.tsx'
import { DeputyLines } from './DeputyLines.tsx'
import { FormerKeys } from './FormerKeys.tsx'
import { KeyPanel } from './KeyPanel.tsx'
import { RolesDialog } from './RolesDialog.tsx'
import { RulesForm } from './RulesForm.tsx'
import styles from './StaffList.module.css'

type Asking =
  | { readonly kind: 'add' }
  | { readonly kind: 'roles' | 'deputy' | 'dismiss'; readonly member: StaffMember }
  | { readonly kind: 'confirm'; readonly member: StaffMember; readonly key: string }

/** Who works here, in which roles and with which key; those who may, change it. */
export const StaffList = () => {
  const text = useText()
  const client = useClient()
  const { staff, person, workspace } = useSession()
  const keys = useQuery(staffApi.keys, {}, ['staff', 'workspace'])
  const [asking, setAsking] = useState<Asking | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const words = text.settings.staff
  if (staff.length === 0) return <EmptyState>{words.empty}</EmptyState>
  const mayManage = !workspace.readOnly && keys.value?.mayManage === true
  const stateOf = (id: string): PersonKey | undefined => keys.value?.people.find((each) => each.person === id)
  const close = () => setAsking(null)
  const run = async (work: Promise<Result<unknown>>) => {
    const result = await work
    setFailure(result.ok ? null : result.failure)
    close()
  }
  const keyWord = (state: PersonKey | undefined): string =>
    state?.pending
      ? text.staff.keyPending
      : !state?.active
        ? text.staff.keyNone
        : state.isOpen
          ? text.staff.keyOpen
          : text.staff.keyActive
  return (
    <>
      {keys.value && <KeyPanel state={keys.value} />}
      {failure && <FailureMessage failure={failure} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.roles}</th>
            {keys.value?.begun && <th scope="col">{text.staff.key}</th>}
            {mayManage && <td />}
          </tr>
        </thead>
        <tbody>
          {staff.map((member) => {
            const state = stateOf(member.id)
            const pending = state?.pending ?? null
            const works = member.dismissedAt === undefined
            return (
              <tr key={member.id}>
                <td>
                  {member.name}
                  {member.id === person?.id && <span className={styles.you}>{words.you}</span>}
                  {member.id === keys.value?.owner && <span className={styles.you}>{text.staff.owner}</span>}
                </td>
                <td>
                  {works
                    ? (member.standing ?? member.roles).map((role) => text.vocabulary.role[role]).join(', ')
                    : text.staff.dismissed}
                  {works && (
                    <DeputyLines
                      name={member.name}
                      deputies={member.deputies ?? []}
                      onEnd={
                        mayManage ? (deputy) => void run(client.call(staffApi.endDeputy, { person: member.id, deputy })) : null
                      }
                    />
                  )}
                </td>
                {keys.value?.begun && (
                  <td>
                    {works ? keyWord(state) : ''}
                    <FormerKeys keys={state?.former ?? []} />
                  </td>
                )}
                {mayManage && (
                  <td className={styles.actions}>
                    {works && pending !== null && (
                      <Button onPress={() => setAsking({ kind: 'confirm', member, key: pending })}>{text.staff.confirm}</Button>
                    )}
                    {works && (
                      <Button
                        kind="flat"
                        aria-label={text.staff.rolesOf(member.name)}
                        onPress={() => setAsking({ kind: 'roles', member })}
                      >
                        {text.staff.changeRoles}
                      </Button>
                    )}
                    {works && (
                      <Button
                        kind="flat"
                        aria-label={text.staff.deputy.title(member.name)}
                        onPress={() => setAsking({ kind: 'deputy', member })}
                      >
                        {text.staff.deputy.action}
                      </Button>
                    )}
                    {works && member.id !== person?.id && (
                      <Button
                        kind="flat"
                        aria-label={text.staff.dismissTitle(member.name)}
                        onPress={() => setAsking({ kind: 'dismiss', member })}
                      >
                        {text.staff.dismiss}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {mayManage && <Button onPress={() => setAsking({ kind: 'add' })}>{text.staff.add}</Button>}
      <p className={styles.hint}>{words.hint}</p>
      <RulesForm mayChange={mayManage} />
      {asking?.kind === 'add' && (
        <RolesDialog
          name={null}
          held={[]}
          onClose={close}
          onSave={(name, roles) => client.call(staffApi.add, { name, roles: [...roles] })}
        />
      )}
      {asking?.kind === 'roles' && (
        <RolesDialog
          name={asking.member.name}
          held={asking.member.standing ?? asking.member.roles}
          onClose={close}
          onSave={(_name, roles) => client.call(staffApi.setRoles, { person: asking.member.id, roles: [...roles] })}
        />
      )}
      {asking?.kind === 'deputy' && (
        <DeputyDialog
          member={asking.member}
          others={staff.filter(({ id, dismissedAt }) => id !== asking.member.id && dismissedAt === undefined)}
          onClose={close}
        />
      )}
      {asking?.kind === 'dismiss' && (
        <ConfirmDialog
          title={text.staff.dismissTitle(asking.member.name)}
          verb={text.staff.dismissVerb}
          onConfirm={() => void run(client.call(staffApi.dismiss, { person: asking.member.id }))}
          onClose={close}
        >
          <p>{text.staff.dismissText}</p>
        </ConfirmDialog>
      )}
      {asking?.kind === 'confirm' && (
        <ConfirmDialog
          title={text.staff.confirmTitle(asking.member.name)}
          verb={text.staff.confirmVerb}
          onConfirm={() => void run(client.call(staffApi.confirmKey, { person: asking.member.id, key: asking.key }))}
          onClose={close}
        >
          <p className={styles.code}>{keyName(asking.key)}</p>
          <p>{text.staff.confirmText}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
