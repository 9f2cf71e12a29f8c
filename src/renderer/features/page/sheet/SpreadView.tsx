import type { PublicationSpec } from '../../../../layout/page/publication-spec.ts'
import type { Proposal } from '../gesture/propose.ts'
import type { Drag, useDrag } from '../gesture/use-drag.ts'
import { placeOfText, textAt } from '../text/hit.ts'
import { PassageCard } from '../text/PassageCard.tsx'
import type { PassageEditor } from '../text/use-passage.ts'
import type { useView } from '../use-view.ts'
import type { DeskActions } from '../use-zone-actions.ts'
import type { Arranged } from '../zones/arrangement.ts'
import { freeBoxes } from '../zones/boxes.ts'
import { dummyOf, gridOf, type SetPage, zonesOn } from '../zones/page-zones.ts'
import { PageSheet } from './PageSheet.tsx'
import { SheetDesk } from './SheetDesk.tsx'
import type { PageRectangle } from './sheet-scale.ts'
import { ZoneLayer } from './ZoneLayer.tsx'

interface SpreadViewProps {
  readonly label: string
  readonly arranged: Arranged
  /** The pages that are shown. */
  readonly sets: readonly SetPage[]
  readonly spec: PublicationSpec
  readonly shown: ReturnType<typeof useView>
  readonly headlineOf: (article: string) => string
  readonly drag: ReturnType<typeof useDrag>
  /** May the texts on the pages be changed here, and may the person move what stands on them? */
  readonly canChange: boolean
  readonly mayLayOut: boolean
  readonly actions: DeskActions
  readonly passage: PassageEditor
  readonly isApproved: (article: string) => boolean
}

const scaled = (place: PageRectangle | null, scale: number): PageRectangle | null =>
  place && {
    left: place.left * scale,
    top: place.top * scale,
    width: place.width * scale,
    height: place.height * scale,
  }

const proposed = (drag: Drag | null): Proposal | null =>
  drag === null || drag.outcome === null || typeof drag.outcome === 'string' ? null : drag.outcome

/** The pages that are shown, side by side, with their zones; what a gesture would lead to is shown while it lasts. */
export const SpreadView = (props: SpreadViewProps) => {
  const { label, arranged, sets, spec, shown, headlineOf, drag, canChange, mayLayOut, actions, passage, isApproved } = props
  const proposal = proposed(drag.drag)
  const current = proposal?.arranged ?? arranged
  const size = {
    width: sets.reduce((sum, { display }) => sum + display.width, 0),
    height: Math.max(0, ...sets.map(({ display }) => display.height)),
  }
  const isOpen = actions.carried !== null || drag.drag?.held.kind === 'story'
  return (
    <SheetDesk
      label={label}
      size={size}
      zoom={shown.zoom}
      onFit={shown.setFit}
      wanted={actions.chosen === null ? null : `${actions.chosen.page} ${actions.chosen.zone}`}
    >
      {(scale) =>
        sets.map((set) => {
          const { page } = set.display
          return (
            <PageSheet
              key={page}
              page={set.display}
              spec={spec}
              scale={scale}
              grid={shown.view.grid || drag.drag !== null}
              baseline={shown.view.baseline}
            >
              <ZoneLayer
                page={page}
                spec={spec}
                scale={scale}
                zones={zonesOn(current, set)}
                headlineOf={headlineOf}
                selected={actions.chosen?.page === page ? actions.chosen.zone : null}
                active={proposal?.page === page ? proposal.zone : null}
                free={isOpen && proposal === null ? freeBoxes(dummyOf(arranged, set).zones, gridOf(set)) : []}
                canChange={mayLayOut}
                actions={{
                  select: actions.choose,
                  start: drag.start,
                  keyDown: actions.keyDown,
                  open: (event, number, zone) => {
                    const sheet = event.currentTarget.closest('[data-sheet]')?.getBoundingClientRect()
                    const hit =
                      sheet && textAt(set.display, (event.clientX - sheet.left) / scale, (event.clientY - sheet.top) / scale)
                    if (hit && canChange) void passage.open(number, hit)
                    else actions.run(number, zone, { type: 'edit' })
                  },
                  putFree: actions.putFree,
                }}
              />
              {passage.editing?.page === page && (
                <PassageCard
                  editing={passage.editing}
                  editor={passage}
                  headline={headlineOf(passage.editing.article)}
                  isApproved={isApproved(passage.editing.article)}
                  place={scaled(placeOfText(set.display, passage.editing.article, passage.editing.block), scale)}
                  sheetWidth={set.display.width * scale}
                />
              )}
            </PageSheet>
          )
        })
      }
    </SheetDesk>
  )
}
