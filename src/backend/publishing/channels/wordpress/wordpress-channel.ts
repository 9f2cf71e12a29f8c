import { formatArticle } from '../article-part.ts'
import type { ChannelAdapter } from '../channel-adapter.ts'
import { webPhoto } from '../web-photo.ts'
import { wordpressEdit, wordpressRemoval } from './change.ts'
import { articleQuestion, articleRequest } from './client.ts'
import { wordpressCounting } from './counting.ts'
import { articleFound, articleOutcome } from './outcome.ts'
import { wordpressSelfTest } from './self-test.ts'
import { passwordComplaint, wordpressSettings } from './settings.ts'
import { wordpressTrial } from './trial.ts'
import { wordpressUploads } from './uploads.ts'

/** A site on WordPress, posted to over its REST interface with an application password. */
export const wordpressChannel: ChannelAdapter = {
  settings: wordpressSettings,
  target: 'site',
  secretComplaint: passwordComplaint,
  intervalMs: 1000,
  // How large a file a site takes is its own setting; it refuses what is larger.
  format: (content, context) => formatArticle(content, context, Number.POSITIVE_INFINITY),
  preparePhoto: webPhoto,
  carrier: {
    kind: 'http',
    request: articleRequest,
    outcome: articleOutcome,
    uploads: wordpressUploads,
    lookup: { request: articleQuestion, outcome: articleFound },
    edit: wordpressEdit,
    remove: wordpressRemoval,
    counting: wordpressCounting,
  },
  selfTest: wordpressSelfTest,
  issuePages: true,
  trial: wordpressTrial,
}
