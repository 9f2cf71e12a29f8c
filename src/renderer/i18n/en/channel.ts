import type { Messages } from '../ru.ts'

const hashtags = { label: 'Hashtag of the rubric', hint: '' }
const tags = { label: 'Hashtags of every post', hint: 'With spaces between. May stay empty.' }
const textLimit = {
  label: 'Characters of a post, at most',
  hint: 'The network does not tell its limit: change it when it refuses.',
}
const apiRoot = {
  label: 'Address of the programming interface',
  hint: 'Changed when requests go through a server of your own.',
}
const proxy = {
  label: 'Proxy',
  hint: 'HTTP or SOCKS5: http://proxy.example:3128, socks5://proxy.example:1080. With a password: socks5://name:password@proxy.example:1080; the password is kept sealed and never shown again. Empty: requests go straight.',
}
const grace = { label: 'Delay, minutes', hint: 'A delivery that is later than this waits for a person.' }

export const channel: Messages['channel'] = {
  kinds: {
    telegram: 'Telegram',
    vk: 'VK',
    ok: 'Odnoklassniki',
    wordpress: 'WordPress site',
    webhook: 'Another site',
    rss: 'RSS feed',
    email: 'E-mail',
    clipboard: 'By hand',
  },
  empty: 'No channels yet. Connect Telegram, VK or a site, for example.',
  add: 'Connect a channel',
  edit: 'Change…',
  check: 'Check',
  checking: 'Checking…',
  fine: (id) => `The channel ${id} answers: you can publish.`,
  connected: 'connected',
  notConnected: 'not connected',
  needsKey: 'a new key is needed',
  addTitle: 'New channel',
  editTitle: (id) => `Channel ${id}`,
  kind: 'What to connect',
  id: 'Short name',
  idHint: 'Latin letters, digits, “-” and “_”: reports and the command line call the channel so.',
  idError: 'From 1 to 40 Latin letters, digits, “-” or “_”.',
  idTaken: 'There is such a channel already.',
  more: 'More settings',
  needed: 'Fill this in.',
  secretNeeded: 'The channel cannot be connected without it.',
  secretKeep: 'Leave it empty to keep the present one.',
  save: 'Connect',
  saveChanges: 'Save',
  added: (id) => `The channel ${id} is connected and answers: you can publish.`,
  secrets: {
    telegram: {
      secret: { label: 'Token of the bot', hint: 'Kept sealed, apart from the settings, and never shown again.' },
    },
    vk: {
      community: { label: 'Key of the community', hint: 'With rights on the wall and photos. Kept sealed.' },
      user: { label: 'Key of an administrator', hint: 'For photos on the wall. Without it photos go by way of messages.' },
      service: { label: 'Service key', hint: 'Lets the program find out by itself whether a post came out.' },
    },
    clipboard: {},
    ok: {
      token: { label: 'Eternal token', hint: 'The access_token of an application whose owner runs the group. Kept sealed.' },
      session: { label: 'Secret key of the session', hint: 'Stands beside the eternal token; every request is signed with it.' },
    },
    wordpress: {
      secret: {
        label: 'Application password',
        hint: 'Made on the site: “Users” → “Profile” → “Application passwords”. Kept sealed.',
      },
    },
    webhook: { secret: { label: 'Signing key', hint: 'The same as on the site, 16 characters or more. Kept sealed.' } },
    rss: {},
    email: {
      secret: {
        label: 'Password of the mailbox',
        hint: 'Many services give programs an “app password” of their own. Kept sealed.',
      },
    },
  },
  fields: {
    telegram: {
      chat: {
        label: 'Name or number of the channel',
        hint: 'For example @gazeta or -1001234567890. The bot must be one of its administrators.',
      },
      apiRoot: {
        label: 'Address of the Telegram programming interface',
        hint: 'Changed when requests go through a server of your own.',
      },
      proxy,
      grace,
    },
    vk: {
      group: { label: 'Number of the community', hint: 'For example 123456 or https://vk.com/club123456.' },
      hashtags,
      tags,
      textLimit,
      apiRoot,
      proxy,
      grace,
    },
    clipboard: {
      address: { label: 'Address of the place', hint: 'The page that the program opens for you to put the text in.' },
      hashtags,
      tags,
      textLimit,
      grace,
    },
    ok: {
      group: { label: 'Number of the group', hint: 'For example https://ok.ru/group/70000001234567.' },
      application: { label: 'Public key of the application', hint: 'Comes by e-mail when the application is made.' },
      hashtags,
      tags,
      textLimit,
      photoLimit: {
        label: 'Photos of a post, at most',
        hint: 'The network does not tell its limit: change it when it refuses.',
      },
      apiRoot,
      proxy,
      grace,
    },
    wordpress: {
      site: { label: 'Address of the site', hint: 'For example https://eseur.ru.' },
      user: { label: 'User name on the site', hint: 'They need the right to publish posts and to upload files.' },
      status: { label: 'How to publish', hint: '' },
      cover: { label: 'Cover of the post', hint: '' },
      categories: {
        label: 'Categories of the site',
        hint: 'One pair a line: “News = 3”. The number stands in the address of the category’s page (tag_ID). May stay empty.',
      },
      author: { label: 'Number of the author on the site', hint: 'Empty: the author is whoever publishes.' },
      proxy,
      grace,
    },
    webhook: {
      address: {
        label: 'Receiving address',
        hint: 'Given by whoever runs the site: stories come there signed. docs/webhook.md says what it needs.',
      },
      proxy,
      grace,
    },
    rss: {
      file: { label: 'File of the feed', hint: 'A full path ending in .xml: a folder that the web server shows.' },
      title: { label: 'Name of the feed', hint: 'Readers and aggregators will see it.' },
      description: { label: 'Description', hint: 'One line. May stay empty.' },
      folderAddress: {
        label: 'Address of this folder on the internet',
        hint: 'For example https://eseur.ru/feeds. Without it the feed has no photos.',
      },
      site: { label: 'Site of the newspaper', hint: 'The name of the feed leads there. May stay empty.' },
      items: { label: 'Stories in the feed, at most', hint: 'From 1 to 500.' },
      days: { label: 'Of how many last days', hint: 'Older ones do not stay in the feed.' },
      grace,
    },
    email: {
      host: { label: 'Mail server (SMTP)', hint: 'For example smtp.yandex.ru. The mail service names it.' },
      user: { label: 'User name', hint: 'Mostly the address of the mailbox itself.' },
      from: { label: 'Address of the sender', hint: 'Letters come from it, for example gazeta@eseur.ru.' },
      to: {
        label: 'Where single stories go',
        hint: 'One address: your own or a common list. The issue goes to the addresses of the regional organisations.',
      },
      fromName: { label: 'Name of the sender', hint: 'May stay empty.' },
      replyTo: { label: 'Address for answers', hint: 'Empty: answers come to the sender.' },
      security: { label: 'Protection of the connection', hint: '' },
      port: { label: 'Port', hint: 'Empty: the usual one for the protection (465 or 587).' },
      perMinute: { label: 'Letters a minute, at most', hint: 'The mail service knows the limit; 20 suits nearly all.' },
      unsubscribeAddress: { label: 'Address for unsubscribing', hint: 'Requests come here. Empty: to the sender.' },
      unsubscribePage: {
        label: 'Page for unsubscribing',
        hint: 'If the site has one: an address with https://, in which {address} becomes that of the recipient.',
      },
      proxy,
      grace,
    },
  },
  choices: {
    publish: 'on the site at once',
    draft: 'as a draft on the site',
    firstPhoto: 'the first photo of the story',
    none: 'no cover',
    rubric: 'yes',
    off: 'no',
    tls: 'TLS from the start (port 465)',
    starttls: 'STARTTLS (port 587)',
    plain: 'unprotected: on this computer only',
  },
}
