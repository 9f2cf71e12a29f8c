import type { ChannelAdapter } from '../channel-adapter.ts'
import { plainPost, tagsOf } from '../plain-post.ts'
import { textLimitOf } from '../post-settings.ts'
import { webPhoto } from '../web-photo.ts'
import { photoRequest, topicPost } from './client.ts'
import { okCounting } from './counting.ts'
import { photoOutcome, topicOutcome } from './outcome.ts'
import { okSelfTest } from './self-test.ts'
import { okKeysComplaint, okSettings, photoLimitOf, usualTextLimit } from './settings.ts'

/** A group in Odnoklassniki. */
export const okChannel: ChannelAdapter = {
  settings: okSettings,
  target: 'group',
  secretComplaint: okKeysComplaint,
  intervalMs: 1000,
  format: (content, context) =>
    plainPost(content, context, {
      source: 'ok',
      limit: textLimitOf(context.settings, usualTextLimit),
      photoLimit: photoLimitOf(context.settings),
      guard: (text) => text,
      tags: tagsOf(content.rubric, context.settings),
    }),
  preparePhoto: webPhoto,
  carrier: {
    kind: 'http',
    request: topicPost,
    outcome: topicOutcome,
    uploads: { request: photoRequest, outcome: photoOutcome },
    // How the list of a group's topics shows their words is not documented: no «no» of it could be relied on (rule M3).
    lookup: null,
    counting: okCounting,
  },
  selfTest: okSelfTest,
}
