import { advertApi } from '../advert/api.ts'
import { articleApi } from '../article/api.ts'
import { articleExportApi } from '../article/export/api.ts'
import { lostApi } from '../article/lost/api.ts'
import { versionApi } from '../article/version/api.ts'
import { assignmentApi } from '../assignment/api.ts'
import { authorApi } from '../author/api.ts'
import { calendarApi } from '../calendar/api.ts'
import { commentApi } from '../comment/api.ts'
import { correctionApi } from '../correction/api.ts'
import { depositApi } from '../deposit/api.ts'
import { deskApi } from '../desk/api.ts'
import { exportApi } from '../export/api.ts'
import { ideaApi } from '../idea/api.ts'
import { issueApi } from '../issue/api.ts'
import { languageApi } from '../language/api.ts'
import { layoutApi } from '../layout/api.ts'
import { mailingApi } from '../mailing/api.ts'
import { mediaApi } from '../media/api.ts'
import { mergeApi } from '../merge/api.ts'
import { notificationApi } from '../notification/api.ts'
import { preflightApi } from '../preflight/api.ts'
import { proofApi } from '../proof/api.ts'
import { publishingApi } from '../publishing/api.ts'
import { regionApi } from '../region/api.ts'
import { rubricApi } from '../rubric/api.ts'
import { searchApi } from '../search/api.ts'
import { settingsApi } from '../settings/api.ts'
import { signoffApi } from '../signoff/api.ts'
import { staffApi } from '../staff/api.ts'
import { variantApi } from '../variant/api.ts'
import { workflowApi } from '../workflow/api.ts'
import { workspaceApi } from '../workspace/api.ts'

/** Everything the backend can be asked, by feature. */
export const contract = {
  advert: advertApi,
  article: articleApi,
  articleExport: articleExportApi,
  author: authorApi,
  calendar: calendarApi,
  assignment: assignmentApi,
  correction: correctionApi,
  comment: commentApi,
  deposit: depositApi,
  desk: deskApi,
  export: exportApi,
  idea: ideaApi,
  issue: issueApi,
  language: languageApi,
  layout: layoutApi,
  lost: lostApi,
  mailing: mailingApi,
  media: mediaApi,
  merge: mergeApi,
  notification: notificationApi,
  preflight: preflightApi,
  proof: proofApi,
  publishing: publishingApi,
  region: regionApi,
  rubric: rubricApi,
  search: searchApi,
  settings: settingsApi,
  signoff: signoffApi,
  staff: staffApi,
  variant: variantApi,
  version: versionApi,
  workflow: workflowApi,
  workspace: workspaceApi,
} as const
