import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { authorApi } from '../../../src/shared/author/api.ts'
import { authorSchema } from '../../../src/shared/author/author.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const nina = { ...authorSchema.parse({ id: 'new', name: 'Нина Белозёрова', mail: 'nina@example.org' }), id: null }
const issue = '47 (1295)'

describe('authors', () => {
  it('Q14–Q17: a card gathers what is signed with its name, and says where that is', async () => {
    const { must, call } = await newNewsroom({ demo: true })
    const refused = await call(authorApi.save, nina, 'proofreader')
    expect(refused).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    const { id } = await must(authorApi.save, nina, 'sectionEditor')
    expect(await call(authorApi.save, nina)).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    expect(await must(authorApi.list, {})).toMatchObject({ authors: [{ id, stories: 1, published: 0 }], mayChange: true })
    expect(await must(authorApi.stories, { author: id })).toMatchObject([
      { headline: 'Кубометр под расписку', status: 'approved', issue, page: 3, isOut: false, places: [] },
    ])
  })

  it('Q16: the lineage is what the page engine sets, and is saved as a table', async () => {
    const { must } = await newNewsroom({ demo: true })
    const { stories, authors } = await must(authorApi.lineage, { issue })
    const { fits } = await must(layoutApi.fit, { issue })
    const standing = fits.reduce((total, { lines, overset }) => total + lines - Math.max(0, overset), 0)
    expect(stories.length).toBe(fits.length)
    expect(authors.reduce((total, { lines }) => total + lines, 0)).toBe(standing)
    const { file } = await must(authorApi.exportLineage, { issue })
    const table = (await readFile(file, 'utf8')).split('\r\n')
    expect(table[0]).toBe('\uFEFFАвтор;Материал;Полоса;Строк;Знаков')
    expect(table).toHaveLength(1 + stories.length + 1 + authors.length + 1)
  })
})
