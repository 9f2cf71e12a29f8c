// Run by Node itself: opens a newsroom and types until it is killed, telling of each edit that was acknowledged.
import { writeSync } from 'node:fs'
import * as Y from 'yjs'
import { createNewsroom, isNewsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'

const [folder = '', home = ''] = process.argv.slice(2)
const environment = { ...nodeEnvironment(), home }
if (!(await isNewsroom(environment, folder))) await createNewsroom(environment, folder)
const opened = await openNewsroom(environment, folder, () => undefined)
if (!opened.ok || opened.value.readOnly) throw new Error('папка не открылась для записи')
const { articles } = opened.value
const id = articles.ids()[0] ?? (await articles.create({ ...emptyContent, headline: 'Забастовка' }))
const doc = new Y.Doc()
Y.applyUpdate(doc, await articles.state(id))
const text = doc.getText('deck')
for (;;) {
  const before = Y.encodeStateVector(doc)
  text.insert(text.length, 'ж'.repeat(300))
  await articles.change(id, Y.encodeStateAsUpdate(doc, before))
  // Synchronous: what is written here is in the pipe whatever happens next.
  writeSync(1, `${text.length}\n`)
}
