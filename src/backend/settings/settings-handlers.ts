import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { settingsApi } from '../../shared/settings/api.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { styleFaults } from '../../shared/settings/style-faults.ts'
import type { Newsroom } from '../newsroom.ts'
import { mayManageStaff } from '../staff/manage-staff.ts'
import { describeStyleFault } from './style-failure.ts'

export const settingsHandlers = (newsroom: Newsroom): Handlers<typeof settingsApi> => {
  const keep = async (change: Partial<Pick<Settings, 'publication' | 'rules'>>): Promise<void> => {
    await newsroom.settings.put({ ...newsroom.settings.get(), ...change })
    newsroom.emit({ type: 'changed', feature: 'settings', id: null })
  }
  return {
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
      await keep({ rules })
      return success({})
    },
    update: async ({ publication }) => {
      await keep({ publication: { ...publication, style: newsroom.settings.get().publication.style } })
      return success({})
    },
    restyle: async ({ style }) => {
      const [fault] = styleFaults(style)
      if (fault) {
        const { what, todo } = describeStyleFault(fault)
        return failure('invalidInput', what, { safe: 'Оформление осталось прежним.', todo })
      }
      await keep({ publication: { ...newsroom.settings.get().publication, style } })
      return success({})
    },
  }
}
