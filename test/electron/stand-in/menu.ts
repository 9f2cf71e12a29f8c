import { z } from 'zod'
import { app } from './app.ts'
import { Window } from './browser-window.ts'
import { desk } from './desk.ts'
import { NotImitated, options, strictClass, strictFaces } from './strict.ts'

/** What choosing an item with a role does to the focused window. A role not named here cannot be chosen. */
const roles: Readonly<Record<string, (window: Window | null) => void>> = {
  about: () => {},
  close: (window) => window?.close(),
  copy: (window) => window?.webContents.copy(),
  cut: (window) => window?.webContents.cut(),
  minimize: (window) => window?.minimize(),
  paste: (window) => window?.webContents.paste(),
  quit: () => app.quit(),
  redo: (window) => window?.webContents.redo(),
  reload: (window) => window?.webContents.reload(),
  resetzoom: (window) => window?.webContents.setZoomLevel(0),
  selectall: (window) => window?.webContents.selectAll(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
  undo: (window) => window?.webContents.undo(),
  zoomin: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + 0.5),
  zoomout: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() - 0.5),
}

/** Roles that may stand in a menu and are never chosen by a test. */
const shownRoles = new Set([
  'appmenu',
  'delete',
  'editmenu',
  'filemenu',
  'front',
  'help',
  'hide',
  'hideothers',
  'services',
  'toggledevtools',
  'unhide',
  'viewmenu',
  'window',
  'windowmenu',
])

const itemSchema = z.strictObject({
  label: z.string().optional(),
  id: z.string().optional(),
  accelerator: z.string().optional(),
  registerAccelerator: z.boolean().optional(),
  role: z.string().optional(),
  type: z.enum(['normal', 'separator', 'submenu', 'checkbox', 'radio']).optional(),
  enabled: z.boolean().default(true),
  visible: z.boolean().default(true),
  checked: z.boolean().default(false),
  toolTip: z.string().optional(),
  submenu: z.union([z.array(z.unknown()), z.instanceof(Object)]).optional(),
  click: z
    .custom<(item: MenuItem, window: Window | undefined, event: object) => unknown>((value) => typeof value === 'function')
    .optional(),
})

class MenuItem {
  readonly label: string
  readonly id: string | undefined
  readonly accelerator: string | undefined
  readonly role: string | undefined
  readonly type: string
  readonly submenu: Menu | undefined
  readonly registerAccelerator: boolean
  enabled: boolean
  visible: boolean
  checked: boolean
  /** The menu it stands in. */
  owner: Menu | null = null
  readonly click: () => void

  constructor(given: unknown) {
    const item = options('new MenuItem', itemSchema, given)
    const role = item.role?.toLowerCase()
    if (role !== undefined && !(role in roles) && !shownRoles.has(role)) throw new NotImitated(`роль меню ${item.role}`)
    const { submenu } = item
    this.label = item.label ?? ''
    this.id = item.id
    this.accelerator = item.accelerator
    this.registerAccelerator = item.registerAccelerator ?? true
    this.role = role
    this.submenu = submenu === undefined ? undefined : submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu)
    this.type = item.type ?? (this.submenu ? 'submenu' : 'normal')
    this.enabled = item.enabled
    this.visible = item.visible
    this.checked = item.checked
    this.click = () => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.owner?.choose(this)
      const window = Window.getFocusedWindow()
      if (item.click) return void item.click(itemFace(this), window ?? undefined, {})
      const act = role === undefined ? undefined : roles[role]
      if (!act) throw new NotImitated(`выбор пункта меню ${this.label || this.role}`)
      act(window)
    }
  }
}

const itemFace = strictFaces<MenuItem>('MenuItem')

class Menu {
  static current: Menu | null = null
  readonly items: MenuItem[] = []
  private readonly raw: MenuItem[] = []

  static buildFromTemplate(template: unknown): Menu {
    const menu = new Menu()
    for (const item of z.array(z.unknown()).parse(template)) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menuFace(menu)
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.current = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.current
  }

  append(item: MenuItem): void {
    item.owner = this
    this.items.push(itemFace(item))
    this.raw.push(item)
  }

  /** Of radio items that stand together one is marked. */
  choose(chosen: MenuItem): void {
    const at = this.raw.indexOf(chosen)
    const together = (step: 1 | -1): MenuItem[] => {
      const found: MenuItem[] = []
      for (let i = at + step; this.raw[i]?.type === 'radio'; i += step) found.push(...this.raw.slice(i, i + 1))
      return found
    }
    for (const other of [...together(-1), ...together(1)]) other.checked = false
    chosen.checked = true
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(given: unknown = {}): void {
    options(
      'menu.popup',
      z.strictObject({
        window: z.instanceof(Window).optional(),
        x: z.number().optional(),
        y: z.number().optional(),
        callback: z.unknown(),
      }),
      given,
    )
    desk.popups.push({ items: this.items })
  }
}

const menuFace = strictFaces<Menu>('Menu')
const StrictMenu = strictClass('Menu', Menu, () => menuFace(new Menu()))
const StrictMenuItem = strictClass('MenuItem', MenuItem, (given) => itemFace(new MenuItem(given)))

export { StrictMenu as Menu, StrictMenuItem as MenuItem }
