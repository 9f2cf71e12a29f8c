import '../api/zod-without-eval.ts'
import { createLayoutHost } from './layout-host.ts'

const hear = createLayoutHost({
  reply: (reply) => self.postMessage(reply),
  load: async (address) => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  },
  breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  now: () => performance.now(),
})

self.addEventListener('message', (event: MessageEvent<unknown>) => void hear(event.data))
