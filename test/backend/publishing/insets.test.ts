import { expect, test } from 'vitest'
import { formatArticle } from '../../../src/backend/publishing/channels/article-part.ts'
import { formatTelegram } from '../../../src/backend/publishing/channels/telegram/format.ts'
import type { Block } from '../../../src/shared/article/content.ts'
import { p, story } from '../../helpers/publishing.ts'

const context = { portal: '', delivery: 'abc', settings: {} }
const body: readonly Block[] = [
  p('Текст.'),
  p('Мы ждали этого дня.', 'quote'),
  p('Ирина Петрова, директор', 'quoteSource'),
  { type: 'video', attrs: { address: 'vk.com/video-1_2', medium: 'webOnly' }, content: [{ type: 'text', text: 'Слёт <2026>' }] },
  { type: 'video', attrs: { address: 'javascript:alert(1)', medium: 'webOnly' }, content: [{ type: 'text', text: 'Нет' }] },
  { type: 'attachment', attrs: { media: 'd0c', name: 'a "b".pdf', size: 12, medium: 'webOnly' }, content: [] },
]
const stays = 'Файл «a "b".pdf» с публикацией не уходит, в ней будет только его название: приложите его сами.'

test('G12 G13 G15: a site gets a link to the film, the name of the document and the source within its quote', () => {
  const { parts, warnings } = formatArticle(story('З', ...body), context)
  const [part] = parts
  expect(part?.kind === 'article' && part.html.split('\n').slice(1)).toEqual([
    '<blockquote><p>Мы ждали этого дня.</p><p><cite>Ирина Петрова, директор</cite></p></blockquote>',
    '<p><a href="https://vkvideo.ru/video-1_2">Видео: Слёт &lt;2026&gt;</a></p>',
    '<p>Документ: a &quot;b&quot;.pdf</p>',
  ])
  expect(warnings).toEqual([stays])
})

test('G12 G13 G15: a network gets the same as lines', () => {
  const { parts, warnings } = formatTelegram(story('З', ...body), context)
  const [part] = parts
  const html = part && 'html' in part ? part.html : ''
  expect(html).toContain('<blockquote>Мы ждали этого дня.</blockquote>\n— Ирина Петрова, директор\n\n')
  expect(html).toContain('<a href="https://vkvideo.ru/video-1_2">Видео: Слёт &lt;2026&gt;</a>\n\nДокумент: a &quot;b&quot;.pdf')
  expect(html).not.toContain('javascript')
  expect(warnings).toEqual([stays])
})

test('O66 once the article is on the site, a network leads to it for the document, and says so', () => {
  const page = 'https://eseur.ru/otpusk'
  const { parts, warnings } = formatTelegram(story('З', ...body), { ...context, page })
  const [part] = parts
  expect(part && 'html' in part ? part.html : '').toContain(`<a href="${page}">Документ: a &quot;b&quot;.pdf</a>`)
  expect(warnings).toEqual([
    'Файл «a "b".pdf» с публикацией не уходит, в ней будет его название со ссылкой на материал на сайте.',
  ])
})
