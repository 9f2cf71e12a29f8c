import type { Failure } from '../../../../shared/api/result.ts'
import { issueApi } from '../../../../shared/issue/api.ts'
import type { Client } from '../../../api/client.ts'
import type { Arranged } from '../zones/arrangement.ts'
import { createDesk, type Desk } from './desk.ts'

const byClient = new WeakMap<Client, Map<string, Desk>>()

/** The desk of an issue in this window: its steps are kept while the program is open. */
export const deskOf = (client: Client, issue: string, start: Arranged, overtaken: (name: string) => Failure): Desk => {
  const desks = byClient.get(client) ?? new Map<string, Desk>()
  byClient.set(client, desks)
  const known = desks.get(issue)
  if (known !== undefined) return known
  const desk = createDesk(
    {
      read: () => client.call(issueApi.read, { issue }),
      arrange: (set, expected) => client.call(issueApi.arrange, { issue, ...set, expected }),
    },
    start,
    overtaken,
  )
  desks.set(issue, desk)
  return desk
}
