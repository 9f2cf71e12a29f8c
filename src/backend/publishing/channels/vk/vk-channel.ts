import type { ChannelAdapter } from '../channel-adapter.ts'
import { plainPost, tagsOf } from '../plain-post.ts'
import { textLimitOf } from '../post-settings.ts'
import { webPhoto } from '../web-photo.ts'
import { vkEdit, vkRemoval } from './change.ts'
import { photoRequest, wallPost, wallQuestion } from './client.ts'
import { vkCounting } from './counting.ts'
import { photoOutcome, postFound, postOutcome } from './outcome.ts'
import { vkSelfTest, vkTrial } from './self-test.ts'
import { usualTextLimit, vkKeysComplaint, vkSettings } from './settings.ts'

/** Most attachments of a post. */
const photoLimit = 10

/** VK makes links and mentions of `[id1|words]` and `@id1`: an invisible word joiner lets them stand as they are. */
const guard = (text: string): string =>
  text.replace(/\[(?=[^[\]|]*\|)/g, '[\u2060').replace(/([@*])(?=(?:id|club|public|event)\d)/g, '$1\u2060')

/** The wall of a VK group. */
export const vkChannel: ChannelAdapter = {
  settings: vkSettings,
  target: 'group',
  secretComplaint: vkKeysComplaint,
  // A user's key may call three times a second, and a post takes several calls.
  intervalMs: 1000,
  format: (content, context) =>
    plainPost(content, context, {
      source: 'vk',
      limit: textLimitOf(context.settings, usualTextLimit),
      photoLimit,
      guard,
      tags: tagsOf(content.rubric, context.settings),
    }),
  preparePhoto: webPhoto,
  carrier: {
    kind: 'http',
    request: wallPost,
    outcome: postOutcome,
    uploads: { request: photoRequest, outcome: photoOutcome },
    lookup: { request: wallQuestion, outcome: postFound },
    edit: vkEdit,
    remove: vkRemoval,
    counting: vkCounting,
  },
  selfTest: vkSelfTest,
  trial: vkTrial,
}
