import { useLayoutEffect, useRef, useState } from 'react'
import { paintSvg } from '../../../../layout/paint/svg.ts'
import type { PageStyle } from '../../../../shared/settings/page-style.ts'
import { useText } from '../../../i18n/text.tsx'
import { ToggleButton } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import styles from './Style.module.css'
import { type SpecimenNewspaper, type SpecimenPage, specimenPages } from './specimen-issue.ts'
import { useSpecimen } from './use-specimen.ts'

const greyField =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="3" height="2"%3E%3Crect width="3" height="2" fill="%23b9c4cb"/%3E%3C/svg%3E'

interface SpecimenProps {
  readonly style: PageStyle
  readonly newspaper: SpecimenNewspaper
  /** Does something in the form not fit, so that the page shows the last style that did? */
  readonly isStale: boolean
}

/** A page of the newspaper in a style that is being chosen, as it would be printed. */
export const Specimen = ({ style, newspaper, isStale }: SpecimenProps) => {
  const words = useText().style.specimen
  const [shown, setShown] = useState<SpecimenPage>(1)
  const { pages, isBroken } = useSpecimen(style, newspaper)
  const paper = useRef<HTMLDivElement>(null)
  const page = pages.get(shown)
  const ratio: Readonly<Record<string, number>> = { '--page-ratio': style.format.width / style.format.height }
  useLayoutEffect(() => {
    if (page === undefined) return
    const svg = paintSvg(page, { mediaUrl: () => greyField, fontFamily: (font) => `Page ${font}` })
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    paper.current?.replaceChildren(document.importNode(drawing, true))
  }, [page])
  return (
    <section className={styles.specimen} aria-label={words.title}>
      <div className={styles.specimenTools}>
        {specimenPages.map((each) => (
          <ToggleButton key={each} isSelected={each === shown} onChange={() => setShown(each)}>
            {words.pages[each - 1]}
          </ToggleButton>
        ))}
        <span className={styles.specimenNote} role="status">
          {isBroken ? words.broken : isStale ? words.stale : page === undefined ? words.setting : ''}
        </span>
      </div>
      <div className={styles.room} style={ratio} role="img" aria-label={words.label}>
        <div ref={paper} className={classes(styles.paper, isStale && styles.stale)} inert />
      </div>
    </section>
  )
}
