import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLetter } from '../../../src/backend/article/import/read-letter.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { assignmentApi } from '../../../src/shared/assignment/api.ts'
import { ideaApi } from '../../../src/shared/idea/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A letter as mail programs save it; its attachment tries to lie elsewhere. */
const letter = [
  `From: =?utf-8?B?${base64('Нина Белозёрова')}?= <nina@example.org>`,
  `Subject: =?utf-8?B?${base64('Дрова для сельских учителей')}?=`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="edge"',
  '',
  '--edge',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  base64('Посылаю текст, посмотрите.'),
  '--edge',
  'Content-Type: text/plain; name="../../../text.txt"',
  'Content-Disposition: attachment; filename="../../../text.txt"',
  'Content-Transfer-Encoding: base64',
  '',
  base64('Зима под расписку\n\nВ Верхней Кеме семь учительских домов, и все топятся печами.'),
  '--edge--',
  '',
].join('\r\n')

const dropped = { files: [{ name: 'письмо.eml', bytes: base64(letter) }] }

describe('a letter', () => {
  it('Q18: says who, what about and what came with it; a page is read as its words', async () => {
    expect(await readLetter(Buffer.from(letter))).toMatchObject({
      ...{ sender: 'Нина Белозёрова', mail: 'nina@example.org', subject: 'Дрова для сельских учителей' },
      text: 'Посылаю текст, посмотрите.',
    })
    const page =
      'From: a@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<style>p{}</style><p>Один</p><p>Два&nbsp;три</p>'
    expect((await readLetter(Buffer.from(page)))?.text).toMatch(/^Один\s+Два\s+три$/)
    expect(await readLetter(Buffer.from('просто текст'))).toBeNull()
  })
})

describe('a pitch', () => {
  it('Q18–Q20: comes from a letter, its files under names of the newsroom’s own, and is taken with its text', async () => {
    const { must, call, folder } = await newNewsroom({ demo: true })
    const { ids } = await must(ideaApi.receive, dropped, 'reporter')
    const [id = ''] = ids
    const { ideas } = await must(ideaApi.list, {})
    expect(ideas).toMatchObject([{ id, state: 'new', files: [{ name: 'text.txt', stored: '1.txt' }], hasText: true }])
    expect(await readdir(join(folder, 'ideas', 'files', id))).toEqual(['1.txt'])
    const { articles } = await must(ideaApi.accept, { idea: id, as: 'text' }, 'sectionEditor')
    const { summary } = await must(articleApi.read, { id: articles[0] ?? '' })
    expect(summary).toMatchObject({ headline: 'Зима под расписку', status: 'filed' })
    const again = await call(ideaApi.decline, { idea: id, reason: 'Уже писали.' })
    expect(again).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  })

  it('Q19: is taken as a topic with its words, or declined with a reason, by those who give assignments', async () => {
    const { must, call } = await newNewsroom({ demo: true })
    const told = { sender: 'Читатель', subject: 'Почему закрыли столовую', text: 'В школе № 3 нет обедов.' }
    const { id } = await must(ideaApi.add, told, 'reporter')
    const refused = await call(ideaApi.accept, { idea: id, as: 'topic' }, 'reporter')
    expect(refused).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    const { articles } = await must(ideaApi.accept, { idea: id, as: 'topic' }, 'managingEditor')
    const topic = await must(assignmentApi.read, { article: articles[0] ?? '' })
    expect(topic).toMatchObject({ headline: told.subject, status: 'pitch' })
    expect(topic.assignment.note).toContain('нет обедов')
    const { id: other } = await must(ideaApi.add, { ...told, subject: 'Стихи о весне' })
    await must(ideaApi.decline, { idea: other, reason: 'Стихов не печатаем.' })
    const { ideas } = await must(ideaApi.list, {})
    expect(ideas.find((idea) => idea.id === other)).toMatchObject({ state: 'declined', reason: 'Стихов не печатаем.' })
  })
})
