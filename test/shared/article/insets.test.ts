import { Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf, requireTextVersion, seedArticle } from '../../../src/shared/article/article-document.ts'
import {
  type Block,
  contentComplaint,
  contentFor,
  emptyContent,
  mediaOf,
  plainText,
} from '../../../src/shared/article/content.ts'
import { proposeSteps } from '../../../src/shared/article/suggestion/propose.ts'
import { settle } from '../../../src/shared/article/suggestion/settle.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'
import { neededTextVersion } from '../../../src/shared/article/text-version.ts'
import { compareTexts } from '../../../src/shared/article/version/compare.ts'
import { freeze } from '../../../src/shared/article/version/freeze.ts'
import { vkVideoAddress } from '../../../src/shared/article/vk-video.ts'

const text = (words: string) => [{ type: 'text' as const, text: words }]
const paragraph = (words: string, kind: 'paragraph' | 'quote' | 'quoteSource' = 'paragraph'): Block => ({
  type: 'paragraph',
  attrs: { kind, medium: 'everywhere' },
  content: text(words),
})
const film = 'https://vkvideo.ru/video-22822305_456242110'
const video: Block = { type: 'video', attrs: { address: film, medium: 'everywhere' }, content: text('Слёт молодых педагогов') }
const attachment: Block = {
  type: 'attachment',
  attrs: { media: 'd0c', name: 'положение.pdf', size: 240_000, medium: 'webOnly' },
  content: text('Положение о конкурсе'),
}
const article = (...body: Block[]) => ({ ...emptyContent, headline: 'Конкурс', body })
const nodeOf = (...body: Block[]) => textSchema.nodeFromJSON({ type: 'doc', content: body })
const versionIn = (doc: Y.Doc) => doc.getMap('meta').get('textSchemaVersion')

test('G11: a document needs the version of the newest thing in it, and never less again', () => {
  const seeded = (...body: Block[]) => {
    const doc = new Y.Doc()
    seedArticle(doc, article(...body))
    return doc
  }
  expect(versionIn(seeded(paragraph('а')))).toBe(2)
  expect(versionIn(seeded(paragraph('а'), video))).toBe(4)
  expect(versionIn(seeded(attachment))).toBe(4)
  const doc = seeded(paragraph('а', 'quote'), paragraph('б', 'quoteSource'))
  expect(versionIn(doc)).toBe(4)
  requireTextVersion(doc, 3)
  expect(versionIn(doc)).toBe(4)
})

test('G11: what is only suggested needs its version too', () => {
  const author = { person: 'anna', now: () => 1, newId: () => 's1' }
  const before = nodeOf(paragraph('Сказал директор'))
  const suggested = (change: (tr: Transform) => unknown) => {
    const direct = new Transform(before)
    change(direct)
    const proposed = new Transform(before)
    proposeSteps(proposed, direct.steps, author)
    proposed.doc.check()
    return proposed.doc
  }
  expect(neededTextVersion(suggested((tr) => tr.insert(1, textSchema.text('а'))))).toBe(3)
  expect(neededTextVersion(suggested((tr) => tr.setNodeAttribute(0, 'kind', 'quoteSource')))).toBe(4)
  expect(neededTextVersion(suggested((tr) => tr.insert(before.content.size, nodeOf(video).child(0))))).toBe(4)
})

test('G2 G12: a suggested video comes and goes as a whole', () => {
  const before = nodeOf(paragraph('Текст'))
  const direct = new Transform(before).insert(before.content.size, nodeOf(video).child(0))
  const proposed = new Transform(before)
  proposeSteps(proposed, direct.steps, { person: 'anna', now: () => 1, newId: () => 's1' })
  const decided = (verdict: 'accept' | 'reject') => {
    const tr = new Transform(proposed.doc)
    settle(tr, verdict, () => true)
    return tr.doc.toJSON()
  }
  expect(decided('reject')).toEqual(before.toJSON())
  expect(decided('accept')).toEqual(direct.doc.toJSON())
})

test('G12: whatever is copied of a film at VK, it is one address', () => {
  for (const typed of [
    film,
    ' vkvideo.ru/video-22822305_456242110 ',
    'https://vk.com/video-22822305_456242110?list=ln-abc',
    'https://m.vk.com/video/playlist/-22822305_1/video-22822305_456242110',
    'https://vk.ru/eseur?z=video-22822305_456242110%2Fpl_wall_-1',
    'https://vk.com/wall-1_2?z=video-22822305_456242110/abc',
    'https://vk.com/video_ext.php?oid=-22822305&id=456242110&hd=2',
  ])
    expect(vkVideoAddress(typed)).toBe(film)
  expect(vkVideoAddress('vk.com/clip123_45')).toBe('https://vkvideo.ru/clip123_45')
})

test('G12: nothing else is a film, and what is one leads to VK Видео', () => {
  for (const typed of [
    '',
    'vk.com/eseur',
    'https://rutube.ru/video/1',
    'javascript:alert(1)//vk.com/video1_2',
    'vk.com.ru/video1_2',
  ])
    expect(vkVideoAddress(typed)).toBeNull()
  const parts = fc.constantFrom('https://', 'vk.com', '/', 'video', '-1_2', '?z=', '&', '"', '<', '@', 'vkvideo.ru/', ' ')
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 9 }), (typed) => {
      const address = vkVideoAddress(typed.join(''))
      if (address !== null) expect(address).toMatch(/^https:\/\/vkvideo\.ru\/(video|clip)-?\d+_\d+$/)
    }),
  )
})

test('G14: a video and a document are left out of print whatever they say, and stay on a site', () => {
  const content = article(paragraph('Текст'), video, attachment)
  expect(contentComplaint(content)).toBeNull()
  expect(plainText(contentFor(content, 'print'))).toBe('Конкурс\n\nТекст')
  expect(contentFor(content, 'web')).toEqual(content)
})

test('G13: an article names its attached files among its media', () => {
  const photo: Block = { type: 'photo', attrs: { media: 'p1', credit: '', alternative: '', medium: 'everywhere' }, content: [] }
  expect(mediaOf(article(photo, attachment, photo))).toEqual(['p1', 'd0c'])
})

test('G12 G13: a document keeps them, and a redline names what came', () => {
  const doc = new Y.Doc()
  const content = article(paragraph('Текст'), video, attachment)
  seedArticle(doc, content)
  expect(contentOf(doc).body).toEqual(content.body)
  const without = new Y.Doc()
  seedArticle(without, article(paragraph('Текст')))
  const { blocks } = compareTexts(freeze(without), freeze(doc), new Map())
  expect(blocks.map(({ kind, change }) => [kind, change])).toEqual([
    ['paragraph', 'same'],
    ['video', 'inserted'],
    ['attachment', 'inserted'],
  ])
})
