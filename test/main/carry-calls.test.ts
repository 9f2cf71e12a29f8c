import { expect, test } from 'vitest'
import { type CarrierParts, createCallCarrier } from '../../src/main/carry-calls.ts'
import { startAddress } from '../../src/main/security.ts'
import { failure, type Result, success } from '../../src/shared/api/result.ts'

const own = { frame: { url: startAddress, parent: null }, window: 3 }
const request = (name: string) => ({ name, input: {}, person: 'anna' })

const start = (more: Partial<CarrierParts> = {}) => {
  const called: string[] = []
  const windows: number[] = []
  const carrier = createCallCarrier({
    backend: {
      call: async (name, _input, { person }): Promise<Result<unknown>> => {
        called.push(`${name} ${person}`)
        return success(name)
      },
    },
    heard: (window) => windows.push(window),
    desktop: (name, _input, window) => (name.startsWith('desktop.') ? Promise.resolve(success(window)) : null),
    before: async () => null,
    answered: (name) => called.push(`answered ${name}`),
    ...more,
  })
  return { carrier, called, windows }
}

test('чужого не слушает и ничего ему не говорит', async () => {
  const { carrier, called, windows } = start()
  for (const frame of [null, { url: 'https://evil.example/', parent: null }, { url: startAddress, parent: {} }])
    await expect(carrier.carry({ frame, window: 1 }, request('article.list'))).rejects.toThrow('чужая страница')
  expect(called).toEqual([])
  expect(windows).toEqual([])
  await carrier.carry(own, request('article.list'))
  expect(windows).toEqual([own.window])
})

test('непонятный запрос — отказ, не исключение', async () => {
  const { carrier } = start()
  for (const odd of [null, 'x', {}, { name: 1, input: {}, person: null }])
    expect(await carrier.carry(own, odd)).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
})

test('своё делает сама, остальное отдаёт редакции от имени сидящего', async () => {
  const { carrier, called } = start()
  expect(await carrier.carry(own, request('desktop.reveal'))).toEqual(success(3))
  expect(await carrier.carry(own, request('article.list'))).toEqual(success('article.list'))
  expect(called).toEqual(['article.list anna', 'answered article.list'])
})

test('отказ до вызова не пускает дальше', async () => {
  const { carrier, called } = start({ before: async () => failure('conflict', 'Не всё сохранено.') })
  expect(await carrier.carry(own, request('workspace.close'))).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect(called).toEqual([])
})

test('тишина наступает, когда кончились все вызовы', async () => {
  let finish = (): void => undefined
  const { carrier, called } = start({
    backend: {
      call: () =>
        new Promise((resolve) => {
          finish = () => resolve(success(null))
        }),
    },
  })
  const call = carrier.carry(own, request('article.change'))
  await Promise.resolve()
  const idle = carrier.idle().then(() => called.push('idle'))
  await Promise.resolve()
  expect(called).toEqual([])
  finish()
  await Promise.all([call, idle])
  expect(called).toContain('idle')
})
