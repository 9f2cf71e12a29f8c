import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'

const balanceSchema = z.object({
  name: z.string(),
  stories: z.number(),
  members: z.number(),
  public: z.number(),
  unsaid: z.number(),
})

const geographySchema = z.object({
  issues: z.number(),
  regions: z.array(
    z.object({
      region: z.string(),
      district: z.string(),
      organisations: z.array(z.string()),
      stories: z.number(),
      last: z.object({ serial: z.string(), day: z.iso.date() }).nullable(),
      missed: z.number(),
    }),
  ),
  rubrics: z.array(balanceSchema),
  districts: z.array(balanceSchema),
  withoutRegion: z.number(),
})

/** How many issues to count, the latest ones. */
const countSchema = z.object({ issues: z.number().int().min(1).max(10_000) })

export const regionApi = {
  /** «География номера»: which regions appeared, when last, and the balance by rubric, district and audience. */
  geography: reading('region.geography', countSchema, geographySchema),
  /** Writes its regions as a table; resolves with the file. */
  exportGeography: writing('region.exportGeography', 'everyone', countSchema, z.object({ file: z.string() })),
  /** The regions a story may be about: those of the list and those of the address book. */
  names: reading('region.names', z.object({}), z.array(z.string())),
} as const
