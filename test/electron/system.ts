import type { ElectronApplication } from '@playwright/test'

type DialogKind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

/** What a person does in a native dialog: chooses, or presses a button by its number. */
export type DialogAnswer =
  | { readonly canceled: boolean; readonly filePaths: string[] }
  | { readonly canceled: boolean; readonly filePath: string }
  | { readonly response: number; readonly checkboxChecked: boolean }

/** Lays out the answer that the next dialog of a kind gets. With the real Electron the dialog is not shown at all. */
const answer = (app: ElectronApplication, kind: DialogKind, given: DialogAnswer): Promise<void> =>
  app.evaluate(
    ({ dialog }, laid) => {
      if (globalThis.standIn) {
        globalThis.standIn.answers.push(laid)
        return
      }
      const original = dialog[laid.kind]
      Object.assign(dialog, {
        [laid.kind]: async () => {
          Object.assign(dialog, { [laid.kind]: original })
          return laid.answer
        },
      })
    },
    { kind, answer: given },
  )

export const chooseFolder = (app: ElectronApplication, folder: string | null): Promise<void> =>
  answer(app, 'showOpenDialog', { canceled: folder === null, filePaths: folder === null ? [] : [folder] })

export const chooseFiles = (app: ElectronApplication, filePaths: string[]): Promise<void> =>
  answer(app, 'showOpenDialog', { canceled: filePaths.length === 0, filePaths })

export const chooseSaveFile = (app: ElectronApplication, file: string | null): Promise<void> =>
  answer(app, 'showSaveDialog', { canceled: file === null, filePath: file ?? '' })

export const pressButton = (app: ElectronApplication, response: number): Promise<void> =>
  answer(app, 'showMessageBox', { response, checkboxChecked: false })

/** The dialogs shown so far, with their options; only the stand-in keeps them. */
export const shownDialogs = (app: ElectronApplication) => app.evaluate(() => globalThis.standIn?.dialogs ?? null)

/** Chooses an item of the application's menu; false when it is missing or disabled. */
export const chooseInMenu = (app: ElectronApplication, id: string): Promise<boolean> =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    if (!item?.enabled) return false
    item.click()
    return true
  }, id)
