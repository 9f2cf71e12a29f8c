// The stand-in itself, on programs of a few lines: what Electron would not forgive, it does not forgive either.
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, product, test } from './desktop.ts'
import { notImitatedMark } from './stand-in/strict.ts'

test.skip(({ runtime }) => runtime !== 'stand-in', 'Проверки самого stand-in')

const run = async (folder: string, main: string): Promise<{ readonly code: number | null; readonly said: string }> => {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'small', version: '1.0.0', type: 'module', main: 'main.js' }),
  )
  await writeFile(join(folder, 'main.js'), main)
  return new Promise((done) => {
    const child = spawn(join(product, 'test/electron/stand-in/electron'), [folder], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('close', (code) => done({ code, said }))
  })
}

test('главный модуль, который ждёт готовности на верхнем уровне, не запускается', async ({ runtime: _ }, info) => {
  const { code, said } = await run(
    info.outputPath('small'),
    "import { app } from 'electron'\nawait app.whenReady()\napp.quit()\n",
  )
  expect(code).toBe(13)
  expect(said).toContain('app.whenReady() на верхнем уровне')
})

test('чего stand-in не умеет, то слышно, даже если программа поймала ошибку', async ({ runtime: _ }, info) => {
  const main =
    "import { app, Tray } from 'electron'\ntry { new Tray('x.png') } catch {}\napp.whenReady().then(() => app.quit())\n"
  const { code, said } = await run(info.outputPath('small'), main)
  expect(code).toBe(0)
  expect(said).toContain(`${notImitatedMark}: new Tray`)
})
