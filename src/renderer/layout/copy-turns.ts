import type { ArticleFit } from '../../shared/layout/api.ts'
import type { StoryForLayout } from '../../shared/layout/input.ts'

/** How a text fits: that of `story`, which may be older than what is written by now. */
export interface CopyfitState {
  readonly story: StoryForLayout
  readonly lines: number
  /** Null for a story that has no place. */
  readonly fit: ArticleFit | null
}

/** Questions to a worker, one at a time: of those that come meanwhile only the newest is asked. */
export interface CopyTurns {
  readonly ask: (story: StoryForLayout) => void
  /** The story that an answer is about, null when nobody waits for it; the next question goes out. */
  readonly answered: (run: number) => StoryForLayout | null
  /** Nothing will be answered any more. */
  readonly forget: () => void
}

export const createCopyTurns = (post: (run: number, story: StoryForLayout) => void): CopyTurns => {
  let run = 0
  let asked: StoryForLayout | null = null
  let waiting: StoryForLayout | null = null
  const send = (story: StoryForLayout): void => {
    run += 1
    asked = story
    waiting = null
    post(run, story)
  }
  return {
    ask(story) {
      if (asked === null) send(story)
      else waiting = story
    },
    answered(about) {
      const story = about === run ? asked : null
      if (story === null) return null
      asked = null
      if (waiting !== null) send(waiting)
      return story
    },
    forget() {
      asked = null
      waiting = null
    },
  }
}
