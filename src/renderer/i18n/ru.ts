import { advert } from './ru/advert.ts'
import { api } from './ru/api.ts'
import { app } from './ru/app.ts'
import { article } from './ru/article.ts'
import { assignment } from './ru/assignment.ts'
import { author } from './ru/author.ts'
import { block } from './ru/block.ts'
import { calendar } from './ru/calendar.ts'
import { channel } from './ru/channel.ts'
import { channelGuide } from './ru/channel-guide.ts'
import { comment } from './ru/comment.ts'
import { correction } from './ru/correction.ts'
import { idea } from './ru/idea.ts'
import { issue } from './ru/issue.ts'
import { mailing } from './ru/mailing.ts'
import { media } from './ru/media.ts'
import { merge } from './ru/merge.ts'
import { myDesk } from './ru/my-desk.ts'
import { notification } from './ru/notification.ts'
import { online } from './ru/online.ts'
import { page } from './ru/page.ts'
import { printer } from './ru/printer.ts'
import { publishing } from './ru/publishing.ts'
import { publishingRules } from './ru/publishing-rules.ts'
import { region } from './ru/region.ts'
import { report } from './ru/report.ts'
import { rubric } from './ru/rubric.ts'
import { schedule } from './ru/schedule.ts'
import { search } from './ru/search.ts'
import { settings } from './ru/settings.ts'
import { signoff } from './ru/signoff.ts'
import { staff } from './ru/staff.ts'
import { start } from './ru/start.ts'
import { style } from './ru/style.ts'
import { suggestion } from './ru/suggestion.ts'
import { teaser } from './ru/teaser.ts'
import { ui } from './ru/ui.ts'
import { variant } from './ru/variant.ts'
import { version } from './ru/version.ts'
import { vocabulary } from './ru/vocabulary.ts'
import { writing } from './ru/writing.ts'
import type { Wording } from './wording.ts'

const words = {
  advert,
  api,
  app,
  article,
  author,
  block,
  calendar,
  channel,
  comment,
  channelGuide,
  correction,
  idea,
  issue,
  assignment,
  mailing,
  media,
  merge,
  myDesk,
  notification,
  page,
  printer,
  publishing,
  publishingRules,
  schedule,
  region,
  online,
  report,
  rubric,
  search,
  settings,
  signoff,
  staff,
  start,
  style,
  suggestion,
  teaser,
  ui,
  variant,
  version,
  vocabulary,
  writing,
}

/** What every language has to say: the shape of the Russian messages. A missing or surplus key does not compile. */
export type Messages = Wording<typeof words>

/** Everything the interface says in Russian, by screen. */
export const ru: Messages = words
