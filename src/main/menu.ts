import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/desktop/commands.ts'
import type { DesktopTexts } from '../shared/desktop/texts/ru.ts'
import type { ThemeChoice } from '../shared/desktop/theme.ts'

/** A newsroom opened before. */
export interface RecentFolder {
  readonly folder: string
  readonly name: string
}

/** What the menu depends on. */
export interface MenuState {
  readonly texts: DesktopTexts
  readonly mac: boolean
  readonly development: boolean
  /** A newsroom is open. */
  readonly open: boolean
  /** It is open for reading only. */
  readonly readOnly: boolean
  readonly recent: readonly RecentFolder[]
  /** What the windows are drawn in. */
  readonly theme: ThemeChoice
}

/** What the menu does by itself; everything else is a command for the window. */
export interface MenuActions {
  readonly command: (command: MenuCommand) => void
  readonly newWindow: () => void
  /** A step larger (1) or smaller (-1), or back to the usual size (0). */
  readonly zoom: (step: -1 | 0 | 1) => void
  readonly openFolder: (folder: string) => void
  readonly showLog: () => void
  readonly about: () => void
}

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/**
 * The keys that the window itself listens to. The menu only shows them: every key has one owner, and the window's table
 * is bound to places of keys, which an accelerator is not.
 */
const windowKeys: Partial<Record<MenuCommand, string>> = {
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  find: 'CmdOrCtrl+K',
  sectionDesk: 'CmdOrCtrl+1',
  sectionIssue: 'CmdOrCtrl+2',
  sectionArticle: 'CmdOrCtrl+3',
  sectionPage: 'CmdOrCtrl+4',
  sectionPublishing: 'CmdOrCtrl+5',
  sectionSettings: 'CmdOrCtrl+9',
  keyList: 'F1',
}

/** The keys that only the menu listens to; the window has nothing on them. */
const menuKeys: Partial<Record<MenuCommand, string>> = {
  newsroomOpen: 'CmdOrCtrl+O',
  filesImport: 'CmdOrCtrl+Shift+O',
  pdfExport: 'CmdOrCtrl+P',
}

const keysOf = (command: MenuCommand): Item => {
  const shown = windowKeys[command]
  if (shown !== undefined) return { accelerator: shown, registerAccelerator: false }
  const owned = menuKeys[command]
  return owned === undefined ? {} : { accelerator: owned }
}

/** A long path or name would make the menu as wide as the screen. */
const longestLabel = 60
const short = (text: string): string => (text.length <= longestLabel ? text : `…${text.slice(1 - longestLabel)}`)

/** Ampersands mark letters in menus of Windows and Linux. */
const plain = (text: string): string => text.replaceAll('&', '&&')

/** The whole menu for a state of the program. */
export const menuTemplate = (state: MenuState, actions: MenuActions): Item[] => {
  const { texts, mac, development, open, readOnly, recent, theme } = state
  const words = texts.menu
  const command = (id: MenuCommand, enabled = true): Item => ({
    id,
    label: words[id],
    enabled,
    click: () => actions.command(id),
    ...keysOf(id),
  })
  const themeItem = (id: MenuCommand, choice: ThemeChoice): Item => ({ ...command(id), type: 'radio', checked: theme === choice })
  const writable = open && !readOnly

  const recentItem: Item = {
    id: 'recent',
    label: words.recent,
    submenu:
      recent.length === 0
        ? [{ label: words.noRecent, enabled: false }]
        : recent.map(({ folder, name }) => ({
            label: plain(`${name} — ${short(folder)}`),
            click: () => actions.openFolder(folder),
          })),
  }
  const about: Item = { id: 'about', label: words.about, click: actions.about }
  const quit: Item = { role: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q' }

  const program: Item = {
    label: texts.program,
    submenu: [
      about,
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.unhide },
      separator,
      quit,
    ],
  }
  const file: Item = {
    label: words.file,
    submenu: [
      { id: 'newWindow', label: words.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
      separator,
      command('newsroomDemo'),
      command('newsroomCreate'),
      command('newsroomOpen'),
      recentItem,
      separator,
      command('filesImport', writable),
      command('pdfExport', open),
      separator,
      command('folderClose', open),
      { role: 'close', label: words.closeWindow, accelerator: 'CmdOrCtrl+W' },
      ...(mac ? [] : [separator, quit]),
    ],
  }
  const edit: Item = {
    label: words.edit,
    submenu: [
      command('undo'),
      command('redo'),
      separator,
      { role: 'cut', label: words.cut, accelerator: 'CmdOrCtrl+X', registerAccelerator: false },
      { role: 'copy', label: words.copy, accelerator: 'CmdOrCtrl+C', registerAccelerator: false },
      { role: 'paste', label: words.paste, accelerator: 'CmdOrCtrl+V', registerAccelerator: false },
      { role: 'selectAll', label: words.selectAll, accelerator: 'CmdOrCtrl+A', registerAccelerator: false },
      separator,
      command('find', open),
    ],
  }
  const view: Item = {
    label: words.view,
    submenu: [
      command('sectionDesk', open),
      command('sectionIssue', open),
      command('sectionArticle', open),
      command('sectionMedia', open),
      command('sectionPage', open),
      command('sectionPublishing', open),
      command('sectionSettings', open),
      separator,
      {
        label: words.theme,
        submenu: [themeItem('themeSystem', 'system'), themeItem('themeLight', 'light'), themeItem('themeDark', 'dark')],
      },
      separator,
      // Ctrl + − and Ctrl 0 belong to the sheet on «Полосы».
      { id: 'larger', label: words.larger, accelerator: 'CmdOrCtrl+Alt+=', click: () => actions.zoom(1) },
      { id: 'smaller', label: words.smaller, accelerator: 'CmdOrCtrl+Alt+-', click: () => actions.zoom(-1) },
      { id: 'actualSize', label: words.actualSize, click: () => actions.zoom(0) },
      separator,
      { role: 'togglefullscreen', label: words.fullScreen, accelerator: mac ? 'Ctrl+Cmd+F' : 'Shift+F11' },
      ...(development
        ? [
            separator,
            { role: 'reload', label: words.reload, accelerator: 'CmdOrCtrl+R' } as const,
            { role: 'toggleDevTools', label: words.inspector, accelerator: 'CmdOrCtrl+Alt+I' } as const,
          ]
        : []),
    ],
  }
  const window: Item = {
    role: 'windowMenu',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize, accelerator: 'CmdOrCtrl+M' },
      ...(mac ? [separator, { role: 'front', label: words.bringToFront } as const] : []),
    ],
  }
  const help: Item = {
    role: 'help',
    label: words.help,
    submenu: [
      command('keyList'),
      { id: 'logFolder', label: words.logFolder, click: actions.showLog },
      ...(mac ? [] : [separator, about]),
    ],
  }
  return [...(mac ? [program] : []), file, edit, view, window, help]
}
