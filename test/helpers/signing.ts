import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as Y from 'yjs'
import { articleApi } from '../../src/shared/article/api.ts'
import type { Verification } from '../../src/shared/ledger/verification.ts'
import { staffApi } from '../../src/shared/staff/api.ts'
import { workflowApi } from '../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../src/shared/workspace/api.ts'
import { newNewsroom, type TestNewsroom } from './newsroom.ts'

export const phrase = 'correct horse battery'

/** A newsroom where the editor in chief has begun to sign, with one article approved by their key. */
export const signedNewsroom = async (): Promise<TestNewsroom & { readonly article: string }> => {
  const newsroom = await newNewsroom()
  await newsroom.must(staffApi.beginKeys, { passphrase: phrase })
  const article = await approvedArticle(newsroom, 'Отпуск')
  return { ...newsroom, article }
}

/** One more article, approved with the open key of the editor in chief. */
export const approvedArticle = async ({ must }: TestNewsroom, headline: string): Promise<string> => {
  const { id } = await must(articleApi.create, { headline })
  await must(workflowApi.act, { action: 'file', articles: [id] })
  await must(workflowApi.act, { action: 'approve', articles: [id] })
  return id
}

/** A person with a confirmed key of their own, who has not signed in yet; returns the id. */
export const personWithKey = async ({ must }: TestNewsroom, name: string): Promise<string> => {
  const { id } = await must(staffApi.add, { name, roles: ['editorInChief'] })
  const { key } = await must(staffApi.requestKey, { passphrase: phrase }, id)
  await must(staffApi.confirmKey, { person: id, key })
  return id
}

/** Adds to an article's headline as an editor's window would; without a person, the editor in chief's. */
export const retitle = async ({ must }: TestNewsroom, id: string, text: string, person?: string): Promise<void> => {
  const { state } = await must(articleApi.open, { id })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  const before = Y.encodeStateVector(doc)
  const headline = doc.getText('headline')
  headline.insert(headline.length, text)
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  await must(articleApi.change, { id, update, origin: 'test' }, person)
}

export const verified = ({ must }: TestNewsroom, folder: string): Promise<Verification> => must(workspaceApi.verify, { folder })

/** Closes the newsroom and returns a copy of its folder beside it. */
export const copyOf = async ({ folder, must }: TestNewsroom, name: string): Promise<string> => {
  await must(workspaceApi.close, {})
  const copy = `${folder}-${name}`
  await cp(folder, copy, { recursive: true })
  return copy
}

/** Changes a JSON file of a folder as a person with an editor would. */
export const forge = async (path: string, edit: (text: string) => string): Promise<void> => {
  const text = await readFile(path, 'utf8')
  const changed = edit(text)
  if (changed === text) throw new Error(`${path}: подделка ничего не изменила`)
  await writeFile(path, changed)
}

/** The files of a folder's chains, in order of their names. */
export const chainFiles = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(folder, 'ledger')))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, 'ledger', name))
