import { z } from 'zod'
import { type Override, overrideSchema } from '../../shared/preflight/finding.ts'
import { issueFileName } from '../issue/issue-store.ts'
import type { RecordType } from '../store/json-file.ts'
import type { RecordStore } from '../store/record-store.ts'

const preflightRecordSchema = z.object({ schemaVersion: z.literal(1), overrides: z.array(overrideSchema) })
/** What people let pass in an issue, the latest last; nothing of it is ever rewritten but taken back as a whole. */
export type PreflightRecord = z.infer<typeof preflightRecordSchema>

/** How it is stored, one file an issue. */
export const preflightType: RecordType<PreflightRecord> = { version: 1, schema: preflightRecordSchema, migrations: {} }

export type PreflightStore = RecordStore<PreflightRecord>

const overridesOf = (store: PreflightStore, serial: string): readonly Override[] =>
  store.get(issueFileName(serial))?.overrides ?? []

/** The override of each hash. */
export const overridesByHash = (store: PreflightStore, serial: string): ReadonlyMap<string, Override> =>
  new Map(overridesOf(store, serial).map((override) => [override.hash, override]))

/** Resolves when the overrides would survive a power cut. */
export const addOverrides = (store: PreflightStore, serial: string, more: readonly Override[]): Promise<void> =>
  store.put(issueFileName(serial), { schemaVersion: 1, overrides: [...overridesOf(store, serial), ...more] })

export const removeOverride = (store: PreflightStore, serial: string, hash: string): Promise<void> =>
  store.put(issueFileName(serial), {
    schemaVersion: 1,
    overrides: overridesOf(store, serial).filter((override) => override.hash !== hash),
  })
