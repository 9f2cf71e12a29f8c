import { advertApi } from '../shared/advert/api.ts'
import type { BackendEvent } from '../shared/api/events.ts'
import type { Actor } from '../shared/api/operation.ts'
import { type Result, success } from '../shared/api/result.ts'
import { articleApi } from '../shared/article/api.ts'
import { articleExportApi } from '../shared/article/export/api.ts'
import { lostApi } from '../shared/article/lost/api.ts'
import { versionApi } from '../shared/article/version/api.ts'
import { assignmentApi } from '../shared/assignment/api.ts'
import { authorApi } from '../shared/author/api.ts'
import { calendarApi } from '../shared/calendar/api.ts'
import { commentApi } from '../shared/comment/api.ts'
import { correctionApi } from '../shared/correction/api.ts'
import { depositApi } from '../shared/deposit/api.ts'
import { deskApi } from '../shared/desk/api.ts'
import { exportApi } from '../shared/export/api.ts'
import { ideaApi } from '../shared/idea/api.ts'
import { issueApi } from '../shared/issue/api.ts'
import { languageApi } from '../shared/language/api.ts'
import { layoutApi } from '../shared/layout/api.ts'
import { mailingApi } from '../shared/mailing/api.ts'
import { mediaApi } from '../shared/media/api.ts'
import { mergeApi } from '../shared/merge/api.ts'
import { notificationApi } from '../shared/notification/api.ts'
import { preflightApi } from '../shared/preflight/api.ts'
import { proofApi } from '../shared/proof/api.ts'
import { publishingApi } from '../shared/publishing/api.ts'
import { regionApi } from '../shared/region/api.ts'
import { rubricApi } from '../shared/rubric/api.ts'
import { searchApi } from '../shared/search/api.ts'
import { settingsApi } from '../shared/settings/api.ts'
import { signoffApi } from '../shared/signoff/api.ts'
import { staffApi } from '../shared/staff/api.ts'
import { variantApi } from '../shared/variant/api.ts'
import { workflowApi } from '../shared/workflow/api.ts'
import { workspaceApi } from '../shared/workspace/api.ts'
import { advertHandlers } from './advert/advert-handlers.ts'
import { articleHandlers } from './article/article-handlers.ts'
import { articleExportHandlers } from './article/export/article-export-handlers.ts'
import { lostHandlers } from './article/lost/lost-handlers.ts'
import { versionHandlers } from './article/version/version-handlers.ts'
import { assignmentHandlers } from './assignment/assignment-handlers.ts'
import { authorHandlers } from './author/author-handlers.ts'
import { calendarHandlers } from './calendar/calendar-handlers.ts'
import { commentHandlers } from './comment/comment-handlers.ts'
import { correctionHandlers } from './correction/correction-handlers.ts'
import { depositHandlers } from './deposit/deposit-handlers.ts'
import { deskHandlers } from './desk/desk-handlers.ts'
import { type AnyHandler, bind, dispatch, type Gate } from './dispatch.ts'
import type { Environment } from './environment.ts'
import { exportHandlers } from './export/export-handlers.ts'
import { ideaHandlers } from './idea/idea-handlers.ts'
import { issueHandlers } from './issue/issue-handlers.ts'
import { languageHandlers } from './language/language-handlers.ts'
import { layoutHandlers } from './layout/layout-handlers.ts'
import { mailingHandlers } from './mailing/mailing-handlers.ts'
import { mediaHandlers } from './media/media-handlers.ts'
import { mergeHandlers } from './merge/merge-handlers.ts'
import type { Newsroom } from './newsroom.ts'
import { notificationHandlers } from './notification/notification-handlers.ts'
import { preflightHandlers } from './preflight/preflight-handlers.ts'
import { proofHandlers } from './proof/proof-handlers.ts'
import { publishingHandlers } from './publishing/publishing-handlers.ts'
import { regionHandlers } from './region/region-handlers.ts'
import { rubricHandlers } from './rubric/rubric-handlers.ts'
import { searchHandlers } from './search/search-handlers.ts'
import { settingsHandlers } from './settings/settings-handlers.ts'
import { signoffHandlers } from './signoff/signoff-handlers.ts'
import { authorise } from './staff/authorise.ts'
import { staffHandlers } from './staff/staff-handlers.ts'
import { variantHandlers } from './variant/variant-handlers.ts'
import { workflowHandlers } from './workflow/workflow-handlers.ts'
import { openSession } from './workspace/session.ts'
import { workspaceHandlers } from './workspace/workspace-handlers.ts'

