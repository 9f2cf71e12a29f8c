import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { pageStyleSchema } from './page-style.ts'
import { publicationSchema, workflowRulesSchema } from './settings.ts'

export const settingsApi = {
  read: reading('settings.read', z.object({}), z.object({ publication: publicationSchema, rules: workflowRulesSchema })),
  /** Changes all of the publication but its style. */
  update: writing('settings.update', z.object({ publication: publicationSchema.omit({ style: true }) }), z.object({})),
  /** Gives the publication's pages another look; refuses one that does not fit together. */
  restyle: writing('settings.restyle', z.object({ style: pageStyleSchema }), z.object({})),
  /** How strictly approvals are given; where people sign, only the owner changes it. */
  updateRules: writing('settings.updateRules', z.object({ rules: workflowRulesSchema }), z.object({})),
} as const
