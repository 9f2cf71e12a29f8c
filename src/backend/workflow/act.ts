import { failure, type Result, success } from '../../shared/api/result.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { Approval, WorkflowStep } from '../../shared/workflow/approval.ts'
import { actionLabels, statusLabels } from '../../shared/workflow/labels.ts'
import type { Role, WorkflowAction } from '../../shared/workflow/states.ts'
import { findTransition, passedOver, type Refusal } from '../../shared/workflow/transitions.ts'
import { undecided } from '../article/undecided.ts'
import type { Newsroom } from '../newsroom.ts'
import { signInComplaint } from '../staff/people.ts'
import { DamagedFile } from '../store/json-file.ts'
import { hasVariantsToApprove, variantsToApprove } from '../variant/approved-variant.ts'
import { variantHashes } from '../variant/variant-hash.ts'
import { contentHash } from './content-hash.ts'
import { rulesInForce } from './rules-in-force.ts'
import { signatureComplaint, signDecision } from './signing.ts'
import type { WorkflowRecord } from './workflow-store.ts'

/** A record for an article that comes in with this status; `action` says how. */
export const newWorkflowRecord = (
  status: WorkflowRecord['status'],
  action: 'import' | 'create',
  person: string | null,
  at: number,
  order: number,
): WorkflowRecord => ({
  schemaVersion: 1,
  status,
  previous: null,
  order,
  steps: [{ action, from: null, to: status, person, at, remark: '' }],
  approvals: [],
  changedAfterApproval: false,
  deadline: null,
})

/** The order number for the next article. */
export const nextOrder = (newsroom: Newsroom): number => newsroom.workflow.nextOrder()

/** Gives a filed record to an article that a crash left without one, between its text and its record. */
export const ensureRecord = async (newsroom: Newsroom, id: string): Promise<void> => {
  if (newsroom.workflow.entry(id)) return
  const record = newWorkflowRecord('filed', 'import', null, newsroom.environment.now(), nextOrder(newsroom))
  try {
    await newsroom.workflow.change(id, (now) => (now ? null : record))
  } catch (error) {
    // There is one that can't be read: it stays until a check of the folder has dealt with it.
    if (!(error instanceof DamagedFile)) throw error
  }
}

/** Roles of a person, or why they can't act. */
export const rolesOf = (newsroom: Newsroom, person: string | null): Result<readonly Role[]> => {
  const members = newsroom.staff()
  const member = members.find((candidate) => candidate.id === person)
  if (member?.dismissedAt !== undefined)
    return failure('forbidden', `${member.name} в редакции больше не работает.`, { safe: 'Ничего не изменено.' })
  if (member) return signInComplaint(newsroom.ledger, newsroom.keys, member.id) ?? success(member.roles)
  return failure('forbidden', person ? `Сотрудника «${person}» в редакции нет.` : 'Не сказано, кто действует.', {
    todo: `Выберите сотрудника: ${members.flatMap(({ name, dismissedAt }) => (dismissedAt === undefined ? [name] : [])).join(', ')}.`,
  })
}

/** Does the current content differ from what was approved last, or did it ever since? */
export const isChangedAfterApproval = (newsroom: Newsroom, id: string): boolean => {
  const { cell } = newsroom.articles
  const approval = cell(id, 'approval')
  return approval === 'other' || (approval === 'same' && cell(id, 'changedAfterApproval'))
}

/**
 * Remembers that an approved content was changed, so that a later undo back to it does not revive the approval by
 * itself. Called after each change and for every article on opening.
 */
export const noteChange = async (newsroom: Newsroom, id: string): Promise<void> => {
  if (newsroom.workflow.entry(id)?.changedAfterApproval || !isChangedAfterApproval(newsroom, id)) return
  await newsroom.workflow.change(id, (now) => {
    const approved = now?.approvals.at(-1)
    if (!now || !approved || now.changedAfterApproval) return null
    return newsroom.articles.entry(id)?.contentHash === approved.contentHash ? null : { ...now, changedAfterApproval: true }
  })
}

