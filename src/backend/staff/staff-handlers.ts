import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { staffApi } from '../../shared/staff/api.ts'
import type { Newsroom } from '../newsroom.ts'
import { beginKeys, mayBeginKeys } from './begin-keys.ts'
import { addPerson, confirmKey, deputize, dismiss, endDeputy, mayManageStaff, setRoles } from './manage-staff.ts'

const nobody = failure('forbidden', 'Не сказано, кто действует.', { todo: 'Выберите себя в шапке справа.' })

/** Nobody stands above the owner: whoever could give them a new key could give it to anybody (rule K29). */
const ownerLockedOut = failure('conflict', 'Вы владелец редакции: новый ключ вам подтвердить некому.', {
  safe: 'Всё подписанное остаётся в силе, проверяется и выходит; остальные работают и подписывают как прежде.',
  todo: 'Вспомните фразу. Без неё никто не примет новых людей, не даст ролей и не подтвердит ключей: для этого заведите новую редакцию и перенесите в неё материалы.',
})

const done = (result: Result<unknown>): Result<Record<string, never>> => (result.ok ? success({}) : result)

export const staffHandlers = (newsroom: Newsroom): Handlers<typeof staffApi> => {
  const { keys, ledger } = newsroom
  const changed = (id: string | null) => newsroom.emit({ type: 'changed', feature: 'staff', id })
  const isMember = (person: string | null): person is string =>
    newsroom.staff().some(({ id, dismissedAt }) => id === person && dismissedAt === undefined)
  return {
    list: async () => success([...newsroom.staff()]),
    keys: async (_input, { person }) =>
      success({
        begun: ledger.begun(),
        owner: ledger.trust().owner?.person ?? null,
        mayManage: mayManageStaff(newsroom, person),
        mayBegin: mayBeginKeys(newsroom, person),
        people: newsroom.staff().map(({ id }) => ({
          ...{ person: id, ...keys.stateOf(id), isOpen: keys.signer(id) !== null },
          former: [...ledger.trust().formerKeys(id)],
        })),
      }),
    add: async (input, { person }) => {
      const id = await addPerson(newsroom, person, input)
      return id.ok ? success({ id: id.value }) : id
    },
    setRoles: async (input, { person }) => done(await setRoles(newsroom, person, input)),
    deputize: async (input, { person }) => {
      const deputy = await deputize(newsroom, person, input)
      return deputy.ok ? success({ deputy: deputy.value }) : deputy
    },
    endDeputy: async (input, { person }) => done(await endDeputy(newsroom, person, input)),
    dismiss: async ({ person: whose }, { person }) => done(await dismiss(newsroom, person, whose)),
    beginKeys: async ({ passphrase }, { person }) => {
      const key = await beginKeys(newsroom, person, passphrase)
      if (!key.ok) return key
      changed(null)
      newsroom.emit({ type: 'changed', feature: 'workflow', id: null })
      return success({ key: key.value })
    },
    requestKey: async ({ passphrase }, { person }) => {
      if (!isMember(person)) return nobody
      if (!ledger.begun())
        return failure('conflict', 'В редакции ещё не подписывают.', {
          safe: 'Ничего не изменено.',
          todo: 'Сначала ключи заводит главный редактор.',
        })
      if (ledger.trust().owner?.person === person && keys.signer(person) === null) return ownerLockedOut
      const key = await keys.make(person, passphrase)
      if (!key.ok) return key
      changed(person)
      return success({ key: key.value })
    },
    confirmKey: async (input, { person }) => done(await confirmKey(newsroom, person, input)),
    changePassphrase: async ({ from, to }, { person }) =>
      isMember(person) ? done(await keys.changePassphrase(person, from, to)) : nobody,
    signIn: async ({ passphrase }, { person }) => {
      if (!isMember(person)) return nobody
      const opened = await keys.unlock(person, passphrase)
      if (!opened.ok) return opened
      changed(person)
      return success({})
    },
    signOut: async (_input, { person }) => {
      if (person === null) return success({})
      keys.lock(person)
      changed(person)
      return success({})
    },
  }
}
