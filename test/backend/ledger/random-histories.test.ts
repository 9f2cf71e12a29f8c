import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChainFile, linkChains } from '../../../src/backend/ledger/chains.ts'
import { openLedger, type Signer } from '../../../src/backend/ledger/ledger-store.ts'
import { newKeyPair, secretKeyOf } from '../../../src/backend/ledger/signature.ts'
import { establishTrust, faultsOf } from '../../../src/backend/ledger/trust.ts'
import { standingGrant } from '../../../src/shared/ledger/entry.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { forgetfulFiles } from '../../helpers/forgetful-files.ts'

const newsroom = 'newsroom-1'
const hash = 'a'.repeat(64)

const pairs = { owner: newKeyPair(), chief: newKeyPair() }
const signers: Readonly<Record<'owner' | 'chief', Signer>> = {
  owner: { person: 'owner', secretKey: secretKeyOf(pairs.owner.secretKey) },
  chief: { person: 'chief', secretKey: secretKeyOf(pairs.chief.secretKey) },
}

type Disk = ReturnType<typeof forgetfulFiles>

const chainsOn = (disk: Disk, folder: string): readonly ChainFile[] =>
  [...disk.contents()]
    .filter(([path]) => path.startsWith(`${folder}/ledger/`) && path.endsWith('.jsonl'))
    .map(([path, bytes]) => ({
      chain: path.slice(`${folder}/ledger/`.length, -'.jsonl'.length),
      lines: Buffer.from(bytes).toString().trimEnd().split('\n'),
      torn: false,
    }))

/** A copy of the newsroom on a computer of its own; `steps` say who approves in it, in order. */
const signIn = async (disk: Disk, folder: string, run: string, steps: readonly ('owner' | 'chief')[]): Promise<void> => {
  let now = 1_700_000_000_000
  const environment = calmEnvironment(disk.files, { run, home: `/home-${run}`, now: () => now++ })
  const ledger = await openLedger({ environment, folder, newsroom, readOnly: false })
  if (!ledger.begun()) {
    const grant = { grant: standingGrant, roles: ['editorInChief' as const], from: 0, until: null }
    await ledger.append(signers.owner, { action: 'begin', publicKey: pairs.owner.publicKey, adopted: hash })
    await ledger.append(signers.owner, { action: 'role', person: 'owner', ...grant })
    await ledger.append(signers.owner, { action: 'role', person: 'chief', ...grant })
    await ledger.append(signers.owner, { action: 'key', person: 'chief', publicKey: pairs.chief.publicKey })
  }
  for (const [i, who] of steps.entries()) {
    const act = { action: 'approve' as const, role: 'editorInChief' as const, contentHash: hash, passedOver: [] }
    const signed = await ledger.append(signers[who], { ...act, article: `${run}${i}`, approval: `${run}-${i}` })
    if (!signed.ok) throw new Error(signed.failure.what)
  }
}

const complaints = (chains: readonly ChainFile[]) => {
  const { entries, broken } = linkChains(newsroom, chains)
  return [...broken, ...faultsOf(entries, establishTrust(entries, null))]
}

/** The union of two copies' chains: of a chain that both have, the longer one. */
const joined = (first: readonly ChainFile[], second: readonly ChainFile[]): readonly ChainFile[] => {
  const all = new Map(first.map((file) => [file.chain, file]))
  for (const file of second) if ((all.get(file.chain)?.lines.length ?? 0) < file.lines.length) all.set(file.chain, file)
  return [...all.values()]
}

const someSteps = fc.array(fc.constantFrom('owner' as const, 'chief' as const), { minLength: 1, maxLength: 6 })

test('K5 any histories signed apart verify when their chains are joined', async () => {
  await fc.assert(
    fc.asyncProperty(someSteps, someSteps, someSteps, async (before, here, away) => {
      const disk = forgetfulFiles()
      await signIn(disk, '/a', 'a', before)
      for (const [path, bytes] of disk.contents()) if (path.startsWith('/a/')) disk.plant(path.replace('/a/', '/b/'), bytes)
      await signIn(disk, '/a', 'a2', here)
      await signIn(disk, '/b', 'b', away)
      const union = joined(chainsOn(disk, '/a'), chainsOn(disk, '/b'))
      expect(complaints(union)).toEqual([])
      expect(linkChains(newsroom, union).entries).toHaveLength(4 + before.length + here.length + away.length)
    }),
    { numRuns: 25 },
  )
})

test('K3 one character changed anywhere, or one entry gone that another has seen, is found and named', async () => {
  const disk = forgetfulFiles()
  await signIn(disk, '/a', 'a', ['owner', 'chief', 'owner', 'chief'])
  const chains = chainsOn(disk, '/a')
  expect(complaints(chains)).toEqual([])
  const places = chains.flatMap(({ chain, lines }) => lines.map((line, index) => ({ chain, index, length: line.length })))
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.nat(), fc.constantFrom('0', 'x', ' ', '"', 'Ж'), (place, at, character) => {
      const position = at % place.length
      let changed = false
      const forged = chains.map((file) => ({
        ...file,
        lines: file.lines.map((line, index) => {
          if (file.chain !== place.chain || index !== place.index || line[position] === character) return line
          changed = true
          return line.slice(0, position) + character + line.slice(position + 1)
        }),
      }))
      const found = complaints(forged)
      expect(found.length > 0).toBe(changed)
    }),
    { numRuns: 300 },
  )
})
