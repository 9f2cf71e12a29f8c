import { type Block, textOf } from '../../../shared/article/content.ts'
import { asLead } from './bold.ts'
import { headlineLimit } from './draft.ts'

interface Headed {
  readonly headline: string
  readonly blocks: readonly Block[]
  /** How many blocks went from the beginning. */
  readonly taken: number
  readonly warnings: readonly string[]
}

/** The first words of a text, up to about 80 characters. */
const openingWords = (text: string): string => {
  if (text.length <= 90) return text
  const words = text.slice(0, 81).replace(/\s+\S*$/, '')
  return `${words.slice(0, 80).replace(/[\s.,:;–—\ud800-\udbff-]+$/, '')}…`
}

/**
 * Finds the headline: what the file says, else its first paragraph; where that is too long for one, or an item that is
 * counted, it stays in the text and only lends its beginning. A text that has no words is called by the name of its file. `guessed` is what to
 * tell a person when the first paragraph was taken.
 */
export const findHeadline = (given: string | null, blocks: readonly Block[], guessed: string | null, name: string): Headed => {
  if (given) return { headline: given, blocks, taken: 0, warnings: [] }
  const [first, second, ...others] = blocks
  const text = first ? textOf(first.content) : ''
  const isOwn = first?.type === 'paragraph' && first.attrs.kind !== 'lead' && first.attrs.kind !== 'numberedItem'
  const fits = isOwn && text.length <= headlineLimit
  const linked = first?.content.some((run) => run.marks?.some((mark) => mark.type === 'link')) ?? false
  if (fits && !linked)
    return {
      headline: text,
      blocks: second ? [asLead(second) ?? second, ...others] : [],
      taken: 1,
      warnings: guessed === null ? [] : [guessed],
    }
  const beginning = openingWords(text)
  return beginning
    ? {
        headline: beginning,
        blocks,
        taken: 0,
        warnings: ['Строки заголовка нет: им стало начало первого абзаца, поправьте его.'],
      }
    : { headline: name.replace(/\.[^.]+$/, ''), blocks, taken: 0, warnings: ['Заголовка нет: материал назван по имени файла.'] }
}
