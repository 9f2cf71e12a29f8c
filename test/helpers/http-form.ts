import type { IncomingMessage } from 'node:http'

/** A field of a multipart form as a server reads it. */
export interface FormField {
  readonly name: string
  /** Null where the field is no file. */
  readonly fileName: string | null
  readonly bytes: Buffer
}

export const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** The fields of a `multipart/form-data` body; throws where a part has no name. */
export const fieldsOf = (bytes: Buffer, boundary: string): readonly FormField[] => {
  const fields: FormField[] = []
  const mark = Buffer.from(`--${boundary}`)
  for (let at = bytes.indexOf(mark); at >= 0; ) {
    const next = bytes.indexOf(mark, at + mark.length)
    if (next < 0) break
    const piece = bytes.subarray(at + mark.length + 2, next - 2)
    const end = piece.indexOf('\r\n\r\n')
    const head = piece.subarray(0, end).toString('utf8')
    const name = /name="([^"]*)"/.exec(head)?.[1]
    if (name === undefined) throw new Error('part without a name')
    fields.push({ name, fileName: /filename="([^"]*)"/.exec(head)?.[1] ?? null, bytes: piece.subarray(end + 4) })
    at = next
  }
  return fields
}
