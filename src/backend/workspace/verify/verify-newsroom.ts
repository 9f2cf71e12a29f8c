import { join } from 'node:path'
import type { Broken, Verification } from '../../../shared/ledger/verification.ts'
import { usualRules } from '../../../shared/settings/publishing-rules.ts'
import { publicationSchema, type Settings, workflowRulesSchema } from '../../../shared/settings/settings.ts'
import type { Environment } from '../../environment.ts'
import { openLedger } from '../../ledger/ledger-store.ts'
import { staffType } from '../../newsroom.ts'
import { settingsType } from '../../settings/settings-type.ts'
import { openSingleRecord } from '../../store/record-store.ts'
import { adoptedHash, adoptedPath, adoptedType, noneAdopted } from '../../workflow/signing.ts'
import { verifyApprovals } from './verify-approvals.ts'
import { verifyArticles } from './verify-articles.ts'
import { verifyIssues } from './verify-issues.ts'
import { verifyMedia } from './verify-media.ts'
import { verifyRoles } from './verify-roles.ts'
import { verifyRules } from './verify-rules.ts'
import { verifySignOffs } from './verify-signoffs.ts'
import { noteTold, type Verifying } from './verifying.ts'

/**
 * Holds a folder against its signatures (rules K15 to K18, K28): anyone may do it, offline, and nothing is changed. What this
 * computer knows of the newsroom from before is held against it too.
 */
export const verifyNewsroom = async (environment: Environment, folder: string): Promise<Verification> => {
  const { files } = environment
  const broken: Broken[] = []
  // One that can't be read is not the one that was written, whatever the copy before it says.
  const unread = (id: string) => (): void => void broken.push({ kind: 'ledger', id, reason: 'файл не читается' })
  const initial: Settings = {
    schemaVersion: 2,
    newsroom: '',
    publication: publicationSchema.parse({}),
    rules: workflowRulesSchema.parse({}),
    publishing: usualRules,
  }
  const settings = await openSingleRecord(
    files,
    join(folder, 'settings.json'),
    settingsType,
    initial,
    true,
    unread('settings.json'),
  )
  const ledger = await openLedger({ environment, folder, newsroom: settings.get().newsroom, readOnly: true })
  const adopted = (
    await openSingleRecord(files, adoptedPath(folder), adoptedType, noneAdopted, true, unread('adopted.json'))
  ).get()
  const verifying: Verifying = { environment, folder, tell: (each) => void broken.push(each), told: noteTold() }
  for (const each of ledger.broken()) verifying.tell(each)
  const { owner } = ledger.trust()
  if (owner !== null && owner.adopted !== adoptedHash(adopted))
    verifying.tell({ kind: 'ledger', id: 'adopted', reason: 'список утверждённого до заведения ключей не тот, что подписан' })
  const staff = await openSingleRecord(
    files,
    join(folder, 'staff.json'),
    staffType,
    { schemaVersion: 1, members: [] },
    true,
    () => broken.push({ kind: 'role', id: 'staff.json', reason: 'файл сотрудников не читается' }),
  )
  if (ledger.begun()) verifyRoles(verifying, ledger, staff.get().members)
  verifyRules(verifying, ledger, settings.get().rules)
  const stored = await verifyMedia(verifying)
  const articles = await verifyArticles(verifying, stored)
  const approvals = await verifyApprovals(verifying, { ledger, adopted, articles })
  const issues = await verifyIssues(verifying)
  await verifySignOffs(verifying, { ledger, articles, issues, publication: settings.get().publication })
  const missed = verifying.told.settle()
  for (const each of missed.broken) verifying.tell(each)
  return {
    ok: broken.length === 0,
    broken,
    owner: owner?.key ?? null,
    entries: ledger.count(),
    unsigned: approvals.unsigned,
    ahead: [...missed.ahead],
  }
}
