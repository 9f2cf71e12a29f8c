const encoder = new TextEncoder()

/** A field of a form; bytes are a JPEG photo. */
export type FormField = readonly [name: string, value: string | Uint8Array, file?: string]

/** A `multipart/form-data` body (RFC 7578). Names are our own; a value is taken as it is, so it must not hold the boundary. */
export const formBody = (boundary: string, fields: readonly FormField[]): Uint8Array => {
  const pieces: Uint8Array[] = []
  for (const [name, value, file] of fields) {
    const photo = typeof value !== 'string'
    const kind = photo ? `; filename="${file ?? `${name}.jpg`}"\r\nContent-Type: image/jpeg` : ''
    pieces.push(encoder.encode(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${kind}\r\n\r\n`))
    pieces.push(photo ? value : encoder.encode(value), encoder.encode('\r\n'))
  }
  pieces.push(encoder.encode(`--${boundary}--\r\n`))
  return Buffer.concat(pieces)
}
