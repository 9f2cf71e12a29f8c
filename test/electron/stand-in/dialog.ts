import { z } from 'zod'
import { Window } from './browser-window.ts'
import { desk } from './desk.ts'
import { NotImitated, options, strict } from './strict.ts'

const filters = z.array(z.strictObject({ name: z.string(), extensions: z.array(z.string()) })).optional()
const common = { title: z.string().optional(), defaultPath: z.string().optional(), buttonLabel: z.string().optional(), filters }

const openSchema = z.strictObject({
  ...common,
  message: z.string().optional(),
  properties: z
    .array(
      z.enum([
        'openFile',
        'openDirectory',
        'multiSelections',
        'createDirectory',
        'promptToCreate',
        'showHiddenFiles',
        'dontAddToRecent',
      ]),
    )
    .optional(),
})
const saveSchema = z.strictObject({
  ...common,
  message: z.string().optional(),
  nameFieldLabel: z.string().optional(),
  properties: z.array(z.enum(['createDirectory', 'showOverwriteConfirmation', 'showHiddenFiles', 'dontAddToRecent'])).optional(),
})
const messageSchema = z.strictObject({
  message: z.string(),
  type: z.enum(['none', 'info', 'error', 'question', 'warning']).optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  buttons: z.array(z.string()).optional(),
  defaultId: z.number().optional(),
  cancelId: z.number().optional(),
  noLink: z.boolean().optional(),
  normalizeAccessKeys: z.boolean().optional(),
})

const openAnswer = z.strictObject({ canceled: z.boolean(), filePaths: z.array(z.string()) })
const saveAnswer = z.strictObject({ canceled: z.boolean(), filePath: z.string() })
const messageAnswer = z.strictObject({ response: z.number(), checkboxChecked: z.boolean() })

/** Shows nobody a dialog: checks its options, keeps them for the test and gives the answer the test has laid out. */
const show =
  <O, A>(kind: string, optionsSchema: z.ZodType<O>, answerSchema: z.ZodType<A>) =>
  (...args: unknown[]): Promise<A> => {
    const own = args[0] instanceof Window ? args.slice(1) : args
    desk.dialogs.push({ kind, options: options(`dialog.${kind}`, optionsSchema, own[0]) })
    const at = desk.answers.findIndex((answer) => answer.kind === kind)
    const [answer] = at < 0 ? [] : desk.answers.splice(at, 1)
    if (!answer) throw new NotImitated(`dialog.${kind} без ответа, заготовленного тестом`)
    return Promise.resolve(answerSchema.parse(answer.answer))
  }

export const dialog = strict('dialog', {
  showOpenDialog: show('showOpenDialog', openSchema, openAnswer),
  showSaveDialog: show('showSaveDialog', saveSchema, saveAnswer),
  showMessageBox: show('showMessageBox', messageSchema, messageAnswer),
  showErrorBox: (title: string, content: string) => {
    desk.dialogs.push({ kind: 'showErrorBox', options: { title, content } })
  },
})
