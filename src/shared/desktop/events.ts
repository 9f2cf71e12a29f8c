import { z } from 'zod'
import { menuCommands } from './commands.ts'

/** Everything the desktop program tells one window unasked; it comes beside the events of the backend. */
export const desktopEventSchema = z.discriminatedUnion('type', [
  /** A person chose this in the menu. */
  z.object({ type: z.literal('menuCommand'), command: z.enum(menuCommands) }),
  /** Files or a folder were given to the program; `desktop.takeOffer` hands them over. */
  z.object({ type: z.literal('offerWaiting') }),
  /** The window is to close or the computer to sleep: save what is not saved, then answer with `desktop.settled`. */
  z.object({ type: z.literal('settle'), request: z.string() }),
])
export type DesktopEvent = z.infer<typeof desktopEventSchema>