/** The newsroom's whole back half, for a host to carry. */
export interface Backend {
  /** Carries out a request; never throws. */
  call(name: string, input: unknown, actor: Actor): Promise<Result<unknown>>
  /** Hears every event from now on; returns how to stop. */
  subscribe(listener: (event: BackendEvent) => void): () => void
  /** The open folder, for hosts that serve its files. */
  newsroom(): Newsroom | null
  /** Folds journals, lets the folder go. */
  close(): Promise<void>
}

export interface BackendOptions {
  /** Sends what is due while a folder is open; the command line sends only when asked. */
  readonly sending: boolean
  /** Brings the search index up to date while a folder is open, before anyone asks; other hosts do it when asked. */
  readonly indexing?: boolean
}

/** The one place where the parts are wired. */
export const createBackend = (environment: Environment, options: BackendOptions): Backend => {
  const listeners = new Set<(event: BackendEvent) => void>()
  const emit = (event: BackendEvent) => {
    for (const listener of listeners) listener(event)
  }
  const session = openSession(environment, emit, options)
  const always: ReadonlyMap<string, AnyHandler> = new Map([
    ...bind(workspaceApi, workspaceHandlers(environment, session, emit)),
    ...bind(mergeApi, mergeHandlers(environment, session)),
  ])
  const featureHandlers = new WeakMap<Newsroom, ReadonlyMap<string, AnyHandler>>()

  const handlersOf = (newsroom: Newsroom | null): ReadonlyMap<string, AnyHandler> => {
    if (!newsroom) return always
    const known = featureHandlers.get(newsroom)
    if (known) return known
    const handlers = new Map([
      ...always,
      ...bind(advertApi, advertHandlers(newsroom)),
      ...bind(articleApi, articleHandlers(newsroom)),
      ...bind(articleExportApi, articleExportHandlers(newsroom)),
      ...bind(authorApi, authorHandlers(newsroom)),
      ...bind(calendarApi, calendarHandlers(newsroom)),
      ...bind(assignmentApi, assignmentHandlers(newsroom)),
      ...bind(correctionApi, correctionHandlers(newsroom)),
      ...bind(commentApi, commentHandlers(newsroom)),
      ...bind(depositApi, depositHandlers(newsroom)),
      ...bind(deskApi, deskHandlers(newsroom)),
      ...bind(exportApi, exportHandlers(newsroom)),
      ...bind(ideaApi, ideaHandlers(newsroom)),
      ...bind(issueApi, issueHandlers(newsroom)),
      ...bind(languageApi, languageHandlers(newsroom)),
      ...bind(layoutApi, layoutHandlers(newsroom)),
      ...bind(lostApi, lostHandlers(newsroom)),
      ...bind(mailingApi, mailingHandlers(newsroom)),
      ...bind(mediaApi, mediaHandlers(newsroom)),
      ...bind(notificationApi, notificationHandlers(newsroom)),
      ...bind(preflightApi, preflightHandlers(newsroom)),
      ...bind(proofApi, proofHandlers(newsroom)),
      ...bind(publishingApi, publishingHandlers(newsroom)),
      ...bind(regionApi, regionHandlers(newsroom)),
      ...bind(rubricApi, rubricHandlers(newsroom)),
      ...bind(searchApi, searchHandlers(newsroom)),
      ...bind(settingsApi, settingsHandlers(newsroom)),
      ...bind(signoffApi, signoffHandlers(newsroom)),
      ...bind(staffApi, staffHandlers(newsroom)),
      ...bind(variantApi, variantHandlers(newsroom)),
      ...bind(versionApi, versionHandlers(newsroom)),
      ...bind(workflowApi, workflowHandlers(newsroom)),
    ])
    featureHandlers.set(newsroom, handlers)
    return handlers
  }

  return {
    call: (name, input, actor) => {
      const newsroom = session.newsroom()
      const readOnly = newsroom?.readOnly ? (newsroom.heldBy ?? 'так она была открыта') : null
      const gate: Gate = {
        handlers: handlersOf(newsroom),
        readOnly,
        authorise: (need, person) => (newsroom ? authorise(newsroom, need, person) : success(null)),
      }
      return dispatch(environment, gate, name, input, actor)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    newsroom: session.newsroom,
    close: session.close,
  }
}
