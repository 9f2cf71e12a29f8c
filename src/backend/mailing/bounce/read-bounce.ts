import { type Bounce, bouncesIn } from './delivery-status.ts'

/** A letter in which a mail server says what became of others. */
interface BounceLetter {
  readonly bounces: readonly Bounce[]
  /** When the server wrote it, milliseconds since 1970; null where it does not say. */
  readonly at: number | null
}

const reportType = 'message/delivery-status'

const textOf = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)

/** Reads a letter as mail programs save it (EML); null where no mail server reports anything in it (rule B7). */
export const readBounce = async (bytes: Uint8Array): Promise<BounceLetter | null> => {
  const { default: PostalMime } = await import('postal-mime')
  const options = { maxNestingDepth: 30, maxRfc822NestingDepth: 0, forceRfc822Attachments: true }
  const parsed = await PostalMime.parse(bytes, options).catch(() => null)
  const reports = parsed?.attachments.filter(({ mimeType }) => mimeType === reportType) ?? []
  const bounces = reports.flatMap(({ content }) => bouncesIn(textOf(content)))
  if (bounces.length === 0) return null
  const at = parsed?.date === undefined ? Number.NaN : Date.parse(parsed.date)
  return { bounces, at: Number.isFinite(at) ? at : null }
}
