import { isDropCap, type PageDisplay, type PageRole, type TextItem } from '../../../../shared/layout/display.ts'

/** One paragraph of a page as it is read aloud. */
export interface Passage {
  readonly role: PageRole
  readonly block: number
  readonly text: string
}

export interface ReadStory {
  readonly article: string
  readonly passages: readonly Passage[]
}

/** Not read: they repeat on every page or say nothing without the picture. */
const silent: readonly PageRole[] = ['rule', 'endMark', 'draft', 'nameplate', 'runningHead', 'folio', 'imprint']

/** Lines of a paragraph become one text again: a word broken at a soft hyphen or at its own hyphen is joined. */
const joinLines = (before: string, line: string): string => {
  if (before === '') return line
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line
  return /\p{L}-$/u.test(before) ? before + line : `${before} ${line}`
}

/** Does an item go on in the line of the one before it, or with the word that one's drop cap begins? */
const continues = (before: TextItem, item: TextItem): boolean =>
  isDropCap(before, item) || (Math.abs(before.y - item.y) < 0.01 && item.x >= before.x + before.width - 1)

/**
 * The stories of a page in their order, each as paragraphs in reading order. Text that is set in several pieces on one
 * baseline is one line.
 */
export const readingOrder = (page: PageDisplay, order: readonly string[]): readonly ReadStory[] => {
  const stories = new Map<string, Map<string, { role: PageRole; block: number; text: string; last: TextItem | null }>>()
  for (const item of page.items) {
    const { article, block, role } = item.tag
    if (article === null || silent.includes(role) || item.kind === 'rectangle' || item.kind === 'document') continue
    const passages = stories.get(article) ?? new Map()
    stories.set(article, passages)
    const key = `${block} ${role}`
    if (item.kind === 'image') {
      passages.set(key, { role, block, text: item.alternative, last: null })
      continue
    }
    const line = item.clusters.join('')
    const known = passages.get(key)
    const goesOn = known !== undefined && known.last !== null && continues(known.last, item)
    passages.set(key, {
      role,
      block,
      text: known === undefined ? line : goesOn ? known.text + line : joinLines(known.text.trimEnd(), line.trimStart()),
      last: item,
    })
  }
  const known = order.filter((id) => stories.has(id))
  const rest = [...stories.keys()].filter((id) => !known.includes(id))
  return [...known, ...rest].map((article) => ({
    article,
    passages: [...(stories.get(article)?.values() ?? [])]
      .sort((a, b) => a.block - b.block)
      .map(({ role, block, text }) => ({ role, block, text: text.replaceAll('\u00ad', '').trim() })),
  }))
}
