import type { Environment } from '../../src/backend/environment.ts'
import type { Files } from '../../src/backend/store/files.ts'

/** A world without surprises: ids count, the clock stands until moved, there is no network. */
export const calmEnvironment = (files: Files, more: Partial<Environment> & { readonly run?: string } = {}): Environment => {
  let ids = 0
  const { run = 'a', ...rest } = more
  return {
    now: () => 1_700_000_000_000,
    newId: () => {
      ids += 1
      return `${run}${String(ids).padStart(4, '0')}`
    },
    files,
    http: async () => ({ kind: 'notSent', reason: 'без сети' }),
    mail: async () => ({ kind: 'notTaken', stage: 'connect', code: null, reason: 'без сети' }),
    log: () => undefined,
    resources: '/resources',
    home: '/home',
    passphrase: 'demo',
    process: { pid: 100, host: 'here', bootId: `boot-${run}`, alive: () => true },
    ...rest,
  }
}
