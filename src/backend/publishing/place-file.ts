import { dirname } from 'node:path'
import { errorCode, type Files } from '../store/files.ts'

/** What became of a file that was to be replaced. `unknown`: it is there, but may not survive a power cut. */
export type Placed =
  | { readonly kind: 'placed' }
  | { readonly kind: 'notPlaced'; readonly code: string | null }
  | { readonly kind: 'unknown'; readonly code: string | null }

/**
 * Puts a file in its place in one rename: whoever reads it, a web server above all, finds the old one or the new one at
 * every moment. (The store's own `replaceFile` keeps the old file under another name and is without one for an instant.)
 * Makes no folders: a missing one is a disk that is not there.
 */
export const placeFile = async (files: Files, path: string, bytes: Uint8Array): Promise<Placed> => {
  const temporary = `${path}.new`
  try {
    const file = await files.open(temporary, 'replace')
    try {
      await file.write(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await files.rename(temporary, path)
  } catch (error) {
    // The half-written copy would only keep a full disk full.
    await files.remove(temporary).catch(() => undefined)
    return { kind: 'notPlaced', code: errorCode(error) }
  }
  try {
    await files.syncFolder(dirname(path))
  } catch (error) {
    return { kind: 'unknown', code: errorCode(error) }
  }
  return { kind: 'placed' }
}
