import { failure, type Result, success } from '../../../shared/api/result.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { exportIssue } from '../../export/export-issue.ts'
import { pagePicture } from '../../export/pictures/page-picture.ts'
import { checkReleased } from '../../export/release.ts'
import { layoutOf } from '../../layout/layout-service.ts'
import { rightsTodo } from '../../media/rights-complaint.ts'
import type { Newsroom } from '../../newsroom.ts'
import { publicationOf } from '../../settings/publication-of.ts'
import { mayPrint } from '../../signoff/may-print.ts'
import { latinWords } from '../channels/slug.ts'
import { letterEmbargo } from '../release-time.ts'
import type { IssuePage, PageState } from './issue-page.ts'
import { keepPageFile, readPageFile } from './page-files.ts'
import { pageRights } from './page-rights.ts'

const safe = 'На сайт ничего не отправлено.'

/** Longest beginning of a file's name. */
const nameLimit = 40

/** May the whole issue be shown to readers: signed where people sign, under no embargo, and with every right to its pictures? */
const mayShow = async (newsroom: Newsroom, issue: Issue, { stories }: PageState): Promise<Result<null>> => {
  const pages = Array.from({ length: issue.pages }, (_, at) => at + 1)
  const released = await checkReleased(newsroom, issue, pages)
  if (!released.ok)
    return {
      ok: false,
      failure: {
        ...released.failure,
        safe,
        todo: 'Номер выкладывают утверждённым целиком: пусть главный редактор утвердит эти материалы или снимите их с полос.',
      },
    }
  const signed = await mayPrint(newsroom, issue, pages, layoutOf)
  if (!signed.ok)
    return {
      ok: false,
      failure: { ...signed.failure, safe, todo: 'Номер выкладывают подписанным: пусть главный редактор подпишет его.' },
    }
  const embargo = letterEmbargo(newsroom, stories)
  if (embargo !== null) return failure('conflict', embargo, { safe, todo: 'Выложите номер после этого времени.' })
  const rights = await pageRights(newsroom, issue)
  return rights === null
    ? success(null)
    : failure('preflight', `Выкладывать номер нельзя: ${rights}.`, { safe, todo: rightsTodo })
}

/** Are the files of an earlier page those of this state, and still there? */
const keptFiles = async (newsroom: Newsroom, known: IssuePage | null, { inputs }: PageState) =>
  known?.inputs === inputs &&
  (await readPageFile(newsroom, known.pdf.hash)) !== null &&
  (await readPageFile(newsroom, known.cover.hash)) !== null
    ? { pdf: known.pdf, cover: known.cover }
    : null

const newFiles = async (newsroom: Newsroom, issue: Issue, job: string): Promise<Result<Pick<IssuePage, 'pdf' | 'cover'>>> => {
  const request = { issue: issue.serial, to: 'web', profile: null, file: null, pages: null, draft: false, job } as const
  const made = await exportIssue(newsroom, request, layoutOf, () => false)
  if (!made.ok) return { ok: false, failure: { ...made.failure, safe } }
  const [path] = made.value.files
  if (path === undefined) throw new Error(`${issue.serial}: an issue without a file`)
  const pdf = await newsroom.environment.files.read(path)
  const cover = await pagePicture(newsroom, issue, 1)
  if (!cover.ok) return { ok: false, failure: { ...cover.failure, safe } }
  const title = latinWords(`nomer ${issue.serial}`, nameLimit)
  return success({
    pdf: await keepPageFile(newsroom, title, 'application/pdf', pdf),
    cover: await keepPageFile(newsroom, `${title}-polosa-1`, 'image/jpeg', cover.value),
  })
}

/**
 * Makes up the page of an issue for a site: the PDF for the web, the first page as a picture, every story with its link.
 * Files of `known` are taken again where its pages are the same. `job` names the progress of the making.
 */
export const composeIssuePage = async (
  newsroom: Newsroom,
  issue: Issue,
  state: PageState,
  known: IssuePage | null,
  job: string,
): Promise<Result<IssuePage>> => {
  const shown = await mayShow(newsroom, issue, state)
  if (!shown.ok) return shown
  const kept = await keptFiles(newsroom, known, state)
  const files = kept === null ? await newFiles(newsroom, issue, job) : success(kept)
  if (!files.ok) return files
  const { name: newspaper } = publicationOf(newsroom, issue)
  return success({ issue: issue.serial, date: issue.plannedFor, newspaper, ...state, ...files.value })
}
