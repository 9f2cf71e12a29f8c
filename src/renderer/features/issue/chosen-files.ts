/** A file a person chose or dropped; its name carries the folders it lay in. */
export interface ChosenFile {
  readonly name: string
  readonly file: File
}

/** Files of a file dialog. */
export const chosenFiles = (files: readonly File[]): readonly ChosenFile[] =>
  files.map((file) => ({ name: file.webkitRelativePath || file.name, file }))

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))

/** A browser hands a folder's entries out in portions; an empty one is the last. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) return all
    all.push(...portion)
  }
}

const walk = async (entry: FileSystemEntry, found: ChosenFile[]): Promise<void> => {
  // Systems and office programs leave hidden files in folders unasked.
  if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return
  if (isFile(entry)) found.push({ name: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) })
  else if (isFolder(entry)) for (const inner of await entriesOf(entry)) await walk(inner, found)
}

/** Files that were dropped, folders whole. Must be called while the drop is still being handled. */
export const droppedFiles = (transfer: DataTransfer): Promise<readonly ChosenFile[]> => {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const plain = chosenFiles([...transfer.files])
  if (!entries.some(isFolder)) return Promise.resolve(plain)
  const gather = async () => {
    const found: ChosenFile[] = []
    for (const entry of entries) await walk(entry, found)
    return found
  }
  return gather().catch(() => plain)
}

/** Paths on this disk of what was chosen: of a folder that was chosen whole, the folder's own. Empty where any is unknown. */
export const pathsOf = (files: readonly File[], pathOf: (file: File) => string): readonly string[] => {
  const paths = files.map((file) => {
    const path = pathOf(file)
    const inside = file.webkitRelativePath
    if (path === '' || inside === '' || path.length <= inside.length) return path
    return path.slice(0, path.length - inside.length + inside.indexOf('/'))
  })
  return paths.includes('') ? [] : [...new Set(paths)]
}
