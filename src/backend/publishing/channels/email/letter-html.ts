import type { ArticlePart } from '../../../../shared/publishing/channel.ts'
import { escapeHtml, withFiles, withImages } from '../article-html.ts'

/** What stands around the text of every letter. */
export interface LetterFrame {
  /** Name above the text; empty for none. */
  readonly sender: string
  /** Where the recipient can ask not to be written to. */
  readonly unsubscribe: string
  /** Name of a photo's file in the letter. */
  readonly cidOf: (media: string) => string
}

/**
 * Mail programs know no style sheets that can be relied on: each element carries its own style. Ones that they draw in
 * their own way stand as others: a figure is a block, its caption a paragraph.
 */
const serif = "font-family:Georgia,'Times New Roman',serif"
const sans = 'font-family:Arial,Helvetica,sans-serif'
const styles: Readonly<Record<string, readonly [tag: string, style: string]>> = {
  p: ['p', `margin:0 0 16px;${serif};font-size:17px;line-height:26px`],
  h2: ['h2', `margin:28px 0 8px;${serif};font-size:21px;line-height:28px;font-weight:bold`],
  h3: ['h3', `margin:20px 0 8px;${serif};font-size:18px;line-height:26px;font-weight:bold`],
  ul: ['ul', 'margin:0 0 16px;padding:0 0 0 24px'],
  li: ['li', `margin:0 0 6px;${serif};font-size:17px;line-height:26px`],
  blockquote: ['blockquote', 'margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #8a8a8a'],
  aside: ['div', 'margin:0 0 16px;padding:12px 0 0;border-top:1px solid #8a8a8a;border-bottom:1px solid #8a8a8a'],
  table: ['table', 'margin:0 0 16px;border-collapse:collapse'],
  th: ['th', `padding:4px 12px 4px 0;text-align:left;border-bottom:1px solid #8a8a8a;${sans};font-size:14px;line-height:20px`],
  td: ['td', `padding:4px 12px 4px 0;border-bottom:1px solid #c8c8c8;${sans};font-size:14px;line-height:20px;vertical-align:top`],
  figure: ['div', 'margin:0 0 16px'],
  figcaption: ['p', `margin:6px 0 0;${sans};font-size:13px;line-height:19px`],
}

/** The text of a letter with its styles. Nothing but our own markup looks like it: what people wrote is escaped. */
const styled = (html: string): string =>
  html
    .replace(/<(\/?)([a-z0-9]+)>/g, (whole, close: string, tag: string) => {
      const known = styles[tag]
      if (known === undefined) return whole
      return close === '/' ? `</${known[0]}>` : `<${known[0]} style="${known[1]}">`
    })
    .replace(/<a href="/g, '<a style="color:#1a5fb4;text-decoration:underline" href="')

/** The width that every mail program shows without a bar to scroll. */
const width = 600
const margin = 24

/** A letter as HTML: one table of 600 pixels, styles in place, nothing loaded from anywhere, readable in dark themes. Pure. */
export const letterHtml = (part: ArticlePart, { sender, unsubscribe, cidOf }: LetterFrame): string => {
  const body = withImages(
    styled(withFiles(part.html, () => null)),
    (media, alt) =>
      `<img src="cid:${escapeHtml(cidOf(media))}" ${alt} width="${width - 2 * margin}" style="display:block;width:100%;max-width:${width - 2 * margin}px;height:auto;border:0">`,
  )
  const head =
    sender === ''
      ? ''
      : `<p style="margin:0 0 20px;padding:0 0 10px;border-bottom:2px solid #1c1b19;${sans};font-size:14px;line-height:20px;font-weight:bold">${escapeHtml(sender)}</p>\n`
  const title =
    part.title === ''
      ? ''
      : `<h1 style="margin:0 0 16px;${serif};font-size:28px;line-height:34px;font-weight:bold">${escapeHtml(part.title)}</h1>\n`
  return `<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(part.title)}</title>
<style>
@media (prefers-color-scheme: dark) {
.sheet { background: #1c1b19 !important; color: #f2f0eb !important; }
.sheet a { color: #9cc4f5 !important; }
.sheet p { border-color: #8a8a8a !important; }
}
</style>
</head>
<body style="margin:0;padding:0">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(part.summary)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
<table role="presentation" class="sheet" width="${width}" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:${width}px;background:#ffffff;color:#1c1b19"><tr><td align="left" style="padding:${margin}px">
${head}${title}${body}
<p style="margin:32px 0 0;padding:12px 0 0;border-top:1px solid #8a8a8a;${sans};font-size:13px;line-height:19px">Не хотите получать эти письма? <a style="color:#1a5fb4;text-decoration:underline" href="${escapeHtml(unsubscribe)}">Отписаться</a></p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`
}
