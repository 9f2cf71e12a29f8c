import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { getRawHeader } from '@electron/asar'
import { z } from 'zod'
import type { Listing, PackedFile } from './complaints.ts'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>> | undefined
  readonly size?: number | undefined
  readonly unpacked?: boolean | undefined
}

const entrySchema: z.ZodType<Entry> = z.lazy(() =>
  z.object({
    files: z.record(z.string(), entrySchema).optional(),
    size: z.number().optional(),
    unpacked: z.boolean().optional(),
  }),
)

const filesOf = ({ files = {} }: Entry, folder: string): PackedFile[] =>
  Object.entries(files).flatMap(([name, entry]) =>
    entry.files
      ? filesOf(entry, `${folder}${name}/`)
      : [{ path: folder + name, bytes: entry.size ?? 0, unpacked: entry.unpacked ?? false }],
  )

/** Reads what lies in the resources of a packed program. */
export const listPackage = (resources: string): Listing => ({
  archive: filesOf(entrySchema.parse(getRawHeader(join(resources, 'app.asar')).header), ''),
  beside: readdirSync(resources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(resources.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith('app.asar')),
})

const manifestSchema = z.object({ devDependencies: z.record(z.string(), z.string()) })

/** Packages that the program's manifest keeps for building and testing only. */
export const developmentPackages = (): string[] =>
  Object.keys(manifestSchema.parse(createRequire(import.meta.url)('../../../package.json')).devDependencies)
