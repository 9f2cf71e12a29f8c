import { z } from 'zod'
import { type Settings, settingsSchema } from '../../shared/settings/settings.ts'
import type { RecordType } from '../store/json-file.ts'

const publicationOne = z.looseObject({ typography: z.unknown().optional() }).catch({})

/** How the settings are stored. */
export const settingsType: RecordType<Settings> = {
  version: 2,
  schema: settingsSchema,
  migrations: {
    // How body text is set was all of a style that could be chosen.
    1: (old) => {
      const { typography, ...publication } = publicationOne.parse(old.publication)
      return { ...old, publication: { ...publication, style: typography === undefined ? {} : { typography } } }
    },
  },
}
