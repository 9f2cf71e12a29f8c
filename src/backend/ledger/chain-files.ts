import { join } from 'node:path'
import { type Files, openInFolder, unless } from '../store/files.ts'
import { freeAside, replaceFile } from '../store/json-file.ts'
import type { ChainFile } from './chains.ts'

/** Where the chains of a newsroom lie. */
export const ledgerFolder = (folder: string): string => join(folder, 'ledger')

const suffix = '.jsonl'
const lineEnd = 0x0a

const chainPath = (folder: string, chain: string): string => join(ledgerFolder(folder), `${chain}${suffix}`)

/** A chain's file, with the bytes of its whole lines and what stands after them. */
export interface ReadChain extends ChainFile {
  /** Bytes up to the end of the last whole line. */
  readonly sound: number
  readonly tail: Uint8Array
}

const readChain = (chain: string, bytes: Uint8Array): ReadChain => {
  const sound = bytes.lastIndexOf(lineEnd) + 1
  // Nothing may be dropped silently: a mark of byte order at the beginning is a change like any other.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, sound))
  const lines = text.split('\n').slice(0, -1)
  return { chain, lines, torn: sound < bytes.length || bytes.length === 0, sound, tail: bytes.subarray(sound) }
}

/** Every chain of a folder, in the order of their names. */
export const readChains = async (files: Files, folder: string): Promise<readonly ReadChain[]> => {
  const names = (await files.list(ledgerFolder(folder)))
    .filter((entry) => !entry.folder && entry.name.endsWith(suffix))
    .map(({ name }) => name.slice(0, -suffix.length))
    .sort()
  const chains: ReadChain[] = []
  for (const chain of names) {
    const bytes = await unless('ENOENT', files.read(chainPath(folder, chain)), null)
    if (bytes) chains.push(readChain(chain, bytes))
  }
  return chains
}

/** Writes one line after the first `sound` bytes of a chain; resolves when it would survive a power cut. Returns its length. */
export const appendLine = async (
  files: Files,
  folder: string,
  chain: string,
  { sound, line }: { readonly sound: number; readonly line: string },
): Promise<number> => {
  const path = chainPath(folder, chain)
  const bytes = new TextEncoder().encode(`${line}\n`)
  const file = await openInFolder(files, path, 'append')
  try {
    if (file.size() > sound) {
      // What a write that was cut short has left is kept, and does not stand before the next line.
      const whole = await files.read(path)
      await replaceFile(files, await freeAside(files, path), whole.subarray(sound))
      await file.truncate(sound)
    }
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await files.syncFolder(ledgerFolder(folder))
  return bytes.length
}
