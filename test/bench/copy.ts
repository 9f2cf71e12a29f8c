import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Copies a folder by links to its files: a newsroom replaces its files and never writes into them, so the original stays. */
export const copyLinked = async (from: string, to: string): Promise<void> => {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyLinked(source, target)
    // A journal is appended to: that one is copied.
    else if (entry.name.endsWith('.journal')) copyFileSync(source, target)
    else linkSync(source, target)
  }
}
