import { expect, test } from 'vitest'
import { chosenFiles, leftAside } from '../../../src/renderer/features/media/picture-files.ts'

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
