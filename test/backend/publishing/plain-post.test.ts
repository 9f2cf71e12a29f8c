import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChannelAdapter } from '../../../src/backend/publishing/channels/channel-adapter.ts'
import { essence, hashtagOf, textOfPost } from '../../../src/backend/publishing/channels/plain-post.ts'
import { vkChannel } from '../../../src/backend/publishing/channels/vk/vk-channel.ts'
import { type ArticleContent, type Block, emptyContent } from '../../../src/shared/article/content.ts'
import { channelPartSchema, type PostPart } from '../../../src/shared/publishing/channel.ts'
import { p, photo, story } from '../../helpers/publishing.ts'

const context = { portal: 'https://eseur.ru', delivery: 'd1e2f3a4b5c6d7e8d1e2f3a4b5c6d7e8', settings: {} }

const networks: readonly (readonly [string, ChannelAdapter])[] = [['vk', vkChannel]]

const only = (adapter: ChannelAdapter, content: ArticleContent, more: Partial<typeof context> = {}) => {
  const { parts, warnings } = adapter.format(content, { ...context, ...more })
  const [part] = parts
  if (parts.length !== 1 || !part || part.kind === 'article') throw new Error('не одна публикация')
  const post: PostPart = part
  return { post, warnings, text: textOfPost(post.html) }
}

const linked = (text: string, href: string): Block => ({
  type: 'paragraph',
  attrs: { kind: 'paragraph', medium: 'everywhere' },
  content: [
    { type: 'text', text: 'Читайте ' },
    { type: 'text', text: text.slice(0, 3), marks: [{ type: 'link', attrs: { href } }] },
    { type: 'text', text: text.slice(3), marks: [{ type: 'link', attrs: { href } }, { type: 'bold' }] },
    { type: 'text', text: ' сегодня.' },
  ],
})

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).filter((text) => /\S/.test(text))
const articles = fc.record({
  headline: words,
  byline: words,
  body: fc.array(
    fc.oneof(
      words.map((text) => p(text)),
      words.map((text) => photo('a', text, text)),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  ),
  limit: fc.integer({ min: 500, max: 3000 }),
  portal: fc.constantFrom('', 'https://eseur.ru'),
})

test.each(networks)('O20 %s: no post is longer than its limit, and none loses text without «…»', (_kind, adapter) => {
  fc.assert(
    fc.property(articles, ({ headline, byline, body, limit, portal }) => {
      const content = { ...emptyContent, headline, byline, body }
      const settings = { textLimit: String(limit) }
      const { post, warnings, text } = only(adapter, content, { settings, portal })
      expect(text.length).toBe(post.length)
      expect(post.length).toBeLessThanOrEqual(limit)
      const whole = only(adapter, content, { settings: { textLimit: '100000' }, portal }).text
      if (text === whole) return
      expect(text).toContain('…')
      if (portal !== '') expect(text).toContain('https://eseur.ru/?utm_source=')
      if (!warnings.some((warning) => warning.includes('не войдут'))) expect(text.length).toBeGreaterThan(limit / 8)
    }),
    { numRuns: 60 },
  )
})

test.each(networks)('O20 %s: any text survives as itself', (_kind, adapter) => {
  fc.assert(
    fc.property(words, (said) => {
      const { text } = only(adapter, story('Заголовок', p(`«${said}»`)))
      expect(essence(text)).toContain(essence(`«${said.replace(/\r\n?/g, '\n').replaceAll('\u00AD', '')}»`))
    }),
  )
})

test.each(networks)('O20 %s: a link keeps its address behind its words, once', (_kind, adapter) => {
  const { text } = only(adapter, story('Заголовок', linked('доклад', 'https://example.org/a?b=1&c=2')), { portal: '' })
  expect(text).toContain('Читайте доклад (https://example.org/a?b=1&c=2) сегодня.')
})

test.each(networks)('O20 %s: hashtags are those of the rubric and of the settings', (_kind, adapter) => {
  const content = { ...story('Заголовок', p('Текст.')), rubric: 'Право на право' }
  const tags = (settings: Record<string, string>) => only(adapter, content, { settings }).text.split('\n').at(-1)
  expect(tags({})).toBe('#Право_на_право')
  expect(tags({ tags: '#Профдвижение, съезд' })).toBe('#Право_на_право #Профдвижение #съезд')
  expect(tags({ hashtags: 'off' })).not.toContain('#')
  expect(hashtagOf('—')).toBeNull()
  expect(hashtagOf('2026')).toBeNull()
})

test('O20 photos beyond what a post takes are left out, and the preview says so', () => {
  const photos = Array.from({ length: 12 }, (_, i) => photo(`photo${i}`, `Снимок ${i}`, 'И. Петров'))
  const { post, warnings } = only(vkChannel, story('Фото', ...photos, p('Текст.')))
  expect(post.photos).toHaveLength(10)
  expect(warnings.join()).toContain('Снимков 12')
  expect(channelPartSchema.parse(JSON.parse(JSON.stringify(post)))).toEqual(post)
})

test('O20 what a network does to white space, escapes and invisible characters does not hide a post', () => {
  expect(essence('Раз &amp; два<br>три')).toBe(essence('Раз & два\n\u2060три '))
  expect(essence('Раз')).not.toBe(essence('Два'))
})
