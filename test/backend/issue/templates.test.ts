import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

it('L84 шаблон ставится на полосу, отменяется и сохраняется как свой', async () => {
  const newsroom = await newNewsroom()
  const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 4 })
  const { id } = await newsroom.must(articleApi.create, { headline: 'Текст' })
  await newsroom.must(issueApi.place, { issue: serial, article: id, page: 2, before: null })
  const before = await newsroom.must(issueApi.read, { issue: serial })
  const { replaced } = await newsroom.must(issueApi.applyTemplate, { issue: serial, page: 2, template: 'inner-5-classic' })
  const after = await newsroom.must(issueApi.read, { issue: serial })
  expect(after.dummies[2]?.template).toBe('inner-5-classic')
  expect(after.placements[id]?.slot).toBe('story-1')
  const saved = await newsroom.must(issueApi.saveTemplate, { issue: serial, page: 2, name: 'Наша вторая' })
  const { templates } = await newsroom.must(issueApi.templates, {})
  expect(templates.find((one) => one.id === saved.template)).toMatchObject({ name: 'Наша вторая', kind: 'inner', columns: 5 })
  await newsroom.must(issueApi.arrange, { issue: serial, ...replaced })
  expect(await newsroom.must(issueApi.read, { issue: serial })).toEqual(before)
  expect(await newsroom.call(issueApi.saveTemplate, { issue: serial, page: 3, name: 'Пустая' })).toMatchObject({ ok: false })
  expect(await newsroom.call(issueApi.applyTemplate, { issue: serial, page: 1, template: 'inner-5-classic' })).toMatchObject({
    failure: { code: 'invalidInput' },
  })
})

it('повреждённый или чужой файл шаблона назван и ничему не мешает', async () => {
  const newsroom = await newNewsroom()
  const folder = join(newsroom.folder, 'templates')
  mkdirSync(folder)
  writeFileSync(join(folder, 'broken.json'), '{ "id": ')
  writeFileSync(join(folder, 'foreign.json'), '{ "pages": 4 }')
  const { templates, damaged } = await newsroom.must(issueApi.templates, {})
  expect(templates.length).toBeGreaterThanOrEqual(10)
  expect(damaged.map(({ file }) => file)).toEqual([join(folder, 'broken.json'), join(folder, 'foreign.json')])
})
