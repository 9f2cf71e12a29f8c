import type { Backend } from '../backend/create-backend.ts'
import { readServedFile } from '../backend/served-file.ts'

/** Answers a request of the window for a file: of the interface, a picture, or an export. */
export const answerFile = async (backend: Backend, renderer: string, address: string): Promise<Response> => {
  const file = await readServedFile(backend.newsroom(), renderer, new URL(address))
  if (!file) return new Response('Нет такого файла.', { status: 404 })
  return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.type } })
}
