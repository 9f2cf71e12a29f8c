import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { createBackend } from '../../src/backend/create-backend.ts'
import { createCallCarrier } from '../../src/main/carry-calls.ts'
import { startAddress } from '../../src/main/security.ts'
import { contract } from '../../src/shared/api/contract.ts'
import { failureSchema } from '../../src/shared/api/result.ts'
import { articleApi } from '../../src/shared/article/api.ts'
import { issueApi } from '../../src/shared/issue/api.ts'
import { workflowApi } from '../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../src/shared/workspace/api.ts'
import { startWebHost } from '../../src/web/web-host.ts'
import { testEnvironment } from '../helpers/newsroom.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { connect, enter } from '../helpers/web-client.ts'

type Send = (name: string, input: unknown, person: string | null) => Promise<unknown>

interface Host {
  readonly send: Send
  readonly events: unknown[]
}

/** Every host that carries the contract, started anew for a test. */
const hosts: Readonly<Record<string, (home: string) => Promise<Host>>> = {
  'в одном процессе': async (home) => {
    const backend = createBackend(testEnvironment(home), { sending: false })
    onTestFinished(() => backend.close())
    const events: unknown[] = []
    backend.subscribe((event) => events.push(event))
    return { send: (name, input, person) => backend.call(name, input, { person }), events }
  },
  'настольная программа': async (home) => {
    const backend = createBackend(testEnvironment(home), { sending: false })
    onTestFinished(() => backend.close())
    const events: unknown[] = []
    backend.subscribe((event) => events.push(structuredClone(event)))
    const carrier = createCallCarrier({
      backend,
      heard: () => undefined,
      desktop: () => null,
      before: async () => null,
      answered: () => undefined,
    })
    const sender = { frame: { url: startAddress, parent: null }, window: 1 }
    // Electron carries values between its processes as structured clones.
    const send: Send = async (name, input, person) =>
      structuredClone(await carrier.carry(sender, structuredClone({ name, input, person })))
    return { send, events }
  },
  'локальный веб-хост': async (home) => {
    const backend = createBackend(testEnvironment(home), { sending: false })
    const host = await startWebHost({ backend, renderer: home, port: 0 })
    onTestFinished(async () => {
      await host.close()
      await backend.close()
    })
    const client = await connect(host, await enter(host), `http://127.0.0.1:${host.port}`)
    return { send: client.send, events: client.events }
  },
}

const resultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
])

describe.each(Object.entries(hosts))('договор: %s', (_name, start) => {
  const begin = async () => {
    const root = await temporaryFolder()
    await mkdir(join(root, 'home'))
    const host = await start(join(root, 'home'))
    const call = async (name: string, input: unknown, person: string | null = 'editorInChief') =>
      resultSchema.parse(await host.send(name, input, person))
    const value = async (name: string, input: unknown) => {
      const result = await call(name, input)
      if (!result.ok) throw new Error(result.failure.what)
      return result.value
    }
    return { root, host, call, value }
  }

  test('до открытия папки закрыто всё, кроме действий с папкой', async () => {
    const { call } = await begin()
    for (const operation of Object.values(contract).flatMap((api) => Object.values(api))) {
      if (operation.name.startsWith('workspace.')) continue
      const result = await call(operation.name, {})
      expect(result.ok ? 'ok' : result.failure.code, operation.name).toMatch(/noWorkspace|invalidInput/)
    }
    expect(await call('article.page', { issue: null, scope: 'all', count: 1 })).toMatchObject({
      ok: false,
      failure: { code: 'noWorkspace' },
    })
  })

  test('неизвестное действие и неверные данные — отказ, понятный человеку', async () => {
    const { root, call, value } = await begin()
    await value(workspaceApi.create.name, { folder: join(root, 'n'), demo: false })
    expect(await call('article.explode', {})).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
    expect(await call(articleApi.read.name, { id: 7 })).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
    expect(await call(articleApi.read.name, { id: 'нет' })).toMatchObject({ ok: false, failure: { code: 'notFound' } })
  })

  test('неделя: текст, номер, место, подпись; ответы подходят под схемы, окна узнают об изменениях', async () => {
    const { root, host, call, value } = await begin()
    await writeFile(join(root, 'a.txt'), 'Совещание прошло\n\nВ пятницу состоялось совещание. Решено продолжать.\n')
    await value(workspaceApi.create.name, { folder: join(root, 'n'), demo: false })
    const imported = articleApi.import.output.parse(
      await value(articleApi.import.name, { paths: [join(root, 'a.txt')], rubric: null }),
    )
    const id = imported[0]?.article ?? ''
    const { serial } = issueApi.create.output.parse(await value(issueApi.create.name, { plannedFor: '2026-11-25', pages: 4 }))
    await value(issueApi.place.name, { issue: serial, article: id, page: 2, before: null })
    const early = await call(workflowApi.act.name, { action: 'approve', articles: [id] }, 'nobody')
    expect(early).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    await value(workflowApi.act.name, { action: 'approve', articles: [id] })
    const list = articleApi.list.output.parse(await value(articleApi.list.name, { issue: serial }))
    expect(list).toMatchObject([{ id, status: 'approved', page: 2, headline: 'Совещание прошло' }])
    expect(host.events).toContainEqual({ type: 'changed', feature: 'workflow', id })
  })
})
