import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { layoutOf } from '../../../src/backend/layout/layout-service.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

test('полосы верстаются заново только после правки текста, плана или издания', async () => {
  const { backend, must } = await newNewsroom()
  const newsroom = backend.newsroom()
  if (!newsroom) throw new Error('папка не открыта')
  const { id } = await must(articleApi.create, { headline: 'Отпуск' })
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2 })
  const place = (page: number) => must(issueApi.place, { issue: serial, article: id, page, before: null })
  await place(1)
  const changes: (() => Promise<unknown>)[] = [
    () => place(2),
    async () => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Buffer.from((await must(articleApi.open, { id })).state, 'base64'))
      doc.getText('headline').insert(0, 'Большой ')
      await must(articleApi.change, { id, update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'), origin: 'test' })
    },
    async () => {
      const { publication } = await must(settingsApi.read, {})
      await must(settingsApi.update, { publication: { ...publication, name: 'Другая газета' } })
    },
  ]
  for (const change of changes) {
    const before = await layoutOf(newsroom, serial, 'current')
    expect(await layoutOf(newsroom, serial, 'current')).toBe(before)
    await change()
    const after = await layoutOf(newsroom, serial, 'current')
    expect(after.pages).not.toEqual(before.pages)
  }
})