const refusal = (newsroom: Newsroom, action: WorkflowAction, id: string, record: WorkflowRecord, reason: Refusal) => {
  const headline = newsroom.articles.entry(id)?.headline || id
  if (reason === 'stage')
    return failure('conflict', `«${headline}»: материал ещё не вычитан, а этапы пропускать нельзя: так решено в настройках.`, {
      safe: 'Ничего не изменено.',
      todo: 'Отдайте его на вычитку.',
    })
  return reason === 'state'
    ? failure(
        'conflict',
        `${quoted(headline)}: действие «${actionLabels[action]}» не подходит к состоянию «${statusLabels[record.status]}».`,
        {
          safe: 'Ничего не изменено.',
        },
      )
    : failure('forbidden', `${quoted(headline)}: действие «${actionLabels[action]}» не входит в права этого сотрудника.`, {
        safe: 'Ничего не изменено.',
        todo: 'Попросите того, у кого есть такое право.',
      })
}

/** Freezes the content as it is now, for the person who approves it. */
const approvalOf = async (
  newsroom: Newsroom,
  id: string,
  mayApprove: readonly Role[],
  held: readonly Role[],
  person: string | null,
  record: WorkflowRecord,
): Promise<Approval> => {
  const content = await newsroom.articles.content(id)
  return {
    id: newsroom.environment.newId(),
    person: person ?? '',
    role: mayApprove.find((role) => held.includes(role)) ?? 'editorInChief',
    at: newsroom.environment.now(),
    contentHash: contentHash(content),
    content,
    ...variantsToApprove(newsroom, id, contentHash(content)),
    passedOver: [...passedOver(record.status)],
    signature: null,
  }
}

type Given = { readonly approval: Approval | null; readonly step: WorkflowStep }

/** What an action will do to one article. */
interface Change {
  readonly from: WorkflowRecord
  readonly sign: () => Promise<Result<Given>>
  readonly edit: (now: WorkflowRecord, given: Given) => WorkflowRecord
}

/** Is there something that a new approval would mend: content or a variant changed since the last, or a signature that counts no more? */
export const needsApproval = (newsroom: Newsroom, id: string, record: WorkflowRecord): boolean => {
  const last = record.approvals.at(-1)
  if (isChangedAfterApproval(newsroom, id)) return true
  return last !== undefined && (signatureComplaint(newsroom, id, last) !== null || hasVariantsToApprove(newsroom, id, last))
}

const prepares: ReadonlySet<string> = new Set(['create', 'import', 'file', 'edit', 'proofread'])

/** Has anybody but this person had the text in hands since it was last returned? (Rule W13.) */
const hasSecondPerson = ({ steps }: WorkflowRecord, person: string | null): boolean =>
  steps
    .slice(steps.findLastIndex(({ action }) => action === 'return') + 1)
    .some((step) => prepares.has(step.action) && step.person !== null && step.person !== person)

/** The approval with its signature, or the step of a return with it; both as they were where nobody signs. */
const signed = async (
  newsroom: Newsroom,
  article: string,
  person: string | null,
  { approval, step, role }: Given & { readonly role: Role },
): Promise<Result<Given>> => {
  if (!newsroom.ledger.begun()) return success({ approval, step })
  if (approval) {
    const { id, contentHash, passedOver } = approval
    const hashes = variantHashes(approval)
    const variants = Object.keys(hashes).length === 0 ? {} : { variants: hashes }
    const act = { action: 'approve' as const, role: approval.role, article, approval: id, contentHash, ...variants, passedOver }
    const linked = await signDecision(newsroom, person, act)
    if (!linked.ok || !linked.value) return linked.ok ? success({ approval, step }) : linked
    const { entry, hash } = linked.value
    return success({ approval: { ...approval, at: entry.at, signature: entry.signature, entry: hash }, step })
  }
  if (step.action !== 'return') return success({ approval, step })
  const seen = contentHash(await newsroom.articles.content(article))
  const linked = await signDecision(newsroom, person, { action: 'return', role, article, contentHash: seen, remark: step.remark })
  if (!linked.ok || !linked.value) return linked.ok ? success({ approval, step }) : linked
  return success({ approval, step: { ...step, at: linked.value.entry.at, entry: linked.value.hash } })
}

