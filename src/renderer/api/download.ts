/** Hands a file to the browser, which keeps it where it keeps such files. */
export const download = (name: string, bytes: Uint8Array): void => {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
