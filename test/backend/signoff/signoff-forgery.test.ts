import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { chainFiles, copyOf, forge, phrase } from '../../helpers/signing.ts'
import { brokenIn, newsroomWithPages, sign, signIssue, statesOf } from '../../helpers/signoff.ts'

test('K20 K21 K23 forged signatures of pages and issues are named, and open nothing', async () => {
  const newsroom = await newsroomWithPages()
  const { must, serial } = newsroom
  for (const page of [1, 2, 3, 4]) await sign(newsroom, page)
  await signIssue(newsroom)
  await must(signoffApi.send, { issue: serial, pages: [2], job: 'send' })
  const page = (number: number) => ({ kind: 'page', id: `${serial} с. ${number}`, reason: expect.any(String) })
  const issue = { kind: 'issue', id: serial, reason: expect.any(String) }
  const record = async (folder: string) => {
    const [name = ''] = (await readdir(join(folder, 'signoffs'))).filter((file) => file.endsWith('.json'))
    return join(folder, 'signoffs', name)
  }
  const change = (edit: (value: ReturnType<typeof JSON.parse>) => void) => (text: string) => {
    const value = JSON.parse(text)
    edit(value)
    return JSON.stringify(value)
  }
  const forgeries: readonly (readonly [string, (folder: string) => Promise<void>, object])[] = [
    [
      'person',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.pages[0].person = 'reporter'
          }),
        ),
      page(1),
    ],
    [
      'content',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.pages[2].content.drawn = 'a'.repeat(64)
          }),
        ),
      page(3),
    ],
    [
      'time',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.issue[0].at += 60_000
          }),
        ),
      issue,
    ],
    [
      'planned',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.issue[0].content.plannedAt += 1
          }),
        ),
      issue,
    ],
    [
      'unsigned',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.pages[3].entry = null
            v.pages[3].signature = null
          }),
        ),
      page(4),
    ],
    [
      'reason',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.sent[0].reason = 'иначе'
          }),
        ),
      page(2),
    ],
    [
      'printer',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.sent[0].printer.hash = 'a'.repeat(64)
          }),
        ),
      page(2),
    ],
    [
      'moved',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.pages[0].content.page = 3
          }),
        ),
      page(3),
    ],
    [
      'gone',
      async (folder) =>
        forge(
          await record(folder),
          change((v) => {
            v.pages.splice(0, 1)
          }),
        ),
      page(1),
    ],
    [
      'file',
      async (folder) => {
        const [name = ''] = await readdir(join(folder, 'signoffs', 'sent'))
        await writeFile(join(folder, 'signoffs', 'sent', name), '%PDF-1.6')
      },
      page(2),
    ],
    ['lost', (folder) => rm(join(folder, 'signoffs', 'sent'), { recursive: true }), page(2)],
  ]
  for (const [name, edit, named] of forgeries) {
    const copy = await copyOf(newsroom, name)
    await edit(copy)
    expect(await brokenIn(newsroom, copy), name).toContainEqual(named)
  }
  // The entry in the ledger itself.
  const copy = await copyOf(newsroom, 'entry')
  const [path = ''] = await chainFiles(copy)
  await forge(path, (text) => text.replace('"action":"signIssue"', '"action":"signPage"'))
  expect((await brokenIn(newsroom, copy))[0]?.kind).toBe('ledger')
  // What is forged counts for nothing in the program either.
  const opened = await copyOf(newsroom, 'opened')
  await forge(
    await record(opened),
    change((v) => {
      v.pages[0].content.drawn = v.pages[0].contentHash
    }),
  )
  await must(workspaceApi.open, { folder: opened })
  await must(staffApi.signIn, { passphrase: phrase })
  expect((await statesOf(newsroom))[0]).toBe('void')
  expect(await must(signoffApi.overview, { issue: serial })).toMatchObject({ issue: { state: 'void' } })
})
