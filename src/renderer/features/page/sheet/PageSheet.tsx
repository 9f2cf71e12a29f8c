import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { paintSvg } from '../../../../layout/paint/svg.ts'
import type { PageDisplay } from '../../../../shared/layout/display.ts'
import { mediaAddress } from '../../../api/addresses.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { classes } from '../../../ui/classes.ts'
import type { PageStory } from '../page-model.ts'
import { GridOverlay } from './GridOverlay.tsx'
import styles from './PageSheet.module.css'
import { fitPercent, pixelsPerPoint, type Zoom } from './zoom.ts'

/** Pictures on screen need no more pixels than this. */
const previewWidth = 1200
const margin = 32
/** The frame of a zone stands off its text by so many pixels. */
const around = 4
/** Narrower zones (pixels) carry the number alone; the words are in their name. */
const roomForWords = 140

interface PageSheetProps {
  readonly page: PageDisplay
  readonly columns: 4 | 5 | 6
  readonly stories: readonly PageStory[]
  readonly selected: string | null
  readonly onSelect: (article: string) => void
  readonly zoom: Zoom
  /** What «whole page» comes to at the moment, in percent. */
  readonly onFit: (percent: number) => void
  readonly grid: boolean
  readonly baseline: boolean
}

const Paper = ({ page }: { readonly page: PageDisplay }) => {
  const paper = useRef<HTMLDivElement>(null)
  const svg = useMemo(
    () => paintSvg(page, { mediaUrl: (id) => mediaAddress(id, previewWidth), fontFamily: (font) => `Page ${font}` }),
    [page],
  )
  useLayoutEffect(() => {
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    paper.current?.replaceChildren(document.importNode(drawing, true))
  }, [svg])
  return <div ref={paper} className={styles.paper} aria-hidden inert />
}

/** A page as it will be printed, with the places of its stories to point at. */
export const PageSheet = ({ page, columns, stories, selected, onSelect, zoom, onFit, grid, baseline }: PageSheetProps) => {
  const text = useText().page
  const format = useFormat()
  const desk = useRef<HTMLElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })

  useLayoutEffect(() => {
    const { current } = desk
    if (!current) return
    const measure = () => setRoom({ width: current.clientWidth - 2 * margin, height: current.clientHeight - 2 * margin })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen stays in sight whenever it or the scale changes.
  useLayoutEffect(() => {
    desk.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected, zoom, page.page])

  const fit = fitPercent(page, room)
  useEffect(() => onFit(fit), [fit, onFit])
  const scale = ((zoom === 'fit' ? fit : zoom) / 100) * pixelsPerPoint
  const byId = new Map(stories.map((story) => [story.id, story]))

  return (
    <section ref={desk} className={styles.desk} aria-label={text.title(page.page)} data-region="">
      {room.width > 0 && (
        <div className={styles.sheet} data-sheet="" style={{ width: page.width * scale, height: page.height * scale }}>
          <Paper page={page} />
          {(grid || baseline) && (
            <div className={styles.grid}>
              <GridOverlay page={page} columns={columns} grid={grid} baseline={baseline} />
            </div>
          )}
          <ul aria-label={text.panel.stories}>
            {page.zones.map((zone) => {
              const headline = byId.get(zone.article)?.article?.headline || text.untitled
              const words =
                zone.overset === null || zone.overset === 0
                  ? null
                  : zone.overset > 0
                    ? text.overset(zone.overset)
                    : text.underset(-zone.overset)
              return (
                <li key={`${zone.article} ${zone.x} ${zone.y}`}>
                  <button
                    type="button"
                    className={classes(styles.zone, zone.article === selected && styles.chosen)}
                    style={{
                      left: zone.x * scale - around,
                      top: zone.y * scale - around,
                      width: zone.width * scale + 2 * around,
                      height: zone.height * scale + 2 * around,
                    }}
                    aria-pressed={zone.article === selected}
                    aria-label={words === null ? headline : `${headline}: ${words}`}
                    onClick={() => onSelect(zone.article)}
                  >
                    {words !== null && (
                      <span className={classes(styles.tag, (zone.overset ?? 0) > 0 ? styles.over : styles.under)} aria-hidden>
                        {zone.width * scale < roomForWords ? format.overset(zone.overset ?? 0) : words}
                      </span>
                    )}
                  </button>
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </section>
  )
}
