import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { diskFiles, errorCode, makeFolderBySteps, patiently } from '../../../src/backend/store/files.ts'
import { replaceFile } from '../../../src/backend/store/json-file.ts'
import { forgetfulFiles } from '../../helpers/forgetful-files.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

/** Both must behave alike, or what is proved on the one says nothing about the other. */
const ports = [
  ['the disk', async () => ({ files: diskFiles, root: await temporaryFolder() })],
  [
    'the forgetful disk',
    async () => {
      const { files } = forgetfulFiles()
      await files.makeFolder('/root')
      return { files, root: '/root' }
    },
  ],
] as const

const codeOf = (work: Promise<unknown>): Promise<string | null> => work.then(() => 'done', errorCode)
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

test.each(ports)('%s keeps the contract of the port', async (_name, make) => {
  const { files, root } = await make()
  const path = join(root, 'a')
  expect(await files.facts(path)).toBe(null)
  expect(await files.list(join(root, 'nothing'))).toEqual([])
  expect(await codeOf(files.read(path))).toBe('ENOENT')
  expect(await codeOf(files.rename(path, join(root, 'b')))).toBe('ENOENT')
  await files.remove(path)

  const first = await files.open(path, 'exclusive')
  await first.write(Buffer.from('один'))
  await first.write(Buffer.from(' два'))
  await first.sync()
  expect(first.size()).toBe(15)
  await first.close()
  expect(await codeOf(files.open(path, 'exclusive'))).toBe('EEXIST')

  const more = await files.open(path, 'append')
  expect(more.size()).toBe(15)
  await more.truncate(8)
  await more.write(Buffer.from('!'))
  expect(more.size()).toBe(9)
  await more.close()
  expect(text(await files.read(path))).toBe('один!')

  const anew = await files.open(path, 'replace')
  expect(anew.size()).toBe(0)
  await anew.write(Buffer.from('три'))
  await anew.close()
  await files.rename(path, join(root, 'b'))
  await files.syncFolder(root)
  await files.makeFolder(join(root, 'x/y/z'))
  await files.makeFolder(join(root, 'x/y'))
  const names = (await files.list(root)).map(({ name, folder }) => `${name} ${folder}`)
  expect(names.sort()).toEqual(['b false', 'x true'])
  expect((await files.facts(join(root, 'x/y/z')))?.folder).toBe(true)
  expect((await files.facts(join(root, 'b')))?.size).toBe(6)
  expect(await codeOf(files.syncFolder(join(root, 'nothing')))).toBe('ENOENT')
  await files.remove(join(root, 'b'))
  expect(await codeOf(files.read(join(root, 'b')))).toBe('ENOENT')
})

test('a folder is made by a relative path too', async () => {
  const root = await temporaryFolder()
  await diskFiles.makeFolder(relative(process.cwd(), join(root, 'x/y')))
  expect(await readdir(root)).toEqual(['x'])
})

test('where a file is in the way no folder is made', async () => {
  const root = await temporaryFolder()
  await writeFile(join(root, 'x'), '')
  await expect(diskFiles.makeFolder(join(root, 'x'))).rejects.toThrow('файл, а не папка')
  await expect(diskFiles.makeFolder(join(root, 'x/y'))).rejects.toThrow('ENOTDIR')
  await mkdir(join(root, 'y'))
  await diskFiles.makeFolder(join(root, 'y'))
})

test('S2: every new folder’s name is synced in the folder above it, topmost first', async () => {
  const steps: string[] = []
  const there = new Set(['/', '/disk'])
  await makeFolderBySteps(
    '/disk/a/b',
    async (path) => {
      if (there.has(path)) return false
      if (!there.has(path.slice(0, path.lastIndexOf('/')))) throw Object.assign(new Error(), { code: 'ENOENT' })
      there.add(path)
      steps.push(`make ${path}`)
      return true
    },
    async (path) => {
      steps.push(`sync ${path}`)
    },
  )
  expect(steps).toEqual(['make /disk/a', 'sync /disk', 'make /disk/a/b', 'sync /disk/a'])
})

test('a rename that somebody is in the way of for a moment is tried again, another failure is not', async () => {
  const failing = (codes: string[]) => {
    const waits: number[] = []
    const work = async () => {
      const code = codes.shift()
      if (code) throw Object.assign(new Error(code), { code })
    }
    return { waits, done: codeOf(patiently(work, async (milliseconds) => waits.push(milliseconds))) }
  }
  const soon = failing(['EBUSY', 'EPERM'])
  expect(await soon.done).toBe('done')
  expect(soon.waits).toEqual([10, 20])
  expect(await failing(['ENOSPC']).done).toBe('ENOSPC')
  expect(await failing(Array.from({ length: 20 }, () => 'EACCES')).done).toBe('EACCES')
})

test('S1 S3: a file is replaced whole, and its earlier bytes stay beside it', async () => {
  const root = await temporaryFolder()
  const path = join(root, 'a.json')
  for (const content of ['раз', 'два', 'три']) await replaceFile(diskFiles, path, Buffer.from(content))
  expect(await readFile(path, 'utf8')).toBe('три')
  expect(await readFile(`${path}.previous`, 'utf8')).toBe('два')
  expect((await readdir(root)).sort()).toEqual(['a.json', 'a.json.previous'])
})

test('S1: replacements of one file at the same time leave one of them, whole', async () => {
  const { files, contents } = forgetfulFiles()
  await files.makeFolder('/disk')
  await Promise.all(['раз', 'два', 'три'].map((content) => replaceFile(files, '/disk/a', Buffer.from(content))))
  expect([...contents()].map(([path, bytes]) => `${path} ${text(bytes)}`).sort()).toEqual(['/disk/a три', '/disk/a.previous два'])
})
