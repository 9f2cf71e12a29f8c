import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRichText, type RichNode } from '../../../src/renderer/features/publishing/channel/rich-text.ts'

const childrenOf = (node: RichNode): readonly RichNode[] => ('children' in node ? node.children : [])

const textOf = (nodes: readonly RichNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : textOf(childrenOf(node)))).join('')

const linksOf = (nodes: readonly RichNode[]): readonly string[] =>
  nodes.flatMap((node) => [...(node.kind === 'link' ? [node.href] : []), ...linksOf(childrenOf(node))])

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

describe('the text of a post', () => {
  it('keeps the network’s formatting', () => {
    expect(parseRichText('<b>Отпуск <i>длиной</i></b> в\nгод')).toEqual([
      {
        kind: 'b',
        children: [
          { kind: 'text', text: 'Отпуск ' },
          { kind: 'i', children: [{ kind: 'text', text: 'длиной' }] },
        ],
      },
      { kind: 'text', text: ' в\nгод' },
    ])
    expect(parseRichText('<a href="https://eseur.ru/?a=1&amp;b=2">тут</a>')).toEqual([
      { kind: 'link', href: 'https://eseur.ru/?a=1&b=2', children: [{ kind: 'text', text: 'тут' }] },
    ])
  })

  it('shows every character that was escaped', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(textOf(parseRichText(escaped(text)))).toBe(text)
      }),
    )
  })

  it('shows the parts of an article, and no picture but the newsroom’s own', () => {
    const html =
      '<h2>Раздел</h2><figure><img src="media:ab12" alt="У &quot;школы&quot;"><figcaption>Подпись</figcaption></figure>'
    expect(parseRichText(`${html}<img src="https://чужой/х.jpg" alt="х">`)).toEqual([
      { kind: 'h4', children: [{ kind: 'text', text: 'Раздел' }] },
      {
        kind: 'figure',
        children: [
          { kind: 'photo', media: 'ab12', alternative: 'У "школы"' },
          { kind: 'figcaption', children: [{ kind: 'text', text: 'Подпись' }] },
        ],
      },
    ])
  })

  it('lets no link lead elsewhere than to a site, and no unknown tag through', () => {
    const nodes = parseRichText('<a href="javascript:x()">раз</a><script>два</script><img src=x onerror=y>')
    expect(linksOf(nodes)).toEqual([])
    expect(textOf(nodes)).toBe('раздва')
  })

  it('survives tags that are not closed or closed in the wrong order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<b>', '</b>', '<i>', '</i>', 'а', '<', '>', '</p>', '<br>')), (parts) => {
        expect(textOf(parseRichText(parts.join(''))).replace(/[^а]/g, '')).toBe(parts.filter((part) => part === 'а').join(''))
      }),
    )
  })
})
