import { useState } from 'react'
import type { Failure, Result } from '../../../../shared/api/result.ts'
import { issueApi } from '../../../../shared/issue/api.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import type { PageStory } from '../page-model.ts'

export interface PlaceActions {
  /** Puts an article on a page before another (null: at the end); true when it stands there. */
  place(article: string, page: number, before: string | null, continuation: number | null): Promise<boolean>
  /** Lets a story go on on a later page, or end where it begins, without changing its place. */
  continueOn(article: string, stories: readonly PageStory[], continuation: number | null): Promise<boolean>
  takeOff(story: PageStory): Promise<boolean>
  readonly failure: Failure | null
}

/** Changes of the plan from the screen of pages; what is done can be taken back. */
export const usePlaceActions = (issue: string): PlaceActions => {
  const client = useClient()
  const text = useText()
  const toast = useToast()
  const [failure, setFailure] = useState<Failure | null>(null)
  const settle = (outcome: Result<unknown>): boolean => {
    setFailure(outcome.ok ? null : outcome.failure)
    return outcome.ok
  }
  const place: PlaceActions['place'] = async (article, page, before, continuation) =>
    settle(await client.call(issueApi.place, { issue, article, page, before, continuation }))
  /** The story that stands after this one on the page where it begins. */
  const following = (stories: readonly PageStory[], id: string): string | null => {
    const beginning = stories.filter(({ continued }) => !continued)
    return beginning[beginning.findIndex((story) => story.id === id) + 1]?.id ?? null
  }
  return {
    failure,
    place,
    continueOn: (article, stories, continuation) => {
      const story = stories.find(({ id }) => id === article)
      if (!story) return Promise.resolve(false)
      // Seen from the page it ends on, its neighbours at the beginning are not known: it then stands last there.
      return place(article, story.placement.page, story.continued ? null : following(stories, article), continuation)
    },
    takeOff: async (story) => {
      const taken = settle(await client.call(issueApi.unplace, { issue, article: story.id }))
      const { page, continuation } = story.placement
      if (taken)
        toast({
          text: text.page.panel.takenOff(story.article?.headline || text.page.untitled),
          action: { label: text.page.panel.undo, onPress: () => void place(story.id, page, null, continuation) },
        })
      return taken
    },
  }
}
