import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { publicationSchema } from './settings.ts'

export const settingsApi = {
  read: reading('settings.read', z.object({}), z.object({ publication: publicationSchema })),
  update: writing('settings.update', z.object({ publication: publicationSchema }), z.object({})),
} as const
