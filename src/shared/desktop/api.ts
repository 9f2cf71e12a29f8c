import { z } from 'zod'
import { reading } from '../api/operation.ts'
import { themeChoices } from './theme.ts'

/** What a native dialog is for; each remembers its own last folder. */
export const folderPurposes = ['newsroom', 'files', 'export'] as const
export type FolderPurpose = (typeof folderPurposes)[number]

const words = { title: z.string(), action: z.string() }

/**
 * What a window asks of the desktop program itself: dialogs, other programs, other windows. A browser has none of it,
 * and the backend knows nothing of it.
 */
export const desktopApi = {
  /** A folder from the system's dialog, null when the person gave up. */
  chooseFolder: reading('desktop.chooseFolder', z.object(words), z.object({ folder: z.string().nullable() })),
  /** Files of these kinds (extensions without dots); an empty list when the person gave up. */
  chooseFiles: reading(
    'desktop.chooseFiles',
    z.object({ ...words, kinds: z.array(z.string()) }),
    z.object({ paths: z.array(z.string()) }),
  ),
  /** Where to write a file; null when the person gave up. `name` is the suggestion, with its extension. */
  chooseSaveFile: reading(
    'desktop.chooseSaveFile',
    z.object({ ...words, name: z.string() }),
    z.object({ file: z.string().nullable() }),
  ),
  /** Shows a file in the system's file manager. */
  reveal: reading('desktop.reveal', z.object({ file: z.string() }), z.object({})),
  /** Opens a finished PDF in the program that the system has for it; nothing else is opened. */
  openPdf: reading('desktop.openPdf', z.object({ file: z.string() }), z.object({})),
  /** Opens a web or mail address in the person's own program. */
  openLink: reading('desktop.openLink', z.object({ address: z.string() }), z.object({})),
  /** What was given to the program from outside and waits; a second asking finds nothing. */
  takeOffer: reading('desktop.takeOffer', z.object({}), z.object({ folder: z.string().nullable(), files: z.array(z.string()) })),
  /** The answer to a `settle` event: is everything of this window on disk? */
  settled: reading('desktop.settled', z.object({ request: z.string(), saved: z.boolean() }), z.object({})),
  /** Has the system say something while no window of the program is in front. */
  notify: reading('desktop.notify', z.object({ title: z.string().max(200), body: z.string().max(500) }), z.object({})),
  /** The language of the window, for the menu and the dialogs. */
  useLanguage: reading('desktop.useLanguage', z.object({ language: z.enum(['ru', 'en']) }), z.object({})),
  /** The theme that is chosen in the window, for the mark in the menu. */
  useTheme: reading('desktop.useTheme', z.object({ theme: z.enum(themeChoices) }), z.object({})),
} as const
export type DesktopLanguage = z.infer<typeof desktopApi.useLanguage.input>['language']
