import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { articleApi } from '../../../src/shared/article/api.ts'
import { calendarApi } from '../../../src/shared/calendar/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import { preflightApi } from '../../../src/shared/preflight/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'

const setRule = async ({ must }: TestNewsroom, storyAddress: string) => {
  const { publication } = await must(settingsApi.read, {})
  await must(settingsApi.update, { publication: { ...publication, storyAddress } })
}

/** An issue in which one story with a line of text stands and asks for a code. */
const newsroomWithCode = async () => {
  const newsroom = await newNewsroom()
  const { must } = newsroom
  const { id } = await must(articleApi.create, { headline: 'Учителям посёлка вернули доплату за тетради и дневники' })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from((await must(articleApi.open, { id })).state, 'base64'))
  const first = doc.getXmlFragment('body').get(0)
  if (!(first instanceof Y.XmlElement)) throw new Error('нет абзаца')
  first.insert(0, [new Y.XmlText('Доплату вернули.')])
  await must(articleApi.change, { id, update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'), origin: 'test' })
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2 })
  await must(issueApi.place, { issue: serial, article: id, page: 1, before: null })
  const placement = (await must(issueApi.read, { issue: serial })).placements[id]
  if (!placement) throw new Error('материал не стоит')
  await must(issueApi.arrange, { issue: serial, placements: { [id]: { ...placement, code: true } }, dummies: {} })
  const addressIn = async () => (await must(layoutApi.input, { issue: serial })).stories[0]?.address
  const codeOn = async (page: number) =>
    (await must(layoutApi.page, { issue: serial, page })).items.find(
      (item) => item.kind === 'text' && item.tag.role === 'storyLink',
    )
  return { ...newsroom, id, serial, addressIn, codeOn }
}

describe('the address a story’s code leads to', () => {
  it('L115 follows the rule of the publication', async () => {
    const newsroom = await newsroomWithCode()
    const { addressIn, codeOn, id } = newsroom
    expect(await addressIn()).toBeUndefined()
    expect(await codeOn(1)).toBeUndefined()
    await setRule(newsroom, 'https://eseur.ru/{slug}')
    expect(await addressIn()).toBe('https://eseur.ru/uchitelyam-poselka-vernuli-doplatu-za')
    expect(await codeOn(1)).toMatchObject({ href: 'https://eseur.ru/uchitelyam-poselka-vernuli-doplatu-za' })
    await setRule(newsroom, 'https://eseur.ru/?m={id}')
    expect(await addressIn()).toBe(`https://eseur.ru/?m=${id.replaceAll('-', '').slice(0, 8)}`)
    expect(await codeOn(1)).toMatchObject({ href: await addressIn() })
  })

  it('T10 is missed by the preflight where there is none, and not where none is asked for', async () => {
    const newsroom = await newsroomWithCode()
    const { must, serial, id } = newsroom
    const found = async () =>
      (await must(preflightApi.run, { issue: serial, file: false })).findings.filter(({ rule }) => rule === 'T10')
    expect(await found()).toMatchObject([
      {
        page: 1,
        message: 'Нет адреса на сайте для QR-кода: «Учителям посёлка вернули доплату за тетради и дневники».',
        object: { kind: 'article', id },
      },
    ])
    await setRule(newsroom, 'https://eseur.ru/{slug}')
    expect(await found()).toEqual([])
    await setRule(newsroom, '')
    // Moved within its issue the story keeps its code.
    await must(issueApi.place, { issue: serial, article: id, page: 2, before: null })
    expect(await found()).toHaveLength(1)
    await must(issueApi.unplace, { issue: serial, article: id })
    await must(issueApi.place, { issue: serial, article: id, page: 2, before: null })
    expect(await found()).toEqual([])
  })

  it('L111 leads where it did in an issue that has come out', async () => {
    const newsroom = await newsroomWithCode()
    const { must, serial, addressIn } = newsroom
    await setRule(newsroom, 'https://eseur.ru/{slug}')
    const address = await addressIn()
    await must(calendarApi.setPublished, { issue: serial, at: Date.UTC(2026, 10, 25) })
    await setRule(newsroom, 'https://drugoy.ru/{slug}')
    expect(await addressIn()).toBe(address)
  })
})
