/** Address of a picture; `width` in pixels asks for a smaller copy. */
export const mediaAddress = (id: string, width?: number): string =>
  `/media/${encodeURIComponent(id)}${width === undefined ? '' : `?width=${width}`}`

/** Address of a finished export by the name of its file. */
export const exportAddress = (file: string): string => `/exports/${encodeURIComponent(file.split(/[\\/]/).at(-1) ?? file)}`
