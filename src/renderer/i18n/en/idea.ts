import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'

const files = { one: 'file', other: 'files' }

/** Words of the inbox of pitches. */
export const idea: Messages['idea'] = {
  title: 'Pitches',
  hint: 'Letters (.eml), texts and photos can be dropped here.',
  dropHere: 'Let go: letters and files become pitches',
  choose: 'Take letters and files…',
  add: 'Write a pitch down…',
  empty: 'There are no new pitches.',
  waiting: 'Waiting for a decision',
  decided: 'Decided',
  from: (sender: string) => `from: ${sender}`,
  unknownSender: 'sender unknown',
  files: (count: number) => plural(count, files),
  topic: 'To topics',
  assignment: 'Assign',
  text: 'Take the text',
  decline: 'Decline…',
  topicOf: (subject: string) => `To topics: ${subject}`,
  assignmentOf: (subject: string) => `Assign: ${subject}`,
  textOf: (subject: string) => `Take the text: ${subject}`,
  declineOf: (subject: string) => `Decline: ${subject}`,
  accepted: (who: string) => `accepted by ${who}`,
  declined: (who: string, reason: string) => `declined by ${who}. ${reason}`,
  open: 'open the story',
  received: 'The pitches are written down.',
  form: {
    title: 'Pitch',
    sender: 'Who proposes it',
    mail: 'E-mail',
    subject: 'What it is about',
    subjectError: 'Say in a few words what it is about.',
    text: 'Details',
    save: 'Write down',
    reason: 'Why',
    reasonHint: 'You answer the author yourself, the program sends nothing.',
    reasonError: 'Give the reason: they will want to know.',
    decline: 'Decline',
    declineTitle: 'Decline the pitch',
  },
}
