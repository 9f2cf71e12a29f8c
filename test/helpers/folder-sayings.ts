import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What each copy has for itself, and what is derived. */
export const own = /^(?:cache|catalog|search|lock\.|sending\.json|secrets)/

/** What of a folder two copies that have taken each other's changes must have in common, file by file; texts and plans excepted. */
export const sayings = async (folder: string, at = ''): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
    const path = join(at, entry.name)
    if (own.test(path) || /\.(?:previous|journal)$/.test(path)) continue
    if (entry.isDirectory()) for (const [name, text] of await sayings(folder, path)) found.set(name, text)
    else if (!/^(?:articles|issues)/.test(path)) found.set(path, await readFile(join(folder, path), 'utf8'))
  }
  return found
}
