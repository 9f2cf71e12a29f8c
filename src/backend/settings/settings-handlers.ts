import type { Handlers } from '../../shared/api/operation.ts'
import { success } from '../../shared/api/result.ts'
import type { settingsApi } from '../../shared/settings/api.ts'
import type { Newsroom } from '../newsroom.ts'

export const settingsHandlers = (newsroom: Newsroom): Handlers<typeof settingsApi> => ({
  read: async () => success({ publication: newsroom.settings.get().publication }),
  update: async ({ publication }) => {
    await newsroom.settings.put({ ...newsroom.settings.get(), publication })
    newsroom.emit({ type: 'changed', feature: 'settings', id: null })
    return success({})
  },
})
