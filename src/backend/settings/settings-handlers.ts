import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { settingsApi } from '../../shared/settings/api.ts'
import type { Newsroom } from '../newsroom.ts'
import { mayManageStaff } from '../staff/manage-staff.ts'

export const settingsHandlers = (newsroom: Newsroom): Handlers<typeof settingsApi> => ({
  read: async () => {
    const { publication, rules } = newsroom.settings.get()
    return success({ publication, rules })
  },
  updateRules: async ({ rules }, { person }) => {
    if (!mayManageStaff(newsroom, person))
      return failure('forbidden', 'Порядок утверждения меняет владелец редакции.', {
        safe: 'Ничего не изменено.',
        todo: 'Попросите его; если это вы, войдите со своей парольной фразой.',
      })
    await newsroom.settings.put({ ...newsroom.settings.get(), rules })
    newsroom.emit({ type: 'changed', feature: 'settings', id: null })
    return success({})
  },
  update: async ({ publication }) => {
    await newsroom.settings.put({ ...newsroom.settings.get(), publication })
    newsroom.emit({ type: 'changed', feature: 'settings', id: null })
    return success({})
  },
})
