import { join } from 'node:path'
import { contentOf } from '../../shared/article/article-document.ts'
import { jsonDatabase, readJsonFile } from '../store/json-file.ts'
import { recordPath } from '../store/record-store.ts'
import { readStoredState } from '../store/stored-state.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { workflowType } from '../workflow/workflow-store.ts'
import { complaintOf, type Merge } from './place.ts'

/** Remembers of articles whose joined text is not the one approved last that they were changed after it (rule J27). */
export const noteChanges = async (merge: Merge, articles: ReadonlySet<string>): Promise<void> => {
  const { files, ours, environment } = merge
  for (const id of articles) {
    const path = join(ours, recordPath('workflow', id))
    try {
      const { value } = await readJsonFile(files, path, workflowType, false)
      const approved = value?.approvals.at(-1)
      if (!value || !approved || value.changedAfterApproval) continue
      const { doc } = await readStoredState(files, join(ours, 'articles', id))
      if (contentHash(contentOf(doc)) !== approved.contentHash)
        await jsonDatabase(files, path, { ...value, changedAfterApproval: true }).write()
    } catch (error) {
      // What can't be read was told when it was to be joined; opening the folder looks at it again.
      environment.log(`merge/${id}: ${complaintOf(error)}`)
    }
  }
}
