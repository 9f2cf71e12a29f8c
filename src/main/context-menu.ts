import type { MenuItemConstructorOptions } from 'electron'
import type { DesktopTexts } from '../shared/desktop/texts/ru.ts'

/** What lies under the pointer, as Chromium tells it. */
export interface PointedAt {
  readonly isEditable: boolean
  readonly selectionText: string
  readonly editFlags: { readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean }
}

/** The menu of the right button: in a text its editing, on a selection copying, elsewhere none. */
export const contextTemplate = (
  { isEditable, selectionText, editFlags }: PointedAt,
  { menu }: Pick<DesktopTexts, 'menu'>,
): MenuItemConstructorOptions[] => {
  const copy: MenuItemConstructorOptions = { role: 'copy', label: menu.copy, enabled: editFlags.canCopy }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: menu.selectAll },
  ]
}
