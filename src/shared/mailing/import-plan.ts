import { z } from 'zod'

/** What a column of a table of addresses holds. */
export const importColumns = ['name', 'region', 'district', 'address', 'state'] as const
export type ImportColumn = (typeof importColumns)[number]

/** What a table of addresses would change. Nothing is saved by it. */
export const importPlanSchema = z.object({
  /** Columns that were found, with their headings in the table; an address may have several. */
  columns: z.array(z.object({ column: z.enum(importColumns), heading: z.string() })),
  /** Headings nobody needs. */
  unused: z.array(z.string()),
  /** Rows that hold something, without the headings. */
  rows: z.number(),
  /** Names of the organisations that are new, that change, and the number of those that stay as they are. */
  added: z.array(z.string()),
  changed: z.array(z.string()),
  same: z.number(),
  /** New addresses. */
  addresses: z.number(),
  /** What can't be taken as it stands, by the row's number as the table's program shows it. */
  problems: z.array(z.object({ row: z.number(), what: z.string() })),
})
export type ImportPlan = z.infer<typeof importPlanSchema>
