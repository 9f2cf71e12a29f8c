import { expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { commentApi } from '../../../src/shared/comment/api.ts'
import { notificationApi } from '../../../src/shared/notification/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

test('D9 D10 D11 a call in a comment and a return reach the person once, also after the folder is opened again', async () => {
  const { must, folder } = await newNewsroom()
  const { id: anna } = await must(staffApi.add, { name: 'Анна', roles: ['reporter'] })
  const { id: article } = await must(articleApi.create, { headline: 'Отпуск' }, anna)
  await must(workflowApi.act, { action: 'file', articles: [article] }, anna)
  await must(commentApi.begin, { article, text: 'Проверьте цифру', anchor: null, mentions: [anna] })
  await must(workflowApi.act, { action: 'return', articles: [article], remark: 'нет цифры' })
  const list = () => must(notificationApi.list, {}, anna)
  const first = await list()
  expect(first.items.map(({ kind, text }) => [kind, text])).toContainEqual(['mentioned', 'Проверьте цифру'])
  expect(first.unread).toBe(first.items.length)
  expect((await must(notificationApi.list, {})).items.filter(({ kind }) => kind === 'mentioned')).toEqual([])

  expect((await must(notificationApi.tell, {}, anna)).items).toHaveLength(first.unread)
  await must(notificationApi.see, { ids: first.items.map(({ id }) => id) }, anna)
  await must(workspaceApi.close, {})
  await must(workspaceApi.open, { folder })
  expect((await must(notificationApi.tell, {}, anna)).items).toEqual([])
  expect(await list()).toMatchObject({ unread: 0 })

  await must(notificationApi.mute, { kinds: ['mentioned'] }, anna)
  expect((await list()).items.filter(({ kind }) => kind === 'mentioned')).toEqual([])
})
