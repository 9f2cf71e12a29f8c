/** A file as a batch weighs it; its name may carry folders. */
interface Weighed {
  readonly name: string
  readonly size: number
}

const picture = /\.(?:jpe?g|png|webp|tiff?|gif)$/i

/** The last part of a file's path, as names are compared. */
const lastName = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

const plainName = (name: string): string => lastName(name).normalize('NFC').toLowerCase()

/**
 * Divides files into calls of about `limit` bytes, texts in their order. A picture goes with every text that names it, so
 * that each finds its own, and those that no text names go last. `wordsOf` is what a text says, for its pictures' names
 * to be looked for in it.
 */
export const batchesOf = <F extends Weighed>(
  files: readonly F[],
  wordsOf: (file: F) => string,
  limit: number,
): readonly (readonly F[])[] => {
  if (files.reduce((sum, { size }) => sum + size, 0) <= limit) return files.length > 0 ? [files] : []
  const pictures = files.filter(({ name }) => picture.test(name))
  const used = new Set<F>()
  const batches: F[][] = []
  let current: F[] = []
  let weight = 0
  const put = (group: readonly F[]) => {
    const fresh = () => group.filter((file) => !current.includes(file))
    const added = fresh().reduce((sum, { size }) => sum + size, 0)
    if (current.length > 0 && weight + added > limit) {
      batches.push(current)
      current = []
      weight = 0
    }
    for (const file of fresh()) {
      current.push(file)
      weight += file.size
    }
  }
  for (const file of files) {
    if (picture.test(file.name)) continue
    const words = wordsOf(file).normalize('NFC').toLowerCase()
    const named = pictures.filter(({ name }) => {
      const wanted = plainName(name)
      return words.includes(wanted) || words.includes(encodeURIComponent(wanted).toLowerCase())
    })
    for (const one of named) used.add(one)
    put([file, ...named])
  }
  for (const one of pictures) if (!used.has(one)) put([one])
  return current.length > 0 ? [...batches, current] : batches
}
