import { toBase64 } from './base64.ts'

/** Files as operations take them: their names, and their bytes as base64. */
export const readFiles = (files: readonly File[]) =>
  Promise.all(files.map(async (file) => ({ name: file.name, bytes: toBase64(new Uint8Array(await file.arrayBuffer())) })))
