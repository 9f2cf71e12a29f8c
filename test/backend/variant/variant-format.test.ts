import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOfPost } from '../../../src/backend/publishing/channels/plain-post.ts'
import { formatTelegram } from '../../../src/backend/publishing/channels/telegram/format.ts'
import { vkChannel } from '../../../src/backend/publishing/channels/vk/vk-channel.ts'
import { cropBox, cropPosition } from '../../../src/shared/variant/crop-box.ts'
import { cropRatios, untouched } from '../../../src/shared/variant/variant.ts'
import { p, photo, story } from '../../helpers/publishing.ts'
import { visibleText } from '../../helpers/telegram-contract.ts'

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    '<b>&amp;',
    '**жирно** [ссылка](https://a.ru/?x=1&y=2)',
    'Слово. '.repeat(700),
    'я'.repeat(5000),
    '> цитата\nстрока',
  ),
)
const address = fc.option(fc.webUrl({ withQueryParameters: true }))
const variants = fc.record({
  text: fc.option(words),
  link: address,
  video: address,
  tags: fc.option(fc.array(fc.string({ minLength: 1, maxLength: 80 }), { maxLength: 20 })),
})
const content = story('Заголовок', photo('a', 'Подпись'), p('Текст.'))

test('N1 whatever a variant says, no post is longer than its network takes, and its length is what we said', () => {
  fc.assert(
    fc.property(variants, fc.integer({ min: 500, max: 3000 }), (more, limit) => {
      const variant = { ...untouched, ...more }
      const context = { portal: 'https://eseur.ru', delivery: 'd', join: 'https://eseur.ru/join', variant }
      for (const part of formatTelegram(content, { ...context, settings: {} }).parts) {
        expect(visibleText(part.html).length).toBe(part.length)
        expect(part.length).toBeLessThanOrEqual(part.limit ?? 0)
      }
      for (const part of vkChannel.format(content, { ...context, settings: { textLimit: String(limit) } }).parts) {
        expect(textOfPost(part.html).length).toBe(part.length)
        expect(part.length).toBeLessThanOrEqual(limit)
      }
    }),
  )
})

test('N1 emphasis and links of a variant reach the network', () => {
  const variant = { ...untouched, text: '**Год** и [закон](https://a.ru/?x=1&y=2)', tags: ['отпуск'] }
  const [part] = formatTelegram(story('З', p('Т.')), { portal: '', delivery: '', settings: {}, variant }).parts
  expect(part?.html).toBe('<b>Год</b> и <a href="https://a.ru/?x=1&amp;y=2">закон</a>\n\n#отпуск')
})

test('N6 a crop lies inside the picture, is of its shape, and as large as the picture allows', () => {
  const side = fc.integer({ min: 20, max: 6000 })
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(side, side, fc.constantFrom(...cropRatios), part, part, (width, height, ratio, x, y) => {
      const box = cropBox(width, height, { ratio, focus: { x, y } })
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(box.left + box.width).toBeLessThanOrEqual(width)
      expect(box.top + box.height).toBeLessThanOrEqual(height)
      expect(box.width === width || box.height === height).toBe(true)
      const [across = 1, down = 1] = ratio.split(':').map(Number)
      expect(Math.abs(box.width * down - box.height * across)).toBeLessThanOrEqual(Math.max(across, down))
    }),
  )
})

test('the preview of a post shows the part of a picture that is sent', () => {
  const crop = (x: number, y: number) => ({ ratio: '1:1' as const, focus: { x, y } })
  expect(cropPosition(400, 300, crop(0.5, 0.5))).toBe('50% 50%')
  expect(cropPosition(400, 300, crop(0.25, 0.9))).toBe('0% 50%')
  expect(cropPosition(300, 600, crop(0.1, 0.75))).toBe('50% 100%')
  expect(cropPosition(300, 600, crop(0.1, 0.375))).toBe('50% 25%')
})
