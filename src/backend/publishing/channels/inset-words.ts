import { type AttachmentBlock, textOf, type VideoBlock } from '../../../shared/article/content.ts'
import { vkVideoAddress } from '../../../shared/article/vk-video.ts'

const clean = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('\u00AD', '').trim()

/** What a video is called under its link, and where that leads; null where it leads to no film. */
export const videoWords = ({ attrs, content }: VideoBlock): { readonly href: string; readonly text: string } | null => {
  const href = vkVideoAddress(attrs.address)
  const title = clean(textOf(content))
  return href === null ? null : { href, text: title === '' ? 'Смотреть видео' : `Видео: ${title}` }
}

/** What stands for an attached document where no file goes along; empty where none is chosen. */
export const attachmentWords = ({ attrs, content }: AttachmentBlock): string => {
  if (attrs.media === '') return ''
  const title = clean(textOf(content))
  return `Документ: ${title === '' ? clean(attrs.name) : title}`
}

/** Says of attached documents that they do not go along, and what readers find instead (rules G13 and O66). */
export const attachmentWarnings = (attachments: readonly AttachmentBlock[], page: string | null = null): readonly string[] =>
  attachments.map(({ attrs }) => {
    const instead =
      page === null
        ? 'в ней будет только его название: приложите его сами'
        : 'в ней будет его название со ссылкой на материал на сайте'
    return `Файл «${clean(attrs.name)}» с публикацией не уходит, ${instead}.`
  })
