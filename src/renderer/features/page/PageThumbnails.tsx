import { hrefOf } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import { Overset } from '../../ui/Overset.tsx'
import { PageMark } from '../../ui/PageMark.tsx'
import styles from './PageThumbnails.module.css'

interface PageThumbnailsProps {
  readonly current: number
  /** For each page, the first one first. */
  readonly pages: readonly { readonly stories: number; readonly overset: number }[]
}

/** All pages as they lie in the issue: the first alone on the right, then spreads. */
export const PageThumbnails = ({ current, pages }: PageThumbnailsProps) => {
  const text = useText().page
  return (
    <nav className={styles.thumbnails} aria-label={text.thumbnails}>
      <ol className={styles.grid}>
        {pages.map(({ stories, overset }, at) => {
          const page = at + 1
          return (
            <li key={page} className={classes(page % 2 === 1 ? styles.right : styles.left)}>
              <a
                href={hrefOf({ section: 'page', page })}
                aria-current={page === current ? 'page' : undefined}
                aria-label={text.thumbnail(page, stories, overset)}
                className={styles.page}
              >
                <b>{page}</b>
                <span className={styles.marks} aria-hidden>
                  {overset > 0 ? <Overset overset={overset} /> : <PageMark state={stories > 0 ? 'inLayout' : 'planned'} />}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
