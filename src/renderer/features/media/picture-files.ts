import { fileSizeLimit, type NoBytes } from '../../media/file-bytes.ts'

/** A file that is to be taken in, by its name or, out of a folder, by its path in there. */
export interface PictureFile {
  readonly file: File
  readonly path: string
}

/** Why a file is not taken in. */
export type LeftAside = 'notPicture' | NoBytes

/** What systems leave in folders: nobody means it. */
const isOfSystem = (path: string): boolean =>
  path.split('/').some((name) => name.startsWith('.')) || /(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i.test(path)

/**
 * Why a file is left aside without reading it; null where it is to be taken in. Out of a folder only pictures are meant; a
 * file somebody points at is looked into.
 */
export const leftAside = ({ file, path }: PictureFile): LeftAside | null => {
  if (path !== file.name && !file.type.startsWith('image/')) return 'notPicture'
  return file.size > fileSizeLimit ? 'tooLarge' : null
}

const named = (file: File, path = file.name): PictureFile => ({ file, path })
const meant = (files: readonly PictureFile[]): readonly PictureFile[] => files.filter(({ path }) => !isOfSystem(path))

/** The files that were chosen, or pasted; those of a chosen folder with their paths in it. */
export const chosenFiles = (files: readonly File[]): readonly PictureFile[] =>
  meant(files.map((file) => named(file, file.webkitRelativePath || file.name)))

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A folder tells what is in it in pieces, until a piece is empty. */
const inFolder = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader()
  const found: FileSystemEntry[] = []
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (piece.length === 0) return found
    found.push(...piece)
  }
}

const filesOf = async (entry: FileSystemEntry): Promise<readonly PictureFile[]> => {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [named(file, entry.fullPath.replace(/^\//, ''))]
  }
  if (!isFolder(entry)) return []
  const found: PictureFile[] = []
  for (const each of await inFolder(entry)) found.push(...(await filesOf(each)))
  return found
}

/** The files that were dropped, those in dropped folders and their subfolders, too. */
export const droppedFiles = async (transfer: DataTransfer): Promise<readonly PictureFile[]> => {
  // What was dropped is only there while the event is: everything is asked for before anything is awaited.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const files = [...transfer.files]
  if (entries.length === 0) return meant(files.map((file) => named(file)))
  const found: PictureFile[] = []
  try {
    for (const entry of entries) found.push(...(await filesOf(entry)))
  } catch {
    // A folder that can't be read through: what the system named by itself is taken, and what of it can't be read is told.
    return meant(files.map((file) => named(file)))
  }
  return meant(found)
}
