import { chmod, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lastLine, run } from './command.ts'

/** Longest wait for Debian's servers, in milliseconds. */
const patience = 60_000

export type Unpacked = { readonly root: string } | { readonly missing: string }

/** Where apt keeps lists of its own when the machine has none: nothing of the machine is changed. */
const ownLists = (folder: string): readonly string[] =>
  ['State', 'Cache'].flatMap((name) => ['-o', `Dir::${name}=${join(folder, 'apt', name.toLowerCase())}`])

/**
 * Debian's packages unpacked into a folder, never installed, with those they need that this machine has not; or why they
 * can't be had. What those of `alone` need is left out.
 */
export const unpackPackages = async (
  folder: string,
  packages: readonly string[],
  alone: readonly string[] = [],
): Promise<Unpacked> => {
  const debs = join(folder, 'debs')
  await mkdir(debs, { recursive: true })
  // apt fetches as a user of its own.
  for (const path of [folder, debs]) await chmod(path, 0o777)
  const fetch = async (options: readonly string[]): Promise<string | null> => {
    const simulation = [...options, '-s', 'install', '--no-install-recommends', ...packages]
    const simulated = await run('apt-get', simulation, { cwd: debs, limitMs: patience })
    if (simulated.code !== 0) return lastLine(simulated)
    const needed = [...simulated.output.matchAll(/^Inst (\S+)/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]))
    const wanted = [...new Set([...packages, ...alone, ...needed])]
    const fetched = await run('apt-get', [...options, 'download', '-qq', ...wanted], { cwd: debs, limitMs: patience })
    return fetched.code === 0 ? null : lastLine(fetched)
  }
  const complaint = await fetch([])
  if (complaint !== null) {
    const options = ownLists(folder)
    for (const name of ['state/lists/partial', 'cache/archives/partial'])
      await mkdir(join(folder, 'apt', name), { recursive: true })
    const status = ['-o', 'Dir::State::status=/var/lib/dpkg/status']
    const updated = await run('apt-get', [...options, ...status, 'update', '-qq'], { cwd: debs, limitMs: patience })
    const again = updated.code === 0 ? await fetch([...options, ...status]) : lastLine(updated)
    if (again !== null) return { missing: again }
  }
  const root = join(folder, 'root')
  for (const name of await readdir(debs))
    if (name.endsWith('.deb')) {
      const unpacked = await run('dpkg', ['-x', join(debs, name), root], { cwd: debs, limitMs: patience })
      if (unpacked.code !== 0) return { missing: lastLine(unpacked) }
    }
  return { root }
}
