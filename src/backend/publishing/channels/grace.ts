import { z } from 'zod'

/** Minutes after which a scheduled post waits for a person; a setting of every channel. */
export const graceSetting = z
  .string()
  .regex(/^\d{1,5}$/, 'нужно число минут')
  .default('120')
