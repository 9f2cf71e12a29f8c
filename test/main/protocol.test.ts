import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentPolicy } from '../../src/backend/content-policy.ts'
import { answerRequest } from '../../src/main/protocol.ts'
import { newNewsroom } from '../helpers/newsroom.ts'

const start = async () => {
  const { backend, folder } = await newNewsroom()
  const root = join(folder, '..')
  const renderer = join(root, 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await mkdir(join(folder, 'exports'))
  await writeFile(join(renderer, 'index.html'), '<p>интерфейс</p>')
  await writeFile(join(renderer, 'assets', 'index.js'), '1')
  await writeFile(join(root, 'secret.txt'), 'тайна')
  await writeFile(join(folder, 'exports', '47.pdf'), '%PDF')
  await writeFile(join(folder, 'exports', 'evil.html'), '<script src="evil.js"></script>')
  await writeFile(join(folder, 'exports', 'evil.js'), 'зло')
  await symlink(join(root, 'secret.txt'), join(folder, 'exports', 'link.pdf'))
  const ask = async (url: string, method = 'GET') => {
    const response = await answerRequest(backend, renderer, { url, method })
    return { response, status: response.status, body: await response.text() }
  }
  return { ask }
}

test('отдаёт интерфейс с правилами содержимого и без запасов', async () => {
  const { ask } = await start()
  const { response, body } = await ask('app://newsroom/index.html')
  expect(body).toBe('<p>интерфейс</p>')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toBe(contentPolicy)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect((await ask('app://newsroom/assets/index.js')).response.headers.get('cache-control')).toContain('immutable')
})

test('правила содержимого не знают ни встроенных скриптов, ни встроенных стилей, ни чужих адресов', () => {
  expect(contentPolicy).not.toMatch(/unsafe|https?:|\*/)
  expect(contentPolicy).toContain("default-src 'none'")
  expect(contentPolicy).toContain("script-src 'self'")
  expect(contentPolicy).toContain("style-src 'self'")
})

test('из своих папок не выпускает', async () => {
  const { ask } = await start()
  for (const path of [
    '../secret.txt',
    '%2e%2e/secret.txt',
    '..%2fsecret.txt',
    'assets/..%2f..%2fsecret.txt',
    'assets/..%5c..%5csecret.txt',
    'exports/..%2f..%2fsecret.txt',
    'exports/%2e%2e/settings.json',
    'exports/link.pdf',
    'exports/evil.html',
    'exports/evil.js',
    'media/..%2fsettings.json',
    '%E0%A4%A',
    'index.html%00.js',
    'assets',
  ]) {
    const { status, body, response } = await ask(`app://newsroom/${path}`)
    expect(status, path).toBe(404)
    expect(body, path).not.toMatch(/тайна|зло/)
    expect(response.headers.get('content-security-policy'), path).toBe(contentPolicy)
  }
  expect((await ask('app://newsroom/exports/47.pdf')).body).toBe('%PDF')
})

test('чужому имени и записи отказывает', async () => {
  const { ask } = await start()
  expect((await ask('app://evil/index.html')).status).toBe(403)
  expect((await ask('https://newsroom/index.html')).status).toBe(403)
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('app://newsroom/index.html', method)).status).toBe(405)
  expect(await ask('app://newsroom/index.html', 'HEAD')).toMatchObject({ status: 200, body: '' })
})
