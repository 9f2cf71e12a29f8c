/** Bytes of a file at most: more no camera writes, and it would not fit into one message to the backend. */
export const fileSizeLimit = 150_000_000

/** Why the bytes of a file are not there: too many, or the file went, or it is not open to the person. */
export type NoBytes = 'tooLarge' | 'unreadable'

/** The bytes of a file that was chosen or dropped. Nothing is thrown: a file may go while others are on their way. */
export const bytesOf = async (file: File): Promise<Uint8Array | NoBytes> => {
  if (file.size > fileSizeLimit) return 'tooLarge'
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return 'unreadable'
  }
}
