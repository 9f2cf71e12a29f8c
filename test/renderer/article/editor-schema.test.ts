import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { cleanHtml, cleanText } from '../../../src/renderer/features/article/editor/commands.ts'
import { schemaExtensions } from '../../../src/renderer/features/article/editor/extensions.ts'
import { isSafeAddress, toAddress } from '../../../src/renderer/features/article/editor/marks.ts'
import { findShortcut } from '../../../src/renderer/features/article/editor/shortcuts.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'

const editorSchema = getSchema(schemaExtensions)

const attributesOf = (attrs: Record<string, { default?: unknown }> | undefined) =>
  Object.fromEntries(Object.entries(attrs ?? {}).map(([name, { default: value }]) => [name, value]))

describe('the schema of the editor', () => {
  it('is the text schema: the same nodes in the same order', () => {
    const describeNodes = (schema: typeof textSchema) =>
      Object.values(schema.nodes).map(({ name, spec }) => ({
        name,
        content: spec.content ?? '',
        group: spec.group ?? '',
        marks: spec.marks ?? null,
        attributes: attributesOf(spec.attrs),
      }))
    expect(describeNodes(editorSchema)).toEqual(describeNodes(textSchema))
    expect(editorSchema.topNodeType.name).toBe(textSchema.topNodeType.name)
  })

  it('is the text schema: the same marks in the same order', () => {
    const describeMarks = (schema: typeof textSchema) =>
      Object.values(schema.marks).map(({ name, spec }) => ({
        name,
        inclusive: spec.inclusive ?? true,
        excluded: Object.values(schema.marks)
          .filter((other) => schema.marks[name]?.excludes(other))
          .map((other) => other.name),
        attributes: attributesOf(spec.attrs),
      }))
    expect(describeMarks(editorSchema)).toEqual(describeMarks(textSchema))
  })

  it('reads and writes the same JSON', () => {
    const json = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { kind: 'question', medium: 'webOnly' },
          content: [
            {
              type: 'text',
              marks: [{ type: 'link', attrs: { href: 'https://eseur.ru' } }, { type: 'bold' }, { type: 'printOnly' }],
              text: 'Кому положен?',
            },
          ],
        },
        {
          type: 'photo',
          attrs: { media: 'a1', credit: 'архив', alternative: 'школа', medium: 'everywhere' },
          content: [{ type: 'text', text: 'Подпись' }],
        },
      ],
    }
    expect(editorSchema.nodeFromJSON(json).toJSON()).toEqual(textSchema.nodeFromJSON(json).toJSON())
  })
})

describe('keys of the text', () => {
  const press = (code: string, more: object = {}) => ({
    code,
    ctrlKey: true,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  })

  it('are told by their place, with Ctrl or with ⌘', () => {
    expect(findShortcut(press('KeyB'))).toEqual({ type: 'mark', mark: 'bold' })
    expect(findShortcut(press('KeyI', { ctrlKey: false, metaKey: true }))).toEqual({ type: 'mark', mark: 'italic' })
    expect(findShortcut(press('Digit2', { altKey: true }))).toEqual({ type: 'kind', kind: 'subhead' })
    expect(findShortcut(press('Numpad0', { altKey: true }))).toEqual({ type: 'kind', kind: 'paragraph' })
  })

  it('leave everything else to the text', () => {
    for (const key of [
      press('KeyB', { ctrlKey: false }),
      press('Digit2'),
      press('Digit9', { altKey: true, shiftKey: true }),
      press('KeyB', { shiftKey: true }),
    ])
      expect(findShortcut(key)).toBeNull()
  })
})

describe('links', () => {
  it('lead only to where a reader may be sent', () => {
    expect(['https://eseur.ru', 'mailto:a@b.ru', 'tel:+74951112233'].every(isSafeAddress)).toBe(true)
    expect(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', ''].some(isSafeAddress)).toBe(false)
  })

  it('are made of what people type', () => {
    expect(toAddress(' eseur.ru/news ')).toBe('https://eseur.ru/news')
    expect(toAddress('пенсия.рф')).toBe('https://пенсия.рф')
    expect(toAddress('mail@eseur.ru')).toBe('mailto:mail@eseur.ru')
    expect(toAddress('http://a.ru')).toBe('http://a.ru')
    for (const typed of ['', 'просто слова', 'слово', 'javascript:alert(1)']) expect(toAddress(typed)).toBeNull()
  })
})

describe('pasted text', () => {
  it('is rid of what nobody sees', () => {
    expect(cleanText('проф\u00adсо\u200bюз\ufeff')).toBe('профсоюз')
    expect(cleanHtml('<p>проф&shy;союз</p><style>p{}</style><script>x()</script>')).toBe('<p>профсоюз</p>')
  })

  it('keeps the cells of a row apart', () => {
    expect(cleanHtml('<tr>\n <td>оклад</td>\n <td>12 000</td></tr>')).toBe('<tr><td>оклад\t</td><td>12 000</td></tr>')
  })

  it('begins a new paragraph at two breaks', () => {
    expect(cleanHtml('<p>а<br><br/>\n<br>б<br>в</p>')).toBe('<p>а</p><p>б<br>в</p>')
  })
})
