import { useText } from '../../../i18n/text.tsx'
import type { DeskActions } from '../use-zone-actions.ts'
import type { Arranged } from '../zones/arrangement.ts'
import { takeOff } from '../zones/gestures.ts'
import { continueOn, endWithCode, placeOnPage } from '../zones/place-story.ts'

export interface PlaceActions {
  /** Puts an article on a page, before another of its stories or at its end (null). */
  place(article: string, page: number, before: string | null): boolean
  /** Lets a story go on on a later page, or end where it begins. */
  continueOn(article: string, continuation: number | null): boolean
  /** Ends a story with a code that leads to the portal, or lets it end with its text. */
  endWithCode(article: string, wanted: boolean): boolean
  takeOff(article: string): boolean
}

/** Changes of the plan from the lists beside the page; each is a step that can be taken back. */
export const usePlaceActions = (arranged: Arranged, { perform }: DeskActions): PlaceActions => {
  const { step } = useText().page.desk
  return {
    place: (article, page, before) =>
      perform(
        arranged.placements[article]?.page === page ? step.order : step.place,
        placeOnPage(arranged, article, page, before),
      ),
    continueOn: (article, continuation) => perform(step.continuation, continueOn(arranged, article, continuation)),
    endWithCode: (article, wanted) => perform(step.code, endWithCode(arranged, article, wanted)),
    takeOff: (article) => perform(step.takeOff, takeOff(arranged, article)),
  }
}
