import { join } from 'node:path'
import { ledgerFolder, type ReadChain, readChains } from '../ledger/chain-files.ts'
import { linkChains } from '../ledger/chains.ts'
import { sha256 } from '../ledger/signature.ts'
import { keyType } from '../staff/key-ring.ts'
import type { Files } from '../store/files.ts'
import { replaceFile } from '../store/json-file.ts'
import { copyMissing } from './copy-files.ts'
import { mergeRecords } from './merge-record.ts'
import { keptFolder, type Merge, tellCame } from './place.ts'

const bytesOf = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))

const beginsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.length <= whole.length && part.every((line, at) => line === whole[at])

/** The entries by which people began to sign in a folder. */
const beginnings = async (files: Files, folder: string, newsroom: string): Promise<readonly string[]> =>
  linkChains(newsroom, await readChains(files, folder)).entries.flatMap(({ entry, hash }) =>
    entry.act.action === 'begin' ? [hash] : [],
  )

/** Did people begin to sign in both copies, each on its own? Joined, neither owner could be believed. */
export const hasTwoBeginnings = async (
  { files, reading, ours, theirs }: Pick<Merge, 'files' | 'reading' | 'ours' | 'theirs'>,
  newsroom: string,
): Promise<boolean> => {
  const [here, there] = [await beginnings(files, ours, newsroom), await beginnings(reading, theirs, newsroom)]
  return here.length > 0 && there.length > 0 && !here.some((hash) => there.includes(hash))
}

const mergeChain = async (merge: Merge, theirs: ReadChain, ours: ReadChain | undefined): Promise<void> => {
  const { files, report } = merge
  const { chain, lines } = theirs
  if (lines.length === 0 || (ours && beginsWith(ours.lines, lines))) return
  if (ours && (ours.torn || !beginsWith(lines, ours.lines))) {
    const name = `ledger-${chain}-${sha256(lines.join('\n')).slice(0, 12)}.jsonl`
    const path = join(keptFolder(merge.ours), name)
    if (await files.facts(path)) return
    await files.makeFolder(keptFolder(merge.ours))
    await replaceFile(files, path, bytesOf(lines))
    report.collided.push({ kind: 'ledger', name: chain, wins: 'ours', kept: join('merged', name) })
    report.waits.push(
      `Цепочка подписей ${chain} в копиях разошлась. Здесь осталась своя; что в ней не так, скажет проверка подписей.`,
    )
    return
  }
  await files.makeFolder(ledgerFolder(merge.ours))
  await replaceFile(files, join(ledgerFolder(merge.ours), `${chain}.jsonl`), bytesOf(lines))
  tellCame(merge, 'ledger', chain, !ours)
}

/** Lays the chains of both copies side by side: each has one signer at one installation, and goes on where it went on (rule J28). */
export const mergeLedger = async (merge: Merge): Promise<void> => {
  const { files, reading } = merge
  const here = new Map((await readChains(files, merge.ours)).map((chain) => [chain.chain, chain]))
  const there = await readChains(reading, merge.theirs)
  if (here.size === 0 && there.length > 0)
    merge.report.waits.push(
      'Подписывать начали в копии. Утверждения, сделанные здесь без подписи, больше не действуют: их нужно подтвердить.',
    )
  await copyMissing(merge, 'ledger', (name) => name === 'adopted.json')
  for (const chain of there) await mergeChain(merge, chain, here.get(chain.chain))
  // The key is the same under either passphrase.
  await mergeRecords(merge, 'keys', {
    kind: 'key',
    type: keyType,
    nameOf: ({ person }) => person,
    join: (newer) => ({ value: newer, dropped: false }),
  })
}
