import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { type MenuActions, type MenuState, menuTemplate } from '../../src/main/menu.ts'
import { frameKeys, type KeyBinding, startKeys } from '../../src/renderer/app/keys.ts'
import { findShortcut } from '../../src/renderer/features/article/editor/shortcuts.ts'
import { findingKeys } from '../../src/renderer/features/page/check/CheckList.tsx'
import { pageKeys } from '../../src/renderer/features/page/use-view.ts'
import { type MenuCommand, menuCommands } from '../../src/shared/desktop/commands.ts'
import { desktopTexts } from '../../src/shared/desktop/texts/texts.ts'

const idle: MenuActions = {
  command: () => undefined,
  newWindow: () => undefined,
  zoom: () => undefined,
  openFolder: () => undefined,
  showLog: () => undefined,
  about: () => undefined,
}

const usual: MenuState = {
  texts: desktopTexts.ru,
  mac: false,
  development: false,
  open: true,
  readOnly: false,
  recent: [{ folder: '/home/anna/Редакция', name: 'Среда & Ко' }],
  theme: 'system',
}

const systems: readonly Partial<MenuState>[] = [
  {},
  { mac: true },
  { development: true },
  { mac: true, development: true },
  { texts: desktopTexts.en },
]

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const itemsOf = (state: Partial<MenuState> = {}, actions: Partial<MenuActions> = {}) =>
  flat(menuTemplate({ ...usual, ...state }, { ...idle, ...actions }))

const isOwned = (item: MenuItemConstructorOptions) => item.accelerator !== undefined && item.registerAccelerator !== false

/** An accelerator as the window's tables write a key. */
const bindingOf = (accelerator: string): KeyBinding => {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const codes: Record<string, string> = { '=': 'Equal', '-': 'Minus' }
  const code = codes[key] ?? (/^\d$/.test(key) ? `Digit${key}` : /^[A-Z]$/.test(key) ? `Key${key}` : key)
  return {
    code,
    ctrl: parts.includes('CmdOrCtrl') || parts.includes('Ctrl') || parts.includes('Cmd'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
}
const keyOf = ({ code, ctrl = false, shift = false, alt = false }: KeyBinding) => JSON.stringify({ code, ctrl, shift, alt })

describe('меню', () => {
  test('каждая клавиша стоит в нём один раз', () => {
    for (const state of systems) {
      const accelerators = itemsOf(state).flatMap(({ accelerator }) => accelerator ?? [])
      expect(new Set(accelerators).size, JSON.stringify(accelerators)).toBe(accelerators.length)
      expect(accelerators.length).toBeGreaterThan(15)
    }
  })

  test('каждая команда окна стоит в нём один раз и доходит до окна', () => {
    const given: MenuCommand[] = []
    const items = itemsOf({}, { command: (command) => given.push(command) })
    for (const command of menuCommands) {
      const [item, ...others] = items.filter(({ id }) => id === command)
      expect(others, command).toEqual([])
      // The real item and window are not needed by any of these.
      expect(item?.click, command).toBeDefined()
      Reflect.apply(item?.click ?? idle.about, undefined, [])
    }
    expect(given).toEqual([...menuCommands])
  })

  test('у клавиши один хозяин: свои клавиши меню окну незнакомы', () => {
    const known = [
      ...Object.values(frameKeys),
      ...Object.values(startKeys),
      ...Object.values(pageKeys),
      ...Object.values(findingKeys),
    ]
    const windowKeys = new Set(known.map(keyOf))
    for (const state of systems) {
      for (const { accelerator = '' } of itemsOf(state).filter(isOwned)) {
        const binding = bindingOf(accelerator)
        expect(windowKeys.has(keyOf(binding)), accelerator).toBe(false)
        const { code, ctrl = false, shift = false, alt = false } = binding
        const press = { code, ctrlKey: ctrl, metaKey: false, shiftKey: shift, altKey: alt }
        expect(findShortcut(press), accelerator).toBeNull()
      }
    }
  })

  test('клавиши окна меню только показывает, и те же самые', () => {
    const shown: Partial<Record<MenuCommand, KeyBinding>> = {
      find: frameKeys.find,
      sectionDesk: frameKeys.desk,
      sectionIssue: frameKeys.issue,
      sectionArticle: frameKeys.article,
      sectionPage: frameKeys.page,
      sectionPublishing: frameKeys.publishing,
      sectionSettings: frameKeys.settings,
      keyList: frameKeys.keyList,
    }
    const items = itemsOf()
    for (const [command, binding] of Object.entries(shown)) {
      const item = items.find(({ id }) => id === command)
      expect(item?.registerAccelerator, command).toBe(false)
      expect(keyOf(bindingOf(item?.accelerator ?? '')), command).toBe(keyOf(binding))
    }
  })

  test('говорит по-русски, в английском окне по-английски', () => {
    const labels = (state: Partial<MenuState>) => itemsOf({ recent: [], ...state }).flatMap(({ label }) => label ?? [])
    for (const label of labels({})) expect(label).toMatch(/^(?:[А-Яа-яЁё «»…-]|PDF)+$/)
    for (const label of labels({ texts: desktopTexts.en })) expect(label).toMatch(/^[A-Za-z …]+$/)
    for (const state of systems) for (const item of itemsOf(state)) expect(item.label ?? item.type).toBeTruthy()
  })

  test('без открытой папки и при чтении закрыто то, чего сделать нельзя', () => {
    const enabled = (state: Partial<MenuState>, id: string) => itemsOf(state).find((item) => item.id === id)?.enabled
    expect(enabled({ open: false }, 'folderClose')).toBe(false)
    expect(enabled({ open: false }, 'sectionIssue')).toBe(false)
    expect(enabled({ open: false }, 'newsroomOpen')).toBe(true)
    expect(enabled({ readOnly: true }, 'filesImport')).toBe(false)
    expect(enabled({ readOnly: true }, 'pdfExport')).toBe(true)
  })

  test('из тем отмечена одна, та, что выбрана', () => {
    const marked = (theme: MenuState['theme']) =>
      itemsOf({ theme })
        .filter(({ type }) => type === 'radio')
        .map(({ id, checked }) => [id, checked])
    expect(marked('dark')).toEqual([
      ['themeSystem', false],
      ['themeLight', false],
      ['themeDark', true],
    ])
    expect(marked('system').filter(([, checked]) => checked)).toEqual([['themeSystem', true]])
  })

  test('недавние открываются, их «&» не становится подчёркиванием', () => {
    const opened: string[] = []
    const recent = itemsOf({}, { openFolder: (folder) => opened.push(folder) }).find(({ label }) => label?.startsWith('Среда'))
    expect(recent?.label).toBe('Среда && Ко — /home/anna/Редакция')
    Reflect.apply(recent?.click ?? idle.about, undefined, [])
    expect(opened).toEqual(['/home/anna/Редакция'])
    expect(itemsOf({ recent: [] }).find(({ label }) => label === 'Пока пусто')?.enabled).toBe(false)
  })

  test('средства разработки есть только в разработке', () => {
    const hasInspector = (development: boolean) => itemsOf({ development }).some(({ role }) => role === 'toggleDevTools')
    expect(hasInspector(true)).toBe(true)
    expect(hasInspector(false)).toBe(false)
  })
})
