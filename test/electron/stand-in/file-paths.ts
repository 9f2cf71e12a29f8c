// Chromium tells no page where a chosen file lies, and asks nobody while a page waits for an answer. So the page sends
// the file itself, and what it learns is the path of a copy with the same name and content.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { temporaryFolder } from './runtime.ts'

/** The address, on the page's own origin, that answers with the path of the file sent to it. */
export const pathAddress = '/stand-in/path-of'

/** The page believes that it asks its own origin; Chromium knows better. */
const headers = { 'content-type': 'text/plain; charset=utf-8', 'access-control-allow-origin': '*' }

let copies = 0
let port: Promise<number> | null = null

const copyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const type = request.headers['content-type'] ?? ''
  const file = (await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData()).get('file')
  if (!(file instanceof File)) throw new Error('Страница не прислала файла')
  copies += 1
  const folder = join(temporaryFolder(), 'chosen', String(copies))
  mkdirSync(folder, { recursive: true })
  const path = join(folder, file.name)
  writeFileSync(path, await file.bytes())
  return path
}

const listen = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer((request, response) => {
      copyOf(request).then(
        (path) => response.writeHead(200, headers).end(path),
        (error: unknown) => response.writeHead(500, headers).end(String(error)),
      )
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address !== null) done(address.port)
    })
    server.unref()
  })

/** Where a request for a path really goes. */
export const pathServer = async (): Promise<string> => {
  port ??= listen()
  return `http://127.0.0.1:${await port}/`
}
