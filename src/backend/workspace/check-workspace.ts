import type { CheckFinding } from '../../shared/workspace/api.ts'
import type { Environment } from '../environment.ts'
import { checkArticles, checkIssues } from './check/check-documents.ts'
import { checkCatalog, checkTemporaryFiles } from './check/check-leftovers.ts'
import { checkPlacements, checkWorkflow } from './check/check-links.ts'
import { checkMedia } from './check/check-media.ts'
import { checkRecords } from './check/check-records.ts'
import { type Check, complaintOf } from './check/finding.ts'

/**
 * Looks at everything in a newsroom's folder and tells what is not as it should be; an empty list means that all is
 * well. With `repair` it also puts right what can be put right by the store's rules (S4, S6, S10) and says what it did.
 * Nothing is ever deleted: whatever may be text is set aside as `….damaged`. For a repair the caller holds the folder's
 * lock and nobody has the newsroom open.
 */
export const checkWorkspace = async (
  environment: Environment,
  folder: string,
  repair: boolean,
): Promise<readonly CheckFinding[]> => {
  const check: Check = { environment, folder, repair, findings: [] }
  const part = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      check.findings.push({ file: name, problem: `Проверить не удалось: ${complaintOf(error)}.`, repaired: null })
    }
  }
  await part('.', () => checkTemporaryFiles(check))
  await part('.', () => checkRecords(check))
  await part('articles', async () => {
    const articles = await checkArticles(check)
    await part('workflow', () => checkWorkflow(check, articles))
    await part('issues', async () => checkPlacements(check, (await checkIssues(check)).sound, articles))
    await part('media', () => checkMedia(check, articles.sound))
    await part('catalog', () => checkCatalog(check, articles.sound))
  })
  return check.findings
}
