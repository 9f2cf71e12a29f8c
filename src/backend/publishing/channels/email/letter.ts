import type { MailFile, MailLetter } from '../../../environment.ts'
import type { PostRequest } from '../carrier.ts'
import { letterHtml } from './letter-html.ts'
import { letterText } from './letter-text.ts'

/** Where a recipient asks not to be written to: a page where there is one, else a letter. */
const unsubscribing = (settings: Readonly<Record<string, string>>, recipient: string) => {
  const address = settings.unsubscribeAddress || settings.from || ''
  const letter = `mailto:${address}?subject=${encodeURIComponent(`Отписать ${recipient}`)}`
  const page = (settings.unsubscribePage ?? '').replaceAll('{address}', encodeURIComponent(recipient))
  return { letter, page }
}

/** Name of a photo inside a letter. */
const cidOf = (media: string): string => `${media.slice(0, 24)}@newsroom`

/** A header's value can't hold a line break; a title that came with one would begin another header. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The letter that a post is. Its `Message-ID` is the same at every attempt (rule E2). Pure. */
export const letterOf = ({ part, photos, files, settings, mark, recipient, at }: PostRequest): MailLetter => {
  if (part.kind !== 'article') throw new Error(`письмо не бывает «${part.kind}»`)
  const from = settings.from ?? ''
  const to = recipient ?? settings.to ?? ''
  const { letter, page } = unsubscribing(settings, to)
  const frame = { sender: settings.fromName ?? '', unsubscribe: page === '' ? letter : page, cidOf }
  const pictures = part.photos.map(
    (media, index): MailFile => ({
      name: `foto-${index + 1}.jpg`,
      type: 'image/jpeg',
      bytes: photos[index] ?? new Uint8Array(),
      cid: cidOf(media),
    }),
  )
  const oneClick = page.startsWith('https:')
  return {
    id: `<${mark}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date: at,
    from: { name: frame.sender, address: from },
    replyTo: settings.replyTo ?? '',
    to,
    subject: oneLine(part.title),
    html: letterHtml(part, frame),
    text: letterText(part, frame),
    headers: {
      'List-Unsubscribe': [letter, page].flatMap((address) => (address === '' ? [] : [`<${address}>`])).join(', '),
      // RFC 8058: mail programs show their own button, which works without a page.
      ...(oneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
      'Auto-Submitted': 'auto-generated',
    },
    files: [...pictures, ...files.map((file): MailFile => ({ ...file, cid: null }))],
  }
}
