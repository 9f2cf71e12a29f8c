import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { publicationSchema, workflowRulesSchema } from './settings.ts'

export const settingsApi = {
  read: reading('settings.read', z.object({}), z.object({ publication: publicationSchema, rules: workflowRulesSchema })),
  update: writing('settings.update', z.object({ publication: publicationSchema }), z.object({})),
  /** How strictly approvals are given; where people sign, only the owner changes it. */
  updateRules: writing('settings.updateRules', z.object({ rules: workflowRulesSchema }), z.object({})),
} as const
