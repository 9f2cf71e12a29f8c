import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createBackend } from '../../../src/backend/create-backend.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { proofApi } from '../../../src/shared/proof/api.ts'
import { revisionProgress } from '../../../src/shared/proof/revision-check.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom, type TestNewsroom, typedCall } from '../../helpers/newsroom.ts'
import { readPdf } from '../export/pdf-reader.ts'

const lead = 'Учителя района подписали договор с администрацией.'
const rest = 'Переговоры шли полгода и кончились к сентябрю. Договор рассчитан на три года.'

/** The first text of an article's body, and those below it. */
const textsIn = (node: Y.XmlFragment | Y.XmlElement): readonly Y.XmlText[] =>
  node.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []))

/** A newsroom with one story on page 2 of an issue, and how to change it. */
const withPage = async () => {
  const newsroom = await newNewsroom()
  const { must } = newsroom
  const { id } = await must(articleApi.create, { headline: 'Договор подписан' })
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 4 })
  const change = async (edit: (body: Y.XmlFragment, doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from((await must(articleApi.open, { id })).state, 'base64'))
    edit(doc.getXmlFragment('body'), doc)
    await must(articleApi.change, { id, update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'), origin: 'test' })
  }
  await change((body) => {
    body.delete(0, body.length)
    for (const words of [lead, rest]) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.setAttribute('kind', 'paragraph')
      paragraph.setAttribute('medium', 'everywhere')
      paragraph.insert(0, [new Y.XmlText(words)])
      body.push([paragraph])
    }
  })
  await must(issueApi.place, { issue: serial, article: id, page: 2, before: null })
  const place = { issue: serial, page: 2 }
  /** Puts words in the place of others. */
  const correct = (words: string, by: string) =>
    change((body) => {
      for (const text of textsIn(body)) {
        const at = text.toString().indexOf(words)
        if (at < 0) continue
        text.delete(at, words.length)
        text.insert(at, by)
        return
      }
      throw new Error(`нет слов «${words}»`)
    })
  const check = (before = 1, after: number | null = null) => must(proofApi.check, { ...place, before, after })
  return { ...newsroom, place, correct, check, article: id }
}

/** The same folder in a program that was started anew. */
const reopened = async ({ backend, environment, folder }: TestNewsroom, readOnly = false) => {
  if (!readOnly) await backend.close()
  const next = createBackend(environment, { sending: false })
  const call = typedCall(next)
  const opened = await call(workspaceApi.open, { folder })
  if (!opened.ok) throw new Error(opened.failure.what)
  return { call, close: () => next.close() }
}

