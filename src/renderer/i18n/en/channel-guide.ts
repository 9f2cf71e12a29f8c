import type { Messages } from '../ru.ts'

export const channelGuide: Messages['channelGuide'] = {
  step: (number, all) => `Step ${number} of ${all}`,
  next: 'Next',
  back: 'Back',
  nameTitle: 'Name of the channel',
  checkHint: 'When you press “Connect” the connection and the rights are tested. Readers see nothing of it.',
  notYet:
    'The settings are saved, but you cannot publish yet: one of the tests failed. Nothing was published, the queue is whole. Mend what is marked; if there is no connection, leave it so and test the channel later.',
  mend: 'Mend it',
  leave: 'Leave it so',
  tryOut: 'Make a trial post',
  tryHint: 'The trial post comes out and goes again at once: subscribers may see it for a moment.',
  lastSuccess: (when) => `last success: ${when}`,
  noSuccess: 'no success yet',
  states: { passed: 'fine', failed: 'failed', skipped: 'not tested' },
  steps: {
    telegram: [
      {
        title: 'Make a bot',
        lines: [
          'In Telegram open @BotFather and send it /newbot.',
          'Answer its questions: a name, and an address that ends with bot.',
          'BotFather sends a token: figures, a colon and a long row of letters. Copy it here.',
        ],
      },
      {
        title: 'Let the bot into the channel',
        lines: [
          'In your channel open “Manage channel” → “Administrators” → “Add administrator”.',
          'Find the bot by its address and leave it the right to post.',
        ],
      },
    ],
    vk: [
      {
        title: 'Key of the community',
        lines: [
          'In the community open “Manage” → “API usage” → “Create token”.',
          'Tick access to the wall, to photos and to messages, confirm and copy the key.',
        ],
      },
      {
        title: 'Two more keys, if there are any',
        lines: [
          'With the key of an administrator photos go onto the wall itself. Without it they go by way of messages.',
          'The service key stands in the settings of your application on dev.vk.com: with it a lost answer is cleared up.',
          'Both may stay empty.',
        ],
      },
    ],
    ok: [
      {
        title: 'Application',
        lines: [
          'On ok.ru make an application under the account of one who runs the group.',
          'Ask api-support@ok.ru for the rights VALUABLE_ACCESS, GROUP_CONTENT and PHOTO_CONTENT.',
          'Its public key comes by e-mail when it is made.',
        ],
      },
      {
        title: 'Token',
        lines: [
          'Get the eternal access_token in the settings of the application.',
          'The secret key of the session is shown beside it. Copy both.',
        ],
      },
      { title: 'Group', lines: ['Open the group in a browser and copy its address: its number stands in it.'] },
    ],
    wordpress: [
      { title: 'Address of the site', lines: ['Copy the address of its front page: the rest is found by itself.'] },
      {
        title: 'Application password',
        lines: [
          'On the site open “Users” → “Profile” → “Application passwords”.',
          'Name the password, press “Add” and copy it: it is not shown again.',
        ],
      },
    ],
    webhook: [
      {
        title: 'Receiving on the site',
        lines: [
          'Give docs/webhook.md to whoever runs the site: it describes how to receive stories.',
          'They tell you the address. Fill it in.',
        ],
      },
      { title: 'Signing key', lines: ['Agree on a key: the same on the site and here.'] },
    ],
    rss: [
      { title: 'File of the feed', lines: ['Choose a folder that the web server shows and a file name ending in .xml.'] },
      { title: 'What readers see', lines: ['Name the feed. With the address of its folder it holds photos, too.'] },
    ],
    email: [
      {
        title: 'Mailbox',
        lines: [
          'Find the address of the SMTP server in the settings of your mail service.',
          'Where it gives programs a password of their own, make one and fill it in.',
        ],
      },
      { title: 'From and to', lines: ['Fill in the address that letters come from, and the one a story goes to.'] },
    ],
    clipboard: [
      {
        title: 'Where it is posted',
        lines: [
          'Fill in the address of a place that the program cannot post to.',
          'It prepares the text and the photos, opens the place and keeps the link when you say that it is out.',
        ],
      },
    ],
  },
}
