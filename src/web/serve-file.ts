import type { ServerResponse } from 'node:http'
import { cacheControl } from '../backend/content-policy.ts'
import type { Backend } from '../backend/create-backend.ts'
import { readServedFile } from '../backend/served-file.ts'

interface FileRequest {
  readonly backend: Backend
  readonly renderer: string
  readonly url: URL
  readonly response: ServerResponse
}

/** Answers with the file that the address names. */
export const serveFile = async ({ backend, renderer, url, response }: FileRequest): Promise<void> => {
  const file = await readServedFile(backend.newsroom(), renderer, url)
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Нет такого файла.')
    return
  }
  response.writeHead(200, { 'content-type': file.type, 'cache-control': cacheControl(file.lasting) }).end(file.bytes)
}
