import { formatArticle } from '../article-part.ts'
import type { ChannelAdapter } from '../channel-adapter.ts'
import { webPhoto } from '../web-photo.ts'
import { webhookEdit, webhookRemoval } from './change.ts'
import { articleQuestion, articleRequest } from './client.ts'
import { articleFound, articleOutcome } from './outcome.ts'
import { signingKeyComplaint, webhookSettings } from './settings.ts'

/** Asked about by the self-test; no delivery has this id. */
const nobody = 'connection-test'

/** A site on any system: articles go to an address of it as signed JSON, which docs/webhook.md describes. */
export const webhookChannel: ChannelAdapter = {
  settings: webhookSettings,
  target: 'address',
  secretComplaint: signingKeyComplaint,
  intervalMs: 1000,
  format: formatArticle,
  preparePhoto: webPhoto,
  carrier: {
    kind: 'http',
    request: articleRequest,
    outcome: articleOutcome,
    uploads: null,
    lookup: { request: articleQuestion, outcome: articleFound },
    edit: webhookEdit,
    remove: webhookRemoval,
  },
  issuePages: true,
  selfTest: async ({ http }, access) => {
    const answer = articleFound(await http(articleQuestion({ ...access, mark: nobody })))
    return { problem: answer.kind === 'noAnswer' ? answer.reason : null, settings: access.settings }
  },
}
