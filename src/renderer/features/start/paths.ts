/** A folder and a name as one path, with the separator the folder itself uses. */
export const joinPath = (folder: string, name: string): string => {
  const separator = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`
}
