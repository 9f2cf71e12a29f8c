import type { PageDisplay } from '../../../shared/layout/display.ts'
import type { PageSignState } from '../../../shared/signoff/api.ts'
import { hrefOf } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import { Overset } from '../../ui/Overset.tsx'
import { PageMark, pageStateOf } from '../../ui/PageMark.tsx'
import type { StartDrag } from './gesture/use-drag.ts'
import styles from './PageThumbnails.module.css'
import { SmallPage } from './sheet/SmallPage.tsx'

interface PageThumbnailsProps {
  readonly current: number
  /** For each page, the first one first. */
  readonly pages: readonly {
    readonly stories: number
    readonly overset: number
    readonly display: PageDisplay | null
    readonly sign: PageSignState | undefined
  }[]
  /** Takes hold of a page; null where nothing may be moved. */
  readonly start: StartDrag | null
}

/**
 * All pages as they lie in the issue, drawn small: the first alone on the right, then spreads. One page dragged onto
 * another changes places with it, a story dragged onto one is put there.
 */
export const PageThumbnails = ({ current, pages, start }: PageThumbnailsProps) => {
  const text = useText().page
  return (
    <nav className={styles.thumbnails} aria-label={text.thumbnails}>
      <ol className={styles.grid}>
        {pages.map(({ stories, overset, display, sign }, at) => {
          const page = at + 1
          return (
            <li key={page} className={classes(page % 2 === 1 ? styles.right : styles.left)}>
              <a
                href={hrefOf({ section: 'page', page })}
                aria-current={page === current ? 'page' : undefined}
                aria-label={text.thumbnail(page, stories, overset)}
                className={styles.page}
                onPointerDown={(event) => {
                  if (event.button === 0) start?.(event, () => ({ kind: 'page', page }))
                }}
              >
                <span className={styles.sheet} data-thumbnail={page}>
                  {display !== null && <SmallPage page={display} />}
                </span>
                <span className={styles.foot} aria-hidden>
                  <b>{page}</b>
                  {overset > 0 && sign !== 'sent' ? (
                    <Overset overset={overset} />
                  ) : (
                    <PageMark state={pageStateOf(sign, stories)} />
                  )}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
