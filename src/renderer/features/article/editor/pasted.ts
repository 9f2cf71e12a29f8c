import type { LeftOut } from './foreign-html.ts'

/** Letters of one paste at most: an issue of sixteen pages has about 200,000. More comes as a file, off the main thread. */
const pasteLimit = 200_000
/** Markup of one paste at most, characters, with the pictures that stand in it. */
const markupLimit = 60_000_000

/** What a person should hear of a paste. */
export type PasteRemark =
  | { readonly kind: 'tooLong'; readonly characters: number }
  /** `elsewhere` counts pictures that the copied page keeps on its site or on a disk. */
  | ({ readonly kind: 'partly'; readonly elsewhere: number } & LeftOut)

/** A picture that stands in the pasted markup itself. */
export interface PastedPicture {
  /** What a file of its kind ends in, without the dot. */
  readonly ending: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const lettersIn = (html: string): number => html.replace(/<[^>]*>/g, '').length

/** Why a paste is not taken at all; null where it is. */
export const refusePaste = (html: string, plain: string): PasteRemark | null => {
  const characters = html === '' ? plain.length : html.length > markupLimit ? html.length : lettersIn(html)
  return characters > pasteLimit ? { kind: 'tooLong', characters } : null
}

const embedded = /^data:(image\/(?:jpeg|png|webp|tiff));base64,([a-z0-9+/=\s]+)$/i
const source = /<(?:img|v:imagedata)\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
/** A picture of fewer characters is a dot that holds a place. */
const embeddedLeast = 300

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> | null => {
  try {
    return Uint8Array.from(atob(base64.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

/** The pictures in pasted markup: those that stand in it, and how many stand elsewhere. Our own say where they are kept. */
export const picturesIn = (html: string): { readonly pictures: readonly PastedPicture[]; readonly elsewhere: number } => {
  const pictures: PastedPicture[] = []
  let elsewhere = 0
  // Word names each picture once more for programs that draw otherwise.
  for (const [, double, single, bare] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(source)) {
    const address = double ?? single ?? bare ?? ''
    const [, type = '', data = ''] = embedded.exec(address) ?? []
    const bytes = data.length >= embeddedLeast ? bytesOf(data) : null
    const ending = type.replace(/^image\//i, '').toLowerCase()
    if (bytes) pictures.push({ ending, type, bytes })
    else if (/^(?:https?:|file:|blob:|cid:|\/\/)/i.test(address)) elsewhere += 1
  }
  return { pictures, elsewhere }
}
