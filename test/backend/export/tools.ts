import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Is a program of this name on this machine? */
export const hasTool = (name: string): boolean => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs a program on a file with these bytes; `FILE` among the arguments stands for it. */
export const runOn = (bytes: Uint8Array, tool: string, args: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, bytes)
    return execFileSync(
      tool,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
