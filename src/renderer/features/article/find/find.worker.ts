import '../../../api/zod-without-eval.ts'
import { findText, matchLimit } from '../../../../shared/language/find/find-text.ts'
import { type FindReply, findRequestSchema } from './protocol.ts'

const reply = (message: FindReply) => self.postMessage(message)

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const { run, texts, query } = findRequestSchema.parse(event.data)
  let left = matchLimit
  const matches = texts.map((text) => {
    const found = findText(text, query, left)
    left -= found.length
    return [...found]
  })
  reply({ type: 'found', run, matches })
})
reply({ type: 'ready' })
