import { z } from 'zod'
import { reading } from '../api/operation.ts'
import { staffMemberSchema } from './staff.ts'

export const staffApi = {
  list: reading('staff.list', z.object({}), z.array(staffMemberSchema)),
} as const