/** Takes one action on several articles by the table of transitions; when one refuses, none is changed. */
export const actOn = async (
  newsroom: Newsroom,
  action: WorkflowAction,
  ids: readonly string[],
  person: string | null,
  remark: string,
): Promise<Result<readonly { article: string; status: WorkflowRecord['status'] }[]>> => {
  const held = rolesOf(newsroom, person)
  if (!held.ok) return held
  const at = newsroom.environment.now()
  const changes = new Map<string, Change>()
  for (const id of new Set(ids)) {
    const record = await newsroom.workflow.get(id)
    if (!record || !newsroom.articles.has(id)) return failure('notFound', `Материала ${id} нет в этой редакции.`)
    const { strictStages, twoPersons } = rulesInForce(newsroom)
    const row = findTransition(action, record.status, held.value, needsApproval(newsroom, id, record), strictStages)
    if (typeof row === 'string') return refusal(newsroom, action, id, record, row)
    if (action === 'approve' && twoPersons && !hasSecondPerson(record, person))
      return failure('conflict', `«${newsroom.articles.entry(id)?.headline || id}»: кроме вас, текст никто не смотрел.`, {
        safe: 'Ничего не изменено.',
        todo: 'Так решено в настройках: пусть материал отредактирует или вычитает кто-нибудь ещё.',
      })
    const open = action === 'approve' ? await undecided(newsroom.articles, id) : null
    if (open) return open
    const to = row.to === 'previous' ? (record.previous ?? 'inProgress') : row.to
    const step: WorkflowStep = { action, from: record.status, to, person, at, remark }
    const previous = to === 'onHold' || to === 'spiked' ? (record.previous ?? record.status) : null
    const approval = action === 'approve' ? await approvalOf(newsroom, id, row.roles, held.value, person, record) : null
    const role = row.roles.find((one) => held.value.includes(one)) ?? 'editorInChief'
    changes.set(id, {
      from: record,
      sign: () => signed(newsroom, id, person, { approval, step, role }),
      edit: (now, given) => ({
        ...now,
        status: to,
        previous,
        steps: [...now.steps, given.step],
        ...(given.approval ? { approvals: [...now.approvals, given.approval], changedAfterApproval: false } : {}),
      }),
    })
  }
  const outcomes: { article: string; status: WorkflowRecord['status'] }[] = []
  for (const [id, { from, sign, edit }] of changes) {
    // The signature comes first: a record may lack one that was given, and never claims one that was not.
    const given = await sign()
    if (!given.ok) return given
    // Somebody else may have acted while this was looked at: their step is not written over.
    const isSame = (now: WorkflowRecord | null): now is WorkflowRecord =>
      now !== null && now.status === from.status && now.steps.length === from.steps.length
    const now = await newsroom.workflow.change(id, (record) => (isSame(record) ? edit(record, given.value) : null))
    if (!isSame(now)) return refusal(newsroom, action, id, now ?? from, 'state')
    outcomes.push({ article: id, status: edit(from, given.value).status })
    // The step is taken; a version that can't be kept does not take it back.
    await newsroom.versions
      .keep(id, { reason: 'step', action, person })
      .catch((error: unknown) => newsroom.environment.log(`versions/${id}: ${String(error)}`))
    newsroom.emit({ type: 'changed', feature: 'workflow', id })
  }
  return success(outcomes)
}
