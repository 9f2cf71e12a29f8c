// A newsroom that drains its outbox and, at the crash point it is given, dies as in a power cut. Run by crash.test.ts.
import { z } from 'zod'
import type { Environment } from '../../../src/backend/environment.ts'
import { openNewsroom } from '../../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'
import { publishingHandlers } from '../../../src/backend/publishing/publishing-handlers.ts'
import { crashPoints, sendingDependencies } from '../../../src/backend/publishing/sending-dependencies.ts'

const orders = z
  .object({
    folder: z.string(),
    home: z.string(),
    now: z.number(),
    /** Where to die, and on coming there for which time; null lives. «any» counts every point. */
    crash: z.object({ point: z.enum([...crashPoints, 'any']), time: z.number() }).nullable(),
    /** A request waits no longer; null leaves it to the channel. */
    timeoutMs: z.number().nullable(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))

const real = nodeEnvironment()
const http: Environment['http'] = (request) =>
  real.http({ ...request, timeoutMs: Math.min(request.timeoutMs, orders.timeoutMs ?? request.timeoutMs) })
const environment = { ...real, http, home: orders.home, now: () => orders.now, passphrase: 'demo' }
const opened = await openNewsroom(environment, orders.folder, () => undefined)
if (!opened.ok) throw new Error(opened.failure.what)
let passed = 0
const handlers = publishingHandlers(opened.value, {
  ...sendingDependencies,
  wait: async () => undefined,
  crashPoint: (point) => {
    if (orders.crash?.point !== 'any' && point !== orders.crash?.point) return
    passed += 1
    if (passed === orders.crash.time) process.kill(process.pid, 'SIGKILL')
  },
})
const drained = await handlers.drain({}, { person: null })
await opened.value.close()
process.stdout.write(JSON.stringify(drained))
