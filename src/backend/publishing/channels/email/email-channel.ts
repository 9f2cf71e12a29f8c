import { formatArticle } from '../article-part.ts'
import type { ChannelAdapter } from '../channel-adapter.ts'
import { webPhoto } from '../web-photo.ts'
import { letterOf } from './letter.ts'
import { letterOutcome, loginProblem } from './outcome.ts'
import { emailSettings, paceOf, passwordComplaint, serverOf } from './settings.ts'

/** A letter's picture is shown 552 pixels wide; twice that for fine screens. */
const letterPhotoSide = 1104

/** Many mailboxes take letters of 20 MB; in a letter three bytes are four. */
const attachedBytes = 14_000_000

/** A person waits for the answer of the self-test. */
const questionTimeoutMs = 20_000

/** Letters by SMTP: an article to one address, an issue to each of the regional organisations. */
export const emailChannel: ChannelAdapter = {
  settings: emailSettings,
  target: 'to',
  secretComplaint: passwordComplaint,
  intervalMs: 0,
  paceOf,
  format: (content, context) => formatArticle(content, context, attachedBytes),
  preparePhoto: (bytes) => webPhoto(bytes, letterPhotoSide),
  carrier: {
    kind: 'mail',
    server: serverOf,
    letter: letterOf,
    outcome: letterOutcome,
  },
  selfTest: async ({ mail }, access) => ({
    problem: loginProblem(await mail({ ...serverOf(access), timeoutMs: questionTimeoutMs }, null)),
    settings: access.settings,
  }),
}
