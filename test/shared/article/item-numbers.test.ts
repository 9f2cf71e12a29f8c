import { expect, it } from 'vitest'
import { type Block, blockSchema } from '../../../src/shared/article/content.ts'
import { itemNumbers } from '../../../src/shared/article/item-numbers.ts'

const paragraph = (kind: string): Block => blockSchema.parse({ type: 'paragraph', attrs: { kind } })
const photo = blockSchema.parse({ type: 'photo', attrs: { media: '', credit: '', alternative: '' } })
const [item, text] = [paragraph('numberedItem'), paragraph('paragraph')]

it('G17 counts items from one, past photos, and anew behind a paragraph of another kind', () => {
  expect(itemNumbers([item, item, photo, item, text, item, paragraph('listItem'), item])).toEqual([
    ...[1, 2, null, 3, null, 1, null, 1],
  ])
})
