import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** All that decides what the backend makes: of the product's own, and the packages by their versions. */
const parts = ['package-lock.json', 'resources/fonts', 'src/backend', 'src/layout', 'src/shared']

const filesOf = (path: string): readonly string[] => {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]))
}

/** The hash of the sources and fonts in a checkout: programs with one hash lay out alike. */
export const sourcesHash = (root: string): string => {
  const hash = createHash('sha256')
  for (const part of parts) {
    const path = join(root, part)
    for (const file of part.includes('.') ? [path] : filesOf(path)) {
      const bytes = readFileSync(file)
      hash.update(`${file.slice(root.length)} ${bytes.length}\n`).update(bytes)
    }
  }
  return hash.digest('hex')
}
