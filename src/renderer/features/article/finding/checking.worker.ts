import '../../../api/zod-without-eval.ts'
import { createCheckingHost } from './checking-host.ts'

const hear = createCheckingHost({
  reply: (reply) => self.postMessage(reply),
  load: async (address) => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    return response.text()
  },
})

self.addEventListener('message', (event: MessageEvent<unknown>) => void hear(event.data))
