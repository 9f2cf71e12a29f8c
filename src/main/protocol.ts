import { cacheControl, protectiveHeaders } from '../backend/content-policy.ts'
import type { Backend } from '../backend/create-backend.ts'
import { readServedFile } from '../backend/served-file.ts'
import { isOwnAddress } from './security.ts'

const refuse = (status: number, text: string): Response =>
  new Response(text, { status, headers: { ...protectiveHeaders, 'content-type': 'text/plain; charset=utf-8' } })

/** A request of a window under the program's own scheme. */
export interface FileRequest {
  readonly url: string
  readonly method: string
}

/** Answers a window with a file: of the interface (built into the folder `renderer`), a picture, or an export. */
export const answerRequest = async (
  backend: Pick<Backend, 'newsroom'>,
  renderer: string,
  { url, method }: FileRequest,
): Promise<Response> => {
  if (!isOwnAddress(url)) return refuse(403, 'Чужой адрес.')
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Только чтение.')
  const file = await readServedFile(backend.newsroom(), renderer, new URL(url)).catch(() => null)
  if (!file) return refuse(404, 'Нет такого файла.')
  return new Response(method === 'HEAD' ? null : new Uint8Array(file.bytes), {
    headers: { ...protectiveHeaders, 'content-type': file.type, 'cache-control': cacheControl(file.lasting) },
  })
}
