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

/** What a person is asked for to connect a channel of a kind. */
export interface ChannelForm {
  readonly fields: readonly ChannelField[]
  /** Does the channel take a secret (a token, a password)? */
  readonly secret: boolean
  /** Setting by which people know the place. */
  readonly place: string
}

export const channelForms: Readonly<Record<ChannelKind, ChannelForm>> = {
  telegram: {
    fields: [
      { name: 'chat', usual: null },
      { name: 'apiRoot', usual: 'https://api.telegram.org' },
      { name: 'grace', usual: '120' },
    ],
    secret: true,
    place: 'chat',
  },
  wordpress: {
    fields: [
      { name: 'site', usual: null },
      { name: 'user', usual: null },
      { name: 'status', choices: ['publish', 'draft'], usual: 'publish' },
      { name: 'cover', choices: ['firstPhoto', 'none'], usual: 'firstPhoto' },
      { name: 'categories', usual: '', lines: 3 },
      { name: 'author', usual: '' },
      { name: 'grace', usual: '120' },
    ],
    secret: true,
    place: 'site',
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
    secret: false,
    place: 'file',
  },
}

/** The place a channel posts to, for people. */
export const placeOf = (kind: ChannelKind, settings: Readonly<Record<string, string>>): string =>
  settings[channelForms[kind].place] ?? ''
