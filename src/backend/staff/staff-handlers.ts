import type { Handlers } from '../../shared/api/operation.ts'
import { success } from '../../shared/api/result.ts'
import type { staffApi } from '../../shared/staff/api.ts'
import type { Newsroom } from '../newsroom.ts'

export const staffHandlers = (newsroom: Newsroom): Handlers<typeof staffApi> => ({
  list: async () => success([...newsroom.staff()]),
})
