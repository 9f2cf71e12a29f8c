import { advert } from './en/advert.ts'
import { api } from './en/api.ts'
import { app } from './en/app.ts'
import { article } from './en/article.ts'
import { assignment } from './en/assignment.ts'
import { author } from './en/author.ts'
import { block } from './en/block.ts'
import { calendar } from './en/calendar.ts'
import { channel } from './en/channel.ts'
import { channelGuide } from './en/channel-guide.ts'
import { comment } from './en/comment.ts'
import { correction } from './en/correction.ts'
import { idea } from './en/idea.ts'
import { issue } from './en/issue.ts'
import { mailing } from './en/mailing.ts'
import { media } from './en/media.ts'
import { merge } from './en/merge.ts'
import { myDesk } from './en/my-desk.ts'
import { notification } from './en/notification.ts'
import { online } from './en/online.ts'
import { page } from './en/page.ts'
import { printer } from './en/printer.ts'
import { publishing } from './en/publishing.ts'
import { publishingRules } from './en/publishing-rules.ts'
import { region } from './en/region.ts'
import { report } from './en/report.ts'
import { rubric } from './en/rubric.ts'
import { schedule } from './en/schedule.ts'
import { search } from './en/search.ts'
import { settings } from './en/settings.ts'
import { signoff } from './en/signoff.ts'
import { staff } from './en/staff.ts'
import { start } from './en/start.ts'
import { style } from './en/style.ts'
import { suggestion } from './en/suggestion.ts'
import { teaser } from './en/teaser.ts'
import { ui } from './en/ui.ts'
import { variant } from './en/variant.ts'
import { version } from './en/version.ts'
import { vocabulary } from './en/vocabulary.ts'
import { writing } from './en/writing.ts'
import type { Messages } from './ru.ts'

/** Everything the interface says in English, by screen. */
export const en: Messages = {
  advert,
  api,
  app,
  article,
  author,
  block,
  calendar,
  assignment,
  channel,
  comment,
  channelGuide,
  correction,
  idea,
  issue,
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
