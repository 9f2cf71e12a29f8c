import type { ChannelAdapter } from '../channel-adapter.ts'
import { plainPost, tagsOf } from '../plain-post.ts'
import { textLimitOf } from '../post-settings.ts'
import { webPhoto } from '../web-photo.ts'
import { clipboardSettings, usualTextLimit } from './settings.ts'

/** Nothing stops a person from putting in every photo there is. */
const photoLimit = 100

/** A place that the program can't post to: a person puts the text and the photos in by hand. */
export const clipboardChannel: ChannelAdapter = {
  settings: clipboardSettings,
  target: 'address',
  secretComplaint: null,
  intervalMs: 0,
  format: (content, context) =>
    plainPost(content, context, {
      source: 'clipboard',
      limit: textLimitOf(context.settings, usualTextLimit),
      photoLimit,
      guard: (text) => text,
      tags: tagsOf(content.rubric, context.settings),
    }),
  preparePhoto: webPhoto,
  carrier: { kind: 'hand' },
  selfTest: async (_world, { settings }) => ({ problem: null, settings }),
}
