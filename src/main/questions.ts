import { describeFailure, type Result } from '../shared/api/result.ts'
import type { DesktopTexts } from '../shared/desktop/texts/ru.ts'
import type { Unsaved } from './closing.ts'

/** A question in a native box. The first choice is the safe one: Enter and Esc take it. */
export interface Question<A> {
  readonly message: string
  readonly detail: string
  readonly choices: readonly [Choice<A>, ...Choice<A>[]]
}

interface Choice<A> {
  readonly label: string
  readonly answer: A
}

/** What a native box is shown with. */
export interface BoxOptions {
  type: 'warning' | 'info'
  title: string
  message: string
  detail: string
  buttons: string[]
  defaultId: number
  cancelId: number
  noLink: boolean
}

/** Shows a question and returns the answer; a box that was closed otherwise means the safe one. */
export const ask = async <A>(
  show: (options: BoxOptions) => Promise<{ readonly response: number }>,
  title: string,
  { message, detail, choices }: Question<A>,
): Promise<A> => {
  const buttons = choices.map(({ label }) => label)
  const { response } = await show({ type: 'warning', title, message, detail, buttons, defaultId: 0, cancelId: 0, noLink: true })
  return (choices[response] ?? choices[0]).answer
}

export const unsavedQuestion = ({ unsaved }: DesktopTexts, why: Unsaved): Question<'wait' | 'stay' | 'discard'> => ({
  message: unsaved.message,
  detail: `${why === 'failed' ? unsaved.failed : unsaved.silent} ${unsaved.todo}`,
  choices: [
    { label: unsaved.wait, answer: 'wait' },
    { label: unsaved.stay, answer: 'stay' },
    { label: unsaved.discard, answer: 'discard' },
  ],
})

export const closeFailedQuestion = ({ closeFailed }: DesktopTexts, what: Result<never>): Question<'stay' | 'quit'> => ({
  message: closeFailed.message,
  detail: [what.ok ? '' : describeFailure(what.failure), closeFailed.todo].join(' ').trim(),
  choices: [
    { label: closeFailed.stay, answer: 'stay' },
    { label: closeFailed.quit, answer: 'quit' },
  ],
})

export const crashedQuestion = ({ crashed }: DesktopTexts): Question<'reload' | 'close'> => ({
  message: crashed.message,
  detail: crashed.detail,
  choices: [
    { label: crashed.reload, answer: 'reload' },
    { label: crashed.close, answer: 'close' },
  ],
})

export const unresponsiveQuestion = ({ unresponsive }: DesktopTexts): Question<'wait' | 'reload'> => ({
  message: unresponsive.message,
  detail: unresponsive.detail,
  choices: [
    { label: unresponsive.wait, answer: 'wait' },
    { label: unresponsive.reload, answer: 'reload' },
  ],
})

/** A message that only wants to be read. */
export const message = (texts: DesktopTexts, text: string, detail = ''): Question<null> => ({
  message: text,
  detail,
  choices: [{ label: texts.ok, answer: null }],
})
