import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Verifying } from './verifying.ts'

const isId = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

/** Copies that the program itself sets beside a file are not the file. */
const isAside = (name: string): boolean => /\.(?:previous|new|damaged(?:-\d+)?)$/.test(name)

/** Every picture is called by the SHA-256 of its bytes, and each of which there are facts is there. Returns their ids. */
export const verifyMedia = async ({ environment, folder, tell }: Verifying): Promise<ReadonlySet<string>> => {
  const { files } = environment
  const place = join(folder, 'media')
  const stored = new Set<string>()
  const facts: string[] = []
  for (const { name, folder: isFolder } of await files.list(place)) {
    if (!isFolder) {
      const id = /^([0-9a-f]{64})\.json$/.exec(name)?.[1]
      if (id !== undefined) facts.push(id)
      continue
    }
    for (const { name: file } of await files.list(join(place, name))) {
      if (isAside(file)) continue
      if (!isId(file)) {
        tell({ kind: 'media', id: file, reason: 'файл назван не своей контрольной суммой' })
        continue
      }
      const bytes = await files.read(join(place, name, file)).catch(() => null)
      const isSound = bytes !== null && createHash('sha256').update(bytes).digest('hex') === file && file.startsWith(name)
      if (isSound) stored.add(file)
      else tell({ kind: 'media', id: file, reason: 'содержимое файла не то, что было принято' })
    }
  }
  for (const id of facts) if (!stored.has(id)) tell({ kind: 'media', id, reason: 'файла нет, или он переименован' })
  return stored
}
