/**
 * The library that decodes and makes pictures. It takes tens of megabytes and milliseconds, so it is loaded with the first
 * picture, and keeps nothing of the pictures it has made: each is asked for once.
 */
export const imageLibrary = async () => {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  return sharp
}
