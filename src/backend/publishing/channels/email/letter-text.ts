import type { ArticlePart } from '../../../../shared/publishing/channel.ts'
import { withFiles, withImages } from '../article-html.ts'
import type { LetterFrame } from './letter-html.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const unescaped = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot)|#(\d{1,7}));/g, (_whole, name: string | undefined, code: string | undefined) =>
    name === undefined ? String.fromCodePoint(Number(code)) : (named[name] ?? ''),
  )

/** Our own markup as lines: what ends a block ends a line, an address stands behind its words. */
const plain = (html: string): string =>
  withImages(
    withFiles(html, () => null),
    () => '',
  )
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, (_whole, address: string, words: string) =>
      words === address ? address : `${words} (${address})`,
    )
    .replaceAll('<li>', '— ')
    .replace(/<br>|<\/li>|<\/tr>/g, '\n')
    .replace(/<\/t[hd]>/g, '   ')
    .replace(/<\/(?:p|h2|h3|ul|aside|table|figcaption|figure)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')

/** A letter as plain text, for programs that show no HTML; the same words as the HTML. Pure. */
export const letterText = (part: ArticlePart, { sender, unsubscribe }: Pick<LetterFrame, 'sender' | 'unsubscribe'>): string => {
  const body = unescaped(plain(part.html))
  const lines = [sender, part.title, body, '--', `Не хотите получать эти письма? Отписаться: ${unsubscribe}`]
  const text = lines.filter((line) => line.trim() !== '').join('\n\n')
  return `${text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
