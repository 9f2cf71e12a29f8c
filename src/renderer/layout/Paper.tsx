import { useLayoutEffect, useMemo, useRef } from 'react'
import { paintSvg } from '../../layout/paint/svg.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import { mediaAddress } from '../api/addresses.ts'
import styles from './Paper.module.css'

/** Pictures on screen need no more pixels than this. */
const previewWidth = 1200

interface PaperProps {
  readonly page: PageDisplay
  /** Pixels of its pictures; those of a small page need fewer. */
  readonly pictureWidth?: number
}

/** A page as it will be printed; it fills what stands around it. */
export const Paper = ({ page, pictureWidth = previewWidth }: PaperProps) => {
  const paper = useRef<HTMLDivElement>(null)
  const svg = useMemo(
    () => paintSvg(page, { mediaUrl: (id) => mediaAddress(id, pictureWidth), fontFamily: (font) => `Page ${font}` }),
    [page, pictureWidth],
  )
  useLayoutEffect(() => {
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    paper.current?.replaceChildren(document.importNode(drawing, true))
  }, [svg])
  return <div ref={paper} className={styles.paper} aria-hidden inert />
}
