import { Transform } from '@tiptap/pm/transform'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { articleFields } from '../../../src/shared/article/content.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'
import { byStretch, editBody, editFields } from '../../../src/shared/article/words/edit-stretches.ts'
import { namesPeople, stretchesOf } from '../../../src/shared/article/words/stretch.ts'

const body = textSchema.node('doc', null, [
  textSchema.node('paragraph', null, [textSchema.text('Школа закрыта.')]),
  textSchema.node('photo', { media: 'a', credit: 'Фото школы', alternative: 'Школа и двор' }, [textSchema.text('Школа зимой')]),
  textSchema.node('paragraph', null, [textSchema.text('Школа открыта.')]),
])
const fields = { rubric: 'Школа', kicker: '', headline: 'Школа ждёт', deck: '', byline: 'Школин' }

describe('all the text of an article (Z14)', () => {
  it('is read from the fields through the body, beside each photo its credit and its description', () => {
    expect(stretchesOf(fields, body).map(({ id, text }) => `${id}: ${text}`)).toEqual([
      ...['rubric: Школа', 'kicker: ', 'headline: Школа ждёт', 'deck: ', 'byline: Школин'],
      ...['0: Школа закрыта.', '1: Школа зимой', '1 credit: Фото школы', '1 alternative: Школа и двор', '2: Школа открыта.'],
    ])
  })

  it('takes every capital of a byline and of a credit for a name', () => {
    const named = stretchesOf(fields, body).filter(namesPeople)
    expect(named.map(({ id }) => id)).toEqual(['byline', '1 credit'])
  })

  it('is edited wherever it stands, each place by its own letters', () => {
    const doc = new Y.Doc()
    for (const field of articleFields) doc.getText(field).insert(0, fields[field])
    const edits = byStretch(
      stretchesOf(fields, body).flatMap((stretch) =>
        [...stretch.text.matchAll(/школ/giu)].flatMap(({ index }) => [
          { stretch, edit: { from: index, to: index + 4, insert: 'Класс' } },
          { stretch, edit: { from: index + 5, to: index + 5, insert: '!' } },
        ]),
      ),
    )
    const tr = new Transform(body)
    editBody(tr, edits)
    editFields((field) => doc.getText(field), edits)
    tr.doc.check()
    const now = Object.fromEntries(articleFields.map((field) => [field, doc.getText(field).toString()]))
    expect(now).toEqual({
      rubric: 'Класса!',
      kicker: '',
      headline: 'Класса! ждёт',
      deck: '',
      byline: 'Классин'.replace('и', 'и!'),
    })
    expect(tr.doc.textBetween(0, tr.doc.content.size, '|')).toBe('Класса! закрыта.|Класса! зимой|Класса! открыта.')
    expect(tr.doc.child(1).attrs).toMatchObject({ credit: 'Фото Классы!', alternative: 'Класса! и двор' })
  })
})
