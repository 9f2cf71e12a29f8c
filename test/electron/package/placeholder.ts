import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fuseWire } from './fuses.ts'

const standIn = resolve(import.meta.dirname, '../stand-in/start.ts')
const node = resolve(import.meta.dirname, '../../../node_modules/.bin/node')

/**
 * Makes a folder that electron-builder takes for an unpacked Electron distribution for Linux. Its executable is a script
 * that starts the stand-in on the archive packed beside it; it carries fuses like the real one, all of them on, so that
 * flipping them is real.
 */
export const writePlaceholder = async (folder: string): Promise<void> => {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'))
  for (const language of ['de', 'en-US', 'ru']) await writeFile(join(folder, 'locales', `${language}.pak`), '')
  await writeFile(join(folder, 'LICENSE'), 'The licence of Electron stands here in a real distribution.\n')
  const script = `#!/bin/sh\nexec '${node}' '${standIn}' --stand-in-packaged="$(readlink -f "$0")" "$@"\n`
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from(`${script}# `), fuseWire(), Buffer.from('\n')]))
  await chmod(join(folder, 'electron'), 0o755)
}
