import { workspaceApi } from '../../shared/workspace/api.ts'
import { useClient } from '../api/hooks.tsx'
import { useMenuCommands } from '../api/menu-commands.ts'
import type { FolderPurpose } from '../features/start/FolderDialog.tsx'
import { editAtCursor } from './edit-command.ts'
import { usePreferences } from './preferences.tsx'
import { onMac } from './use-keys.ts'

interface ProgramMenu {
  readonly begin: (purpose: FolderPurpose) => void
  readonly showKeys: () => void
}

/** Does what the desktop menu offers on every screen. */
export const useProgramMenu = ({ begin, showKeys }: ProgramMenu): void => {
  const client = useClient()
  const { choose } = usePreferences()
  useMenuCommands({
    newsroomDemo: () => begin('demo'),
    newsroomCreate: () => begin('create'),
    newsroomOpen: () => begin('open'),
    folderClose: () => void client.call(workspaceApi.close, {}),
    undo: () => editAtCursor('undo', onMac()),
    redo: () => editAtCursor('redo', onMac()),
    themeSystem: () => choose.theme('system'),
    themeLight: () => choose.theme('light'),
    themeDark: () => choose.theme('dark'),
    keyList: showKeys,
  })
}
