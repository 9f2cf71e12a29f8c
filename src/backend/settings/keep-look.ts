import { canonicalJson } from '../../shared/article/content.ts'
import { type Issue, type IssueFacts, isDone } from '../../shared/issue/issue.ts'
import type { Publication } from '../../shared/settings/settings.ts'
import type { Newsroom } from '../newsroom.ts'
import { frozenPages } from '../signoff/guard-sent.ts'

/** Is an issue done, or has a page of it gone to the printer already? Its look is settled. */
export const hasLeft = (newsroom: Newsroom, entry: Pick<Issue, 'serial' | 'status'>): boolean =>
  isDone(entry) || frozenPages(newsroom, entry.serial).length > 0

/** What a newspaper says of itself on its pages. */
const factsOf = ({ name, motto, imprint, portal, joinAddress }: Omit<Publication, 'style'>): IssueFacts => ({
  ...{ name, motto, imprint, portal, joinAddress },
})

/** Would another publication show on pages beside their style? */
export const looksOther = (before: Publication, after: Omit<Publication, 'style'>): boolean =>
  before.storyAddress !== after.storyAddress || canonicalJson(factsOf(before)) !== canonicalJson(factsOf(after))

/**
 * Before the publication changes: issues that are done keep how they look and what the newspaper said of itself in them,
 * and of the others those that are asked for (`keep`) their look; the rest follow from now on. An issue that keeps something
 * already keeps that. With null, those in hand stay as they are.
 */
export const keepLooks = async (newsroom: Newsroom, keep: readonly string[] | null): Promise<void> => {
  const { publication } = newsroom.settings.get()
  for (const entry of newsroom.issues.entries()) {
    const { serial } = entry
    const left = hasLeft(newsroom, entry)
    if (keep === null && !left) continue
    const kept = (await newsroom.issues.get(serial))?.look ?? null
    const { style, storyAddress } = kept ?? publication
    const facts = isDone(entry) ? (kept?.facts ?? factsOf(publication)) : undefined
    const look = left || keep?.includes(serial) ? { style, storyAddress, ...(facts ? { facts } : {}) } : null
    if (canonicalJson(look) === canonicalJson(kept)) continue
    await newsroom.issues.setLook(serial, look)
    newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  }
}
