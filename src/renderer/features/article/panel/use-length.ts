import { useEffect, useMemo } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import type { ArticleSummary } from '../../../../shared/article/api.ts'
import { contentFor, photosOf } from '../../../../shared/article/content.ts'
import { type ArticleFit, layoutApi } from '../../../../shared/layout/api.ts'
import type { StoryForLayout } from '../../../../shared/layout/input.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useSession } from '../../../app/session.tsx'
import { useCopyfit } from '../../../layout/use-copyfit.ts'
import type { ArticleSession } from '../sync/article-session.ts'
import { type SlotEnd, slotEndIn } from './slot-end.ts'
import { type Draft, useDraft } from './use-draft.ts'

/** How long an article is and how that fits, as it reads now. */
export interface Length {
  readonly draft: Draft
  /** Lines of its body; null until they are counted. */
  readonly lines: number | null
  readonly fit: ArticleFit | null
  /** Where its place ends: undefined while the text that was measured is not yet the one on the screen. */
  readonly slotEnd: SlotEnd | null | undefined
  readonly failure: Failure | null
}

/** What the page engine knows of the pictures of an article; asked for again when it names one that was not known. */
const usePictures = (article: string, draft: Draft): StoryForLayout['photos'] | null => {
  const { value, refresh } = useQuery(layoutApi.stories, { ids: [article] }, ['media'])
  const photos = value === null ? null : (value.find(({ id }) => id === article)?.photos ?? [])
  const named = draft.content === null ? [] : photosOf(contentFor(draft.content, 'print')).map(({ attrs }) => attrs.media)
  const unknown = named.filter((media) => !(photos ?? []).some((photo) => photo.media === media)).join()
  useEffect(() => {
    if (unknown !== '') refresh()
  }, [unknown, refresh])
  return photos
}

/** The length of an article while one types, counted in this window. */
export const useLength = (session: ArticleSession, summary: ArticleSummary | null): Length => {
  const draft = useDraft(session)
  const { publication } = useSession()
  const photos = usePictures(session.id, draft)
  const placeKnown = summary !== null
  const story = useMemo(
    (): StoryForLayout | null =>
      draft.content === null || photos === null || !placeKnown
        ? null
        : { id: session.id, hash: '', content: contentFor(draft.content, 'print'), photos },
    [session.id, draft.content, photos, placeKnown],
  )
  const style = publication?.style ?? null
  const alone = useMemo(() => (style === null ? null : { columns: style.grid.columns, style }), [style])
  const { copyfit, failure } = useCopyfit(summary?.issue ?? null, story, alone)
  // Between another article and its first measure the former one still has its say.
  const own = copyfit?.story.id === session.id ? copyfit : null
  const current = own !== null && own.story === story
  const end = own?.fit?.end ?? null
  const slotEnd = useMemo(() => {
    if (!current) return undefined
    return end === null || draft.content === null ? null : slotEndIn(draft.content, end)
  }, [current, end, draft.content])
  return { draft, lines: own?.lines ?? null, fit: own?.fit ?? null, slotEnd, failure }
}
