import { dirname } from 'node:path'
import type { Result } from '../../shared/api/result.ts'
import type { Environment } from '../environment.ts'

/**
 * Writes a file next to its place and moves it there when it is complete and on the disk: whatever happens on the way,
 * the old file stays whole and no half of the new one is left. `make` is given how to write the next bytes; when it fails,
 * nothing is written.
 */
export const writeBeside = async <T>(
  { files, newId }: Pick<Environment, 'files' | 'newId'>,
  path: string,
  make: (write: (bytes: Uint8Array) => Promise<void>) => Promise<Result<T>>,
): Promise<Result<T>> => {
  await files.makeFolder(dirname(path))
  const beside = `${path}.${newId().slice(0, 8)}.part`
  const discard = () => files.remove(beside).catch(() => undefined)
  const file = await files.open(beside, 'exclusive')
  let made: Result<T>
  try {
    made = await make((bytes) => (bytes.length > 0 ? file.write(bytes) : Promise.resolve()))
    if (made.ok) await file.sync()
  } catch (error) {
    await file.close().catch(() => undefined)
    await discard()
    throw error
  }
  await file.close()
  if (!made.ok) {
    await discard()
    return made
  }
  try {
    await files.rename(beside, path)
  } catch (error) {
    await discard()
    throw error
  }
  await files.syncFolder(dirname(path))
  return made
}
