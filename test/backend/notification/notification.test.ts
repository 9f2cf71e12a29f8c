import { cp } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { commentApi } from '../../../src/shared/comment/api.ts'
import { mergeApi } from '../../../src/shared/merge/api.ts'
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

test('D12 a return reaches whoever wrote, edited or proofread the text, not only whom it was given to', async () => {
  const { must } = await newNewsroom()
  const hire = async (name: string, role: 'reporter' | 'subEditor' | 'proofreader') =>
    (await must(staffApi.add, { name, roles: [role] })).id
  const [anna, boris, vera] = [
    await hire('Анна', 'reporter'),
    await hire('Борис', 'subEditor'),
    await hire('Вера', 'proofreader'),
  ]
  const gleb = await hire('Глеб', 'reporter')
  const { id: article } = await must(articleApi.create, { headline: 'Отпуск' }, anna)
  const act = (action: 'file' | 'edit' | 'proofread' | 'return', person?: string) =>
    must(workflowApi.act, { action, articles: [article], remark: action === 'return' ? 'нет цифры' : '' }, person)
  await act('file', anna)
  await act('edit', boris)
  await act('proofread', vera)
  const returnedTo = async (person: string) =>
    (await must(notificationApi.list, {}, person)).items.filter(({ kind }) => kind === 'returned').map(({ text }) => text)
  expect(await returnedTo(anna)).toEqual([])
  await act('return')
  for (const person of [anna, boris, vera]) expect(await returnedTo(person)).toEqual(['нет цифры'])
  expect(await returnedTo(gleb)).toEqual([])
  // Whoever returned it themselves is told nothing, though they had worked on it.
  await act('file', anna)
  await act('return', vera)
  expect(await returnedTo(vera)).toEqual([])
  expect(await returnedTo(anna)).toEqual(['нет цифры'])
  await act('file', anna)
  expect(await returnedTo(boris)).toEqual([])
})

test('D13 a call in a comment that comes home with a copy is told once, however often the copy is taken in', async () => {
  const { must, folder: office } = await newNewsroom()
  const { id: anna } = await must(staffApi.add, { name: 'Анна', roles: ['reporter'] })
  const { id: article } = await must(articleApi.create, { headline: 'Отпуск' })
  await must(workspaceApi.close, {})
  const laptop = `${office}-laptop`
  await cp(office, laptop, { recursive: true, preserveTimestamps: true })
  await must(workspaceApi.open, { folder: laptop })
  await must(commentApi.begin, { article, text: 'Проверьте цифру', anchor: null, mentions: [anna] })
  await must(workspaceApi.close, {})
  const takeIn = async () => {
    await must(mergeApi.accept, { folder: office, other: laptop })
    await must(workspaceApi.open, { folder: office })
    const told = (await must(notificationApi.tell, {}, anna)).items.filter(({ kind }) => kind === 'mentioned')
    const listed = (await must(notificationApi.list, {}, anna)).items.filter(({ kind }) => kind === 'mentioned')
    await must(workspaceApi.close, {})
    return [told.length, listed.length]
  }
  expect(await takeIn()).toEqual([1, 1])
  expect(await takeIn()).toEqual([0, 1])
})
