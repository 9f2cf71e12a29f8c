import type { ChannelKind } from './channel.ts'

/** A setting of a channel as a person fills it in. */
export interface ChannelField {
  readonly name: string
  /** One of these where there are; any line otherwise. */
  readonly choices?: readonly string[]
  /** What an empty field means; null where it must be filled in. */
  readonly usual: string | null
  readonly lines?: number
}

/** A key of a channel as a person fills it in. */
export interface ChannelSecret {
  readonly name: string
  /** Can a new channel do without it? */
  readonly optional: boolean
}

const oneSecret: readonly ChannelSecret[] = [{ name: 'secret', optional: false }]

/** What a person is asked for to connect a channel of a kind. */
export interface ChannelForm {
  readonly fields: readonly ChannelField[]
  /** Keys, tokens and passwords; none where the channel takes none. Several are kept as one JSON object of them. */
  readonly secrets: readonly ChannelSecret[]
  /** Setting by which people know the place. */
  readonly place: string
}

export const channelForms: Readonly<Record<ChannelKind, ChannelForm>> = {
  telegram: {
    fields: [
      { name: 'chat', usual: null },
      { name: 'apiRoot', usual: 'https://api.telegram.org' },
      { name: 'proxy', usual: '' },
      { name: 'grace', usual: '120' },
    ],
    secrets: oneSecret,
    place: 'chat',
  },
  vk: {
    fields: [
      { name: 'group', usual: null },
      { name: 'hashtags', choices: ['rubric', 'off'], usual: 'rubric' },
      { name: 'tags', usual: '' },
      { name: 'textLimit', usual: '16384' },
      { name: 'apiRoot', usual: 'https://api.vk.com' },
      { name: 'proxy', usual: '' },
      { name: 'grace', usual: '120' },
    ],
    secrets: [
      { name: 'community', optional: false },
      { name: 'user', optional: true },
      { name: 'service', optional: true },
    ],
    place: 'group',
  },
  ok: {
    fields: [
      { name: 'group', usual: null },
      { name: 'application', usual: null },
      { name: 'hashtags', choices: ['rubric', 'off'], usual: 'rubric' },
      { name: 'tags', usual: '' },
      { name: 'textLimit', usual: '16000' },
      { name: 'photoLimit', usual: '10' },
      { name: 'apiRoot', usual: 'https://api.ok.ru' },
      { name: 'proxy', usual: '' },
      { name: 'grace', usual: '120' },
    ],
    secrets: [
      { name: 'token', optional: false },
      { name: 'session', optional: false },
    ],
    place: 'group',
  },
  wordpress: {
    fields: [
      { name: 'site', usual: null },
      { name: 'user', usual: null },
      { name: 'status', choices: ['publish', 'draft'], usual: 'publish' },
      { name: 'cover', choices: ['firstPhoto', 'none'], usual: 'firstPhoto' },
      { name: 'categories', usual: '', lines: 3 },
      { name: 'author', usual: '' },
      { name: 'proxy', usual: '' },
      { name: 'grace', usual: '120' },
    ],
    secrets: oneSecret,
    place: 'site',
  },
  webhook: {
    fields: [
      { name: 'address', usual: null },
      { name: 'proxy', usual: '' },
      { name: 'grace', usual: '120' },
    ],
    secrets: oneSecret,
    place: 'address',
  },
  rss: {
    fields: [
      { name: 'file', usual: null },
      { name: 'title', usual: null },
      { name: 'description', usual: '' },
      { name: 'folderAddress', usual: '' },
      { name: 'site', usual: '' },
      { name: 'items', usual: '100' },
      { name: 'days', usual: '30' },
      { name: 'grace', usual: '120' },
    ],
    secrets: [],
    place: 'file',
  },
  email: {
    fields: [
      { name: 'host', usual: null },
      { name: 'user', usual: null },
      { name: 'from', usual: null },
      { name: 'to', usual: null },
      { name: 'fromName', usual: '' },
      { name: 'replyTo', usual: '' },
      { name: 'security', choices: ['tls', 'starttls', 'plain'], usual: 'tls' },
      { name: 'port', usual: '' },
      { name: 'perMinute', usual: '20' },
      { name: 'unsubscribeAddress', usual: '' },
      { name: 'unsubscribePage', usual: '' },
      { name: 'proxy', usual: '' },
      { name: 'grace', usual: '120' },
    ],
    secrets: oneSecret,
    place: 'to',
  },
  clipboard: {
    fields: [
      { name: 'address', usual: null },
      { name: 'hashtags', choices: ['rubric', 'off'], usual: 'rubric' },
      { name: 'tags', usual: '' },
      { name: 'textLimit', usual: '30000' },
      { name: 'grace', usual: '120' },
    ],
    secrets: [],
    place: 'address',
  },
}

/** The place a channel posts to, for people. */
export const placeOf = (kind: ChannelKind, settings: Readonly<Record<string, string>>): string =>
  settings[channelForms[kind].place] ?? ''
