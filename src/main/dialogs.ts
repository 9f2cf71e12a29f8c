import { dirname, join } from 'node:path'
import type { FolderPurpose } from '../shared/desktop/api.ts'
import type { DesktopMemory } from './desktop-state.ts'

interface FileFilter {
  name: string
  extensions: string[]
}

interface DialogOptions {
  title: string
  buttonLabel: string
  defaultPath?: string
  filters?: FileFilter[]
}

/** The system's dialogs, modal to a window; what Electron's `dialog` offers, with the window already given. */
export interface SystemDialogs {
  open(
    options: DialogOptions & { properties: ('openFile' | 'openDirectory' | 'multiSelections' | 'createDirectory')[] },
  ): Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }>
  save(options: DialogOptions): Promise<{ readonly canceled: boolean; readonly filePath: string }>
}

interface Words {
  readonly title: string
  readonly action: string
}

/** The dialogs of one window; each kind begins in the folder it was last used in. */
export interface Dialogs {
  folder(words: Words): Promise<string | null>
  files(words: Words, kinds: readonly string[]): Promise<readonly string[]>
  saveFile(words: Words, name: string): Promise<string | null>
}

export const createDialogs = (system: SystemDialogs, memory: DesktopMemory): Dialogs => {
  const start = (purpose: FolderPurpose, name?: string): { defaultPath?: string } => {
    const folder = memory.get().folders[purpose]
    if (folder === undefined) return name === undefined ? {} : { defaultPath: name }
    return { defaultPath: name === undefined ? folder : join(folder, name) }
  }
  const remember = (purpose: FolderPurpose, folder: string) =>
    memory.update({ folders: { ...memory.get().folders, [purpose]: folder } })

  return {
    folder: async ({ title, action }) => {
      const { canceled, filePaths } = await system.open({
        title,
        buttonLabel: action,
        properties: ['openDirectory', 'createDirectory'],
        ...start('newsroom'),
      })
      const folder = canceled ? undefined : filePaths[0]
      if (folder === undefined) return null
      // The next newsroom most likely lies beside this one.
      await remember('newsroom', dirname(folder))
      return folder
    },
    files: async ({ title, action }, kinds) => {
      const { canceled, filePaths } = await system.open({
        title,
        buttonLabel: action,
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: kinds.map((kind) => `.${kind}`).join(', '), extensions: [...kinds] }],
        ...start('files'),
      })
      const [first] = filePaths
      if (canceled || first === undefined) return []
      await remember('files', dirname(first))
      return filePaths
    },
    saveFile: async ({ title, action }, name) => {
      const { canceled, filePath } = await system.save({
        title,
        buttonLabel: action,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
        ...start('export', name),
      })
      if (canceled || filePath === '') return null
      await remember('export', dirname(filePath))
      return filePath
    },
  }
}