describe('сверка', () => {
  it('R10 оттиск хранит полосу: правка видна против него, нетронутая полоса правок не имеет', async () => {
    const { must, place, correct, check } = await withPage()
    expect(await must(proofApi.take, place)).toEqual({ number: 1 })
    expect((await check()).corrections).toEqual([])
    await correct('полгода', 'год')
    const { corrections, titles } = await check()
    expect(corrections.map(({ change }) => [change.kind, change.before, change.after])).toEqual([['replaced', 'полгода', 'год']])
    expect(Object.values(titles)).toEqual(['Договор подписан'])
    expect(await must(proofApi.take, place)).toEqual({ number: 2 })
    expect((await check(1, 2)).corrections).toHaveLength(1)
    expect((await check(2)).corrections).toEqual([])
    expect(await must(proofApi.list, { issue: place.issue })).toMatchObject([
      { page: 2, number: 1, taken: { name: 'Главный редактор' }, revised: null },
      { page: 2, number: 2 },
    ])
  })

  it('R11 отметка остаётся за правкой: после перезапуска, на следующем оттиске, рядом с другими правками', async () => {
    const office = await withPage()
    const { must, place, correct, check } = office
    await must(proofApi.take, place)
    await correct('полгода', 'год')
    await correct('три года', 'два года')
    const id = (await check()).corrections.find(({ change }) => change.after === 'год')?.id ?? ''
    await must(proofApi.tick, { ...place, before: 1, correction: id, ticked: true })
    await correct('района', 'области')
    await must(proofApi.take, place)
    const { call, close } = await reopened(office)
    const checked = await call(proofApi.check, { ...place, before: 1, after: 2 })
    if (!checked.ok) throw new Error(checked.failure.what)
    expect(checked.value.corrections.map(({ change, tick }) => [change.after, tick?.name ?? null])).toEqual([
      ['области', null],
      ['год', 'Главный редактор'],
      ['два', null],
    ])
    expect(revisionProgress(checked.value)).toEqual({ done: 1, total: 3 })
    await close()
  })

  it('R11 правка, которую изменили после отметки, ждёт её снова; снятая отметка снята', async () => {
    const { must, place, correct, check } = await withPage()
    await must(proofApi.take, place)
    await correct('полгода', 'год')
    const tick = async (ticked: boolean) =>
      must(proofApi.tick, { ...place, before: 1, correction: (await check()).corrections[0]?.id ?? '', ticked })
    await tick(true)
    await correct(' год', ' весь год')
    expect((await check()).corrections.map((each) => each.tick)).toEqual([null])
    await tick(true)
    expect(revisionProgress(await check())).toEqual({ done: 1, total: 1 })
    await tick(false)
    expect(revisionProgress(await check())).toEqual({ done: 0, total: 1 })
  })

  it('R12 замечание находит своё место, переходит на следующий оттиск, пока не внесено, и не пропадает вместе с местом', async () => {
    const { must, call, place, correct, check } = await withPage()
    await must(proofApi.take, place)
    const asked = { ...place, number: 1, near: null, text: 'исправить: к октябрю' }
    expect(await call(proofApi.remark, { ...asked, words: 'к ноябрю' })).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    })
    const { remark } = await must(proofApi.remark, { ...asked, words: 'к сентябрю.' })
    expect((await check()).remarks).toMatchObject([
      { text: asked.text, number: 1, settled: null, quote: { words: 'к сентябрю.' } },
    ])
    await must(proofApi.settle, { ...place, number: 1, remark, done: false })
    await must(proofApi.take, place)
    await correct('к сентябрю', 'к октябрю')
    const [open] = (await check(2)).remarks
    expect(open).toMatchObject({ number: 1, settled: { done: false } })
    expect(open?.afterPlaces?.length).toBeGreaterThan(0)
    expect(revisionProgress(await check(2))).toEqual({ done: 0, total: 2 })
    await must(proofApi.settle, { ...place, number: 1, remark, done: true })
    expect((await check(2)).remarks).toEqual([])
    await correct(rest.replace('сентябрю', 'октябрю'), 'Подробности позже.')
    const [kept] = (await check(1)).remarks
    expect(kept).toMatchObject({ text: asked.text, afterPlaces: null })
    expect(await call(proofApi.removeRemark, { ...place, number: 1, remark: 'нет' })).toMatchObject({
      failure: { code: 'notFound' },
    })
  })

  it('R13 полоса сверена, когда отмечено всё, и только в этом виде', async () => {
    const { must, call, place, correct, check } = await withPage()
    await must(proofApi.take, place)
    await correct('полгода', 'год')
    const confirm = { ...place, before: 1, after: null }
    expect(await call(proofApi.confirm, confirm)).toMatchObject({
      ok: false,
      failure: { code: 'conflict', what: 'Сверено 0 из 1.' },
    })
    await must(proofApi.tick, { ...place, before: 1, correction: (await check()).corrections[0]?.id ?? '', ticked: true })
    await must(proofApi.confirm, confirm)
    expect((await check()).revised).toMatchObject({ name: 'Главный редактор' })
    await correct('района', 'области')
    expect((await check()).revised).toBeNull()
  })

  it('R14 равные полосы хранятся один раз; пропавшая называется, остальное цело', async () => {
    const { must, call, place, folder, check } = await withPage()
    await must(proofApi.take, place)
    await must(proofApi.take, place)
    const newsroomPages = join(folder, 'proofs', 'pages')
    const files = await readdir(newsroomPages)
    expect(files).toHaveLength(1)
    expect((await check(1, 2)).corrections).toEqual([])
    await rm(join(newsroomPages, files[0] ?? ''))
    expect(await call(proofApi.check, { ...place, before: 1, after: null })).toMatchObject({ failure: { code: 'damaged' } })
    expect(await must(proofApi.list, { issue: place.issue })).toHaveLength(2)
    expect(await must(proofApi.take, place)).toEqual({ number: 3 })
    expect((await check(1)).corrections).toEqual([])
  })

  it('R15 папка для чтения показывает сверку и не принимает отметок; неизвестный человек ничего не отмечает', async () => {
    const office = await withPage()
    const { must, call, place } = office
    await must(proofApi.take, place)
    expect(await call(proofApi.take, place, null)).toMatchObject({ failure: { code: 'forbidden' } })
    const reader = await reopened(office, true)
    expect(await reader.call(proofApi.take, place)).toMatchObject({ ok: false, failure: { code: 'readOnly' } })
    expect((await reader.call(proofApi.check, { ...place, before: 1, after: null })).ok).toBe(true)
    await reader.close()
  })

  it('R16 PDF оттиска несёт его номер и показывает полосу, какой она была', async () => {
    const { must, place, correct } = await withPage()
    await must(proofApi.take, place)
    await correct('полгода', 'год')
    const { file, bytes } = await must(proofApi.export, { ...place, number: 1, file: null })
    const content = await readFile(file)
    expect(content).toHaveLength(bytes)
    expect(readPdf(content).pages).toHaveLength(1)
    expect(file).toMatch(/p2-ottisk-1\.pdf$/)
  })

  it('чего нет, о том сказано', async () => {
    const { call, place } = await withPage()
    expect(await call(proofApi.check, { ...place, before: 1, after: null })).toMatchObject({ failure: { code: 'notFound' } })
    expect(await call(proofApi.take, { ...place, page: 9 })).toMatchObject({ failure: { code: 'notFound' } })
    expect(await call(proofApi.list, { issue: '9 (9)' })).toMatchObject({ failure: { code: 'notFound' } })
  })
})
