import { type RefObject, useEffect } from 'react'
import type { PageDisplay } from '../../../../shared/layout/display.ts'
import { pageWords } from '../../../../shared/proof/page-words.ts'
import { around, distance, type Place } from '../../../../shared/proof/place.ts'
import { PageSheet } from '../sheet/PageSheet.tsx'
import styles from './RevisionDesk.module.css'

/** What is marked on a page: where, and whether it is looked at, waits or was checked. */
export interface Mark {
  readonly id: string
  readonly places: readonly Place[]
  readonly look: 'current' | 'waits' | 'checked'
  /** Out of the text, into it, or a remark. */
  readonly side: 'before' | 'after' | 'remark'
}

/** A word that was pointed at, and the point. */
export interface PointedWord {
  readonly words: string
  readonly near: { readonly x: number; readonly y: number }
}

interface ProofPaneProps {
  readonly label: string
  readonly page: PageDisplay
  /** Pixels a point. */
  readonly scale: number
  readonly marks: readonly Mark[]
  readonly pane: RefObject<HTMLElement | null>
  readonly onScroll: () => void
  /** Null where no remark can be written. */
  readonly onWord: ((word: PointedWord) => void) | null
}

/** Points around the words that a mark leaves free. */
const air = 1.5

/** Points by which a click may miss a word. */
const reach = 3

const wordAt = (page: PageDisplay, x: number, y: number): PointedWord | null => {
  const point = { x, y, width: 0, height: 0 }
  const words = pageWords(page).flatMap((stream) => stream.words)
  const hit = words.find(({ places }) => places.some((place) => distance(place, point) <= reach))
  return hit ? { words: hit.text, near: { x, y } } : null
}

/** One of the two states of the page, with what differs marked on it. */
export const ProofPane = ({ label, page, scale, marks, pane, onScroll, onWord }: ProofPaneProps) => {
  const current = marks.find(({ look }) => look === 'current')
  const place = current ? around(current.places) : null
  const key = `${current?.id} ${place?.x} ${place?.y} ${scale}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled when another change is looked at, not while the person scrolls.
  useEffect(() => {
    const { current: element } = pane
    if (!element || !place) return
    element.scrollTo(
      (place.x + place.width / 2) * scale - element.clientWidth / 2,
      (place.y + place.height / 2) * scale - element.clientHeight / 2,
    )
  }, [key])
  return (
    <section
      ref={pane}
      className={styles.pane}
      aria-label={label}
      data-region=""
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its window is scrolled from the keyboard.
      tabIndex={0}
    >
      <PageSheet page={page} spec={null} scale={scale} grid={false} baseline={false}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the button «Замечание…» does the same from the keyboard. */}
        <div
          className={styles.layer}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect()
            const word = wordAt(page, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale)
            if (word && onWord) onWord(word)
          }}
        >
          <svg viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden>
            {marks.flatMap(({ id, places, look, side }) =>
              places.map(({ x, y, width, height }) => (
                <rect
                  key={`${id} ${x} ${y}`}
                  data-mark={side}
                  data-look={look}
                  x={x - air}
                  y={y - air}
                  width={Math.max(width, 1) + 2 * air}
                  height={height + 2 * air}
                />
              )),
            )}
          </svg>
        </div>
      </PageSheet>
    </section>
  )
}
