import { resolve } from 'node:path'
import type { Handlers } from '../../shared/api/operation.ts'
import type { mergeApi } from '../../shared/merge/api.ts'
import type { Environment } from '../environment.ts'
import type { Session } from '../workspace/session.ts'
import { mergeNewsrooms } from './merge-newsrooms.ts'

export const mergeHandlers = (environment: Environment, session: Session): Handlers<typeof mergeApi> => ({
  accept: async ({ folder, other }) => {
    const [ours, theirs] = [resolve(folder), resolve(other)]
    const open = session.newsroom()
    const reopen = open !== null && [ours, theirs].includes(open.folder) ? open.folder : null
    if (reopen !== null) await session.close()
    try {
      return await mergeNewsrooms(environment, ours, theirs)
    } finally {
      if (reopen !== null) await session.open(reopen)
    }
  },
})
