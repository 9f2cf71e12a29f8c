import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskFiles } from '../../src/backend/store/files.ts'
import { createOffers, pathsOf, sortPaths } from '../../src/main/open-files.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

test('из слов запуска остаются пути; ключи Chromium пропущены, после «--» ключей нет', () => {
  expect(pathsOf(['--inspect=0', 'a.docx', '-v', '', '/b/c.txt'], '/home')).toEqual(['/home/a.docx', '/b/c.txt'])
  expect(pathsOf(['x.md', '--', '--y.md'], '/home')).toEqual(['/home/x.md', '/home/--y.md'])
})

test('папка открывается, тексты принимаются, прочее пропущено', async () => {
  const root = await temporaryFolder()
  await mkdir(join(root, 'Редакция'))
  for (const name of ['a.DOCX', 'b.md', 'c.txt', 'd.html', 'e.exe', 'f']) await writeFile(join(root, name), '')
  const paths = ['a.DOCX', 'b.md', 'c.txt', 'd.html', 'e.exe', 'f', 'Редакция', 'нет.txt'].map((name) => join(root, name))
  expect(await sortPaths(diskFiles, paths)).toEqual({
    folder: join(root, 'Редакция'),
    files: ['a.DOCX', 'b.md', 'c.txt', 'd.html'].map((name) => join(root, name)),
  })
})

test('данное ждёт и отдаётся один раз; поздняя папка заменяет раннюю, файлы копятся без повторов', () => {
  let told = 0
  const offers = createOffers(() => {
    told += 1
  })
  offers.add({ folder: null, files: [] })
  expect(told).toBe(0)
  offers.add({ folder: '/a', files: ['/1.txt'] })
  offers.add({ folder: '/b', files: ['/1.txt', '/2.txt'] })
  offers.add({ folder: null, files: ['/3.txt'] })
  expect(told).toBe(3)
  expect(offers.take()).toEqual({ folder: '/b', files: ['/1.txt', '/2.txt', '/3.txt'] })
  expect(offers.take()).toEqual({ folder: null, files: [] })
})
