import { join } from 'node:path'
import type { ArticleContent } from '../../../shared/article/content.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { quoted } from '../../../shared/language/quoted.ts'
import { issueFileName, openIssueStore } from '../../issue/issue-store.ts'
import { documentNames } from '../../store/document.ts'
import { openRecordStore } from '../../store/record-store.ts'
import { newWorkflowRecord } from '../../workflow/act.ts'
import { type WorkflowRecord, workflowType } from '../../workflow/workflow-store.ts'
import { type Check, tell } from './finding.ts'

/** What is known of the folder's articles by the time the links between records are looked at. */
export interface KnownArticles {
  readonly sound: ReadonlyMap<string, ArticleContent>
  /** Articles that have files, readable or not. */
  readonly all: ReadonlySet<string>
}

/** Every article has a workflow record and every record an article. */
export const checkWorkflow = async (check: Check, articles: KnownArticles): Promise<void> => {
  const { files } = check.environment
  const folder = join(check.folder, 'workflow')
  const silent = () => undefined
  const records = await openRecordStore<WorkflowRecord>(files, folder, workflowType, !check.repair, silent)
  const recorded = documentNames((await files.list(folder)).map(({ name }) => name))
  for (const [id, content] of articles.sound) {
    // A damaged record was told of already; without repair it is still in its place.
    if (records.get(id) || recorded.has(id)) continue
    await tell(
      check,
      join(folder, `${id}.json`),
      `Материал ${quoted(content.headline || id)} без записи о его пути.`,
      async () => {
        await files.makeFolder(folder)
        const order = Math.max(0, ...[...records.all().values()].map((record) => record.order)) + 1
        await records.put(id, newWorkflowRecord('filed', 'import', null, check.environment.now(), order))
        return 'Материал считается сданным.'
      },
    )
  }
  for (const id of records.all().keys())
    if (!articles.all.has(id)) await tell(check, join(folder, `${id}.json`), 'Запись есть, а самого материала нет.', null)
}

/** No issue places an article that is gone. */
export const checkPlacements = async (
  check: Check,
  issues: ReadonlyMap<string, Issue>,
  articles: KnownArticles,
): Promise<void> => {
  const folder = join(check.folder, 'issues')
  for (const { serial, placements } of issues.values()) {
    const gone = Object.keys(placements).filter((id) => !articles.all.has(id))
    if (gone.length === 0) continue
    const path = join(folder, `${issueFileName(serial)}.json`)
    const takeOff = async () => {
      const store = await openIssueStore({ environment: check.environment, folder: check.folder, readOnly: false })
      await store.verify(() => false)
      await store.place(serial, new Map(gone.map((id) => [id, null])))
      await store.close()
      return 'Они сняты с полос.'
    }
    const problem = `В номере ${serial} поставлены материалы, которых нет: ${gone.join(', ')}.`
    // Where all the articles are gone the folder was copied in part: its plans are worth keeping.
    await tell(check, path, problem, articles.all.size > 0 ? takeOff : null)
  }
}
