import { extname, isAbsolute } from 'node:path'
import type { z } from 'zod'
import { fileFailure } from '../backend/file-failure.ts'
import type { Files } from '../backend/store/files.ts'
import type { Operation } from '../shared/api/operation.ts'
import { failure, type Result, success } from '../shared/api/result.ts'
import { type DesktopLanguage, desktopApi } from '../shared/desktop/api.ts'
import type { DesktopTexts } from '../shared/desktop/texts/ru.ts'
import type { ThemeChoice } from '../shared/desktop/theme.ts'
import type { Dialogs } from './dialogs.ts'
import type { Notice } from './notify.ts'
import type { Offers } from './open-files.ts'
import { externalAddress } from './security.ts'

/** What the operations of the desktop program need; `window` is the number of the asking window. */
export interface DesktopParts {
  readonly files: Pick<Files, 'facts'>
  readonly texts: () => DesktopTexts
  readonly dialogsOf: (window: number) => Dialogs
  readonly offers: Offers
  /** Electron's `shell`; `openPath` answers with what went wrong, or nothing. */
  readonly shell: {
    openExternal(address: string): Promise<void>
    openPath(path: string): Promise<string>
    showItemInFolder(path: string): void
  }
  readonly settled: (request: string, saved: boolean) => void
  /** Says something to the person who looks elsewhere. */
  readonly notify: (notice: Notice) => void
  readonly useLanguage: (language: DesktopLanguage) => void
  readonly useTheme: (theme: ThemeChoice) => void
}

interface Served {
  readonly name: string
  readonly run: (input: unknown, window: number) => Promise<Result<unknown>>
}

const serve = <I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  handle: (input: z.output<I>, window: number) => Promise<Result<z.input<O>>>,
): Served => ({
  name: operation.name,
  run: async (input, window) => {
    const parsed = operation.input.safeParse(input)
    return parsed.success ? handle(parsed.data, window) : failure('invalidInput', 'Неверные данные.')
  },
})

/** Carries out an operation of `desktopApi`; null for a name that is none of them. */
export type DesktopDispatch = (name: string, input: unknown, window: number) => Promise<Result<unknown>> | null

export const desktopDispatch = (parts: DesktopParts): DesktopDispatch => {
  const { files, texts, dialogsOf, offers, shell } = parts

  /** Only what is there, and by its whole path, is shown or opened. */
  const present = async (file: string): Promise<Result<null>> =>
    isAbsolute(file) && (await files.facts(file).catch(() => null)) !== null
      ? success(null)
      : failure('notFound', texts().noFile(file), { todo: texts().noFileTodo })

  const served = [
    serve(desktopApi.chooseFolder, async (words, window) => success({ folder: await dialogsOf(window).folder(words) })),
    serve(desktopApi.chooseFiles, async ({ kinds, ...words }, window) =>
      success({ paths: [...(await dialogsOf(window).files(words, kinds))] }),
    ),
    serve(desktopApi.chooseSaveFile, async ({ name, ...words }, window) =>
      success({ file: await dialogsOf(window).saveFile(words, name) }),
    ),
    serve(desktopApi.reveal, async ({ file }) => {
      const found = await present(file)
      if (!found.ok) return found
      shell.showItemInFolder(file)
      return success({})
    }),
    serve(desktopApi.openPdf, async ({ file }) => {
      if (extname(file).toLowerCase() !== '.pdf') return failure('forbidden', texts().notDesktopFile)
      const found = await present(file)
      if (!found.ok) return found
      return (await shell.openPath(file)) === ''
        ? success({})
        : failure('unavailable', texts().noProgram, { safe: texts().fileIsWhole(file), todo: texts().noProgramTodo })
    }),
    serve(desktopApi.openLink, async ({ address }) => {
      const external = externalAddress(address)
      if (external === null) return failure('forbidden', texts().notALink)
      await shell.openExternal(external)
      return success({})
    }),
    serve(desktopApi.takeOffer, async () => {
      const { folder, files: given } = offers.take()
      return success({ folder, files: [...given] })
    }),
    serve(desktopApi.settled, async ({ request, saved }) => {
      parts.settled(request, saved)
      return success({})
    }),
    serve(desktopApi.useLanguage, async ({ language }) => {
      parts.useLanguage(language)
      return success({})
    }),
    serve(desktopApi.notify, async (notice) => {
      parts.notify(notice)
      return success({})
    }),
    serve(desktopApi.useTheme, async ({ theme }) => {
      parts.useTheme(theme)
      return success({})
    }),
  ]
  const byName = new Map(served.map((each) => [each.name, each]))

  return (name, input, window) => {
    const found = byName.get(name)
    if (!found) return null
    return found
      .run(input, window)
      .catch((error: unknown) => fileFailure(error) ?? failure('internal', 'Действие не выполнено.', { reference: name }))
  }
}
