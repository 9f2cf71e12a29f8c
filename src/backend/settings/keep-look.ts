import { type Issue, type IssueLook, isDone } from '../../shared/issue/issue.ts'
import type { Newsroom } from '../newsroom.ts'
import { frozenPages } from '../signoff/guard-sent.ts'

/** How issues that follow the publication look now. */
const lookNow = (newsroom: Newsroom): IssueLook => {
  const { style, storyAddress } = newsroom.settings.get().publication
  return { style, storyAddress }
}

/** Is an issue done, or has a page of it gone to the printer already? Its look is settled. */
export const hasLeft = (newsroom: Newsroom, entry: Pick<Issue, 'serial' | 'status'>): boolean =>
  isDone(entry) || frozenPages(newsroom, entry.serial).length > 0

/**
 * Before the publication takes another look: issues that are done keep theirs, and of the others those that are asked for
 * (`keep`); the rest follow from now on. An issue that keeps a look already keeps that one. With null, those in hand stay
 * as they are.
 */
export const keepLooks = async (newsroom: Newsroom, keep: readonly string[] | null): Promise<void> => {
  const look = lookNow(newsroom)
  for (const entry of newsroom.issues.entries()) {
    const { serial } = entry
    if (keep === null && !hasLeft(newsroom, entry)) continue
    const kept = (await newsroom.issues.get(serial))?.look ?? null
    const keeps = hasLeft(newsroom, entry) || keep?.includes(serial) === true
    if (keeps === (kept !== null)) continue
    await newsroom.issues.setLook(serial, keeps ? look : null)
    newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  }
}
