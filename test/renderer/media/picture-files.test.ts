import { expect, test } from 'vitest'
import { chosenFiles, droppedFiles, leftAside } from '../../../src/renderer/features/media/picture-files.ts'
import { bytesOf } from '../../../src/renderer/media/file-bytes.ts'

const file = (name: string, type: string, path = '') =>
  Object.defineProperty(new File(['1'], name, { type }), 'webkitRelativePath', { value: path })

test('U40 of a folder only pictures are taken, and what systems leave there is passed over', () => {
  const files = chosenFiles([
    file('a.jpg', 'image/jpeg', 'Школа/1 сентября/a.jpg'),
    file('Список.docx', 'application/msword', 'Школа/Список.docx'),
    file('Thumbs.db', '', 'Школа/Thumbs.db'),
    file('._a.jpg', 'image/jpeg', 'Школа/._a.jpg'),
    file('b.jpg', 'image/jpeg', 'Школа/.кэш/b.jpg'),
  ])
  expect(files.map((each) => [each.path, leftAside(each)])).toEqual([
    ['Школа/1 сентября/a.jpg', null],
    ['Школа/Список.docx', 'notPicture'],
  ])
})

test('U40 a file somebody points at is looked into whatever it is called; a huge one is not', () => {
  const [pointed] = chosenFiles([file('снимок', '')])
  expect(pointed && leftAside(pointed)).toBeNull()
  const huge = Object.defineProperty(file('a.tif', 'image/tiff'), 'size', { value: 150_000_001 })
  expect(leftAside({ file: huge, path: 'a.tif' })).toBe('tooLarge')
})

test('U40 a file that went meanwhile is told of, and stops none of the others', async () => {
  const gone = Object.defineProperty(file('a.jpg', 'image/jpeg'), 'arrayBuffer', {
    value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  })
  expect(await bytesOf(gone)).toBe('unreadable')
  expect(await bytesOf(Object.defineProperty(file('a.tif', 'image/tiff'), 'size', { value: 150_000_001 }))).toBe('tooLarge')
  expect(await bytesOf(file('b.jpg', 'image/jpeg'))).toEqual(Uint8Array.of(49))
})

const entry = (path: string, children: readonly FileSystemEntry[] | null): FileSystemEntry => {
  const name = path.split('/').at(-1) ?? ''
  const common = { name, fullPath: `/${path}`, isFile: children === null, isDirectory: children !== null }
  const portions = [...(children ?? []).map((child) => [child]), []]
  return Object.assign(Object.create(null), common, {
    file: (taken: (file: File) => void) => taken(file(name, /jpg$/.test(name) ? 'image/jpeg' : '')),
    createReader: () => ({
      readEntries: (taken: (portion: readonly FileSystemEntry[]) => void) => taken(portions.shift() ?? []),
    }),
  })
}
const dropped = (entries: readonly FileSystemEntry[], files: readonly File[]): DataTransfer =>
  Object.assign(Object.create(null), { items: entries.map((one) => ({ webkitGetAsEntry: () => one })), files })

test('U40 folders that are dropped are taken with what is in their folders, portion by portion', async () => {
  const school = entry('Школа', [entry('Школа/a.jpg', null), entry('Школа/Линейка', [entry('Школа/Линейка/b.jpg', null)])])
  const files = await droppedFiles(dropped([school, entry('c.jpg', null)], []))
  expect(files.map(({ path }) => path)).toEqual(['Школа/a.jpg', 'Школа/Линейка/b.jpg', 'c.jpg'])
})

test('U40 where a dropped folder cannot be read through, what the system named is not lost in silence', async () => {
  const closed = Object.assign(entry('Закрытая', []), {
    createReader: () => ({ readEntries: (_taken: unknown, failed: (error: Error) => void) => failed(new Error('closed')) }),
  })
  const files = await droppedFiles(dropped([closed], [file('Закрытая', '')]))
  expect(files.map(({ path }) => path)).toEqual(['Закрытая'])
})
