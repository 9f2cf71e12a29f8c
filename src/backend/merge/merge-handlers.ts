import { resolve } from 'node:path'
import type { Handlers } from '../../shared/api/operation.ts'
import { success } from '../../shared/api/result.ts'
import type { mergeApi } from '../../shared/merge/api.ts'
import type { MergeReport } from '../../shared/merge/report.ts'
import type { Environment } from '../environment.ts'
import type { Session } from '../workspace/session.ts'
import { mergeNewsrooms, mergeRefusal } from './merge-newsrooms.ts'

export const mergeHandlers = (environment: Environment, session: Session): Handlers<typeof mergeApi> => {
  const reports = new Map<string, MergeReport>()
  return {
    accept: async ({ folder, other }) => {
      const [ours, theirs] = [resolve(folder), resolve(other)]
      // The screen that asked goes with the folder: what speaks against it is said while it is there.
      const refused = await mergeRefusal(environment, ours, theirs)
      if (refused) return refused
      const open = session.newsroom()
      const reopen = open !== null && [ours, theirs].includes(open.folder) ? open.folder : null
      if (reopen !== null) await session.close()
      try {
        const merged = await mergeNewsrooms(environment, ours, theirs)
        if (merged.ok) reports.set(ours, merged.value)
        return merged
      } finally {
        if (reopen !== null) await session.open(reopen)
      }
    },
    last: async ({ folder }) => success(reports.get(resolve(folder)) ?? null),
  }
}
