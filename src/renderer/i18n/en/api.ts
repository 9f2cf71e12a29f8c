import type { Messages } from '../ru.ts'

export const api: Messages['api'] = {
  lost: {
    what: 'The connection to the program is lost.',
    safe: 'Everything marked as saved is on disk.',
    todo: 'Check that the program is running: the connection comes back by itself.',
  },
  misunderstood: {
    what: 'The program gave an unexpected answer.',
    safe: 'What was saved is unharmed.',
    todo: 'Reload the window. If it happens again, give the error code to whoever looks after the program.',
  },
  layoutBroken: {
    what: 'Page layout in this window has stopped.',
    safe: 'Texts and the issue are unharmed, PDF export works.',
    todo: 'Reload the window. If it happens again, give the error code to whoever looks after the program.',
  },
}
