import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { snapshotOf } from '../../../src/backend/store/stored-state.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { contentOf } from '../../../src/shared/article/article-document.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { approvedArticle, copyOf, forge, personWithKey, phrase } from '../../helpers/signing.ts'
import { brokenIn, newsroomWithPages, sign, signIssue } from '../../helpers/signoff.ts'

type Edit = (value: ReturnType<typeof JSON.parse>) => void

const json = (path: string, edit: Edit): Promise<void> =>
  forge(path, (text) => {
    const value = JSON.parse(text)
    edit(value)
    return JSON.stringify(value)
  })

const documentIn = async (path: string): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(JSON.parse(await readFile(path, 'utf8')).state, 'base64'))
  return doc
}

/** The one record of a folder. */
const onlyRecord = async (folder: string): Promise<string> => {
  const name = (await readdir(folder)).find((file) => file.endsWith('.json'))
  return join(folder, name ?? '')
}

/** Takes a record away with the copy before it. */
const remove = async (path: string): Promise<void> => {
  await rm(path)
  await rm(`${path}.previous`, { force: true })
}

test('K18 K30 K31 K32 what was taken out of a folder, or put in without a signature, is named', async () => {
  const newsroom = await newsroomWithPages()
  const { must, serial, articles } = newsroom
  const [first] = articles
  const other = await personWithKey(newsroom, 'Заместитель')
  for (const page of [1, 2, 3, 4]) await sign(newsroom, page)
  await signIssue(newsroom)
  await must(signoffApi.send, { issue: serial, pages: [2], job: 'send' })
  const last = await approvedArticle(newsroom, 'Последняя')
  const { id: draft } = await must(articleApi.create, { headline: 'Черновик' })
  const record = (folder: string, id: string) => join(folder, 'workflow', `${id}.json`)
  const signOffs = (folder: string) => onlyRecord(join(folder, 'signoffs'))
  const plan = (folder: string) => onlyRecord(join(folder, 'issues'))
  const page = (number: number) => ({ kind: 'page', id: `${serial} с. ${number}` })
  const issue = { kind: 'issue', id: serial }
  const forgeries: readonly (readonly [string, (folder: string) => Promise<void>, { kind: string; id: string }])[] = [
    ['record', (folder) => remove(record(folder, first)), { kind: 'approval', id: first }],
    ['last-record', (folder) => remove(record(folder, last)), { kind: 'approval', id: last }],
    [
      'text',
      async (folder) => {
        for (const name of await readdir(join(folder, 'articles')))
          if (name.startsWith(last)) await rm(join(folder, 'articles', name))
      },
      { kind: 'article', id: last },
    ],
    [
      'backdated',
      async (folder) => {
        const content = contentOf(await documentIn(join(folder, 'articles', `${draft}.json`)))
        await json(record(folder, draft), (value) => {
          const approval = { id: 'x', person: 'editorInChief', role: 'editorInChief', at: 1, passedOver: [], signature: null }
          value.status = 'approved'
          value.approvals = [{ ...approval, content, contentHash: contentHash(content) }]
        })
      },
      { kind: 'approval', id: draft },
    ],
    [
      'repeated',
      (folder) => json(record(folder, last), (value) => void value.approvals.push(value.approvals[0])),
      { kind: 'approval', id: last },
    ],
    ['sign-offs', async (folder) => remove(await signOffs(folder)), page(3)],
    [
      'sending',
      async (folder) =>
        json(await signOffs(folder), (value) => {
          value.sent = []
        }),
      page(2),
    ],
    [
      'last-signature',
      async (folder) =>
        json(await signOffs(folder), (value) => {
          value.issue = []
        }),
      issue,
    ],
    ['look', (folder) => rm(join(folder, 'proofs', 'pages'), { recursive: true }), page(1)],
    [
      'other-look',
      async (folder) =>
        json(await signOffs(folder), (value) => {
          value.pages[0].display = value.pages[2].display
        }),
      page(1),
    ],
    ['plan', (folder) => rm(join(folder, 'issues'), { recursive: true }), issue],
    ['spoilt-plan', async (folder) => writeFile(await plan(folder), '{'), issue],
    ['told-plan', async (folder) => forge(await plan(folder), (text) => text.replace('2026-11-25', '2026-11-26')), issue],
    [
      'fewer-pages',
      async (folder) => {
        const doc = await documentIn(await plan(folder))
        doc.getMap('meta').set('pages', 2)
        await json(await plan(folder), (value) => {
          Object.assign(value, snapshotOf(Y.encodeStateAsUpdate(doc), { ...value.derived, pages: 2 }))
        })
      },
      page(4),
    ],
    [
      'name',
      (folder) => forge(join(folder, 'staff.json'), (text) => text.replace('"Заместитель"', '"Кто-то другой"')),
      { kind: 'role', id: other },
    ],
    ['person', (folder) => json(join(folder, 'staff.json'), (value) => void value.members.pop()), { kind: 'role', id: other }],
    ['staff', (folder) => writeFile(join(folder, 'staff.json'), '{'), { kind: 'role', id: 'staff.json' }],
  ]
  expect(await brokenIn(newsroom, await copyOf(newsroom, 'clean'))).toEqual([])
  for (const [name, edit, named] of forgeries) {
    const copy = await copyOf(newsroom, name)
    await edit(copy)
    expect(await brokenIn(newsroom, copy), name).toContainEqual({ ...named, reason: expect.any(String) })
  }
})

test('K31 a name written into the staff by hand changes nobody’s name', async () => {
  const newsroom = await newsroomWithPages()
  const other = await personWithKey(newsroom, 'Заместитель')
  const copy = await copyOf(newsroom, 'renamed')
  await forge(join(copy, 'staff.json'), (text) => text.replace('"Заместитель"', '"Кто-то другой"'))
  await newsroom.must(workspaceApi.open, { folder: copy })
  const staff = await newsroom.must(staffApi.list, {})
  expect(staff.find(({ id }) => id === other)?.name).toBe('Заместитель')
})

test('K13 what was approved and put aside before there were keys comes back approved', async () => {
  const newsroom = await newsroomWithPages({ keys: false })
  const [first] = newsroom.articles
  const act = (action: 'approve' | 'hold' | 'resume') => newsroom.must(workflowApi.act, { action, articles: [first] })
  await act('approve')
  await act('hold')
  await newsroom.must(staffApi.beginKeys, { passphrase: phrase })
  await act('resume')
  expect(await brokenIn(newsroom, newsroom.folder)).toEqual([])
})
